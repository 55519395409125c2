package parley.room;

import parley.line.Lines;
import parley.message.MessageCodec;
import parley.ops.Settings;

/** A registry of rooms outside of a container, with the default settings. */
public final class FreshRooms {

    private static final MessageCodec CODEC = new MessageCodec();
    private static final Settings DEFAULTS = new Settings();

    private FreshRooms() {}

    /** No rooms yet; what happens in them is told on these lines. */
    public static Rooms on(Lines lines) {
        Rooms rooms = new Rooms();
        rooms.lines = lines;
        rooms.codec = CODEC;
        rooms.settings = DEFAULTS;
        return rooms;
    }
}
