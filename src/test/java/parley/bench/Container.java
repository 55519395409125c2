package parley.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import parley.container.Distribution;
import parley.container.FreePort;

/** A Jakarta EE server, with one application or none. */
enum Container {
    PAYARA_MICRO("Payara Micro", Distribution.PAYARA_MICRO, "--prebootcommandfile", "payara-config/pre-boot.txt"),
    WILDFLY("WildFly", Distribution.WILDFLY);

    final String title;
    private final Distribution distribution;
    private final List<String> asDeployed;

    Container(String title, Distribution distribution, String... asDeployed) {
        this.title = title;
        this.distribution = distribution;
        this.asDeployed = List.of(asDeployed);
    }

    /** Starts it with an application at "/", or none if that is null, and waits until it is ready. */
    Running start(Path directory, Path war, String... options) throws IOException {
        int port = FreePort.next();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // As much for each, whatever the computer has.
        command.add("-Xmx1g");
        command.add("-Djava.io.tmpdir=" + directory);
        command.addAll(List.of(options));
        command.addAll(distribution.command(war, directory, port, "/"));
        command.addAll(asDeployed);
        return Running.start(new ProcessBuilder(command), directory, port, distribution::isReady, Collector.JAVA);
    }
}
