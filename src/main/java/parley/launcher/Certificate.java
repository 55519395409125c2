package parley.launcher;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * The certificate that https shows, with its key, in a PKCS12 file. Made once and kept, so that a device that accepted
 * it stays content; made anew when it has expired or the file is gone.
 *
 * @param file where it is kept
 */
record Certificate(Path file) {

    /** Payara reads its key store with its master password, which is this unless somebody changed it. */
    static final String PASSWORD = "changeit";

    /** The name under which Payara's https listener looks for its certificate. */
    static final String ALIAS = "s1as";

    /**
     * The certificate, made unless there is a valid one. One that an authority issued is never replaced.
     *
     * @throws CannotStart if the file is not what it should be, or keytool refuses
     */
    X509Certificate require(Computer computer, Instant now) throws CannotStart {
        KeyStoreFile keyStore = new KeyStoreFile(file, PASSWORD, ALIAS);
        try {
            if (Files.notExists(file) || expired(keyStore.certificate(), now)) {
                make(computer);
            }
            return keyStore.certificate();
        } catch (KeyStoreFile.Unusable | IOException e) {
            throw new CannotStart(
                    "The certificate in " + file + " cannot be used (" + e.getMessage()
                            + "); one of your own needs the password " + PASSWORD + " and the alias " + ALIAS
                            + ", or delete the file and the next start makes a new one",
                    e);
        }
    }

    /** Whether nobody stands for it but itself. */
    static boolean isSelfSigned(X509Certificate certificate) {
        return certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal());
    }

    private static boolean expired(X509Certificate certificate, Instant now) {
        return isSelfSigned(certificate)
                && now.isAfter(certificate.getNotAfter().toInstant());
    }

    private void make(Computer computer) throws CannotStart, IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        // Nobody else may enter a temporary directory: the key is at no moment readable by others.
        Path locked = Files.createTempDirectory(folder, ".certificate");
        Path made = locked.resolve("made.p12");
        try {
            run(Keytool.selfSigned(made, computer));
            if (Files.getFileStore(made).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-------"));
            }
            Files.move(made, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(made);
            Files.delete(locked);
        }
    }

    private static void run(List<String> command) throws CannotStart, IOException {
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), Charset.defaultCharset());
        try {
            if (keytool.waitFor() != 0) {
                throw new CannotStart("keytool could not make a certificate: " + said.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while keytool made a certificate", e);
        }
    }
}
