package parley.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import java.util.List;

/** What axe finds on a page against the Web Content Accessibility Guidelines. */
final class Accessibility {

    private static final List<String> WCAG_2_2_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /** Not by the builder's own way, which opens a window for each result and takes a failure for an empty one. */
    private static final String RUN = """
            async (tags) => {
              const { violations } = await axe.run({ runOnly: tags, resultTypes: ['violations'] });
              return violations.flatMap(({ id, nodes }) => nodes.map((it) => `${id}: ${it.html} ${it.failureSummary}`));
            }
            """;

    private Accessibility() {}

    /** What violates WCAG 2.2 AA on the page as it is now: rule, element and remedy. */
    static List<?> violations(Person person) {
        if (!(Boolean) person.page.evaluate("() => 'axe' in window")) {
            person.page.evaluate("() => {" + AxeBuilder.getAxeScript() + "}");
        }
        return (List<?>) person.page.evaluate(RUN, WCAG_2_2_AA);
    }
}
