/** The protocol {@code parley.v1}: from a socket's callback to the one method that answers a message. */
package parley.signaling;
