package parley.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which section of a connection is whose, between two connections in one page. */
class SectionsIT extends DeployedTest {

    /**
     * Two without camera and microphone who share and both offer at once, the first thing they do; then one of them plugs
     * in a camera; then both connections are replaced.
     */
    private static final String GLARE = "async () => {" + Until.SCRIPT + """
              const { PeerConnection } = await import('./call/connection/peer-connection.js');
              const picture = () => {
                const canvas = document.createElement('canvas');
                canvas.getContext('2d').fillRect(0, 0, 9, 9);
                return canvas.captureStream(5).getVideoTracks()[0];
              };
              const locals = [new MediaStream(), new MediaStream()];
              const screens = [new MediaStream([picture()]), new MediaStream([picture()])];
              const connect = () => {
                const sides = [0, 1].map((i) => new PeerConnection({
                  polite: i === 0,
                  iceServers: [],
                  local: locals[i],
                  screen: screens[i],
                  send: ({ type, sdp, candidates }) => setTimeout(() => {
                    const other = sides[1 - i];
                    return candidates ? other.onCandidates(candidates) : other.onDescription({ type, sdp });
                  }, 20),
                }));
                return sides;
              };
              const videos = (stream) => stream.getVideoTracks().length;
              const seen = (sides) => sides.map(({ remote, screen }) => `face ${videos(remote)} screen ${videos(screen)}`).join();
              const settled = () => window.connections.slice(-2).every(({ signalingState, connectionState }) =>
                signalingState === 'stable' && connectionState === 'connected');
              const sections = () => window.connections.at(-1).localDescription.sdp.match(/^m=\\w+/gm).sort().join();
              const told = {};

              let sides = connect();
              sides.forEach((side) => side.start());
              await until(() => settled() && sides.every(({ screen }) => videos(screen) > 0));
              told.glare = seen(sides);
              told.sections = sections();

              const camera = picture();
              locals[0].addTrack(camera);
              sides[0].replaceTrack('video', camera);
              await until(() => settled() && videos(sides[1].remote) > 0);
              told.camera = seen(sides);
              told.same = sections() === told.sections;

              sides.forEach((side) => side.close());
              sides = connect();
              sides[1].start();
              await until(() => settled() && sides.every(({ screen }) => videos(screen) > 0));
              told.replaced = seen(sides);
              return told;
            }
            """;

    @Test
    void a_screen_is_never_taken_for_a_camera_whoever_offers_first() {
        Person ada = person("Ada").opensPage("");

        assertThat(ada.page.evaluate(GLARE))
                .isEqualTo(Map.of(
                        "glare", "face 0 screen 1,face 0 screen 1",
                        "sections", "m=application,m=audio,m=video,m=video,m=video",
                        "camera", "face 0 screen 1,face 1 screen 1",
                        "same", true,
                        "replaced", "face 0 screen 1,face 1 screen 1"));
        assertThat(ada.errors()).isEmpty();
    }
}
