package parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Route;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyIT extends DeployedTest {

    /** What somebody would try who got markup into the page; true where it came to something. */
    private static final String ATTACK = """
            async (outside) => {
              const done = {};
              const script = document.createElement('script');
              script.textContent = 'window.inlineRan = true';
              document.head.append(script);
              const div = document.createElement('div');
              div.innerHTML = '<img src="nothing" onerror="window.handlerRan = true"><p style="color: red">';
              document.body.append(div);
              done.inline = window.inlineRan === true;
              done.style = div.querySelector('p').style.color !== '';
              // Not here: what a test evaluates is free to.
              done.evaluated = await new Promise((resolve) => setTimeout(() => {
                try { resolve(new Function('return true')()); } catch { resolve(false); }
              }));
              const loads = (tag, attributes) => new Promise((resolve) => {
                const element = Object.assign(document.createElement(tag), attributes);
                element.onload = () => resolve(true);
                element.onerror = () => resolve(false);
                document.head.append(element);
              });
              done.image = await loads('img', { src: `${outside}icon.svg` });
              done.script = await loads('script', { src: `${outside}preferences.js` });
              done.sheet = await loads('link', { rel: 'stylesheet', href: `${outside}css/base.css` });
              done.fetch = await fetch(outside, { mode: 'no-cors' }).then(() => true, () => false);
              done.own = await loads('img', { src: 'icon.svg' });
              done.handler = window.handlerRan === true;
              return Object.keys(done).filter((what) => done[what]);
            }
            """;

    @Test
    void what_is_inline_or_from_elsewhere_neither_runs_nor_loads() {
        Person ada = person("Ada").opensPage("");
        assertThat(ada.button("Join")).isVisible();

        assertThat(ada.page.evaluate(ATTACK, addressAt("parley.test"))).isEqualTo(List.of("own"));

        assertThat(ada.violations()).hasSizeGreaterThan(6);
        ada.forget();
    }

    @Test
    void a_page_is_embedded_only_by_those_who_may() {
        // To the browser, the embedding sites are somewhere in the internet, whose pages may not reach this computer.
        Browser browser = anotherBrowser(
                "--use-fake-device-for-media-stream",
                "--use-fake-ui-for-media-stream",
                "--disable-features=LocalNetworkAccessChecks");
        Person ada = person("Ada", browser);
        ada.page.route(url -> url.matches("http://(intranet|evil)\\.test/"), this::embedding);

        ada.opensLink(SharedServer.FRIEND + "/");
        FrameLocator frame = ada.page.frameLocator("iframe");
        assertThat(frame.getByText("Join a call")).isVisible();
        ada.opensLink("http://evil.test/");
        ada.page.waitForCondition(() -> ada.timesLogged("frame-ancestors 'self' " + SharedServer.FRIEND) > 0);
        assertThat(frame.getByText("Join a call")).hasCount(0);
        ada.forget();
    }

    private void embedding(Route route) {
        route.fulfill(new Route.FulfillOptions()
                .setContentType("text/html")
                .setBody("<iframe src='" + address() + "'></iframe>"));
    }
}
