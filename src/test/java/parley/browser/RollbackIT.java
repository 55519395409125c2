package parley.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is left of a connection whose first own offer is rolled back, between two connections in one page. */
class RollbackIT extends DeployedTest {

    /** The polite one answers, then both restart at once: does it show more of what it receives, and in how many rounds? */
    private static final String SHOWN = "async () => {" + Until.SCRIPT + """
              const { PeerConnection } = await import('./call/connection/peer-connection.js');
              const local = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
              let offersHeld;
              const sides = [0, 1].map((i) => new PeerConnection({
                polite: i === 0,
                iceServers: [],
                local: local.clone(),
                screen: new MediaStream(),
                send: (message) => offersHeld && message.type === 'offer' ? offersHeld.push([i, message]) : carry(i, message),
              }));
              const carry = (i, { type, sdp, candidates }) => setTimeout(() => {
                const other = sides[1 - i];
                return candidates ? other.onCandidates(candidates) : other.onDescription({ type, sdp });
              });
              const settled = () => window.connections.every(({ signalingState, connectionState }) =>
                signalingState === 'stable' && connectionState === 'connected');
              const users = () => window.connections.map((it) => it.localDescription.sdp.match(/a=ice-ufrag:.*/)[0]);
              const video = document.body.appendChild(document.createElement('video'));
              const another = () => new Promise((shown) => {
                video.requestVideoFrameCallback(() => shown(true));
                setTimeout(() => shown(false), 5000);
              });

              sides[1].start();
              await until(() => settled() && sides[0].remote.getVideoTracks().length > 0);
              video.muted = true;
              video.srcObject = sides[0].remote;
              video.play();
              let shown = await another();
              for (let round = 0; round < 2; round++) {
                const before = users();
                offersHeld = [];
                window.connections.forEach((it) => it.restartIce());
                await until(() => offersHeld.length === 2);
                const held = offersHeld;
                offersHeld = undefined;
                held.forEach(([i, message]) => carry(i, message));
                await until(() => settled() && users().every((user, i) => user !== before[i]));
                // The one that is waited for already may come from before.
                shown &&= (await another()) && (await another());
              }
              return shown;
            }
            """;

    @Test
    void a_rolled_back_offer_leaves_the_picture_that_is_received() {
        Person ada = person("Ada").opensPage("");

        assertThat(ada.page.evaluate(SHOWN)).isEqualTo(true);
        assertThat(ada.timesLogged("glare – ignoring offer")).isEqualTo(2);
        assertThat(ada.errors()).isEmpty();
    }
}
