package parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeFileIT extends DeployedTest {

    private static final int MB = 1_000_000;

    private static final int SIZE = 200 * MB;

    /** How much more memory a browser may need for it than before, once it has collected what it needs no more. */
    private static final long MOST = 75L * MB;

    private static final String RECEIVED = "() => document.querySelector('progress')?.value ?? 0";

    @TempDir
    private Path folder;

    @Test
    void two_hundred_megabytes_pass_through_little_memory() throws IOException {
        Path file = folder.resolve("film.mp4");
        String sent = writeRandom(file);
        Person ada = personOnDisk("Ada", folder.resolve("ada"));
        Person grace = personOnDisk("Grace", folder.resolve("grace"));
        for (Person person : new Person[] {ada, grace}) {
            person.opens("large");
            person.button("Turn camera off").click();
            person.button("Join").click();
            person.button("Chat").click();
        }
        assertThat(ada.tileOf("Grace")).isVisible();
        ada.page.locator("input[type=file]").setInputFiles(file);
        Locator accept = grace.button("Accept: film.mp4");
        accept.waitFor();
        Memory sender = new Memory(folder.resolve("ada"));
        Memory receiver = new Memory(folder.resolve("grace"));
        Sample before = new Sample(0, sender.used(), receiver.used());
        List<Sample> during = new ArrayList<>();

        accept.click();
        long began = System.nanoTime();
        Locator save = grace.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Save: film.mp4"));
        grace.page.waitForCondition(
                () -> {
                    double received = ((Number) grace.page.evaluate(RECEIVED)).doubleValue();
                    during.add(new Sample(received, sender.used(), receiver.used()));
                    return save.isVisible();
                },
                new Page.WaitForConditionOptions().setTimeout(90_000));
        double seconds = (System.nanoTime() - began) / 1e9;

        Download download = grace.page.waitForDownload(save::click);
        assertThat(read(download)).isEqualTo(sent);
        assertThat(ada.page.getByText("Delivered and verified")).isVisible();
        // The lowest of the last third: memory goes up and down, for a browser collects its garbage only now and then.
        List<Sample> late =
                during.stream().filter(it -> it.received > SIZE * 2.0 / 3).toList();
        long bySender = late.stream().mapToLong(Sample::sender).min().orElseThrow() - before.sender;
        long byReceiver = late.stream().mapToLong(Sample::receiver).min().orElseThrow() - before.receiver;
        System.out.printf(
                "A file of %d MB: %.1f s, %.1f MB/s; memory of the sender %+d MB, of the receiver %+d MB%n",
                SIZE / MB, seconds, SIZE / MB / seconds, bySender / MB, byReceiver / MB);
        assertThat(bySender).isLessThan(MOST);
        assertThat(byReceiver).isLessThan(MOST);
    }

    private record Sample(double received, long sender, long receiver) {}

    private static String writeRandom(Path file) throws IOException {
        Random random = new Random(1);
        byte[] piece = new byte[MB];
        try (DigestOutputStream out = new DigestOutputStream(Files.newOutputStream(file), sha256())) {
            for (int written = 0; written < SIZE; written += piece.length) {
                random.nextBytes(piece);
                out.write(piece);
            }
            return HexFormat.of().formatHex(out.getMessageDigest().digest());
        }
    }

    private static String read(Download download) throws IOException {
        try (DigestInputStream in = new DigestInputStream(download.createReadStream(), sha256());
                InputStream all = in) {
            all.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
