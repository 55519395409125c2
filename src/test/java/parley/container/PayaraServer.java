package parley.container;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Payara Server with a domain of its own, which has ports of its own and is in no cluster. */
final class PayaraServer {

    private PayaraServer() {}

    /** As {@link Distribution#command}. */
    static List<String> command(Path war, Path directory, int port, String contextRoot) throws IOException {
        Path home = Path.of(System.getProperty("payara-server.home")).resolve("glassfish");
        Path domains = directory.resolve("domains");
        Distribution.copy(home.resolve("domains/domain1"), domains.resolve("domain1"));
        List<String> command = new ArrayList<>(javaOptions(
                home.resolve("lib/client/appserver-cli.jar"),
                domains,
                Files.write(directory.resolve("before-start.txt"), listeners(port)),
                Files.writeString(
                        directory.resolve("after-start.txt"),
                        "deploy --name parley --contextroot " + contextRoot + ' ' + war)));
        // It would wait for the administrator's password, and be silent.
        command.set(command.indexOf("-read-stdin") + 1, "false");
        command.set(command.indexOf("-verbose") + 1, "true");
        return command;
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
                .start();
        List<String> lines = new String(asadmin.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        // After a heading and the path of java; before a sentence that all went well.
        return lines.subList(2, Collections.max(List.of(lines.indexOf(""), 2)));
    }
}
