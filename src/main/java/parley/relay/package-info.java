/** The tutorial's own protocol: whatever a socket says goes to all others of its room, unread. */
package parley.relay;
