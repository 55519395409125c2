package parley.browser;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sound or pictures under way, as the page writes them or the browser counts them.
 *
 * @param bitrate in bits per second
 * @param fps pictures per second; 0 for sound
 */
record Flow(double bitrate, double fps) {

    /** All of the first connection by kind and direction, as the browser counts it in two seconds: bitrate and pictures. */
    static final String COUNTED = """
            async () => {
              const count = async () => new Map([...(await window.connections[0].getStats()).values()]
                .filter(({ type }) => type === 'inbound-rtp' || type === 'outbound-rtp')
                .map((it) => [`${it.kind} ${it.type === 'inbound-rtp' ? 'received' : 'sent'}`, {
                  seconds: it.timestamp / 1000,
                  bits: 8 * (it.bytesReceived ?? it.bytesSent),
                  pictures: it.framesDecoded ?? it.framesEncoded ?? 0,
                }]));
              const before = await count();
              await new Promise((resolve) => setTimeout(resolve, 2000));
              const now = await count();
              const rate = (flow, name) => (now.get(flow)[name] - before.get(flow)[name]) / (now.get(flow).seconds - before.get(flow).seconds);
              return Object.fromEntries([...now.keys()].map((flow) => [flow, [rate(flow, 'bits'), rate(flow, 'pictures')]]));
            }
            """;

    private static final double TOLERANCE = 0.3;
    private static final Pattern WRITTEN = Pattern.compile("(?:(\\d+) fps · )?([\\d.]+) ([kM])bit/s");

    /** As the page writes it. */
    static Flow written(String text) {
        Matcher matcher = WRITTEN.matcher(text.replace(",", ""));
        if (!matcher.find()) {
            throw new AssertionError("no figures: " + text);
        }
        double unit = matcher.group(3).equals("k") ? 1e3 : 1e6;
        return new Flow(
                unit * Double.parseDouble(matcher.group(2)),
                matcher.group(1) == null ? 0 : Double.parseDouble(matcher.group(1)));
    }

    /** As the browser counts it. */
    static Flow counted(List<Number> rates) {
        return new Flow(rates.get(0).doubleValue(), rates.get(1).doubleValue());
    }

    /** Whether both are about the same, and not nothing. */
    boolean isAbout(Flow other) {
        return bitrate > 0 && areNear(bitrate, other.bitrate) && areNear(fps, other.fps);
    }

    private static boolean areNear(double one, double other) {
        return Math.abs(one - other) <= TOLERANCE * Math.max(one, other);
    }
}
