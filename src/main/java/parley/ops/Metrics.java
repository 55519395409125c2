package parley.ops;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.TimeWindowMax;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.core.metrics.Histogram;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What is counted and measured, in one method for each thing that happens; what each means is in src/docs/WATCHING.md.
 * Thread-safe; starts no threads, and all meters are there from the start.
 */
@ApplicationScoped
public class Metrics {

    /** A high-water mark is that of the last three minutes, so that any number of readers see it, and it goes down again. */
    private static final int WINDOWS = 3;

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private static final long[] SETUP_MILLIS = {250, 500, 1000, 2000, 3000, 5000, 10_000, 30_000};
    private static final long[] RTT_MILLIS = {10, 25, 50, 100, 200, 300, 500, 1000, 2000};
    private static final double[] LOSS_RATIO = {0.001, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5};

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    private final Map<Relayed, Counter> relayed = Label.counters(
            registry, "parley.frames.relayed", "Messages passed on from one client to others", "type", Relayed.class);
    private final Map<Refused, Counter> refused =
            Label.counters(registry, "parley.refusals", "Connections and messages refused", "reason", Refused.class);
    private final Map<Ended, Counter> ended = Label.counters(
            registry, "parley.connections.ended", "Connections that the server has ended", "reason", Ended.class);
    private final Map<Resumed, Counter> resumes =
            Label.counters(registry, "parley.resumes", "Clients that came back", "outcome", Resumed.class);
    private final Map<IceFailure, Counter> iceFailures = Label.counters(
            registry, "parley.ice.failures", "Failed connections between peers, as they say", "kind", IceFailure.class);

    private final Timer setup =
            timer("parley.call.setup", "From Join to the first picture of somebody else", SETUP_MILLIS);
    private final Timer rtt = timer("parley.call.rtt", "There and back between two peers", RTT_MILLIS);
    /** Not Micrometer's own, which rounds up to a whole number before it looks for the bucket. */
    private final Histogram loss = Histogram.builder()
            .name("parley_call_loss_ratio")
            .help("The part of the packets that is lost between two peers")
            .classicOnly()
            .classicUpperBounds(LOSS_RATIO)
            .withoutExemplars()
            .register(registry.getPrometheusRegistry());

    private final TimeWindowMax lineFrames =
            highWater("parley.line.frames.max", "The most messages kept for one client");
    private final TimeWindowMax lineBytes = highWater("parley.line.bytes.max", "The most bytes kept for one client");

    /** Connections are counted by this. */
    public void connections(Supplier<Number> count) {
        gauge("parley.connections", "Open connections", count);
    }

    /** Rooms are counted by this. */
    public void rooms(Supplier<Number> count) {
        gauge("parley.rooms", "Rooms with somebody in them", count);
    }

    /** Peers in rooms are counted by this. */
    public void peers(Supplier<Number> count) {
        gauge("parley.peers", "Peers in rooms", count);
    }

    /** What is kept for all clients is measured by this, in bytes. */
    public void bytesOfLines(Supplier<Number> bytes) {
        gauge("parley.lines.bytes", "Bytes of the messages kept for all clients", bytes);
    }

    /** So much was kept for one client. */
    public void lineHeld(int frames, int bytes) {
        lineFrames.record(frames);
        lineBytes.record(bytes);
    }

    /** A message was passed on, be it to one or to many. */
    public void relayed(Relayed type) {
        relayed.get(type).increment();
    }

    /** A client was refused. */
    public void refused(Refused reason) {
        refused.get(reason).increment();
    }

    /** The server ends a connection. */
    public void ended(Ended reason) {
        ended.get(reason).increment();
    }

    /** A client came back. */
    public void cameBack(Resumed outcome) {
        resumes.get(outcome).increment();
    }

    /** A client saw somebody else, so long after it joined. */
    public void sawSomebody(Duration after) {
        setup.record(after);
    }

    /** A client measured the way to a peer and back. */
    public void measuredRtt(Duration rtt) {
        this.rtt.record(rtt);
    }

    /** A client measured what is lost, from 0 to 1. */
    public void measuredLoss(double ratio) {
        loss.observe(ratio);
    }

    /** A client could not reach a peer. */
    public void iceFailed(IceFailure kind) {
        iceFailures.get(kind).increment();
    }

    /** All of it in the text format of Prometheus, version 0.0.4. */
    public String scrape() {
        return registry.scrape();
    }

    private void gauge(String name, String meaning, Supplier<Number> value) {
        Gauge.builder(name, value).description(meaning).register(registry);
    }

    private TimeWindowMax highWater(String name, String meaning) {
        TimeWindowMax most = new TimeWindowMax(Clock.SYSTEM, WINDOW.toMillis(), WINDOWS);
        gauge(name, meaning, most::poll);
        return most;
    }

    private Timer timer(String name, String meaning, long... millis) {
        return Timer.builder(name)
                .description(meaning)
                .serviceLevelObjectives(
                        Arrays.stream(millis).mapToObj(Duration::ofMillis).toArray(Duration[]::new))
                .register(registry);
    }
}
