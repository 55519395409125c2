package parley.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** TomEE, a Tomcat with more libraries and a listener, with the configuration that administrators are given. */
final class TomEE {

    private TomEE() {}

    /** As {@link Distribution#command}. */
    static List<String> command(Path war, Path directory, int port, String contextRoot) throws IOException {
        Path home = Path.of(System.getProperty("tomee.home"));
        Path base = base(directory);
        Distribution.copy(home.resolve("conf"), base.resolve("conf"));
        configure(base.resolve("conf/server.xml"), port);
        Files.copy(Path.of("payara-config/tomee.xml"), base.resolve("conf/tomee.xml"));
        Path applications = Files.createDirectories(base.resolve("webapps"));
        Files.createDirectories(base.resolve("logs"));
        String name = contextRoot.equals("/") ? "ROOT" : contextRoot.substring(1);
        Files.copy(war, applications.resolve(name + ".war"));
        return List.of(
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--add-opens=java.base/java.io=ALL-UNNAMED",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.rmi/sun.rmi.transport=ALL-UNNAMED",
                // As its own script does: one log for the server, and one for what happens to applications.
                "-Djava.util.logging.manager=org.apache.juli.ClassLoaderLogManager",
                "-Djava.util.logging.config.file=" + base.resolve("conf/logging.properties"),
                "-Dcatalina.home=" + home,
                "-Dcatalina.base=" + base,
                "-cp",
                home.resolve("bin/bootstrap.jar") + ":" + home.resolve("bin/tomcat-juli.jar"),
                "org.apache.catalina.startup.Bootstrap",
                "start");
    }

    /** The one for what happens to applications; it prints the other. */
    static List<Path> logs(Path directory) throws IOException {
        try (Stream<Path> logs = Files.list(base(directory).resolve("logs"))) {
            return logs.filter(log -> log.getFileName().toString().startsWith("localhost."))
                    .toList();
        }
    }

    private static Path base(Path directory) {
        return directory.resolve("tomee");
    }

    /** What TomEE's distribution changes in Tomcat's, and the ports. */
    private static void configure(Path file, int port) throws IOException {
        String tomcats = Files.readString(file);
        Files.writeString(
                file,
                tomcats.replace(
                                "<Server port=\"8005\" shutdown=\"SHUTDOWN\">",
                                "<Server port=\"-1\">"
                                        + "<Listener className=\"org.apache.tomee.catalina.ServerListener\"/>")
                        .replace("port=\"8080\"", "port=\"" + port + "\""));
    }
}
