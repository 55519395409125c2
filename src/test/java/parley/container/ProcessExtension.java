package parley.container;

import java.util.Set;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.core.spi.LoadableExtension;

/** Tells Arquillian of {@link ProcessContainer}, on the servers for which it has no adapter. */
public final class ProcessExtension implements LoadableExtension {

    private static final Set<Distribution> WITH_ADAPTER = Set.of(Distribution.PAYARA_MICRO, Distribution.WILDFLY);

    @Override
    public void register(ExtensionBuilder builder) {
        if (!WITH_ADAPTER.contains(Distribution.tested())) {
            builder.service(DeployableContainer.class, ProcessContainer.class);
        }
    }
}
