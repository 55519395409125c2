package parley.container;

import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.core.spi.LoadableExtension;

/** Tells Arquillian of {@link ProcessContainer}, on all servers but Payara Micro, for which it has an adapter. */
public final class ProcessExtension implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        if (Distribution.tested() != Distribution.PAYARA_MICRO) {
            builder.service(DeployableContainer.class, ProcessContainer.class);
        }
    }
}
