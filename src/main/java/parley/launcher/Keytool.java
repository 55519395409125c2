package parley.launcher;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** How the JDK's own {@code keytool} is asked for a certificate. */
final class Keytool {

    // Browsers refuse what lives longer than 398 days.
    private static final int DAYS = 397;

    private Keytool() {}

    /** The command that writes a self-signed certificate for all names and addresses of the computer, and its key. */
    static List<String> selfSigned(Path file, Computer computer) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                Certificate.ALIAS,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-sigalg",
                "SHA256withECDSA",
                "-validity",
                String.valueOf(DAYS),
                "-dname",
                "CN=Parley",
                "-ext",
                "san=" + String.join(",", names(computer)),
                "-ext",
                "bc:critical=ca:false",
                "-ext",
                "ku:critical=digitalSignature",
                "-ext",
                "eku=serverAuth",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                Certificate.PASSWORD);
    }

    private static Set<String> names(Computer computer) {
        Set<String> names = new LinkedHashSet<>(List.of("dns:localhost", "ip:127.0.0.1", "ip:::1"));
        // keytool takes nothing else for a DNS name, yet Windows and containers allow underscores in theirs.
        if (computer.name().matches("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*")) {
            names.add("dns:" + computer.name());
        }
        computer.addresses().forEach(address -> names.add("ip:" + Computer.plain(address)));
        return names;
    }
}
