package parley.ops;

import jakarta.enterprise.context.ApplicationScoped;

/** Whether new clients are welcome: from the deployment on, until the server begins to stop. Thread-safe. */
@ApplicationScoped
public class Readiness {

    private volatile boolean draining;

    /** Whether the server takes leave of its clients, and takes no more. */
    public boolean draining() {
        return draining;
    }

    /** Nobody is to come any more. */
    public void drain() {
        draining = true;
    }
}
