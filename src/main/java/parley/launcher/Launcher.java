package parley.launcher;

import fish.payara.micro.PayaraMicro;
import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.PayaraMicroLauncher;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/**
 * Starts Payara Micro with the arguments of Payara Micro, and tells at once, in a sentence, what Payara would tell late or
 * never. With https it shows the certificate in {@code javax.net.ssl.keyStore}, as Payara does; without one it makes its
 * own, which it keeps in the file that {@code parley.certificate} names.
 */
public final class Launcher {

    private Launcher() {}

    /** Ends with exit code 1 and one sentence if Parley cannot start; otherwise runs until it is stopped. */
    public static void main(String[] arguments) {
        try {
            start(Arguments.of(arguments));
        } catch (CannotStart e) {
            System.err.println("\nParley does not start: " + e.getMessage() + ".\n");
            System.exit(1);
        } catch (Exception e) {
            e.printStackTrace();
            System.err.println("\nParley does not start: Payara Micro failed, see above.\n");
            // Without this the threads of a half-started server would keep the process alive.
            System.exit(1);
        }
    }

    private static void start(Arguments arguments) throws Exception {
        // Payara would switch IPv6 off: a browser may take localhost for ::1, and a device know us by it alone.
        System.setProperty("java.net.preferIPv4Stack", "false");
        Ports ports = Ports.of(arguments);
        ports.requireFree();
        Computer computer = Computer.here();
        boolean selfSigned = ports.https().isPresent() && Certificate.isSelfSigned(certificate(arguments, computer));

        Runtime.getRuntime().addShutdownHook(new Thread(Launcher::fallSilent));
        PayaraMicroLauncher.main(arguments.words().toArray(String[]::new));
        PayaraMicroRuntime payara = PayaraMicro.getInstance().getRuntime();
        String path = Welcome.path(payara.getLocalDescriptor().getApplicationURLS());
        if (payara.getDeployedApplicationNames().isEmpty() || new Page(ports.http(), path).isMissing()) {
            throw new CannotStart("the application could not be deployed, the log above says why");
        }
        System.out.println(new Welcome(ports, path, computer, selfSigned).text());
    }

    /** What https shows. */
    private static X509Certificate certificate(Arguments arguments, Computer computer) throws CannotStart {
        Optional<OwnCertificate> own = OwnCertificate.named(arguments);
        if (own.isPresent()) {
            return own.get().require();
        }
        Certificate kept = new Certificate(Path.of(System.getProperty("parley.certificate", "certificate.p12")));
        X509Certificate certificate = kept.require(computer, Instant.now());
        System.setProperty("javax.net.ssl.keyStore", kept.file().toString());
        System.setProperty("javax.net.ssl.keyStorePassword", Certificate.PASSWORD);
        return certificate;
    }

    /** At Ctrl-C the Maven plugin stops reading, and prints a stack trace if a word comes after that. */
    private static void fallSilent() {
        System.out.close();
        System.err.close();
    }
}
