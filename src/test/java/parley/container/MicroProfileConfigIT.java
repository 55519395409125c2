package parley.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** Settings that come neither from system properties nor from the environment. */
@ExtendWith(ArquillianExtension.class)
@DisabledIfSystemProperty(
        named = "tested.server",
        matches = "tomee",
        disabledReason = "is tested without MicroProfile, as its web profile comes")
class MicroProfileConfigIT {

    @ArquillianResource
    private URL url;

    @Deployment(testable = false)
    static WebArchive war() {
        return Server.built()
                .addAsResource(
                        new StringAsset("parley.room.capacity = 3\nparley.messages.burst = 10\n"),
                        "META-INF/microprofile-config.properties");
    }

    @Test
    void whatever_microprofile_config_reads_is_read_after_the_system_properties() {
        try (Caller ada = Caller.greet(new Server(url), "Ada")) {
            ada.tell("{'type':'join','room':'small'}");
            JsonObject joined = ada.expect("joined");

            assertThat(joined.getInt("capacity")).isEqualTo(3);
            // The server was started with a system property for this one.
            for (int i = 0; i < 100; i++) {
                ada.expectNothing();
            }
        }
    }
}
