package parley.signaling;

import java.util.Map;
import parley.access.Secrets;
import parley.access.ServerKey;
import parley.line.Lines;
import parley.message.Samples;
import parley.ops.Settings;
import parley.room.FreshRooms;

/** A switchboard outside of a container, with the default settings. */
final class FreshSwitchboard {

    private static final Settings KEYED = Settings.of(Map.of("parley.key", "the key of the tests, thirty-two letters"));

    private FreshSwitchboard() {}

    /** Nobody there yet. */
    static Switchboard on(Lines lines) {
        Switchboard switchboard = new Switchboard();
        switchboard.lines = lines;
        switchboard.rooms = FreshRooms.on(lines);
        switchboard.codec = Samples.codec();
        switchboard.settings = new Settings();
        switchboard.secrets = new Secrets(new ServerKey(KEYED));
        return switchboard;
    }
}
