package parley.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import java.util.List;

/** What axe finds on a page against the Web Content Accessibility Guidelines. */
final class Accessibility {

    private static final List<String> WCAG_2_2_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private Accessibility() {}

    /** What violates WCAG 2.2 AA on the page as it is now: rule, element and remedy. */
    static List<String> violations(Person person) {
        return new AxeBuilder(person.page)
                .withTags(WCAG_2_2_AA).analyze().getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream()
                                .map(node -> rule.getId() + ": " + node.getHtml() + " " + node.getFailureSummary()))
                        .toList();
    }
}
