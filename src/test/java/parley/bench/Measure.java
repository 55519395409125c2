package parley.bench;

/** What is measured at a server, and how it is written. */
enum Measure {
    CALL_CPU("CPU per established call", "µs", "%.0f"),
    CALL_BYTES("Bytes per established call", "B", "%.0f"),
    CALL_FRAMES("Relayed frames per call, counted in the browser", "", "%.0f"),
    PICTURE("From the click to both pictures in Chromium", "ms", "%.0f"),
    FRAME_CPU("CPU per relayed frame of 1 KB", "µs", "%.1f"),
    FRAME_BYTES("Bytes per relayed frame of 1 KB, there and on", "B", "%.0f"),
    LATENCY_MEDIAN("Latency of a frame at " + Load.PER_SECOND + " a second, p50", "ms", "%.2f"),
    LATENCY_TAIL("Latency of a frame at " + Load.PER_SECOND + " a second, p99", "ms", "%.2f"),
    HANDSHAKE_CPU("CPU per handshake and close", "µs", "%.0f"),
    HANDSHAKES("Handshakes per second", "1/s", "%.0f"),
    IDLE_MEMORY("Resident memory per idle connection", "KB", "%.1f"),
    IDLE_HEAP("Heap per idle connection, garbage collected", "KB", "%.1f"),
    RETURN("Until all are back who lost their connections at once", "ms", "%.0f"),
    RETURN_CPU("CPU per client that comes back", "µs", "%.0f"),
    START("From the start of the process until it is ready", "s", "%.2f");

    final String title;
    final String unit;
    final String format;

    Measure(String title, String unit, String format) {
        this.title = title;
        this.unit = unit;
        this.format = format;
    }

    /** The title with its unit. */
    String heading() {
        return unit.isEmpty() ? title : title + ", " + unit;
    }
}
