/**
 * What {@code mvn package payara-micro:start} runs before and after Payara Micro: it refuses used ports, makes the
 * certificate and says where to click. It is packed beside the server, not into the WAR.
 */
package parley.launcher;
