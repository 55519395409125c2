package parley.browser;

import com.microsoft.playwright.WebSocketRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What a page says to the server, which a test may hold back for a while, or change. */
final class Wire {

    private final List<String> held = new ArrayList<>();
    private final Person person;
    private WebSocketRoute page;
    private WebSocketRoute server;
    private Predicate<String> holding = frame -> false;
    private UnaryOperator<String> change = UnaryOperator.identity();

    private Wire(Person person) {
        this.person = person;
    }

    /** Sits between a person's page, which is not yet open, and the server. */
    static Wire of(Person person) {
        Wire wire = new Wire(person);
        person.page.routeWebSocket(url -> url.endsWith("/signal"), page -> {
            wire.page = page;
            wire.server = page.connectToServer();
            page.onMessage(frame -> wire.pass(frame.text()));
        });
        return wire;
    }

    /** Holds back these frames from now on. */
    void hold(Predicate<String> frames) {
        holding = frames;
    }

    /** Waits until so many frames are held back. */
    void waitForHeld(int count) {
        person.page.waitForCondition(() -> held.size() >= count);
    }

    /** Lets everything pass, what was held back first. */
    void release() {
        holding = frame -> false;
        held.forEach(server::send);
        held.clear();
    }

    /** Changes everything that is not held back. */
    void change(UnaryOperator<String> change) {
        this.change = change;
    }

    /** Breaks the connection, as a network or a server does. */
    void cut() {
        page.close(new WebSocketRoute.CloseOptions().setCode(3000).setReason("cut"));
    }

    private void pass(String frame) {
        if (holding.test(frame)) {
            held.add(frame);
        } else {
            server.send(change.apply(frame));
        }
    }
}
