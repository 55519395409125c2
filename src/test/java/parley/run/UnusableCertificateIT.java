package parley.run;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import parley.container.FreePort;

/** What an administrator is told of a certificate that Payara would only stumble over at the first visit. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there a file has the permissions of its folder")
@EnabledIfSystemProperty(
        named = "tested.server",
        matches = "payara-micro",
        disabledReason = "the launcher starts Payara Micro")
class UnusableCertificateIT {

    @TempDir
    private static Path folder;

    private static Path launcher;
    private static MadeCertificate certificate;

    @BeforeAll
    static void prepare() throws IOException {
        launcher = Files.copy(RunningParley.launcher(), Nobody.open(folder).resolve("launcher.jar"));
        certificate = MadeCertificate.in(folder);
        Nobody.with("r--r--r--", certificate.keyStore());
    }

    @Test
    void a_missing_file_is_named() throws Exception {
        Path missing = folder.resolve("missing.p12");
        assertThatItRefuses(missing, MadeCertificate.PASSWORD, MadeCertificate.ALIAS, "there is no such file");
    }

    @Test
    void a_file_that_it_may_not_read_is_named_with_who_may_not() throws Exception {
        Path locked = Nobody.with("---------", Files.copy(certificate.keyStore(), folder.resolve("locked.p12")));
        assertThatItRefuses(locked, MadeCertificate.PASSWORD, MadeCertificate.ALIAS, " may not read it");
    }

    @Test
    void a_wrong_password_is_told_as_such() throws Exception {
        assertThatItRefuses(certificate.keyStore(), "guessed", MadeCertificate.ALIAS, "password was incorrect");
    }

    @Test
    void a_wrong_alias_is_told_as_such() throws Exception {
        assertThatItRefuses(certificate.keyStore(), MadeCertificate.PASSWORD, "other", "no key under the alias other");
    }

    @Test
    void a_file_in_pem_is_no_key_store() throws Exception {
        assertThatItRefuses(certificate.chain(), MadeCertificate.PASSWORD, MadeCertificate.ALIAS, "format");
    }

    private void assertThatItRefuses(Path keyStore, String password, String alias, String why) throws Exception {
        int http = FreePort.next();
        int https = FreePort.next();
        ProcessBuilder command = Nobody.java(List.of(
                "-Djavax.net.ssl.keyStore=" + keyStore,
                "-Djavax.net.ssl.keyStorePassword=" + password,
                "-jar",
                launcher.toString(),
                "--port",
                String.valueOf(http),
                "--sslport",
                String.valueOf(https),
                "--sslcert",
                alias));
        try (RunningParley parley = RunningParley.by(command, http, https, folder)) {
            assertThat(parley.process().waitFor(20, SECONDS)).as("ended").isTrue();
            assertThat(parley.process().exitValue()).isEqualTo(1);
            assertThat(parley.said())
                    .contains("Parley does not start: The certificate in " + keyStore + " cannot be used (")
                    .contains(why)
                    .contains("-Djavax.net.ssl.keyStore names the file", "keyStorePassword its password", "--sslcert")
                    .doesNotContain("Exception", "\tat ");
        }
    }
}
