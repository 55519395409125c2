package parley.container;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Payara Server with a domain of its own, which has ports of its own and is in no cluster. */
final class PayaraServer {

    private PayaraServer() {}

    /** As {@link Distribution#command}. */
    static List<String> command(Path war, Path directory, int port, String contextRoot) throws IOException {
        Path home = Path.of(System.getProperty("payara-server.home")).resolve("glassfish");
        Path domains = directory.resolve("domains");
        Distribution.copy(home.resolve("domains/domain1"), domains.resolve("domain1"));
        configure(domains.resolve("domain1/config/domain.xml"));
        List<String> command = new ArrayList<>(javaOptions(
                home.resolve("lib/client/appserver-cli.jar"),
                domains,
                Files.write(directory.resolve("before-start.txt"), listeners(port)),
                Files.writeString(
                        directory.resolve("after-start.txt"),
                        "deploy --name parley --contextroot " + contextRoot + ' ' + war)));
        // It would wait for the administrator's password, whatever the value is, and be silent.
        int password = command.indexOf("-read-stdin");
        command.subList(password, password + 2).clear();
        command.set(command.indexOf("-verbose") + 1, "true");
        return command;
    }

    /** Gives the messages' broker a port of its own, which no command can do before the start. */
    private static void configure(Path file) throws IOException {
        String given = Files.readString(file);
        Files.writeString(file, given.replace("value=\"7676\"", "value=\"" + FreePort.next() + "\""));
    }

    private static List<String> listeners(int port) throws IOException {
        String server = "set configs.config.server-config.";
        String http = server + "network-config.network-listeners.network-listener.";
        String iiop = server + "iiop-service.iiop-listener.";
        return List.of(
                http + "http-listener-1.port=" + port,
                http + "http-listener-2.enabled=false",
                // No application starts without it.
                http + "admin-listener.port=" + FreePort.next(),
                // Each Payara that it finds in the network would become part of the same cluster.
                server + "hazelcast-config-specific-configuration.enabled=false",
                server + "admin-service.jmx-connector.system.enabled=false",
                iiop + "orb-listener-1.enabled=false",
                iiop + "SSL.enabled=false",
                iiop + "SSL_MUTUALAUTH.enabled=false");
    }

    /** What its own command would start Java with: a script that starts a process could not be stopped as one. */
    private static List<String> javaOptions(Path client, Path domains, Path before, Path after) throws IOException {
        Process asadmin = new ProcessBuilder(
                        ServerProcess.java(),
                        "-jar",
                        client.toString(),
                        "start-domain",
                        "--dry-run",
                        "--domaindir",
                        domains.toString(),
                        "--prebootcommandfile",
                        before.toString(),
                        "--postbootcommandfile",
                        after.toString(),
                        "domain1")
                .redirectError(Redirect.INHERIT)
                .start();
        String said = new String(asadmin.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        List<String> lines = said.lines().toList();
        // After a heading and the path of java; before a sentence that all went well.
        int end = lines.indexOf("");
        if (end < 2) {
            throw new IllegalStateException("asadmin says no command: " + said);
        }
        return lines.subList(2, end);
    }
}
