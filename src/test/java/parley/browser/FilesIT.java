package parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FilesIT extends DeployedTest {

    private static final int MIB = 1024 * 1024;

    /** Lets files go over the page, drags or pastes them, as the browser tells it of what the person does. */
    private static final String GIVES = """
            ([how, name, base64]) => {
              const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
              const data = new DataTransfer();
              data.items.add(new File([bytes], name));
              const options = { bubbles: true, cancelable: true };
              const event = how === 'paste'
                ? new ClipboardEvent(how, { ...options, clipboardData: data })
                : new DragEvent(how, { ...options, dataTransfer: data });
              return document.querySelector('.stage').dispatchEvent(event);
            }
            """;

    /** Sends files otherwise than they are, as {@code window.tamper} says. */
    private static final String TAMPERS = """
            () => {
              const send = RTCDataChannel.prototype.send;
              RTCDataChannel.prototype.send = function (data) {
                if (typeof data === 'string') return send.call(this, data);
                const bytes = new Uint8Array(data);
                if (window.tamper === 'flips a bit') bytes[bytes.length >> 1] ^= 1;
                if (window.tamper === 'sends more') send.call(this, bytes);
                if (window.tamper === 'sends nothing') send.call(this, new Uint8Array(0));
                return send.call(this, bytes);
              };
            }
            """;

    /** Receives, and never says that it has stored anything. */
    private static final String KEEPS_SILENT = """
            () => {
              const send = RTCDataChannel.prototype.send;
              RTCDataChannel.prototype.send = function (data) {
                if (!`${data}`.startsWith('{"taken"')) send.call(this, data);
              };
            }
            """;

    private static final String BYTES_SENT = """
            async () => {
              const reports = [...(await window.connections.at(-1).getStats()).values()];
              return reports.filter(({ type }) => type === 'data-channel').reduce((sum, it) => sum + it.bytesSent, 0);
            }
            """;

    private static final String NO_DISK = "() => { delete StorageManager.prototype.getDirectory; }";

    /** A file whose connection is replaced before its hash is known, which is known in the middle of another try. */
    private static final String INTERRUPTED = TwoSides.SCRIPT + """
              const { Files } = await import('./call/files/files.js');
              const [out, { incoming }] = [a, b].map((side) => new Files(side));
              meet();
              const bytes = crypto.getRandomValues(new Uint8Array(65_536));
              const film = new File(Array(150).fill(bytes), 'film');
              out.offer([film]);
              await until(() => incoming.files.length > 0);
              const [outgoing] = out.outgoing.files;
              const sha256 = await outgoing.sha256();
              let know;
              const known = new Promise((resolve) => (know = () => resolve(sha256)));
              outgoing.sha256 = () => known;
              const delivery = outgoing.deliveries.get('b');
              const [file] = incoming.files;
              incoming.accept(file);
              await until(() => file.done === film.size);
              a.replaceConnection();
              await until(() => delivery.over && file.over && b.met === 2);
              const problems = [delivery.problem, file.problem];
              incoming.accept(file);
              await until(() => delivery.state === 'sending');
              know();
              await until(() => delivery.over && file.over);
              return { problems, states: [delivery.state, file.state], whole: file.done === film.size };
            }
            """;

    /** Stores files, and gives each up just when all of it has come. */
    private static final String GIVES_UP_LATE = """
            async () => {
              const { Store } = await import('./call/files/store.js');
              const stores = await Promise.all(Array.from({ length: 10 }, () => Store.open(1000)));
              for (const store of stores) {
                store.append(new ArrayBuffer(1000));
                store.finish();
                store.discard();
              }
            }
            """;

    @Test
    void chosen_files_arrive_as_they_are_with_whoever_accepts_them() {
        Person ada = person("Ada").joins("chosen");
        Person grace = person("Grace").joins("chosen");
        Person linus = person("Linus").joins("chosen");
        Media.flowsTo(ada, 2);
        byte[] plan = random(3 * MIB + 17);
        byte[] photo = random(MIB);
        String trick = "../photo\u202Egpj.exe";

        ada.button("Chat").click();
        FileChooser chooser =
                ada.page.waitForFileChooser(() -> ada.button("Send files").click());
        chooser.setFiles(
                new FilePayload[] {payload("plan.pdf", plan), payload("nothing.txt", new byte[0]), payload(trick, photo)
                });

        assertThat(grace.button("Chat").locator(".badge")).hasText("3");
        grace.button("Chat").click();
        assertThat(grace.page.locator(".file-name")).hasText(new String[] {"plan.pdf", "nothing.txt", "_photogpj.exe"});
        List.of("plan.pdf", "nothing.txt", "_photogpj.exe")
                .forEach(name -> grace.button("Accept: " + name).click());
        assertThat(saves(grace, "plan.pdf")).isEqualTo(sha256(plan));
        assertThat(saves(grace, "nothing.txt")).isEqualTo(sha256(new byte[0]));
        assertThat(saves(grace, "_photogpj.exe")).isEqualTo(sha256(photo));
        assertThat(file(ada, "plan.pdf").locator("li"))
                .hasText(new String[] {"GraceDelivered and verified", "LinusNot answered yet"});

        linus.button("Chat").click();
        linus.button("Decline: plan.pdf").click();
        assertThat(file(ada, "plan.pdf").locator("li"))
                .hasText(new String[] {"GraceDelivered and verified", "LinusDeclined"});
        ada.button("Cancel: nothing.txt").click();
        assertThat(file(linus, "nothing.txt")).containsText("Canceled by the sender");
        assertThat(saveLink(linus, "plan.pdf")).hasCount(0);
        linus.button("Accept: _photogpj.exe").click();
        assertThat(saveLink(linus, "_photogpj.exe")).isVisible();
        assertThat(PrivateDisk.files(linus)).isEqualTo(1);
        linus.button("Remove: _photogpj.exe").click();
        PrivateDisk.becomesEmpty(linus);

        assertThat(PrivateDisk.files(grace)).isEqualTo(3);
        grace.button("Remove: nothing.txt").click();
        assertThat(file(grace, "nothing.txt")).hasCount(0);
        grace.button("Leave").click();
        grace.page.reload();
        PrivateDisk.becomesEmpty(grace);
        assertThat(List.of(ada, grace, linus))
                .allSatisfy(person -> assertThat(person.errors()).isEmpty());
    }

    @Test
    void files_that_are_dragged_or_pasted_are_offered_too() {
        Person ada = person("Ada").joins("dragged");
        ada.page.evaluate(GIVES, gives("paste", "too-early.txt", new byte[1]));
        assertThat(ada.page.getByText("Nobody else is here to read it.")).isVisible();
        ada.button("Close").click();
        Person grace = person("Grace").joins("dragged");
        Media.flowsTo(ada, 1);
        byte[] notes = random(100_000);
        byte[] picture = random(200_000);

        ada.page.evaluate(GIVES, gives("dragenter", "notes.txt", notes));
        assertThat(ada.page.getByText("Drop files here to send them to everyone"))
                .isVisible();
        assertThat((Boolean) ada.page.evaluate(GIVES, gives("dragover", "notes.txt", notes)))
                .as("the browser's own handling, which would open the file in place of the call")
                .isFalse();
        ada.page.evaluate(GIVES, gives("drop", "notes.txt", notes));
        assertThat(ada.page.getByText("Drop files here to send them to everyone"))
                .hasCount(0);
        ada.page.evaluate(GIVES, gives("paste", "image.png", picture));

        assertThat(file(ada, "notes.txt")).containsText("Not answered yet");
        grace.button("Chat").click();
        grace.button("Accept: image.png").click();
        grace.button("Accept: notes.txt").click();
        assertThat(saves(grace, "notes.txt")).isEqualTo(sha256(notes));
        assertThat(saves(grace, "image.png")).isEqualTo(sha256(picture));
    }

    @Test
    void what_arrives_otherwise_than_it_was_sent_is_not_handed_out() {
        Person ada = person("Ada").joins("tampered");
        Person grace = person("Grace").joins("tampered");
        grace.page.evaluate(NO_DISK);
        ada.page.evaluate(TAMPERS);
        assertThat(ada.tileOf("Grace")).isVisible();
        byte[] bytes = random(300_000);
        Map<String, String> failures = Map.of(
                "flips a bit", "Corrupt: what arrived is not what was sent.",
                "sends more", "Failed: what came was not what had been announced.",
                "sends nothing", "Failed: what came was not what had been announced.");
        ada.button("Chat").click();
        grace.button("Chat").click();

        failures.forEach((how, words) -> {
            offers(ada, payload(how, bytes));
            ada.page.evaluate("how => { window.tamper = how; }", how);
            grace.button("Accept: " + how).click();
            assertThat(file(grace, how)).containsText(words);
            assertThat(file(ada, how)).containsText(words);
            assertThat(saveLink(grace, how)).hasCount(0);
        });
        ada.page.evaluate("() => { window.tamper = undefined; }");
        offers(ada, payload("honest", bytes));
        grace.button("Accept: honest").click();
        assertThat(saves(grace, "honest")).isEqualTo(sha256(bytes));
        grace.button("Try again: flips a bit").click();
        assertThat(saves(grace, "flips a bit")).isEqualTo(sha256(bytes));
    }

    @Test
    void what_was_interrupted_by_another_connection_arrives_when_it_is_tried_again() {
        Person ada = person("Ada").opensPage("");

        assertThat(ada.page.evaluate(INTERRUPTED))
                .isEqualTo(Map.of(
                        "problems", List.of("interrupted", "interrupted"),
                        "states", List.of("delivered", "received"),
                        "whole", true));
    }

    @Test
    void who_tries_again_what_the_sender_has_removed_is_told() {
        Person ada = person("Ada").joins("removed");
        Person grace = person("Grace").joins("removed");
        ada.page.evaluate(TAMPERS);
        assertThat(ada.tileOf("Grace")).isVisible();
        ada.button("Chat").click();
        grace.button("Chat").click();
        offers(ada, payload("plan", random(1000)));
        ada.page.evaluate("() => { window.tamper = 'flips a bit'; }");
        grace.button("Accept: plan").click();
        for (Person person : List.of(ada, grace)) {
            assertThat(file(person, "plan")).containsText("Corrupt");
        }

        ada.button("Remove: plan").click();
        grace.button("Try again: plan").click();

        assertThat(file(grace, "plan")).containsText("Canceled by the sender");
        PrivateDisk.becomesEmpty(grace);
    }

    @Test
    void a_file_stops_when_either_side_says_so_or_the_sender_leaves() {
        Person ada = person("Ada").joins("stopped");
        Person grace = person("Grace").joins("stopped");
        grace.page.evaluate(KEEPS_SILENT);
        assertThat(ada.tileOf("Grace")).isVisible();
        ada.button("Chat").click();
        grace.button("Chat").click();
        FilePayload film = payload("film", random(12 * MIB));

        startsToSend(ada, grace, film);
        // The sender waits for what is on its way to be stored, so that neither side has more than that in memory.
        assertThat(file(grace, "film")).containsText("8.4 MB of 13 MB");
        assertThat(((Number) ada.page.evaluate(BYTES_SENT)).longValue()).isBetween(8L * MIB, 8L * MIB + 10_000);
        assertThat(file(ada, "film").locator("progress")).hasAttribute("aria-label", "Sending film to Grace");
        assertThat(file(grace, "film").locator("progress")).hasAttribute("aria-label", "Receiving film");
        grace.button("Cancel: film").click();
        assertThat(file(ada, "film")).containsText("Declined");
        assertThat(file(grace, "film")).containsText("Declined");
        dismisses(film.name, ada, grace);

        startsToSend(ada, grace, film);
        ada.button("Cancel: film").click();
        assertThat(file(ada, "film")).containsText("Canceled");
        assertThat(file(grace, "film")).containsText("Canceled by the sender");
        dismisses(film.name, ada, grace);

        startsToSend(ada, grace, film);
        ada.button("Leave").click();
        assertThat(file(grace, "film")).containsText("Failed: they have left.");
        assertThat(grace.button("Try again: film")).hasCount(0);
        PrivateDisk.becomesEmpty(grace);
        assertThat(grace.errors()).isEmpty();
    }

    @Test
    void what_is_given_up_while_it_is_being_finished_does_not_stay_on_the_disk() {
        Person ada = person("Ada").opensPage("");

        ada.page.evaluate(GIVES_UP_LATE);

        PrivateDisk.becomesEmpty(ada);
        assertThat(ada.errors()).isEmpty();
    }

    private static void startsToSend(Person sender, Person receiver, FilePayload file) {
        offers(sender, file);
        receiver.button("Accept: " + file.name).click();
        assertThat(file(sender, file.name).locator("progress")).isVisible();
        assertThat(file(receiver, file.name).locator("progress")).isVisible();
    }

    private static void offers(Person person, FilePayload file) {
        person.page.locator("input[type=file]").setInputFiles(file);
    }

    private static void dismisses(String name, Person... people) {
        for (Person person : people) {
            person.button("Remove: " + name).click();
            assertThat(file(person, name)).hasCount(0);
        }
    }

    /** Saves a file that has arrived, and takes what is on the disk then for what it is. */
    private static String saves(Person person, String name) {
        Download download =
                person.page.waitForDownload(() -> saveLink(person, name).click());
        assertThat(download.suggestedFilename()).isEqualTo(name);
        try (InputStream saved = download.createReadStream()) {
            return sha256(saved.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Locator saveLink(Person person, String name) {
        return person.page.getByRole(
                AriaRole.LINK,
                new Page.GetByRoleOptions().setName("Save: " + name).setExact(true));
    }

    private static Locator file(Person person, String name) {
        return person.page.getByRole(
                AriaRole.GROUP, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Object gives(String how, String name, byte[] bytes) {
        return new Object[] {how, name, Base64.getEncoder().encodeToString(bytes)};
    }

    private static FilePayload payload(String name, byte[] bytes) {
        return new FilePayload(name, "application/octet-stream", bytes);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
