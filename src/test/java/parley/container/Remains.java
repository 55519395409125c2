package parley.container;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import parley.line.Lines;
import parley.relay.Circles;
import parley.room.Rooms;

/** Added to the WAR for the tests: tells how many lines and rooms there are, as {@code 2 lines, 1 rooms, 0 relayed}. */
@WebServlet("/test/remains")
public class Remains extends HttpServlet {

    /** What it tells when all is gone. */
    public static final String NOTHING = "0 lines, 0 rooms, 0 relayed";

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Lines lines;

    @Inject
    private transient Rooms rooms;

    @Inject
    private transient Circles circles;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter()
                .print(lines.count() + " lines, " + rooms.count() + " rooms, " + circles.count() + " relayed");
    }
}
