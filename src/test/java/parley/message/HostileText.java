package parley.message;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts made to break whoever reads them: damaged messages, JSON of any shape, and what is dear to parse. */
public final class HostileText {

    private static final List<String> SAMPLES =
            Samples.OF_TYPE.values().stream().sorted().toList();
    private static final List<String> TYPES =
            Samples.OF_TYPE.keySet().stream().sorted().toList();
    private static final List<String> FIELDS = List.of(
            "type",
            "name",
            "room",
            "to",
            "sdp",
            "candidates",
            "candidate",
            "sdpMLineIndex",
            "audio",
            "hand",
            "received",
            "setup",
            "loss",
            "failed",
            "resume",
            "peer",
            "secret",
            "",
            "x");
    private static final List<String> SPLINTERS = List.of(
            "\0",
            "\uFEFF",
            "\uD83D",
            "\uDE00",
            "\\uD83D",
            "\\u0000",
            "\u202E",
            "\u2028",
            "\uFFFF",
            "\"",
            "\\",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "null",
            "true",
            "-",
            "1e999999999",
            "-1e-999999999",
            "0x1",
            "NaN",
            "Infinity",
            "//",
            "/*",
            "\"type\":\"leave\",",
            "\"received\":",
            "{\"type\":\"join\"}",
            "\n",
            "\r",
            " ",
            "'",
            "\u00A0",
            "林",
            "👩‍💻");
    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "1",
            "-1",
            "1.5",
            "1e5",
            "1E+2",
            "1e-1",
            "1e99999999",
            "1e9999999",
            "1e999999999",
            "-1e999999999",
            "1e-999999999",
            "1e2147483647",
            "1e2147483648",
            "1e-2147483649",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "1000000000000000000",
            "2147483648",
            "01",
            "1.",
            ".5",
            "+1",
            "1e",
            "0e0",
            "--1");

    private HostileText() {}

    /** The next such text. One in a hundred is as long as a frame may be, or longer. */
    public static String next(Random random) {
        return switch (random.nextInt(100)) {
            case 0 -> dear(random);
            case 1, 2, 3, 4, 5 -> noise(random);
            case 6, 7, 8, 9 -> truncated(random, pick(random, SAMPLES));
            default -> random.nextInt(3) == 0 ? damaged(random, pick(random, SAMPLES)) : structure(random);
        };
    }

    private static String damaged(Random random, String text) {
        StringBuilder damaged = new StringBuilder(text);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int from = random.nextInt(damaged.length() + 1);
            int to = Math.min(damaged.length(), from + random.nextInt(12));
            switch (random.nextInt(5)) {
                case 0 -> damaged.insert(from, pick(random, SPLINTERS));
                case 1 -> damaged.delete(from, to);
                case 2 -> damaged.insert(from, damaged.substring(from, to));
                case 3 -> damaged.replace(from, to, pick(random, SPLINTERS));
                default -> damaged.insert(from, (char) random.nextInt(Character.MAX_VALUE + 1));
            }
        }
        return damaged.toString();
    }

    private static String truncated(Random random, String text) {
        return text.substring(0, random.nextInt(text.length()));
    }

    private static String noise(Random random) {
        return random.ints(random.nextInt(40))
                .mapToObj(i -> (i & 3) == 0 ? pick(random, SPLINTERS) : String.valueOf((char) (i >>> 16)))
                .collect(Collectors.joining());
    }

    private static String structure(Random random) {
        if (random.nextInt(2) == 0) {
            // A good message but for one value, or with one more field.
            String sample = pick(random, SAMPLES);
            int from = sample.indexOf(':', random.nextInt(sample.length())) + 1;
            return random.nextBoolean() && from > 0
                    ? sample.substring(0, from) + value(random, 2) + sample.substring(end(sample, from))
                    : sample.substring(0, sample.length() - 1) + "," + quoted(pick(random, FIELDS)) + ":"
                            + value(random, 2) + "}";
        }
        String type = random.nextInt(20) == 0 ? value(random, 3) : quoted(pick(random, TYPES));
        return "{\"type\":" + type + (random.nextInt(6) == 0 ? "" : "," + fields(random, 3)) + "}";
    }

    private static int end(String sample, int from) {
        int comma = sample.indexOf(",\"", from);
        return comma < 0 ? sample.length() - 1 : comma;
    }

    private static String fields(Random random, int depth) {
        // Rarely a key twice: that alone is refused.
        int first = random.nextInt(FIELDS.size());
        int step = random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(3);
        return IntStream.rangeClosed(0, random.nextInt(5))
                .mapToObj(i -> quoted(FIELDS.get((first + i * step) % FIELDS.size())) + ":" + value(random, depth))
                .collect(Collectors.joining(","));
    }

    private static String value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 30 : 22)) {
            case 0 -> pick(random, NUMBERS);
            case 1 -> quoted(pick(random, SPLINTERS));
            case 2 -> "7".repeat(random.nextInt(1_200));
            case 3, 4, 5, 6 -> String.valueOf(random.nextLong() >> random.nextInt(64));
            case 7, 8, 9 -> String.valueOf(random.nextBoolean());
            case 10, 11 -> "null";
            case 12 -> quoted(pick(random, FIELDS).repeat(random.nextInt(20)));
            case 13, 14, 15, 16, 17, 18, 19, 20, 21 -> quoted(pick(random, FIELDS));
            case 22, 23, 24 -> "{" + fields(random, depth - 1) + "}";
            case 25, 26 -> "[{\"candidate\":" + value(random, 0) + "}]";
            default -> "[" + value(random, depth - 1) + "," + value(random, depth - 1) + "]";
        };
    }

    /** What is long, deep, or wide. */
    private static String dear(Random random) {
        int size = random.nextInt(4) == 0 ? random.nextInt(100_000) : random.nextInt(10_000);
        return switch (random.nextInt(9)) {
            case 0 -> "[".repeat(size);
            case 1 -> "{\"type\":\"leave\",\"x\":" + "{\"x\":".repeat(size / 5) + "1" + "}".repeat(size / 5 + 1);
            case 2 -> with(random, "7".repeat(size));
            case 3 -> with(random, "0." + "0".repeat(size) + "1e" + random.nextInt());
            case 4 -> with(random, "1e" + "0".repeat(size) + "9");
            case 5 -> with(random, quoted(pick(random, SPLINTERS).repeat(size / 4)));
            case 6 -> "{" + quoted("k".repeat(size)) + ":1,\"type\":\"leave\"}";
            // Keys of one hash code each.
            case 7 ->
                "{\"type\":\"leave\""
                        + IntStream.range(0, size / 32)
                                .mapToObj(i -> ",\""
                                        + Integer.toBinaryString(i | 1 << 12)
                                                .replace("0", "Aa")
                                                .replace("1", "BB") + "\":1")
                                .collect(Collectors.joining())
                        + "}";
            default ->
                "{\"type\":\"candidates\",\"to\":\"p1\",\"candidates\":[" + "{\"candidate\":\"\"},".repeat(size / 17)
                        + "null]}";
        };
    }

    private static String with(Random random, String value) {
        return "{\"type\":" + quoted(pick(random, TYPES)) + "," + quoted(pick(random, FIELDS)) + ":" + value + "}";
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    private static String pick(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
