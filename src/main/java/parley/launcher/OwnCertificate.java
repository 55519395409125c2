package parley.launcher;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Optional;

/** The certificate that an administrator has brought, named as Payara Micro has it: by the system properties of Java. */
final class OwnCertificate {

    private static final String FILE = "javax.net.ssl.keyStore";
    private static final String PASSWORD = "javax.net.ssl.keyStorePassword";
    private static final String ALIAS = "--sslcert";

    private final KeyStoreFile keyStore;

    private OwnCertificate(KeyStoreFile keyStore) {
        this.keyStore = keyStore;
    }

    /** The one that is named, if one is. */
    static Optional<OwnCertificate> named(Arguments arguments) {
        return Optional.ofNullable(System.getProperty(FILE))
                .map(file -> new OwnCertificate(new KeyStoreFile(
                        Path.of(file),
                        System.getProperty(PASSWORD, Certificate.PASSWORD),
                        arguments.after(ALIAS).orElse(Certificate.ALIAS))));
    }

    /**
     * The certificate, which is read before Payara does so: Payara would start, and let the first handshake fail.
     *
     * @throws CannotStart if it cannot be used
     */
    X509Certificate require() throws CannotStart {
        try {
            return keyStore.certificate();
        } catch (KeyStoreFile.Unusable e) {
            throw new CannotStart(
                    "The certificate in " + keyStore.file() + " cannot be used (" + e.getMessage() + "); -D" + FILE
                            + " names the file, -D" + PASSWORD + " its password, " + ALIAS + " the alias in it",
                    e);
        }
    }
}
