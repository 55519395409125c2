/**
 * Measurements against servers, by {@code mvn -Pbench verify}. {@link parley.bench.ServersBench} runs all contenders: a {@link
 * parley.bench.Contender} is a server and how its clients talk, which a {@link parley.bench.Trial} loads.
 */
package parley.bench;
