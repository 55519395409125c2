package parley.browser;

/** A room with as many in it as there can be. */
final class FullRoom {

    private static final String EIGHT_JOIN = """
            (room) => Promise.all(Array.from({ length: 8 }, () => new Promise((joined) => {
              const socket = new WebSocket(location.origin.replace('http', 'ws') + location.pathname + 'signal', 'parley.v1');
              socket.onopen = () => {
                socket.send('{"type":"hello"}');
                socket.send(JSON.stringify({ type: 'join', room }));
              };
              socket.onmessage = ({ data }) => JSON.parse(data).type === 'joined' && joined();
            })))
            """;

    private FullRoom() {}

    /** Fills a room, for as long as the page of this person is open. */
    static void fill(Person person, String room) {
        person.page.evaluate(EIGHT_JOIN, room);
    }
}
