/**
 * What runs before and after Payara Micro: it refuses used ports and certificates that are of no use, makes a certificate
 * where there is none and says where to click. It is packed beside the server, not into the WAR.
 */
package parley.launcher;
