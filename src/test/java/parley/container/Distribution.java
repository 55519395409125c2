package parley.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A server that the WAR is tested on, as its distribution is started by hand. */
public enum Distribution {
    PAYARA_MICRO(" ready in ", "due to startup exception\\s+java.net.BindException: Address already in use") {
        @Override
        public List<String> command(Path war, Path directory, int port, String contextRoot) {
            List<String> command = new ArrayList<>(List.of(
                    "-jar",
                    System.getProperty("payara.microJar"),
                    "--nohazelcast",
                    "--disablephonehome",
                    "--port",
                    String.valueOf(port)));
            if (war != null) {
                command.addAll(List.of("--deploy", war.toString(), "--contextRoot", contextRoot));
            }
            return command;
        }
    },

    WILDFLY("WFLYSRV002[56]", "Address already in use[^\\n]*:%d") {
        @Override
        public List<String> command(Path war, Path directory, int port, String contextRoot) throws IOException {
            Path home = Path.of(System.getProperty("wildfly.home"));
            Path base = directory.resolve("standalone");
            copy(home.resolve("standalone/configuration"), base.resolve("configuration"));
            Path deployments = Files.createDirectories(base.resolve("deployments"));
            if (war != null) {
                String name = contextRoot.equals("/") ? "ROOT" : contextRoot.substring(1);
                Files.copy(war, deployments.resolve(name + ".war"));
            }
            List<String> command = new ArrayList<>();
            OPENED.forEach(opened -> command.add("--add-opens=" + opened + "=ALL-UNNAMED"));
            command.addAll(List.of(
                    "-Djboss.home.dir=" + home,
                    "-Djboss.server.base.dir=" + base,
                    "-Djboss.http.port=" + port,
                    "-Djboss.https.port=0",
                    "-Djboss.management.http.port=0",
                    "-Djboss.management.https.port=0",
                    "-jar",
                    home.resolve("jboss-modules.jar").toString(),
                    "-mp",
                    home.resolve("modules").toString(),
                    "org.jboss.as.standalone"));
            return command;
        }
    },

    TOMEE("Server startup in ", "Failed to initialize component [^\\n]*%d") {
        @Override
        public List<String> command(Path war, Path directory, int port, String contextRoot) throws IOException {
            return TomEE.command(war, directory, port, contextRoot);
        }

        @Override
        List<Path> logs(Path directory) throws IOException {
            return TomEE.logs(directory);
        }
    },

    OPENLIBERTY("CWWKF0011I", "CWWKO0221E: [^\\n]* port %d") {
        @Override
        public List<String> command(Path war, Path directory, int port, String contextRoot) throws IOException {
            return OpenLiberty.command(war, directory, port, contextRoot);
        }

        @Override
        Map<String, String> environment(Path directory) {
            return Map.of("WLP_USER_DIR", OpenLiberty.user(directory).toString());
        }

        @Override
        List<Path> logs(Path directory) {
            Path messages = OpenLiberty.server(directory).resolve("logs/messages.log");
            return Files.exists(messages) ? List.of(messages) : List.of();
        }
    },

    PAYARA_SERVER(
            "Boot Command deploy (returned|failed)",
            "due to startup exception\\s+java.net.BindException: Address already in use") {
        @Override
        public List<String> command(Path war, Path directory, int port, String contextRoot) throws IOException {
            return PayaraServer.command(war, directory, port, contextRoot);
        }
    };

    /** The name of the system property that chooses the server, for what is true of one alone. */
    static final String PROPERTY = "tested.server";

    /** What WildFly's own script opens to it. */
    private static final List<String> OPENED = List.of(
            "java.base/java.io",
            "java.base/java.lang",
            "java.base/java.lang.invoke",
            "java.base/java.lang.reflect",
            "java.base/java.net",
            "java.base/java.security",
            "java.base/java.util",
            "java.base/java.util.concurrent",
            "java.management/javax.management",
            "java.naming/javax.naming");

    private final Pattern ready;
    private final String usedPort;

    Distribution(String ready, String usedPort) {
        this.ready = Pattern.compile(ready);
        this.usedPort = usedPort;
    }

    /** The one that the tests run on. */
    static Distribution tested() {
        String name = System.getProperty(PROPERTY);
        return Arrays.stream(values())
                .filter(it -> it.name().toLowerCase().replace('_', '-').equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(PROPERTY + " names no server: " + name));
    }

    /**
     * The arguments of {@code java} that start it with an application.
     *
     * @param war the application; null for none, on Payara Micro and WildFly
     * @param directory where it may keep what it needs
     */
    public abstract List<String> command(Path war, Path directory, int port, String contextRoot) throws IOException;

    /** What it finds in its environment besides, as {@link #command}. */
    Map<String, String> environment(Path directory) {
        return Map.of();
    }

    /** The files that have what it does not print. */
    List<Path> logs(Path directory) throws IOException {
        return List.of();
    }

    /** Whether a server with this log has started, with or without Parley. */
    public boolean isReady(String log) {
        return ready.matcher(log).find();
    }

    /** What an administrator finds in its log if another program uses its port. */
    Pattern usedPort(int port) {
        return Pattern.compile(usedPort.formatted(port));
    }

    static void copy(Path from, Path to) throws IOException {
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
