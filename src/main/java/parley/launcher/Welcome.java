package parley.launcher;

import java.net.URL;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * The last words of the start-up: where to click.
 *
 * @param ports that it listens on
 * @param path of the page, such as "/"
 * @param computer under whose addresses others find it
 * @param selfSigned whether browsers warn of its certificate; else it is good for its own names, not for addresses
 */
record Welcome(Ports ports, String path, Computer computer, boolean selfSigned) {

    /** The path of the page, as Payara tells the addresses of what it has deployed. */
    static String path(List<URL> applications) {
        return applications.stream()
                .map(url -> url.getPath().replaceFirst("/*$", "/"))
                .findFirst()
                .orElse("/");
    }

    /** What whoever typed the command needs to know now. */
    String text() {
        return """

                Parley is ready. Open it
                  on this computer:   http://localhost:%d%s
                %sCtrl-C stops it.
                """.formatted(ports.http(), path, others(ports.https()));
    }

    private String others(OptionalInt https) {
        if (https.isEmpty()) {
            return "";
        }
        if (!selfSigned) {
            return other("the name in your certificate");
        }
        return computer.typable().stream().map(this::other).collect(Collectors.joining()) + """
                A browser warns once about the certificate on other devices, because it is self-signed:
                choose "Advanced", then "Proceed" (Firefox: "Accept the Risk", Safari: "visit this website").
                """;
    }

    private String other(String host) {
        return "  on other devices:   https://" + host + ":" + ports.https().getAsInt() + path + "\n";
    }
}
