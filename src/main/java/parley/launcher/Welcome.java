package parley.launcher;

import java.util.stream.Collectors;

/** The last words of the start-up: where to click. */
final class Welcome {

    private Welcome() {}

    /** What whoever typed the command needs to know now. */
    static String text(Ports ports, Computer computer) {
        String others = computer.typable().stream()
                .map(address -> "  on other devices:   https://" + address + ":" + ports.https() + "/\n")
                .collect(Collectors.joining());
        return """

                Parley is ready. Open it
                  on this computer:   http://localhost:%d/
                %s\
                A browser warns once about the certificate on other devices, because it is self-signed:
                choose "Advanced", then "Proceed" (Firefox: "Accept the Risk", Safari: "visit this website").
                Ctrl-C stops it.
                """.formatted(ports.http(), others);
    }
}
