package parley.message;

import java.util.Map;
import parley.ops.Settings;

/** A codec outside of a container, and one valid message of each type a client may send. */
public final class Samples {

    /** A valid message by its type. */
    public static final Map<String, String> OF_TYPE = Map.of(
            "hello", """
                {"type":"hello","name":"Ada","resume":{"peer":"p1","secret":"s1","received":7}}""",
            "look", """
                {"type":"look","room":"standup"}""",
            "join", """
                {"type":"join","room":"standup"}""",
            "leave", """
                {"type":"leave"}""",
            "offer", """
                {"type":"offer","to":"p1","sdp":"v=0\\r\\n"}""",
            "answer", """
                {"type":"answer","to":"p1","sdp":"v=0\\r\\n"}""",
            "candidates", """
                {"type":"candidates","to":"p1","candidates":[{"candidate":"candidate:1 1 udp 1 192.0.2.1 5 typ host",\
                "sdpMid":"0","sdpMLineIndex":0,"usernameFragment":"abcd"},{"candidate":""}]}""",
            "state", """
                {"type":"state","audio":true,"video":false,"screen":true,"hand":false}""",
            "ping", """
                {"type":"ping","received":0}""",
            "report", """
                {"type":"report","setup":800,"rtt":12,"loss":0.02,"failed":"checking"}""");

    private Samples() {}

    /** The codec as the container would build it. */
    public static MessageCodec codec() {
        MessageCodec codec = new MessageCodec();
        codec.open();
        codec.settings = new Settings();
        return codec;
    }
}
