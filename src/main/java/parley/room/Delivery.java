package parley.room;

import java.util.Collection;
import parley.message.ServerMessage;

/** One message and the ids of the peers it goes to. */
record Delivery(Collection<String> to, ServerMessage message) {}
