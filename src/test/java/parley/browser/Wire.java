package parley.browser;

import com.microsoft.playwright.WebSocketRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What lies between a page and the server, which a test may break, or make hold back what the page says, or change it. */
final class Wire {

    private final List<String> held = new ArrayList<>();
    private final Person person;
    private WebSocketRoute page;
    private WebSocketRoute server;
    private Predicate<String> holding = frame -> false;
    private UnaryOperator<String> change = UnaryOperator.identity();
    private UnaryOperator<String> changeAnswers = UnaryOperator.identity();
    private boolean down;
    private boolean silent;
    private boolean dead;
    private int sockets;

    private Wire(Person person) {
        this.person = person;
    }

    /** Sits between a person's page, which is not yet open, and the server. */
    static Wire of(Person person) {
        Wire wire = new Wire(person);
        person.page.routeWebSocket(url -> url.endsWith("/signal"), wire::carry);
        return wire;
    }

    /** Holds back these frames from now on. */
    void hold(Predicate<String> frames) {
        holding = frames;
    }

    /** Waits until a frame of this type is held back. */
    void waitForHeld(String type) {
        person.page.waitForCondition(
                () -> held.stream().anyMatch(frame -> frame.startsWith("{\"type\":\"" + type + "\"")));
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

    /** Changes everything that the server says. */
    void changeAnswers(UnaryOperator<String> change) {
        changeAnswers = change;
    }

    /** Lets the server name these STUN and TURN servers, given in JSON. */
    void offerIceServers(String iceServers) {
        person.isOffered(iceServers);
        changeAnswers(frame -> frame.replace("\"iceServers\":[]", "\"iceServers\":" + iceServers));
    }

    /** Says something to the page as if it came from the server. */
    void tell(String frame) {
        page.send(frame);
    }

    /** Breaks the connection, as a network or a server does. What was held back is lost. */
    void cut() {
        end(3000);
    }

    /** Ends the connection with this code, as if the server had sent it. */
    void end(int code) {
        WebSocketRoute.CloseOptions end =
                new WebSocketRoute.CloseOptions().setCode(code).setReason("cut");
        held.clear();
        holding = frame -> false;
        server.close(end);
        page.close(end);
    }

    /** Breaks the connection, and lets none come about until it is mended. */
    void down() {
        down = true;
        cut();
    }

    /** Takes every connection from now on, and answers none until it is mended. */
    void silence() {
        silent = true;
    }

    void mend() {
        down = false;
        silent = false;
    }

    /** Swallows from now on whatever either says on this connection, and says nothing of it; a new one is in order. */
    void swallow() {
        dead = true;
    }

    /** How many connections the page has made. */
    int sockets() {
        return sockets;
    }

    private void carry(WebSocketRoute socket) {
        sockets++;
        if (down) {
            socket.close(new WebSocketRoute.CloseOptions().setCode(3001));
            return;
        }
        if (silent) {
            return;
        }
        dead = false;
        WebSocketRoute behind = socket.connectToServer();
        page = socket;
        server = behind;
        socket.onMessage(frame -> {
            if (isAlive(socket)) {
                pass(frame.text());
            }
        });
        behind.onMessage(frame -> {
            if (isAlive(socket)) {
                socket.send(changeAnswers.apply(frame.text()));
            }
        });
    }

    private boolean isAlive(WebSocketRoute socket) {
        return socket == page && !dead;
    }

    private void pass(String frame) {
        if (holding.test(frame)) {
            held.add(frame);
        } else {
            server.send(change.apply(frame));
        }
    }
}
