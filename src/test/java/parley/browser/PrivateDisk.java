package parley.browser;

import java.util.List;

/** What the pages of an origin have on the browser's disk, in a file system of their own. */
final class PrivateDisk {

    private static final String SIZES = """
            async () => {
              const sizes = [];
              const gone = (error) => {
                // Removed while we look.
                if (error.name !== 'NotFoundError') throw error;
              };
              const look = async (entry) => {
                if (entry.kind === 'directory') await list(entry);
                else sizes.push((await entry.getFile()).size);
              };
              const list = async (folder) => {
                for await (const entry of folder.values()) await look(entry).catch(gone);
              };
              await list(await navigator.storage.getDirectory());
              return sizes;
            }
            """;

    private PrivateDisk() {}

    /** How many files there are. */
    static int files(Person person) {
        return sizes(person).size();
    }

    /** How many bytes there are in all of them. */
    static long bytes(Person person) {
        return sizes(person).stream().mapToLong(Number::longValue).sum();
    }

    /** Waits until there is nothing left. */
    static void becomesEmpty(Person person) {
        person.page.waitForCondition(() -> files(person) == 0);
    }

    private static List<Number> sizes(Person person) {
        @SuppressWarnings("unchecked") // numbers of the page
        List<Number> sizes = (List<Number>) person.page.evaluate(SIZES);
        return sizes;
    }
}
