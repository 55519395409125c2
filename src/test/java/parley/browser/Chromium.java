package parley.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.BrowserType.LaunchPersistentContextOptions;
import com.microsoft.playwright.CLI;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The browser of the tests: the Chromium or Chrome of this machine. Where there is none one is installed first, by
 * {@code apt-get} for root on Debian and its kin, elsewhere by Playwright. Tests are never skipped for want of it.
 */
final class Chromium {

    private static final List<String> COMMANDS =
            List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome");
    private static final List<Path> APPLICATIONS = List.of(
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
            Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"),
            Path.of("C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe"));

    private static final Playwright PLAYWRIGHT = Playwright.create(
            // Playwright would otherwise download three browsers of its own.
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private static final Optional<Path> EXECUTABLE = installed().or(Chromium::install);

    private Chromium() {}

    /** Starts a browser whose every request for camera and microphone is granted, with a fake one of each. */
    static Browser launch() {
        return launch("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream");
    }

    /** Starts a browser with these arguments. */
    static Browser launch(String... arguments) {
        return PLAYWRIGHT.chromium().launch(options(arguments));
    }

    /** Starts one that is not muted, as Playwright's otherwise are: what a tab of theirs plays, it does not share either. */
    static Browser launchAudible(String... arguments) {
        return PLAYWRIGHT.chromium().launch(options(arguments).setIgnoreDefaultArgs(List.of("--mute-audio")));
    }

    /** Starts one with a profile on disk, as people have it: windows of the others keep in memory what they store. */
    static BrowserContext launchOnDisk(Path profile, String... arguments) {
        LaunchPersistentContextOptions options = new LaunchPersistentContextOptions().setArgs(arguments(arguments));
        EXECUTABLE.ifPresent(options::setExecutablePath);
        return PLAYWRIGHT.chromium().launchPersistentContext(profile, options);
    }

    private static LaunchOptions options(String... arguments) {
        LaunchOptions options = new LaunchOptions().setArgs(arguments(arguments));
        EXECUTABLE.ifPresent(options::setExecutablePath);
        return options;
    }

    private static List<String> arguments(String... arguments) {
        List<String> args = new ArrayList<>(List.of(arguments));
        // Names that only the tests know, and no browser's own requests to the outside.
        args.add("--host-resolver-rules=MAP parley.test 127.0.0.1");
        args.add("--disable-background-networking");
        return args;
    }

    private static Optional<Path> installed() {
        Stream<Path> onPath = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> COMMANDS.stream().map(command -> Path.of(folder, command)));
        return Stream.concat(onPath, APPLICATIONS.stream())
                .filter(Files::isExecutable)
                .filter(Chromium::isReal)
                .findFirst();
    }

    /** Ubuntu's chromium-browser may be a script that asks for a snap, and nothing else. */
    private static boolean isReal(Path executable) {
        try {
            return new ProcessBuilder(executable.toString(), "--version")
                            .redirectOutput(Redirect.DISCARD)
                            .redirectError(Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Path> install() {
        if (Debian.canInstall()) {
            // The fonts are for the pictures of the Chinese screens, and reactions.
            Debian.install("chromium", "fonts-wqy-microhei", "fonts-noto-color-emoji");
            return Optional.of(installed().orElseThrow(() -> new IllegalStateException("apt-get gave no Chromium")));
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Debian.run(java, "-cp", System.getProperty("java.class.path"), CLI.class.getName(), "install", "chromium");
        return Optional.empty();
    }
}
