package parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LanguagesIT extends DeployedTest {

    private static final Path PAGE = Path.of("src", "main", "webapp");

    /** A key where it is used: in full, or with a part that is put in. */
    private static final Pattern KEY =
            Pattern.compile("['\"`]([a-z]+(?:\\.(?:[a-z0-9-]+|\\$\\{[^`]*?\\}))+|\\$\\{\\w+\\}(?:\\.[a-z-]+)+)['\"`]");

    /** The same words in brackets: what is shown without them comes from no table. */
    private static final String BRACKETED = """
            import { en } from './en.js';
            const bracketed = (entry) => typeof entry === 'function' ? (values) => `⟦${entry(values)}⟧` : `⟦${entry}⟧`;
            export const zh = Object.fromEntries(Object.entries(en).map(([key, entry]) => [key, bracketed(entry)]));
            """;

    /** All that is shown or read out but is no word of a table, nor what people or devices are called. */
    private static final String NOT_OF_A_TABLE = """
            () => {
              const found = [];
              const stripped = (text) => {
                let before;
                do {
                  before = text;
                  text = text.replace(/⟦[^⟦⟧]*⟧/gu, '');
                } while (text !== before);
                // Units and codecs are the same everywhere.
                const same = /\\b(ms|[kM]bit|fps|VP8|opus|host|UDP|[kM]B)\\b/gu;
                return text.replace(same, '').replace(/Ada|Grace|Parley|English|中文|bracketed|RTCPeerConnection|[Ff]ake[\\w ]*/gu, '');
              };
              const look = (where, text) => {
                if (/\\p{L}{2}/u.test(stripped(text ?? ''))) found.push(`${where}: ${text.trim()}`);
              };
              for (const it of document.querySelectorAll('body *')) {
                if (it.closest('script, noscript, .avatar, kbd, .said') || !it.checkVisibility()) continue;
                for (const name of ['aria-label', 'aria-description', 'title', 'placeholder', 'alt']) look(name, it.getAttribute(name));
                if ([...it.childNodes].some((node) => node.nodeType === Node.TEXT_NODE)) {
                  const own = [...it.childNodes].map((node) => node.nodeType === Node.TEXT_NODE ? node.data : ' ').join('');
                  if (!/^[^⟦]*⟧|⟦[^⟧]*$/u.test(own.trim())) look(it.tagName, own);
                }
              }
              look('title of the page', document.title);
              return found;
            }
            """;

    private static final String FAULTS_OF_THE_TABLES = """
            async () => {
              const [{ en }, { zh }] = await Promise.all([import('./i18n/en.js'), import('./i18n/zh.js')]);
              const faults = [];
              const places = (entry) => [...String(entry).matchAll(/\\{(\\w+)\\}/g)].map(([, place]) => place).sort().join();
              for (const key of new Set([...Object.keys(en), ...Object.keys(zh)])) {
                if (!(key in en) || !(key in zh)) faults.push(`${key} is in one table only`);
                else if (typeof en[key] === 'string' && typeof zh[key] === 'string') {
                  if (places(en[key]) !== places(zh[key])) faults.push(`${key} has other places in Chinese`);
                  if (!zh[key].trim() || !en[key].trim()) faults.push(`${key} is empty`);
                }
              }
              return faults;
            }
            """;

    @Test
    void the_tables_have_the_same_keys_and_places() {
        Person ada = person("Ada").opensPage("");

        assertThat((List<?>) ada.page.evaluate(FAULTS_OF_THE_TABLES)).isEmpty();
    }

    @Test
    void each_key_that_is_used_is_in_the_tables_and_each_in_the_tables_is_used() {
        Person ada = person("Ada").opensPage("");
        @SuppressWarnings("unchecked") // strings, as they come from JSON
        Collection<String> keys =
                (Collection<String>) ada.page.evaluate("async () => Object.keys((await import('./i18n/en.js')).en)");
        Collection<String> sections =
                keys.stream().map(key -> key.split("\\.")[0]).collect(Collectors.toSet());
        Collection<String> used = used();

        assertThat(used.stream().filter(key -> !key.contains("$") && sections.contains(key.split("\\.")[0])))
                .isSubsetOf(keys);
        assertThat(keys).allMatch(key -> used.stream().anyMatch(use -> stands(use, key)));
    }

    @Test
    void everything_that_is_shown_is_in_the_tables() {
        Person grace = person("Grace").joins("bracketed");
        Person ada = person("Ada", new NewContextOptions().setLocale("zh-CN"));
        ada.page.route(
                "**/i18n/zh.js",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/javascript")
                        .setBody(BRACKETED)));
        Tour tour = new Tour(
                ada,
                screen -> assertThat((List<?>) ada.page.evaluate(NOT_OF_A_TABLE))
                        .as(screen)
                        .isEmpty());
        tour.check();
        tour.checked();
        ada.opensPage("#/room/bracketed");
        tour.unsupported();
        tour.before();
        tour.joins();
        Media.flowsTo(ada, 1);
        grace.button("Mute").click();

        tour.during();
        tour.busy(grace);
    }

    @Test
    void the_page_speaks_the_language_of_the_browser_until_another_is_chosen() {
        Person ada = person("Ada", new NewContextOptions().setLocale("zh-TW")).opensPage("");
        assertThat(ada.button("加入")).isVisible();
        assertThat(ada.page.locator("html")).hasAttribute("lang", "zh");

        ada.page.getByLabel("语言").selectOption("English");

        assertThat(ada.button("Join")).isVisible();
        assertThat(ada.page.locator("html")).hasAttribute("lang", "en");
        ada.page.reload();
        assertThat(ada.button("Join")).isVisible();
    }

    private static Collection<String> used() {
        try (Stream<Path> files = Files.walk(PAGE)) {
            return files.filter(file ->
                            file.toString().endsWith(".js") && !file.getParent().endsWith("i18n"))
                    .flatMap(file -> KEY.matcher(text(file)).results())
                    .map(MatchResult::group)
                    .map(quoted -> quoted.substring(1, quoted.length() - 1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean stands(String use, String key) {
        String pattern = Stream.of(use.split("\\$\\{[^}]*\\}", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining("[a-z0-9.-]+"));
        return key.matches(pattern);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
