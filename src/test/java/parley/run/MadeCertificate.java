package parley.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for localhost, which nobody but its own test trusts, as an administrator gets one: in PEM and in PKCS12. */
public final class MadeCertificate {

    static final String ALIAS = "meet";
    static final String PASSWORD = "of-our-own";

    private final KeyStore store;
    private final Path keyStore;
    private final Path chain;
    private final Path key;

    private MadeCertificate(Path folder) throws IOException, GeneralSecurityException {
        keyStore = folder.resolve("meet.p12");
        chain = folder.resolve("fullchain.pem");
        key = folder.resolve("privkey.pem");
        Program.run(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=meet.example",
                "-ext",
                "san=dns:localhost,dns:meet.example",
                "-storetype",
                "PKCS12",
                "-keystore",
                keyStore.toString(),
                "-storepass",
                PASSWORD));
        store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keyStore)) {
            store.load(in, PASSWORD.toCharArray());
        }
        Key secret = store.getKey(ALIAS, PASSWORD.toCharArray());
        Files.writeString(chain, pem("CERTIFICATE", store.getCertificate(ALIAS).getEncoded()));
        Files.writeString(key, pem("PRIVATE KEY", secret.getEncoded()));
    }

    /** Makes one, in files of the folder. */
    public static MadeCertificate in(Path folder) {
        try {
            return new MadeCertificate(folder);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** PKCS12, under {@link #ALIAS} and {@link #PASSWORD}. */
    Path keyStore() {
        return keyStore;
    }

    /** The certificate in PEM. */
    public Path chain() {
        return chain;
    }

    /** The key in PEM. */
    public Path key() {
        return key;
    }

    /** For a client that trusts this certificate and no other. */
    public SSLContext trusted() {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry(ALIAS, store.getCertificate(ALIAS));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String what, byte[] encoded) {
        String lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(encoded);
        return "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
    }
}
