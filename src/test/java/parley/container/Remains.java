package parley.container;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Shutdown;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.access.Admission;
import parley.line.Lines;
import parley.relay.Circles;
import parley.room.Rooms;

/** Added to the WAR for the tests: tells what there is at the moment, of Parley's own and of the machine's. */
@WebServlet("/test/*")
public class Remains extends HttpServlet {

    /** What it tells when all is gone. */
    public static final String NOTHING = "0 lines, 0 rooms, 0 relayed";

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Event<Shutdown> stop;

    @Inject
    private transient Lines lines;

    @Inject
    private transient Rooms rooms;

    @Inject
    private transient Circles circles;

    @Inject
    private transient Admission admission;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter()
                .print(
                        switch (request.getPathInfo()) {
                            case "/remains" ->
                                lines.count() + " lines, " + rooms.count() + " rooms, " + circles.count() + " relayed";
                            case "/connections" -> admission.count();
                            case "/kept" -> lines.kept();
                            case "/threads" -> threads();
                            case "/busy" -> busy();
                            case "/heap" -> usedHeap();
                            case "/stop" -> stop();
                            default -> throw new IllegalArgumentException(request.getPathInfo());
                        });
    }

    /** The names of all threads, one a line; those of a pool, which differ in a number, once. */
    private static String threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(thread -> thread.getName().replaceAll("\\d+", "#"))
                .distinct()
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    /** The threads that are carrying out something of Parley's, and what; one a line. */
    private static String busy() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(entry -> entry.getKey() != Thread.currentThread())
                .flatMap(Remains::inParley)
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> inParley(Map.Entry<Thread, StackTraceElement[]> entry) {
        return Arrays.stream(entry.getValue())
                .filter(element -> element.getClassName().startsWith("parley."))
                .limit(1)
                .map(element -> entry.getKey().getName() + " at " + element);
    }

    /** What happens when the server stops, but that it goes on: a server that really stops may no longer be asked. */
    private String stop() {
        stop.fire(new Shutdown());
        return "stopped";
    }

    /** What is in use after the garbage was collected, in bytes. */
    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
