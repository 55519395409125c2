package parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ChatIT extends DeployedTest {

    private static final Predicate<String> OFFERS = frame -> frame.contains("\"type\":\"offer\"");

    private static final String OVERRIDE = "\u202E";

    /** What the page makes of each text: the addresses that one can click, and all of it as it is read. */
    private static final String LINKED = """
            async (texts) => {
              const { linked } = await import('./view/chat/links.js');
              const { html, render } = await import('./lib/lit-html.js');
              return texts.map((text) => {
                const box = document.createElement('p');
                render(html`${linked(text)}`, box);
                const links = [...box.querySelectorAll('a')];
                const safe = links.every((it) => it.rel === 'noopener noreferrer' && it.target === '_blank');
                const same = links.every((it) => it.textContent === it.getAttribute('href'));
                if (!safe || !same || box.textContent !== text) throw new Error(box.innerHTML);
                return links.map((it) => it.getAttribute('href')).join(' ');
              });
            }
            """;

    /** Scrolls, and waits until the page has noticed. */
    private static final String SCROLL_UP = """
            (list) => new Promise((noticed) => {
              list.addEventListener('scroll', noticed, { once: true });
              list.scrollTo(0, 40);
            }).then(() => true)
            """;

    /** Says in each of its chat messages that it is somebody else. */
    private static final String LIES = """
            () => {
              const send = RTCDataChannel.prototype.send;
              RTCDataChannel.prototype.send = function (data) {
                const lie = '"type":"chat","from":"Ada","name":"Ada","id":"Ada"';
                return send.call(this, data.replace('"type":"chat"', lie));
              };
            }
            """;

    /** How an input method says that Enter has chosen one of its proposals. */
    private static final String CHOOSES_A_PROPOSAL = """
            (box) => box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }))
            """;

    /** How one says, in Safari the second way, that Escape has taken its proposals back. */
    private static final String TAKES_PROPOSALS_BACK = """
            (box) => [{ isComposing: true }, { keyCode: 229 }].forEach((how) =>
              box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, ...how })))
            """;

    /** Puts the page into the background, or shows it again. */
    private static final String SHOW = """
            (shown) => {
              Object.defineProperty(document, 'visibilityState', { value: shown ? 'visible' : 'hidden', configurable: true });
              document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
            }
            """;

    @Test
    void what_one_writes_the_other_reads_as_text_and_in_order() {
        Person ada = person("Ada").joins("chat");
        Person grace = person("Grace").joins("chat");
        assertThat(ada.tileOf("Grace")).isVisible();
        String longest = "long ".repeat(1999) + "text.";
        ada.button("Chat").click();
        assertThat(ada.page.getByText("Who joins later sees only what comes after"))
                .isVisible();

        writes(ada, "<img src=x onerror=\"window.broken = true\">");
        writes(ada, "two\nlines");
        writes(ada, "photo" + OVERRIDE + "gpj.exe");
        writes(ada, "see https://example.org/a_(b), not javascript:alert(1)");
        writes(ada, longest);

        assertThat(grace.button("Chat").locator(".badge")).hasText("5");
        assertThat(grace.button("Chat")).hasAttribute("aria-description", "5 new");
        assertThat(grace.page.locator("#announcer")).containsText("Ada says: long");
        grace.page.keyboard().press("c");
        assertThat(said(grace)).hasText(new String[] {
            "<img src=x onerror=\"window.broken = true\">",
            "two lines",
            "photogpj.exe",
            "see https://example.org/a_(b), not javascript:alert(1)",
            longest
        });
        assertThat(grace.button("Chat").locator(".badge")).hasCount(0);
        assertThat(grace.page.locator(".conversation .by bdi")).hasText(new String[] {"Ada"});
        assertThat(said(grace).locator("img")).hasCount(0);
        assertThat(said(grace).locator("a")).hasCount(1);
        assertThat(grace.page.evaluate("() => window.broken")).isNull();

        // The panel is open by now, so that nothing is unread, and typing letters does not press keys.
        writes(grace, "my camera");
        assertThat(said(ada).last()).hasText("my camera");
        assertThat(ada.page.locator(".conversation .by bdi")).hasText(new String[] {"You", "Grace"});
        assertThat(ada.button("Chat").locator(".badge")).hasCount(0);

        Person linus = person("Linus").joins("chat");
        linus.button("Chat").click();
        assertThat(linus.page.getByText("Who joins later sees only what comes after"))
                .isVisible();
        Media.flowsTo(linus, 2);
        writes(ada, "for all three");
        assertThat(said(linus)).hasText(new String[] {"for all three"});
        assertThat(said(grace)).hasCount(7);
        assertThat(List.of(ada, grace, linus))
                .allSatisfy(person -> assertThat(person.errors()).isEmpty());
    }

    @Test
    void what_comes_while_the_page_is_in_the_background_is_unread_until_it_is_shown_and_the_title_tells() {
        Person ada = person("Ada").joins("background");
        Person grace = person("Grace").joins("background");
        assertThat(ada.tileOf("Grace")).isVisible();
        ada.button("Chat").click();
        grace.button("Chat").click();
        writes(ada, "seen");
        assertThat(said(grace)).hasCount(1);
        assertThat(grace.page).hasTitle("background – Parley");

        grace.page.evaluate(SHOW, false);
        writes(ada, "one");
        writes(ada, "two");

        assertThat(grace.page).hasTitle("(2) background – Parley");
        assertThat(grace.button("Chat").locator(".badge")).hasText("2");
        grace.page.evaluate(SHOW, true);
        assertThat(grace.page).hasTitle("background – Parley");
        assertThat(grace.button("Chat").locator(".badge")).hasCount(0);
        assertThat(said(grace)).hasCount(3);
    }

    @Test
    void what_is_written_before_there_is_a_connection_arrives_once_there_is() {
        Person ada = person("Ada").joins("not-yet");
        ada.button("Chat").click();
        assertThat(ada.page.getByText("Nobody else is here to read it.")).isVisible();
        writesInVain(ada, "anybody?");
        Person grace = person("Grace");
        Wire wire = Wire.of(grace);
        grace.opens("not-yet");
        wire.hold(OFFERS);
        grace.button("Join").click();
        wire.waitForHeld("offer");
        assertThat(ada.tileOf("Grace")).isVisible();

        List.of("one", "two", "three").forEach(text -> writes(ada, text));
        grace.button("Chat").click();
        assertThat(said(grace)).hasCount(0);
        wire.release();

        assertThat(said(grace)).hasText(new String[] {"one", "two", "three"});
        writes(ada, "four");
        assertThat(said(grace)).hasText(new String[] {"one", "two", "three", "four"});
    }

    @Test
    void who_claims_another_name_is_shown_by_its_own() {
        Person ada = person("Ada").joins("liar");
        Person mallory = person("Mallory").joins("liar");
        ada.button("Chat").click();
        mallory.button("Chat").click();
        mallory.page.evaluate(LIES);

        writes(mallory, "I am Ada");

        assertThat(said(ada)).hasText(new String[] {"I am Ada"});
        assertThat(ada.page.locator(".conversation .by bdi")).hasText(new String[] {"Mallory"});
    }

    @Test
    void writing_is_forgiving_and_reading_is_left_in_peace() {
        Person ada = person("Ada").joins("writing");
        Person grace = person("Grace").joins("writing");
        ada.button("Chat").click();
        grace.button("Chat").click();
        assertThat(ada.tileOf("Grace")).isVisible();
        Locator box = ada.textBox("Message");

        box.fill("x".repeat(10_003));
        box.press("Enter");
        assertThat(ada.page.getByText("A message has at most 10,000 characters; this is 3 too many."))
                .isVisible();
        assertThat(said(ada)).hasCount(0);
        box.fill("nihao");
        box.evaluate(CHOOSES_A_PROPOSAL);
        box.evaluate(TAKES_PROPOSALS_BACK);
        box.press("Shift+Enter");
        assertThat(said(ada)).hasCount(0);
        assertThat(box).hasValue("nihao\n");
        ada.button("Close").click();
        ada.button("Chat").click();
        assertThat(box).hasValue("nihao\n");
        assertThat(box).isFocused();
        box.press("Enter");
        assertThat(said(grace)).hasText(new String[] {"nihao"});

        writes(ada, "tall\n".repeat(100) + "end");
        assertThat(said(grace)).hasCount(2);
        assertThat(scroll(grace)).isEqualTo("at the end");
        grace.page.locator(".conversation").evaluate(SCROLL_UP);
        writes(ada, "while she reads");
        assertThat(said(grace)).hasCount(3);
        assertThat(scroll(grace)).isEqualTo("40");
        writes(grace, "my own");
        assertThat(said(grace)).hasCount(4);
        assertThat(scroll(grace)).isEqualTo("at the end");
    }

    @Test
    void only_what_is_an_address_can_be_clicked() {
        Map<String, String> links = Map.ofEntries(
                Map.entry("https://example.org", "https://example.org"),
                Map.entry("(see http://a.example/x?y=1&z=(2)#3).", "http://a.example/x?y=1&z=(2)#3"),
                Map.entry("\"https://a.example/\", 'https://b.example/'!", "https://a.example/ https://b.example/"),
                Map.entry("请看https://a.example/路径。", "https://a.example/"),
                Map.entry("mailto:ada@example.org", "mailto:ada@example.org"),
                Map.entry("javascript:alert(1) data:text/html,x ftp://a.example file:///etc/passwd", ""),
                Map.entry("https://", ""),
                Map.entry("https://bank.example@evil.example/", ""),
                Map.entry("https://p\u0430ypal.example/", ""),
                Map.entry("https://a.example/" + ")".repeat(9000), "https://a.example/"),
                Map.entry("HTTPS://A.example/" + OVERRIDE + "moc", "HTTPS://A.example/"));
        List<String> texts = List.copyOf(links.keySet());
        Person ada = person("Ada").opensPage("");

        assertThat(ada.page.evaluate(LINKED, texts))
                .isEqualTo(texts.stream().map(links::get).toList());
    }

    private static void writes(Person person, String text) {
        int before = said(person).count();
        writesInVain(person, text);
        assertThat(said(person)).hasCount(before + 1);
    }

    private static void writesInVain(Person person, String text) {
        person.textBox("Message").fill(text);
        person.textBox("Message").press("Enter");
    }

    private static Locator said(Person person) {
        return person.page.locator(".conversation .said");
    }

    private static String scroll(Person person) {
        return (String) person.page
                .locator(".conversation")
                .evaluate("(list) => list.scrollHeight - list.scrollTop - list.clientHeight < 2 ? 'at the end'"
                        + " : String(list.scrollTop)");
    }
}
