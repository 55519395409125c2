package parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import parley.browser.FirstPicture;

/**
 * Parley beside others that do the same, on this computer and in one go: what a call, a frame, a handshake, an idle
 * connection and a return cost the server, and how long people wait. Fails if a call, a frame or a client gets lost; whether
 * the goals are met is for the report to say.
 */
class ServersBench {

    private static final Path FOLDER = Path.of("target", "bench");

    private final Size size = Size.chosen();
    private final Map<Contender, Running> servers = new LinkedHashMap<>();
    private final Map<String, Results> results = new LinkedHashMap<>();

    /** With the servers' logs, which one wants to see if something failed. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @Test
    void parley_beside_others() throws IOException {
        Idlers.checkLimit(size.idle());
        Files.createDirectories(FOLDER);
        Npm npm = Npm.installed(FOLDER.resolve("npm"));
        String load = Machine.load();
        Path bareWar = Contenders.bareWar(FOLDER);
        List<StartUp> starts = StartUp.measured(size.starts(), directory, bareWar);
        try (Generator clients = new Generator()) {
            for (Contender it : Contenders.all(npm, bareWar)) {
                servers.put(it, it.launch().start(Files.createTempDirectory(directory, "server")));
                results.put(it.name(), new Results(it.name()));
            }
            warmUp(clients);
            results.values().forEach(Results::forget);
            for (int i = 0; i < size.rounds(); i++) {
                round(clients);
            }
            pictures(npm);
            comeBack(clients);
            results.values().forEach(it -> it.forget(Measure.RETURN, Measure.RETURN_CPU));
            for (int i = 0; i < size.rounds(); i++) {
                comeBack(clients);
            }
            servers.forEach(
                    (contender, server) -> idlers(contender, server, clients).idle(size.idle()));
        } finally {
            servers.values().forEach(Running::close);
        }
        new Report(size, load, results.values(), starts, Ratio.all(results, starts)).write(FOLDER);
    }

    private void warmUp(Generator clients) {
        servers.forEach((contender, server) -> {
            Trial trial = trial(contender, server, clients);
            trial.warmUp(size.warmUp());
            for (int i = 0; i < 10; i++) {
                trial.calls(size.warmUp() / 100);
            }
            trial.handshakes(size.seconds());
        });
    }

    private void round(Generator clients) {
        servers.forEach((contender, server) -> {
            Trial trial = trial(contender, server, clients);
            trial.calls(size.calls());
            trial.frames(size.seconds());
            trial.handshakes(size.seconds());
        });
    }

    private Trial trial(Contender contender, Running server, Generator clients) {
        return new Trial(contender, server, clients, results.get(contender.name()));
    }

    private void comeBack(Generator clients) {
        servers.forEach(
                (contender, server) -> idlers(contender, server, clients).comeBack(size.returning()));
    }

    private Idlers idlers(Contender contender, Running server, Generator clients) {
        return new Idlers(contender, server, clients, results.get(contender.name()));
    }

    /** In blocks, in turn, each with a browser of its own. */
    private void pictures(Npm npm) throws IOException {
        try (Pages pages = new Pages(npm, running(Contenders.TUTORIAL))) {
            for (int block = 0; block < size.blocks(); block++) {
                for (Container container : Container.values()) {
                    String parley = Contenders.parley(container);
                    pictures(parley, FirstPicture.inParley(running(parley).page()));
                }
                pictures(Contenders.TUTORIAL, pages.tutorial());
                pictures(Contenders.PEER_SERVER, pages.peerJs(running(Contenders.PEER_SERVER)));
            }
        }
    }

    private void pictures(String name, FirstPicture calls) {
        try (calls) {
            // The first has the browser's own start in it.
            calls.once();
            for (int i = 0; i < size.clicks(); i++) {
                results.get(name).add(Measure.PICTURE, calls.once());
                results.get(name).add(Measure.CALL_FRAMES, calls.said().size());
            }
        }
    }

    private Running running(String name) {
        return servers.entrySet().stream()
                .filter(it -> it.getKey().name().equals(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }
}
