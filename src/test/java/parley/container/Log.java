package parley.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What the server under test has logged since it was started. */
final class Log {

    private static final String PAYARAS_FIRST_WORDS = "Payara Micro Runtime directory is located at";

    /**
     * Payara trips, here or there, over a client that answers a close before the closing thread has returned, and tells
     * when it lets go of what was to be written to one that is closed since it does not read. Nothing is lost.
     */
    private static final List<String> PAYARAS_OWN = List.of(
            "Response Error during finishResponse",
            "Context.getLoader()\" because \"context\" is null",
            "TyrusServletWriter.onError");

    /**
     * Of a handshake whose client speaks at once, or is gone at once, Payara may make two, and recycles the request or
     * closes the connection while it passes the filters: then something in Payara, nothing in Parley, throws. So it does
     * when both ends close at once, in the filters that finish the handshake's response for whoever closes: Parley's
     * hanging up is at the bottom of that stack, and told nothing of it.
     */
    private static final Pattern THROWN_BY_PAYARA = Pattern.compile(
            "(threw exception|GRIZZLY0013: [^\\n]+)" + "\\n[^\\n]+\\n\\s*at org\\.(apache\\.catalina|glassfish)\\.");

    private Log() {}

    /** The warnings and errors in which Parley occurs: as their logger, in their text, or in a stack trace. */
    static List<String> complaints() throws IOException {
        return switch (Distribution.tested()) {
            case PAYARA_MICRO ->
                withoutPayaras(complaints(ofPayaraMicro(), "\\R\\R(?=\\[)", "\\[levelValue: (900|1000)\\]"));
            case WILDFLY -> complaints(ProcessContainer.log(), "\\R(?=\\S*\\d{2}:\\d{2}:)", "^\\S+ (WARN|ERROR) ");
            case TOMEE -> complaints(ProcessContainer.log(), "\\R(?=\\d{2}-)", "^\\S+ \\S+ (WARNING|SEVERE) ");
            case OPENLIBERTY -> complaints(ProcessContainer.log(), "\\R(?=\\[)", "^\\[(WARNING|ERROR) ");
            case PAYARA_SERVER ->
                withoutPayaras(complaints(ProcessContainer.log(), "\\R(?=\\[#\\|)", "_LevelValue=(900|1000);"));
        };
    }

    private static List<String> complaints(String log, String betweenEntries, String mark) {
        Pattern complaint = Pattern.compile(mark);
        return Arrays.stream(log.split(betweenEntries))
                .filter(entry -> entry.contains("parley."))
                .filter(entry -> complaint.matcher(entry).find())
                .toList();
    }

    private static List<String> withoutPayaras(List<String> complaints) {
        return complaints.stream()
                .filter(entry -> PAYARAS_OWN.stream().noneMatch(entry::contains))
                .filter(entry -> !THROWN_BY_PAYARA.matcher(entry).find())
                .toList();
    }

    /** Its adapter lets one server after the other write to the same log. */
    private static String ofPayaraMicro() throws IOException {
        // Payara begins a new log now and then: the newest is number 0, the one before becomes number 1.
        StringBuilder log = new StringBuilder();
        for (int number = 9; number >= 0; number--) {
            Path part = Path.of(System.getProperty("parley.log") + "." + number);
            if (Files.exists(part)) {
                log.append(Files.readString(part));
            }
        }
        return log.substring(Math.max(0, log.lastIndexOf(PAYARAS_FIRST_WORDS)));
    }
}
