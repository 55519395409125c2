package parley.access;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The file that keeps the server's key as text, made once and readable by nobody but the server's user. */
final class KeyFile {

    private static final int BITS = 256;

    private KeyFile() {}

    /**
     * The text in the file, which is made if it is not there.
     *
     * @throws IOException if it can be neither read nor made
     */
    static String read(Path file) throws IOException {
        Path absolute = file.toAbsolutePath();
        if (Files.notExists(absolute)) {
            make(absolute);
        }
        return Files.readString(absolute).strip();
    }

    /** Why {@link #read} has failed so, in a few words. */
    static String why(Path file, IOException failure) {
        Path absolute = file.toAbsolutePath();
        if (Files.isDirectory(absolute)) {
            return "it is a directory";
        }
        if (failure instanceof AccessDeniedException) {
            return "the user " + System.getProperty("user.name") + " may not " + whatItMayNot(absolute);
        }
        if (!Files.isDirectory(absolute.getParent())) {
            return "its folder cannot be made";
        }
        if (failure instanceof CharacterCodingException) {
            return "it is no text in UTF-8";
        }
        return failure instanceof FileSystemException of && of.getReason() != null
                ? of.getReason()
                : failure.getMessage();
    }

    private static String whatItMayNot(Path file) {
        if (Files.exists(file)) {
            return "read it";
        }
        return Files.notExists(file) ? "make it" : "enter its folder";
    }

    /** A new key: 256 random bits as text. */
    static String newKey() {
        byte[] bits = new byte[BITS / Byte.SIZE];
        new SecureRandom().nextBytes(bits);
        return Base64.getEncoder().encodeToString(bits);
    }

    private static void make(Path file) throws IOException {
        Path folder = file.getParent();
        Files.createDirectories(folder, only("rwx------", folder));
        Path fresh = Files.createTempFile(folder, ".key", null, only("rw-------", folder));
        try {
            Files.writeString(fresh, newKey() + '\n', StandardOpenOption.SYNC);
            place(fresh, file);
        } catch (FileAlreadyExistsException e) {
            // Another server was faster: its key is the key.
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** Gives the complete file its name, unless another has that name already. */
    private static void place(Path fresh, Path file) throws IOException {
        try {
            // A move looks whether the name is free and then renames: a second server could come in between.
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException e) {
            // No hard links on FAT and some network drives.
            Files.move(fresh, file);
        }
    }

    private static FileAttribute<?>[] only(String permissions, Path folder) {
        // Elsewhere the home directory of a user is the user's own by its access list.
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
