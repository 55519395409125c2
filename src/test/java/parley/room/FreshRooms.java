package parley.room;

import parley.line.Lines;
import parley.message.MessageCodec;
import parley.ops.Settings;

/** A registry of rooms outside of a container, with the default settings. */
public final class FreshRooms {

    private FreshRooms() {}

    /** No rooms yet; what happens in them is told on these lines. */
    public static Rooms on(Lines lines) {
        Rooms rooms = new Rooms();
        rooms.lines = lines;
        rooms.codec = new MessageCodec();
        rooms.settings = new Settings();
        return rooms;
    }
}
