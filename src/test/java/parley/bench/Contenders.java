package parley.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Who is measured beside whom. */
final class Contenders {

    static final String PEER_SERVER = "PeerServer";
    static final String TUTORIAL = "Tutorial";

    /** Parley's own limits, out of the way of a single address that does the work of ten thousand. */
    private static final String[] RAISED = {
        "-Dparley.connections=20000",
        "-Dparley.connections.per-address=20000",
        "-Dparley.connections.per-second=100000",
        "-Dparley.messages.per-second=100000",
        "-Dparley.messages.burst=1000000",
    };

    private Contenders() {}

    static String parley(Container container) {
        return "Parley on " + container.title;
    }

    static String bareRelay(Container container) {
        return "Bare relay on " + container.title;
    }

    /** All of them; Bun's only where it runs. */
    static List<Contender> all(Npm npm, Path bareWar) {
        Script parley = Script.named("parley");
        Dialect greeted = new PlainClients(true);
        Dialect plain = new PlainClients(false);
        List<Contender> all = new ArrayList<>();
        for (Container container : Container.values()) {
            all.add(new Contender(
                    parley(container), new ParleyClients(), parley, true, directory -> parley(container, directory)));
            all.add(new Contender(
                    bareRelay(container), greeted, parley, true, directory -> container.start(directory, bareWar)));
        }
        all.add(new Contender(PEER_SERVER, new PeerJsClients(), Script.named("peerjs"), true, npm::peerServer));
        all.add(new Contender(TUTORIAL, plain, Script.named("tutorial"), false, npm::tutorial));
        if (npm.hasBun()) {
            all.add(new Contender("Bun", plain, parley, true, npm::bun));
        } else {
            System.out.println("Bun is not measured: it comes for Linux on x86-64 only.");
        }
        return all;
    }

    /** Makes an application of the one endpoint. */
    static Path bareWar(Path folder) {
        Path war = folder.resolve("bare-relay.war").toAbsolutePath();
        ShrinkWrap.create(WebArchive.class)
                .addClass(BareRelay.class)
                .as(ZipExporter.class)
                .exportTo(war.toFile(), true);
        return war;
    }

    private static Running parley(Container container, Path directory) throws IOException {
        List<String> options = new ArrayList<>(List.of(RAISED));
        options.add("-Dparley.key.file=" + directory.resolve("parley.key"));
        return container.start(directory, war(), options.toArray(String[]::new));
    }

    static Path war() {
        return Path.of(System.getProperty("parley.war"));
    }
}
