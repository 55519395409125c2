package parley.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What two browsers said to each other until they saw each other, as it was recorded. */
record Script(List<Line> lines) {

    /** One frame: the newcomer says it, or the other. */
    record Line(boolean byNewcomer, String frame) {

        static Line of(String line) {
            int space = line.indexOf(' ');
            return new Line(line.substring(0, space).equals("newcomer"), line.substring(space + 1));
        }
    }

    /** The recorded call of that name. */
    static Script named(String name) {
        try (InputStream file = Script.class.getResourceAsStream(name + ".txt")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return new Script(text.lines().map(Line::of).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has two clients say it: who answers has heard all that came before. */
    CompletableFuture<Void> play(Dialect dialect, Client host, Client newcomer) {
        return new Playing(dialect, host, newcomer).go();
    }

    private final class Playing {

        private final Dialect dialect;
        private final Client host;
        private final Client newcomer;
        private final CompletableFuture<Void> over = new CompletableFuture<>();
        private int said;
        private int heard;

        Playing(Dialect dialect, Client host, Client newcomer) {
            this.dialect = dialect;
            this.host = host;
            this.newcomer = newcomer;
        }

        CompletableFuture<Void> go() {
            host.closed.thenRun(this::breakOff);
            newcomer.closed.thenRun(this::breakOff);
            host.listen(frame -> hear(host, frame));
            newcomer.listen(frame -> hear(newcomer, frame));
            speak();
            return over;
        }

        private void breakOff() {
            over.completeExceptionally(new IllegalStateException("A call was broken off after frame " + heard));
        }

        private void hear(Client client, String frame) {
            if (dialect.isRelayed(client, frame) && ++heard == said) {
                speak();
            }
        }

        private void speak() {
            if (said == lines.size()) {
                over.complete(null);
                return;
            }
            boolean byNewcomer = lines.get(said).byNewcomer();
            while (said < lines.size() && lines.get(said).byNewcomer() == byNewcomer) {
                Client to = byNewcomer ? host : newcomer;
                Client from = byNewcomer ? newcomer : host;
                from.say(dialect.addressed(lines.get(said++).frame(), to));
            }
        }
    }
}
