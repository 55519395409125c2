package parley.browser;

/** For scripts that wait in the page. */
final class Until {

    /** Within an asynchronous function: {@code until} waits for a condition, at most 20 s. */
    static final String SCRIPT = """
              const until = async (condition) => {
                const end = performance.now() + 20_000;
                while (!condition()) {
                  if (performance.now() > end) throw new Error(`it never came true: ${condition}`);
                  await new Promise((resolve) => setTimeout(resolve, 5));
                }
              };
            """;

    private Until() {}
}
