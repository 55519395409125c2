package parley.container;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A call of three from beginning to end, one step after the other, those of whom there are proxies by way of them. */
final class ThreePeers implements AutoCloseable {

    static final List<String> NAMES = List.of("Ada", "Bob", "Eve");

    private static final String CANDIDATES = "{'type':'candidates','to':'%s','candidates':"
            + "[{'candidate':'candidate:%s','sdpMid':'0','sdpMLineIndex':0},{'candidate':''}]}";

    private final List<ResumingCaller> everybody = new ArrayList<>();
    private final Server server;
    private final Map<String, CuttingProxy> proxies;
    private final String room;

    ThreePeers(Server server, Map<String, CuttingProxy> proxies, String room) {
        this.server = server;
        this.proxies = proxies;
        this.room = room;
    }

    /** What each heard, by its name, with names in place of ids. */
    Map<String, List<String>> heard() {
        Map<String, List<String>> heard = new TreeMap<>();
        for (int i = 0; i < NAMES.size(); i++) {
            heard.put(
                    NAMES.get(i),
                    everybody.get(i).heard().stream().map(this::named).toList());
        }
        return heard;
    }

    private String named(String frame) {
        String named = frame.replace("\"" + room + "\"", "\"the room\"");
        for (int i = 0; i < NAMES.size(); i++) {
            named = named.replace(everybody.get(i).id(), NAMES.get(i));
        }
        return named;
    }

    /** What the welcomes said on which it mattered. */
    List<Boolean> resumed() {
        return everybody.stream().flatMap(caller -> caller.resumed().stream()).toList();
    }

    void settle() {
        everybody.forEach(ResumingCaller::settle);
    }

    void call() {
        ResumingCaller ada = enter("Ada");
        ResumingCaller bob = enter("Bob");
        ada.expect("peer-joined");
        ResumingCaller eve = enter("Eve");
        ada.expect("peer-joined");
        bob.expect("peer-joined");

        negotiate(bob, ada);
        negotiate(eve, ada);
        negotiate(eve, bob);
        ada.tell("{'type':'state','audio':false,'video':true,'screen':false,'hand':false}");
        bob.expect("state");
        eve.expect("state");
        settle();

        bob.say("nonsense");
        bob.expect("error");
        bob.tell("{'type':'offer','to':'nobody','sdp':'v=0'}");
        bob.expect("error");
        negotiate(ada, eve);

        bob.leave();
        bob.expect("left");
        ada.expect("peer-left");
        eve.expect("peer-left");
        eve.tell("{'type':'look','room':'%s'}", room);
        eve.expect("room");
        bob.join(room);
        bob.expect("joined");
        ada.expect("peer-joined");
        eve.expect("peer-joined");
        negotiate(bob, eve);
        negotiate(bob, ada);
        eve.tell("{'type':'state','audio':true,'video':false,'screen':true,'hand':true}");
        ada.expect("state");
        bob.expect("state");
        settle();
    }

    /** All three say so many numbered things to each other without waiting, and confirm now and then. */
    void burst(int count) {
        NAMES.forEach(this::enter);
        everybody.get(0).awaitHeard(3);
        everybody.get(1).awaitHeard(2);
        for (int number = 1; number <= count; number++) {
            for (ResumingCaller from : everybody) {
                for (ResumingCaller to : everybody) {
                    if (from != to) {
                        from.tell("{'type':'offer','to':'%s','sdp':'%d'}", to.id(), number);
                    }
                }
                if (number % 8 == 0) {
                    from.confirm();
                }
            }
        }
        everybody.get(0).awaitHeard(3 + 2 * count);
        everybody.get(1).awaitHeard(2 + 2 * count);
        everybody.get(2).awaitHeard(1 + 2 * count);
        settle();
    }

    private ResumingCaller enter(String name) {
        int port = proxies.containsKey(name)
                ? proxies.get(name).port()
                : server.signal().getPort();
        ResumingCaller caller = new ResumingCaller(server, port, name);
        everybody.add(caller);
        caller.join(room);
        caller.expect("joined");
        return caller;
    }

    private static void negotiate(ResumingCaller caller, ResumingCaller callee) {
        caller.tell("{'type':'offer','to':'%s','sdp':'v=0\\r\\n'}", callee.id());
        callee.expect("offer");
        callee.tell("{'type':'answer','to':'%s','sdp':'v=0 answer'}", caller.id());
        caller.expect("answer");
        caller.tell(CANDIDATES, callee.id(), 1);
        callee.expect("candidates");
        callee.tell(CANDIDATES, caller.id(), 2);
        caller.expect("candidates");
    }

    @Override
    public void close() {
        proxies.values().forEach(CuttingProxy::calm);
        everybody.forEach(ResumingCaller::close);
        proxies.values().forEach(CuttingProxy::close);
    }
}
