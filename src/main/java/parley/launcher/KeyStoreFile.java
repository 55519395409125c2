package parley.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;

/**
 * A key store, PKCS12 or JKS, in which Payara looks for a certificate and its key.
 *
 * @param password of the file and of the key
 * @param alias the name of both within it
 */
record KeyStoreFile(Path file, String password, String alias) {

    /**
     * The certificate, to which there is a key.
     *
     * @throws Unusable if Payara could not use it
     */
    X509Certificate certificate() throws Unusable {
        try (InputStream in = Files.newInputStream(file)) {
            // The next line tells a missing file, a directory and one that may not be read from each other; KeyStore
            // does not.
            in.read();
            KeyStore store = KeyStore.getInstance(file.toFile(), password.toCharArray());
            if (store.getCertificate(alias) instanceof X509Certificate certificate
                    && store.getKey(alias, password.toCharArray()) != null) {
                return certificate;
            }
            throw new Unusable("no key under the alias " + alias);
        } catch (NoSuchFileException e) {
            throw new Unusable("there is no such file");
        } catch (AccessDeniedException e) {
            throw new Unusable("the user " + System.getProperty("user.name") + " may not read it");
        } catch (GeneralSecurityException | IOException e) {
            throw new Unusable(e.getMessage());
        }
    }

    /** Why a key store cannot be used, in a few words. */
    static final class Unusable extends Exception {

        private static final long serialVersionUID = 1L;

        private Unusable(String why) {
            super(why);
        }
    }
}
