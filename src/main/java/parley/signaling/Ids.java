package parley.signaling;

import java.security.SecureRandom;
import java.util.Base64;

/** Ids that cannot be guessed: 128 random bits in 22 characters that need no escaping anywhere. */
final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    static String next() {
        byte[] bits = new byte[16];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
