package parley.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What peers say to each other, between two connections in one page. */
class DataIT extends DeployedTest {

    /** Two who talk while their connection is replaced five times, each time with messages on their way. */
    private static final String REPLACED = TwoSides.SCRIPT + """
              for (const side of [a, b]) {
                Object.assign(side, { heard: [], said: 0 });
                side.data.addEventListener('count', ({ detail }) => side.heard.push([detail.from.name, detail.message.number].join()));
                side.say = (times) => {
                  for (let i = 0; i < times; i++) side.data.say({ type: 'count', number: side.said++ });
                };
              }
              meet();
              a.say(3);
              b.say(3);
              for (let round = 1; round <= 5; round++) {
                await until(() => a.heard.length > (round - 1) * 73 && b.heard.length > (round - 1) * 73);
                a.say(70);
                b.say(70);
                // In the middle of it: some have arrived, others are lost.
                await until(() => a.heard.length > (round - 1) * 73 + 3);
                a.say(3);
                b.say(3);
                a.replaceConnection();
              }
              await until(() => a.heard.length >= a.said && b.heard.length >= b.said);
              const right = ({ heard, said, other }) => heard.length === said && heard.every((it, i) => it === `name of ${other},${i}`);
              return { said: a.said, a: right(a), b: right(b), met: [a.met, b.met], heard: [a.heard.length, b.heard.length] };
            }
            """;

    /** The beginning of a script: one, and a hostile other side, which has the other end of the channel. */
    private static final String HOSTILE = """
            async () => {
              const { Data } = await import('./call/data/data.js');
              const { PeerConnection } = await import('./call/connection/peer-connection.js');
              const { Remotes } = await import('./call/remotes.js');

              const hostile = new RTCPeerConnection();
              const channel = hostile.createDataChannel('parley', { negotiated: true, id: 0 });
              hostile.onicecandidate = ({ candidate }) => candidate && remotes.get('h').connection.onCandidates([candidate.toJSON()]);
              const remotes = new Remotes(() => {
                const connection = new PeerConnection({
                  polite: true,
                  iceServers: [],
                  local: new MediaStream(),
                  screen: new MediaStream(),
                  send: async ({ type, sdp, candidates }) => {
                    if (candidates) for (const it of candidates) await hostile.addIceCandidate(it);
                    if (type === 'offer') {
                      await hostile.setRemoteDescription({ type, sdp });
                      await hostile.setLocalDescription();
                      remotes.get('h').onDescription({ type: 'answer', sdp: hostile.localDescription.sdp });
                    }
                  },
                });
                data.use('h', connection.data);
                return connection;
              });
              const data = new Data(remotes);
              const meet = () => {
                remotes.informed = true;
                remotes.joined([{ id: 'h', name: 'Hostile', state: {} }]);
                return new Promise((resolve) => (channel.onopen = resolve));
              };
            """;

    /** It says what it likes. */
    private static final String SAYS_ANYTHING = HOSTILE + """
              const heard = [];
              for (const type of ['met', 'text', 'toString']) {
                data.addEventListener(type, ({ detail }) => heard.push([type, detail.from?.name ?? detail.name, detail.message?.text].join()));
              }
              await meet();
              const text = (number, text) => ({ number, message: { type: 'text', text, from: 'Ada', name: 'Ada' } });
              const say = (it) => channel.send(typeof it === 'string' ? it : JSON.stringify(it));
              ['', 'null', '[]', '7', '{', '{"number":1}', '{"number":1,"message":null}', '{"number":1,"message":{"type":7}}'].forEach(say);
              channel.send(new Uint8Array(9));
              say({ received: 'all' });
              say(text('1', 'number as text'));
              say(text(1.5, 'half a number'));
              say(text(1, 'x'.repeat(70_000)));
              say(text(1, 'one'));
              say(text(1, 'one again'));
              say(text(3, 'three'));
              say(text(2, 'two, too late'));
              say({ number: 4, message: { type: 'met', text: 'no' } });
              say({ number: 5, message: { type: 'toString', text: 'yes' } });
              say({ received: 1e9 });
              const closed = new Promise((resolve) => (channel.onclose = resolve));
              let refused;
              try {
                data.say({ type: 'text', text: 'x'.repeat(65_536) });
              } catch (error) {
                refused = error.name;
              }
              for (let i = 10; i < 3000 && channel.readyState === 'open'; i++) say(text(i, 'flood'));
              await closed;
              const floods = heard.filter((it) => it.endsWith('flood')).length;
              return { heard: heard.filter((it) => !it.endsWith('flood')), refused, bounded: floods > 500 && floods < 1500 };
            }
            """;

    /** It opens channels that nobody has asked for, until it is not listened to any more, and then one more. */
    private static final String OPENS_CHANNELS = HOSTILE + """
              let told = 0;
              data.addEventListener('channel', ({ detail }) => {
                told++;
                detail.channel.close();
              });
              await meet();
              const closed = new Promise((resolve) => (channel.onclose = resolve));
              for (let i = 0; i < 2500 && channel.readyState === 'open'; i += 50) {
                const more = Array.from({ length: 50 }, () => hostile.createDataChannel('more'));
                const gone = more.map((it) => new Promise((resolve) => (it.onclose = resolve)));
                await Promise.race([Promise.all(gone), closed]);
              }
              const before = told;
              const last = hostile.createDataChannel('last');
              await new Promise((resolve) => (last.onopen = resolve));
              return { state: channel.readyState, bounded: told > 500 && told < 1500, after: told - before };
            }
            """;

    @Test
    void each_message_comes_once_and_in_order_however_often_the_connection_is_replaced() {
        Person ada = person("Ada").opensPage("");

        assertThat(ada.page.evaluate(REPLACED))
                .isEqualTo(Map.of("said", 368, "a", true, "b", true, "met", List.of(6, 6), "heard", List.of(368, 368)));
    }

    @Test
    void what_is_no_message_is_ignored_and_who_floods_is_not_heard_any_more() {
        Person ada = person("Ada").opensPage("");

        assertThat(ada.page.evaluate(SAYS_ANYTHING))
                .isEqualTo(Map.of(
                        "heard",
                        List.of("text,Hostile,one", "text,Hostile,three", "toString,Hostile,yes", "met,Hostile,"),
                        "refused",
                        "RangeError",
                        "bounded",
                        true));
        assertThat(ada.errors()).isEmpty();
    }

    @Test
    void who_opens_channels_without_end_is_not_heard_any_more() {
        Person ada = person("Ada").opensPage("");

        assertThat(ada.page.evaluate(OPENS_CHANNELS)).isEqualTo(Map.of("state", "closed", "bounded", true, "after", 0));
        assertThat(ada.errors()).isEmpty();
    }
}
