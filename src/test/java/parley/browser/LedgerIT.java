package parley.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page's bookkeeping of its line: modules that need no socket, in the browser that runs them. */
class LedgerIT extends DeployedTest {

    /**
     * Two sides say numbered messages, ping, and answer pings, over a wire that is cut after so many frames, and once more
     * after so many others; what is on the wire then is lost. Whatever the positions, each hears all, once and in order.
     */
    private static final String CUT_TWICE_ANYWHERE = """
            async () => {
              const { Ledger } = await import('./signaling/ledger.js');

              class Side {
                ledger = new Ledger();
                heard = [];
                wire = [];
                said = 0;

                say() {
                  const message = { type: 'state', number: this.said++ };
                  this.ledger.keep(message);
                  this.wire.push(message);
                }

                hear({ type, number, received }) {
                  // The page is never asked, so that its ledger knows of no ping that comes.
                  if (type !== 'ping') this.ledger.took(type);
                  if (type === 'state') this.heard.push(number);
                  if (type === 'ping' || type === 'pong') this.ledger.confirm(received);
                  if (type === 'ping') this.wire.push({ type: 'pong', received: this.ledger.received });
                }

                resume(received) {
                  if (!this.ledger.confirm(received)) throw new Error('cannot be resumed');
                  this.wire = this.ledger.kept;
                }
              }

              /** Lets both talk; false when the wire was cut. */
              function talk(sides, turns, frames) {
                const carry = (from, to) => {
                  while (from.wire.length > 0) {
                    if (frames-- === 0) return false;
                    to.hear(from.wire.shift());
                  }
                  return true;
                };
                while (turns.length > 0) {
                  turns.shift()(sides);
                  if (!carry(sides[0], sides[1]) || !carry(sides[1], sides[0])) return false;
                }
                return true;
              }

              function resume([one, other]) {
                const [toOne, toOther] = [one.ledger.received, other.ledger.received];
                one.resume(toOther);
                other.resume(toOne);
              }

              const SCRIPT = [
                ([one]) => one.say(),
                ([one, other]) => { other.say(); other.say(); },
                ([one]) => one.wire.push({ ...one.ledger.ping() }),
                ([one, other]) => { one.say(); other.say(); one.say(); },
                ([one, other]) => { other.say(); },
                ([one]) => one.wire.push({ ...one.ledger.ping() }),
                ([one]) => one.say(),
              ];
              const wrong = [];
              let cases = 0;
              for (let first = 0; first <= 12; first++) {
                for (let second = 0; second <= 12; second++) {
                  const sides = [new Side(), new Side()];
                  const turns = [...SCRIPT];
                  for (const frames of [first, second, Infinity]) {
                    if (talk(sides, turns, frames)) break;
                    resume(sides);
                    if (turns.length === 0) turns.push(() => {});
                  }
                  cases++;
                  const [one, other] = sides;
                  const whole = (said, heard) => heard.length === said && heard.every((number, i) => number === i);
                  if (!whole(one.said, other.heard) || !whole(other.said, one.heard)) {
                    wrong.push(`${first}/${second}: ${one.heard} ${other.heard}`);
                  }
                }
              }
              return { cases, wrong };
            }
            """;

    private static final String TOO_MUCH = """
            async () => {
              const { Ledger } = await import('./signaling/ledger.js');
              const ledger = new Ledger();
              const say = (times) => { for (let i = 0; i < times; i++) ledger.keep({ type: 'state', i }); };
              say(400);
              const kept = ledger.whole;
              say(1);
              const overflown = !ledger.whole && ledger.kept.length === 400 && ledger.kept[0].i === 1;
              const gap = ledger.confirm(0);
              const mended = ledger.confirm(1);
              const all = ledger.confirm(401);
              return [kept, overflown, gap, mended, all, ledger.kept.length, ledger.confirm(402), ledger.confirm(400)];
            }
            """;

    private static final String DUE = """
            async () => {
              const { Ledger } = await import('./signaling/ledger.js');
              const said = new Ledger();
              const heard = new Ledger();
              const due = [];
              for (let i = 1; i <= 400; i++) {
                said.keep({ type: 'state' });
                heard.took('state');
                heard.took('pong');
                for (const ledger of [said, heard]) {
                  if (ledger.due) {
                    ledger.ping();
                    due.push(i);
                  }
                }
              }
              return due;
            }
            """;

    private static final String WAITS = """
            async (random) => {
              const { backoff } = await import('./signaling/backoff.js');
              return Array.from({ length: 150 }, (_, tries) => backoff(tries, () => random));
            }
            """;

    private Person ada;

    @BeforeEach
    void open() {
        ada = person("Ada").opensPage("");
    }

    @Test
    void a_line_that_is_cut_twice_anywhere_loses_nothing_and_repeats_nothing() {
        Map<?, ?> result = (Map<?, ?>) ada.page.evaluate(CUT_TWICE_ANYWHERE);

        assertThat(result.get("cases")).isEqualTo(169);
        assertThat((List<?>) result.get("wrong")).isEmpty();
    }

    @Test
    void with_more_than_is_kept_unconfirmed_a_line_cannot_be_resumed_unless_it_is_confirmed_after_all() {
        assertThat(ada.page.evaluate(TOO_MUCH)).isEqualTo(List.of(true, true, false, true, true, 0, false, false));
    }

    @Test
    void a_ping_is_due_after_128_messages_of_either_side() {
        assertThat(ada.page.evaluate(DUE)).isEqualTo(List.of(128, 128, 256, 256, 384, 384));
    }

    @Test
    void tries_come_at_once_then_soon_then_for_minutes_often_enough_and_never_all_together() {
        List<Number> longest = waits(1);
        List<Number> shortest = waits(0);

        assertThat(longest.subList(0, 5)).extracting(Number::intValue).containsExactly(0, 300, 1000, 1500, 1500);
        assertThat(shortest.subList(0, 5)).extracting(Number::intValue).containsExactly(0, 150, 500, 750, 750);
        assertThat(longest.get(149).intValue()).isEqualTo(10_000);
        double often = 0;
        int tries = 0;
        while (longest.get(tries).intValue() <= 1500) {
            often += (longest.get(tries).doubleValue() + shortest.get(tries).doubleValue()) / 2;
            tries++;
        }
        assertThat(often).isBetween(120_000.0, 180_000.0);
    }

    @SuppressWarnings("unchecked")
    private List<Number> waits(double random) {
        return (List<Number>) ada.page.evaluate(WAITS, random);
    }
}
