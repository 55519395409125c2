package parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The seams of the page: another client can be built on its signalling and calls. */
class PageArchitectureTest {

    private static final Path PAGE = Path.of("src", "main", "webapp");

    @ParameterizedTest
    @ValueSource(strings = {"signaling", "call"})
    void signalling_and_calls_know_no_view_and_no_document(String folder) throws IOException {
        assertThat(modules(folder))
                .isNotEmpty()
                .allSatisfy(module -> assertThat(text(module))
                        .doesNotContain("/view/", "/lib/", "document.", "alert(", "localStorage"));
    }

    @Test
    void signalling_knows_no_calls() throws IOException {
        assertThat(modules("signaling"))
                .allSatisfy(module -> assertThat(text(module)).doesNotContain("/call/", "RTCPeer"));
    }

    @Test
    void shared_parts_of_the_view_know_nothing_that_is_made_of_them() throws IOException {
        assertThat(modules("view/parts"))
                .isNotEmpty()
                .allSatisfy(module -> assertThat(text(module)).doesNotContainPattern("from '\\.\\./\\w+/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat", "check", "panels", "recording", "stage"})
    void nothing_else_of_the_view_knows_the_home_screen(String folder) throws IOException {
        assertThat(modules("view/" + folder))
                .isNotEmpty()
                .allSatisfy(module -> assertThat(text(module)).doesNotContain("/home/"));
    }

    private static List<Path> modules(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(PAGE.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".js")).toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
