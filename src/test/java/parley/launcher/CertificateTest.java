package parley.launcher;

import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateTest {

    private static final Instant NOW = Instant.now();

    @TempDir
    private Path folder;

    private Path file;
    private Certificate certificate;
    private Computer computer;

    @BeforeEach
    void computerWithTwoAddresses() throws Exception {
        file = folder.resolve("certificate.p12");
        certificate = new Certificate(file);
        computer = new Computer(
                "office-pc.example", List.of(InetAddress.getByName("192.168.7.7"), InetAddress.getByName("fe80::1%1")));
    }

    @Test
    void it_is_good_for_every_name_of_the_computer_and_for_no_longer_than_browsers_allow() throws Exception {
        certificate.require(computer, NOW);
        X509Certificate made = read();
        assertThat(names(made))
                .containsExactlyInAnyOrder(
                        "localhost",
                        "office-pc.example",
                        "127.0.0.1",
                        "0:0:0:0:0:0:0:1",
                        "192.168.7.7",
                        "fe80:0:0:0:0:0:0:1");
        assertThat(made.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(made.getBasicConstraints()).as("no authority").isEqualTo(-1);
        assertThat(Duration.between(
                        made.getNotBefore().toInstant(), made.getNotAfter().toInstant()))
                .isLessThanOrEqualTo(Duration.ofDays(397));
    }

    @Test
    void a_host_name_that_dns_forbids_is_left_out() throws Exception {
        certificate.require(new Computer("office_pc", List.of()), NOW);
        assertThat(names(read())).containsExactlyInAnyOrder("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
    }

    @Test
    void a_valid_one_is_kept_and_an_expired_one_is_renewed() throws Exception {
        certificate.require(computer, NOW);
        X509Certificate first = read();

        certificate.require(computer, NOW.plus(Duration.ofDays(396)));
        assertThat(read()).isEqualTo(first);

        certificate.require(computer, NOW.plus(Duration.ofDays(398)));
        assertThat(read()).isNotEqualTo(first);
    }

    @Test
    void only_its_owner_may_read_it_and_nothing_else_is_left_behind() throws Exception {
        certificate.require(computer, NOW);
        assertThat(folder.toFile().list()).containsExactly("certificate.p12");
        if (!Files.getFileStore(file).supportsFileAttributeView("posix")) {
            // Windows: there the file has the permissions of its folder.
            return;
        }
        assertThat(Files.getPosixFilePermissions(file)).containsExactlyInAnyOrder(OWNER_READ, OWNER_WRITE);
    }

    @Test
    void a_file_that_is_no_key_store_is_named_and_left_alone() throws Exception {
        Files.writeString(file, "my notes");
        assertThatThrownBy(() -> certificate.require(computer, NOW))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("delete");
        assertThat(file).hasContent("my notes");
    }

    @Test
    void one_that_somebody_brought_with_another_password_is_left_alone_and_told_what_it_needs() throws Exception {
        certificate.require(computer, NOW);
        KeyStore store = KeyStore.getInstance(file.toFile(), Certificate.PASSWORD.toCharArray());
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, "another".toCharArray());
        }
        byte[] brought = Files.readAllBytes(file);

        assertThatThrownBy(() -> certificate.require(computer, NOW))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("needs the password changeit and the alias s1as");
        assertThat(file).hasBinaryContent(brought);
    }

    private static List<String> names(X509Certificate made) throws Exception {
        return made.getSubjectAlternativeNames().stream()
                .map(name -> name.get(1).toString())
                .toList();
    }

    private X509Certificate read() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, Certificate.PASSWORD.toCharArray());
        }
        return (X509Certificate) store.getCertificate(Certificate.ALIAS);
    }
}
