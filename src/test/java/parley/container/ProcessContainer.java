package parley.container;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;

/** Arquillian's way to a server without an adapter: each deployment is a {@link ServerProcess} of its own. */
public final class ProcessContainer implements DeployableContainer<ProcessContainer.Configuration> {

    private static final String CONTEXT_ROOT = "/parley";

    private static ServerProcess server;

    private Path directory;

    /** There is none. */
    public static final class Configuration implements ContainerConfiguration {
        @Override
        public void validate() {
            // Nothing can be wrong.
        }
    }

    @Override
    public Class<Configuration> getConfigurationClass() {
        return Configuration.class;
    }

    @Override
    public ProtocolDescription getDefaultProtocol() {
        return new ProtocolDescription("Local");
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
        try {
            directory = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "server-");
            File war = directory.resolve("tested.war").toFile();
            archive.as(ZipExporter.class).exportTo(war);
            server = ServerProcess.start(
                    war.toPath(),
                    CONTEXT_ROOT,
                    directory,
                    "-Dparley.connections.per-second=100000",
                    "-Dparley.messages.burst=1500");
            URI page = server.server().page();
            HTTPContext context = new HTTPContext(page.getHost(), page.getPort());
            return new ProtocolMetaData().addContext(context.add(new Servlet("any", CONTEXT_ROOT)));
        } catch (IOException e) {
            throw new DeploymentException("The server could not be started", e);
        }
    }

    /** What the server that is running, or was last, has logged. */
    static String log() {
        return server.log();
    }

    @Override
    public void undeploy(Archive<?> archive) throws DeploymentException {
        server.close();
        try (Stream<Path> all = Files.walk(directory)) {
            // The logs stay, for tests that have failed; and so do folders with something in them.
            all.sorted(Comparator.reverseOrder())
                    .map(Path::toFile)
                    .filter(file -> !file.getName().matches("log\\.txt|.*\\.log"))
                    .forEach(File::delete);
        } catch (IOException e) {
            throw new DeploymentException("What the server has left could not be deleted", e);
        }
    }
}
