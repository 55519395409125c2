package parley.container;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What the server under test has logged since it was started. */
final class Log {

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
    static List<String> complaints() {
        String log = ProcessContainer.log();
        return switch (Distribution.tested()) {
            case PAYARA_MICRO -> withoutPayaras(complaints(log, "\\R\\R(?=\\[)", "\\[levelValue: (900|1000)\\]"));
            case WILDFLY -> complaints(log, "\\R(?=\\S*\\d{2}:\\d{2}:)", "^\\S+ (WARN|ERROR) ");
            case TOMEE -> complaints(log, "\\R(?=\\d{2}-)", "^\\S+ \\S+ (WARNING|SEVERE) ");
            case OPENLIBERTY -> complaints(log, "\\R(?=\\[)", "^\\[(WARNING|ERROR) ");
            case PAYARA_SERVER -> withoutPayaras(complaints(log, "\\R(?=\\[#\\|)", "_LevelValue=(900|1000);"));
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
}
