package parley.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;

/** What goes from peer to peer at one window, of which the browser can be told to lose some. */
final class LossyNetwork {

    private final CDPSession session;

    private LossyNetwork(CDPSession session) {
        this.session = session;
    }

    /** The network of a person who is not in a call yet: what is connected before stays as it is. */
    static LossyNetwork of(Person person) {
        LossyNetwork network = new LossyNetwork(person.page.context().newCDPSession(person.page));
        network.session.send("Network.enable");
        network.loses(0);
        return network;
    }

    /** Loses so many per cent from now on, and nothing of what goes to the server. */
    void loses(int percent) {
        JsonObject conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", 1);
        conditions.addProperty("downloadThroughput", -1);
        conditions.addProperty("uploadThroughput", -1);
        conditions.addProperty("packetLoss", percent);
        session.send("Network.emulateNetworkConditions", conditions);
    }
}
