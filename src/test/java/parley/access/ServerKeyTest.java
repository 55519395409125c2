package parley.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.ops.Settings;

class ServerKeyTest {

    private static final String TEXT = "0123456789 abcdefghijklmnop äöüß";

    @TempDir
    private Path folder;

    @Test
    void a_key_that_is_set_is_the_key_whether_as_text_or_in_a_file() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), TEXT + "\n");

        byte[] asText = new ServerKey(Settings.of(Map.of("parley.key", TEXT))).bytes();

        assertThat(asText).asString().isEqualTo(TEXT);
        assertThat(in(file).bytes()).isEqualTo(asText);
    }

    @Test
    void a_key_is_made_once_and_kept() throws IOException {
        Path file = folder.resolve("a/b/key");

        byte[] first = in(file).bytes();

        assertThat(in(file).bytes()).isEqualTo(first);
        assertThat(Base64.getDecoder().decode(first)).hasSize(32);
        assertThat(in(folder.resolve("other")).bytes()).isNotEqualTo(first);
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void only_the_user_of_the_server_can_read_it() throws IOException {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Path file = folder.resolve("a/b/key");

        in(file);

        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(permissions(folder.resolve("a/b"))).isEqualTo("rwx------");
        assertThat(permissions(folder.resolve("a"))).isEqualTo("rwx------");
    }

    @Test
    void servers_that_start_at_once_agree() throws Exception {
        int servers = 8;
        ExecutorService threads = Executors.newFixedThreadPool(servers);
        try {
            for (int round = 0; round < 50; round++) {
                Path file = folder.resolve("round-" + round).resolve("key");
                CyclicBarrier start = new CyclicBarrier(servers);
                Callable<String> server = () -> {
                    start.await();
                    return new String(in(file).bytes());
                };
                List<String> keys = new ArrayList<>();
                for (Future<String> key : threads.invokeAll(Collections.nCopies(servers, server))) {
                    keys.add(key.get());
                }
                assertThat(keys).containsOnly(Files.readString(file).strip());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_file_that_is_set_and_cannot_be_used_is_refused_by_name() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), TEXT);

        assertThatIsRefused(folder, "it is a directory");
        assertThatIsRefused(file.resolve("key"), "its folder cannot be made");
        assertThatIsRefused(file.resolve("a/b/key"), "its folder cannot be made");
        assertThatIsRefused(Files.write(file, new byte[] {(byte) 0xff}), "it is no text in UTF-8");
    }

    private static void assertThatIsRefused(Path file, String why) {
        assertThatThrownBy(() -> in(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("parley.key.file must name a file that can be read or made, unlike %s (%s)", file, why);
    }

    @Test
    void what_its_user_may_not_do_is_told_with_the_user() throws IOException {
        String user = "the user " + System.getProperty("user.name");
        Path file = folder.resolve("key");
        AccessDeniedException denied = new AccessDeniedException(file.toString());

        assertThat(KeyFile.why(file, denied)).isEqualTo(user + " may not make it");
        Files.writeString(file, TEXT);
        assertThat(KeyFile.why(file, denied)).isEqualTo(user + " may not read it");
    }

    @Test
    void a_file_that_holds_too_little_is_refused_by_name_and_not_printed() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "    sesame, open thyself!           \n\n");

        assertThatThrownBy(() -> in(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("parley.key.file must name a file of at least 32 characters, unlike " + file);
    }

    @Test
    void without_a_setting_it_is_kept_in_the_home_directory() throws IOException {
        byte[] key = new ServerKey(new Settings(), folder.toString()).bytes();

        assertThat(Files.readString(folder.resolve(".parley/key")).strip()).isEqualTo(new String(key));
    }

    @Test
    void where_the_home_directory_cannot_be_used_there_is_a_warning_and_a_key_for_this_run() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no directory");

        for (String home : List.of(file.toString(), "?", "")) {
            List<byte[]> keys = new ArrayList<>();
            List<String> log = Logged.by(ServerKey.class, () -> {
                keys.add(new ServerKey(new Settings(), home).bytes());
                keys.add(new ServerKey(new Settings(), home).bytes());
            });

            assertThat(keys.get(0)).isNotEqualTo(keys.get(1)).hasSizeGreaterThanOrEqualTo(32);
            assertThat(log)
                    .hasSize(2)
                    .allSatisfy(line -> assertThat(line)
                            .startsWith("WARNING The server's key cannot be kept")
                            .contains("parley.key.file")
                            .doesNotContain(new String(keys.get(0)), new String(keys.get(1))));
        }
        assertThat(Path.of("?")).doesNotExist();
    }

    private static ServerKey in(Path file) {
        return new ServerKey(Settings.of(Map.of("parley.key.file", file.toString())));
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
