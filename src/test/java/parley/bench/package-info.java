/** Measurements against a server, by {@code mvn -Pbench verify}. */
package parley.bench;
