package parley.signaling;

import java.util.Map;
import parley.access.Admission;
import parley.access.Secrets;
import parley.access.ServerKey;
import parley.line.Lines;
import parley.message.MessageCodec;
import parley.message.Samples;
import parley.ops.Metrics;
import parley.ops.Settings;
import parley.room.FreshRooms;

/** A switchboard outside of a container, with the default settings. */
final class FreshSwitchboard {

    private static final Settings KEYED = Settings.of(Map.of("parley.key", "the key of the tests, thirty-two letters"));

    // Made once: a model test needs thousands of switchboards.
    private static final MessageCodec CODEC = Samples.codec();
    private static final Metrics METRICS = new Metrics();
    private static final Secrets SECRETS = new Secrets(new ServerKey(KEYED));

    private FreshSwitchboard() {}

    /** Nobody there yet. */
    static Switchboard on(Lines lines) {
        Whereabouts whereabouts = new Whereabouts();
        whereabouts.lines = lines;
        whereabouts.rooms = FreshRooms.on(lines);
        whereabouts.admission = new Admission(KEYED);
        whereabouts.metrics = METRICS;
        Switchboard switchboard = new Switchboard();
        switchboard.rooms = whereabouts.rooms;
        switchboard.codec = CODEC;
        switchboard.settings = KEYED;
        switchboard.admission = whereabouts.admission;
        switchboard.metrics = METRICS;
        switchboard.whereabouts = whereabouts;
        switchboard.greeting = greeting(whereabouts);
        return switchboard;
    }

    private static Greeting greeting(Whereabouts whereabouts) {
        Greeting greeting = new Greeting();
        greeting.lines = whereabouts.lines;
        greeting.rooms = whereabouts.rooms;
        greeting.whereabouts = whereabouts;
        greeting.codec = CODEC;
        greeting.settings = KEYED;
        greeting.secrets = SECRETS;
        greeting.admission = whereabouts.admission;
        greeting.metrics = METRICS;
        return greeting;
    }

    /** An endpoint before it, for one connection. */
    static SignalingEndpoint endpoint(Switchboard switchboard) {
        SignalingEndpoint endpoint = new SignalingEndpoint();
        endpoint.switchboard = switchboard;
        endpoint.whereabouts = switchboard.whereabouts;
        endpoint.codec = switchboard.codec;
        endpoint.lines = switchboard.whereabouts.lines;
        endpoint.admission = switchboard.admission;
        endpoint.metrics = switchboard.metrics;
        return endpoint;
    }
}
