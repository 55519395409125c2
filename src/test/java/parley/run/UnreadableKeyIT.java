package parley.run;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import parley.container.FreePort;

/** What an administrator is told whose key belongs to somebody else than the server's user. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there a file has the permissions of its folder")
@EnabledIfSystemProperty(
        named = "tested.server",
        matches = "payara-micro",
        disabledReason = "the launcher starts Payara Micro")
class UnreadableKeyIT {

    @TempDir
    private Path folder;

    @Test
    void a_key_that_it_may_not_read_is_named_with_who_may_not_and_ends_the_process() throws Exception {
        Path key = Files.writeString(Nobody.open(folder).resolve("key"), "0123456789 abcdefghijklmnop äöüß");
        Nobody.with("---------", key);
        Path launcher = Files.copy(RunningParley.launcher(), folder.resolve("launcher.jar"));
        Files.copy(Path.of(System.getProperty("payara.microJar")), folder.resolve("payara-micro.jar"));
        Path war = Files.copy(Path.of(System.getProperty("parley.war")), folder.resolve("parley.war"));
        Path log = Files.copy(Path.of("payara-config", "logging.properties"), folder.resolve("logging.properties"));
        int port = FreePort.next();
        ProcessBuilder command = Nobody.java(List.of(
                "-Djava.util.logging.config.file=" + log,
                "-Dparley.key.file=" + key,
                "-jar",
                launcher.toString(),
                "--deploy",
                war.toString(),
                "--nohazelcast",
                "--disablephonehome",
                "--port",
                String.valueOf(port)));

        try (RunningParley parley = RunningParley.by(command, port, 0, folder)) {
            assertThat(parley.process().waitFor(2, MINUTES)).as("ended").isTrue();
            assertThat(parley.process().exitValue()).isEqualTo(1);
            assertThat(parley.said())
                    .containsPattern("parley\\.key\\.file must name a file that can be read or made, unlike " + key
                            + " \\(the user \\S+ may not read it\\)")
                    .contains("Parley does not start: the application could not be deployed, the log above says why");
        }
    }
}
