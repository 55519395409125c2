package parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Jakarta EE server as its distribution is started by hand, with one application or none. */
enum Container {
    PAYARA_MICRO("Payara Micro", " ready in ") {
        @Override
        List<String> command(Path directory, int port, Path war) {
            List<String> command = new ArrayList<>(List.of("-jar", System.getProperty("payara.microJar")));
            command.addAll(List.of("--nohazelcast", "--disablephonehome", "--port", String.valueOf(port)));
            command.addAll(List.of("--prebootcommandfile", "payara-config/pre-boot.txt"));
            if (war != null) {
                command.addAll(List.of("--deploy", war.toString(), "--contextRoot", "/"));
            }
            return command;
        }
    },

    WILDFLY("WildFly", "WFLYSRV0025") {
        @Override
        List<String> command(Path directory, int port, Path war) throws IOException {
            Path home = Path.of(System.getProperty("wildfly.home"));
            Path base = directory.resolve("standalone");
            copy(home.resolve("standalone/configuration"), base.resolve("configuration"));
            Path deployments = Files.createDirectories(base.resolve("deployments"));
            if (war != null) {
                Files.copy(war, deployments.resolve("ROOT.war"));
            }
            List<String> command = new ArrayList<>();
            OPENED.forEach(opened -> command.add("--add-opens=java." + opened + "=ALL-UNNAMED"));
            command.addAll(List.of("-Djboss.home.dir=" + home, "-Djboss.server.base.dir=" + base));
            command.addAll(List.of("-Djboss.http.port=" + port, "-Djboss.https.port=0"));
            command.addAll(List.of("-Djboss.management.http.port=0", "-Djboss.management.https.port=0"));
            command.addAll(List.of("-jar", home.resolve("jboss-modules.jar").toString()));
            command.addAll(List.of("-mp", home.resolve("modules").toString(), "org.jboss.as.standalone"));
            return command;
        }
    };

    /** What WildFly's own script opens to it. */
    private static final List<String> OPENED = List.of(
            "base/java.io",
            "base/java.lang",
            "base/java.lang.invoke",
            "base/java.lang.reflect",
            "base/java.net",
            "base/java.security",
            "base/java.util",
            "base/java.util.concurrent",
            "management/javax.management",
            "naming/javax.naming");

    final String title;
    private final Pattern ready;

    Container(String title, String ready) {
        this.title = title;
        this.ready = Pattern.compile(ready);
    }

    /** The arguments of {@code java} that start it; {@code war} is null for none. */
    abstract List<String> command(Path directory, int port, Path war) throws IOException;

    /** Starts it with an application at "/", or none if that is null, and waits until it is ready. */
    Running start(Path directory, Path war, String... options) throws IOException {
        int port = Running.freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // As much for each, whatever the computer has.
        command.add("-Xmx1g");
        command.add("-Djava.io.tmpdir=" + directory);
        command.addAll(List.of(options));
        command.addAll(command(directory, port, war));
        return Running.start(new ProcessBuilder(command), directory, port, ready, Collector.JAVA);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : (Iterable<Path>) all::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                if (Files.isRegularFile(file)) {
                    Files.copy(file, target);
                }
            }
        }
    }
}
