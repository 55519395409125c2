package parley.browser;

import com.microsoft.playwright.Browser;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Closes the windows after a test; when it failed, first keeps what they showed and did, under {@code target}. */
final class Evidence implements AfterEachCallback {

    @Override
    public void afterEach(ExtensionContext context) {
        BrowserTest test = (BrowserTest) context.getRequiredTestInstance();
        boolean failed = context.getExecutionException().isPresent();
        Path folder = Path.of("target", "browser-failures", test.getClass().getSimpleName(), context.getDisplayName());
        for (Person person : test.people) {
            if (failed) {
                person.keepEvidence(folder);
            }
            person.close();
        }
        test.otherBrowsers.forEach(Browser::close);
    }
}
