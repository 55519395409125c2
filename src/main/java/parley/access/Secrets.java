package parley.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secrets that go with the public ids of peers: a MAC of the id under the server's key, so that a server that has
 * forgotten a peer, or never known it, can still tell whether somebody is that peer.
 */
@ApplicationScoped
public class Secrets {

    private static final String ALGORITHM = "HmacSHA256";

    /** Nothing else that is ever signed with the same key starts so. */
    private static final String PURPOSE = "parley peer ";

    private SecretKeySpec key;

    /** For the container's proxy. */
    Secrets() {}

    /** Secrets under this key. */
    @Inject
    public Secrets(ServerKey key) {
        this.key = new SecretKeySpec(key.bytes(), ALGORITHM);
    }

    /** The secret of a peer, 43 characters that need no escaping anywhere. */
    public String of(String peerId) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] code = mac.doFinal((PURPOSE + peerId).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** Whether this is the secret of that peer; takes as long whether it nearly is or not at all. */
    public boolean fits(String peerId, String secret) {
        return MessageDigest.isEqual(
                of(peerId).getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
    }
}
