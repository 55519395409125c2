package parley.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.function.DoublePredicate;

/** What really arrives at a window, by the browser's own counters ({@code RTCPeerConnection.getStats}). */
final class Media {

    /** The energy from which on something counts as a sound: a beep has more, and what decoders make of nothing far less. */
    private static final double SOUND = 1e-4;

    private static final String COUNT = """
            async () => {
              const counts = [];
              for (const connection of window.connections) {
                if (connection.connectionState !== 'connected') continue;
                const count = { frames: 0, energy: 0, packets: 0 };
                for (const report of (await connection.getStats()).values()) {
                  if (report.type === 'inbound-rtp' && report.kind === 'video') count.frames += report.framesDecoded;
                  if (report.type !== 'inbound-rtp' || report.kind !== 'audio') continue;
                  count.energy += report.totalAudioEnergy;
                  count.packets += report.packetsReceived;
                }
                counts.push(count);
              }
              return counts;
            }
            """;

    /** Counts now, and again until all of these kinds have grown by enough on as many connections as there should be. */
    private static final String GROWS = """
            async ([remotes, atLeast]) => {
              const count = %s
              window.countedBefore ??= await count();
              const before = window.countedBefore;
              const now = await count();
              if (now.length !== before.length) {
                window.countedBefore = now;
                return false;
              }
              const grown = now.length === remotes
                && now.every((it, i) => Object.keys(atLeast).every((kind) => it[kind] - before[i][kind] > atLeast[kind]));
              if (grown) delete window.countedBefore;
              return grown;
            }
            """.formatted(COUNT);

    /** Whether so many others are to be seen and heard, and show another picture soon. Some pages are not Parley's. */
    private static final String PLAYED = """
            async (remotes) => {
              const videos = [...document.querySelectorAll('[data-peer] video, video#remote')];
              const seen = (it) => it.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && it.clientWidth > 0;
              const heard = (it) => !it.paused && !it.muted && it.volume > 0 && it.srcObject.getAudioTracks().length > 0;
              const another = (it) => new Promise((shown) => {
                it.requestVideoFrameCallback(() => shown(true));
                setTimeout(() => shown(false), 2000);
              });
              return videos.length === remotes && videos.every((it) => seen(it) && heard(it))
                && (await Promise.all(videos.map(another))).every(Boolean);
            }
            """;

    /** True once so many frames in a row have come without a sound. */
    private static final String SILENCE = """
            async ([frames, sound]) => {
              const [now] = await (%s)();
              if (!now) return false;
              window.quietSince ??= now;
              if (now.energy - window.quietSince.energy > sound) window.quietSince = now;
              return now.frames - window.quietSince.frames >= frames;
            }
            """.formatted(COUNT);

    /** True after two seconds in which fewer than a quarter of the packets came that a voice takes: 50 a second. */
    private static final String HARDLY_A_PACKET = """
            async () => {
              const [now] = await (%s)();
              const at = performance.now();
              window.packetsSince ??= { packets: now.packets, at };
              const seconds = (at - window.packetsSince.at) / 1000;
              if (seconds < 2) return false;
              const rate = (now.packets - window.packetsSince.packets) / seconds;
              window.packetsSince = undefined;
              return rate < 12;
            }
            """.formatted(COUNT);

    /** The energy of what the video in a tile sounds like; 0 while nothing has come. */
    private static final String ENERGY = """
            async (video) => {
              const [track] = video.srcObject.getAudioTracks();
              const reports = await Promise.all(window.connections.map(async (it) => [...(await it.getStats()).values()]));
              return reports.flat().find(({ type, trackIdentifier }) => type === 'inbound-rtp' && trackIdentifier === track?.id)
                ?.totalAudioEnergy ?? 0;
            }
            """;

    /** True once two seconds have passed without a picture, in which there was sound. */
    private static final String NO_PICTURE = """
            async () => {
              let frames = 0, packets = 0;
              for (const connection of window.connections) {
                if (connection.connectionState !== 'connected') continue;
                for (const { type, kind, framesDecoded, packetsReceived } of (await connection.getStats()).values()) {
                  if (type === 'inbound-rtp' && kind === 'video') frames += framesDecoded;
                  if (type === 'inbound-rtp' && kind === 'audio') packets += packetsReceived;
                }
              }
              const at = performance.now();
              if (window.stillSince?.frames !== frames) window.stillSince = { frames, packets, at };
              return at - window.stillSince.at >= 2000 && packets > window.stillSince.packets;
            }
            """;

    private static final String VIDEOS = """
            async (videos) => {
              const reports = await Promise.all(window.connections.map(async (it) => [...(await it.getStats()).values()]));
              return reports.flat().filter(({ type, framesDecoded }) => type === 'inbound-rtp' && framesDecoded > 10)
                .length === videos;
            }
            """;

    /** Looks all the time whether more frames have been decoded, and keeps the longest time without any. */
    private static final String WATCH = """
            () => {
              let frames = 0;
              let grown = performance.now();
              const since = () => performance.now() - grown;
              window.longestStandstill = 0;
              setInterval(async () => {
                const [now] = await (%s)();
                window.longestStandstill = Math.max(window.longestStandstill, since());
                if (now?.frames > frames) {
                  frames = now.frames;
                  grown = performance.now();
                }
              }, 100);
            }
            """.formatted(COUNT.strip());

    private static final String SUMMARY = """
            async () => {
              const lines = [];
              for (const it of window.connections) {
                lines.push(`${it.connectionState} ${it.iceConnectionState} ${it.signalingState}`);
                if (it.connectionState === 'closed') continue;
                for (const { type, kind, packetsReceived, packetsSent, framesDecoded } of (await it.getStats()).values())
                  if (type.endsWith('-rtp')) lines.push([type, kind, packetsReceived, packetsSent, framesDecoded].join(' '));
              }
              for (const it of document.querySelectorAll('video')) {
                const tracks = (it.srcObject?.getTracks() ?? []).map((t) => `${t.kind} ${t.readyState} ${t.muted ? 'muted' : ''}`);
                lines.push(`video paused=${it.paused} ready=${it.readyState} error=${it.error?.message} [${tracks}]`);
              }
              return lines.join('; ');
            }
            """;

    /** The most red in a corner of somebody's picture, from 0 to 255; nothing while there is none. */
    private static final String REDDEST_CORNER = """
            (tile) => {
              const video = tile.querySelector('video');
              if (!video?.videoWidth) return undefined;
              const pen = new OffscreenCanvas(8, 8).getContext('2d');
              pen.drawImage(video, 0, 0, 8, 8);
              return Math.max(...[0, 7].flatMap((x) => [0, 7].map((y) => pen.getImageData(x, y, 1, 1).data[0])));
            }
            """;

    /** Looks ten times, within a second or so: to be asked without a pause keeps a small computer from its work. */
    private static final String PATIENT = """
            async (argument) => {
              const condition = %s;
              for (let i = 0; i < 10; i++) {
                if (await condition(argument)) return true;
                await new Promise((resolve) => setTimeout(resolve, 100));
              }
              return false;
            }
            """;

    private Media() {}

    /** Waits until the picture that arrives from somebody is that of Chromium's fake_device_0: all green. */
    static void comesFromTheFirstCamera(Person person, String other) {
        awaitCorners(person, other, red -> red < 35);
    }

    /** Waits until the picture that arrives from somebody is that of Chromium's fake_device_2: with yellow corners. */
    static void comesFromTheThirdCamera(Person person, String other) {
        awaitCorners(person, other, red -> red > 60);
    }

    private static void awaitCorners(Person person, String other, DoublePredicate condition) {
        person.page.waitForCondition(
                () -> person.tileOf(other).evaluate(REDDEST_CORNER) instanceof Number red
                        && condition.test(red.doubleValue()),
                new Page.WaitForConditionOptions().setTimeout(30_000));
    }

    /** The state and counters of all connections, for the log of a test that failed. */
    static Object summary(Person person) {
        return person.page.evaluate(SUMMARY);
    }

    /** Waits until sound and video arrive from each of so many others, and the page shows and plays them. */
    static void flowsTo(Person person, int remotes) {
        grows(person, remotes, Map.of("frames", 0, "energy", SOUND));
        arePlayed(person, remotes);
    }

    /** Waits until the videos of so many others are to be seen, show one picture after the other and play their sound. */
    static void arePlayed(Person person, int remotes) {
        await(person, PLAYED, remotes);
    }

    /** Waits until sound is heard from each of so many others. */
    static void isHeardBy(Person person, int remotes) {
        grows(person, remotes, Map.of("energy", SOUND));
    }

    /** Waits until sound is heard that belongs to a tile. */
    static void isHeardFrom(Person person, Locator tile) {
        Locator video = tile.locator("video");
        person.page.waitForCondition(() -> ((Number) video.evaluate(ENERGY)).doubleValue() > 0.01);
    }

    /** Waits until so many frames more have been decoded from each of so many others. */
    static void frames(Person person, int remotes, int more) {
        grows(person, remotes, Map.of("frames", more));
    }

    /** Waits until video is being decoded from one of the others, whatever the rest send. */
    static void framesFromOneOf(Person person) {
        await(person, "async () => (await (%s)()).some(({ frames }) => frames > 10)".formatted(COUNT.strip()), null);
    }

    /** Waits until video goes on for about two seconds in which nothing is heard; the fake microphone beeps each second. */
    static void comesWithoutSound(Person person) {
        await(person, SILENCE, new Object[] {40, SOUND});
    }

    /** Waits until hardly any packet of sound comes for about two seconds in which video goes on. */
    static void comesWithoutPackets(Person person) {
        await(person, HARDLY_A_PACKET, null);
    }

    /** Waits until sound goes on for about two seconds in which no picture comes. */
    static void comesWithoutPicture(Person person) {
        await(person, NO_PICTURE, null);
    }

    /** Watches from now on whether the pictures of the one other person stand still. */
    static void watch(Person person) {
        person.page.evaluate(WATCH);
    }

    /** The longest time without a new picture since it is watched, in milliseconds. */
    static double longestStandstill(Person person) {
        return ((Number) person.page.evaluate("() => window.longestStandstill")).doubleValue();
    }

    /** Waits until so many videos, of whomever, are being decoded. */
    static void videos(Person person, int videos) {
        await(person, VIDEOS, videos);
    }

    private static void grows(Person person, int remotes, Map<String, ? extends Number> atLeast) {
        await(person, GROWS, new Object[] {remotes, atLeast});
    }

    private static void await(Person person, String condition, Object argument) {
        // Not waitForFunction: it takes the promise of an asynchronous function for true.
        String patient = PATIENT.formatted(condition);
        person.page.waitForCondition(
                () -> (Boolean) person.page.evaluate(patient, argument),
                new Page.WaitForConditionOptions().setTimeout(30_000));
    }
}
