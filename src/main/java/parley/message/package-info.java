/**
 * The vocabulary of {@code parley.v1}: what may be said over the signalling WebSocket, its text form, and the
 * refusals. Knows nothing of rooms, lines or servers.
 */
package parley.message;
