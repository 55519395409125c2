package parley.browser;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** What the fake microphone of a browser can be made to give in place of its beeps. */
final class Sound {

    /** A script for the window of somebody who speaks without a pause. */
    static final String OF_SPEAKER = """
            const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
            navigator.mediaDevices.getUserMedia = async (constraints) => {
              const stream = await open(constraints);
              for (const track of stream.getAudioTracks()) {
                const context = new AudioContext();
                const voice = context.createMediaStreamDestination();
                const tone = new OscillatorNode(context, { frequency: 300 });
                tone.connect(new GainNode(context, { gain: 0.3 })).connect(voice);
                tone.start();
                stream.removeTrack(track);
                track.stop();
                stream.addTrack(voice.stream.getAudioTracks()[0]);
              }
              return stream;
            };
            """;

    private static final int RATE = 48_000;
    private static final double PITCH = 330;
    private static final double LOUD = 0.25;

    private Sound() {}

    /** A browser's argument for a microphone that is switched off at its own switch. */
    static String silence() {
        return argument("silence.wav", 1, 0);
    }

    /** A browser's argument for somebody who listens for most of the time: a second of sound in every ten. */
    static String ofListener() {
        return argument("listener.wav", 10, 1);
    }

    private static String argument(String name, int seconds, int loud) {
        byte[] samples = new byte[seconds * RATE * 2];
        for (int i = 0; i < loud * RATE; i++) {
            short sample = (short) (Short.MAX_VALUE * LOUD * Math.sin(2 * Math.PI * PITCH * i / RATE));
            samples[2 * i] = (byte) sample;
            samples[2 * i + 1] = (byte) (sample >> 8);
        }
        Path file = Path.of("target", name).toAbsolutePath();
        AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
        try (AudioInputStream sound =
                new AudioInputStream(new ByteArrayInputStream(samples), format, samples.length / 2)) {
            Files.deleteIfExists(file);
            AudioSystem.write(sound, AudioFileFormat.Type.WAVE, file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "--use-file-for-fake-audio-capture=" + file;
    }
}
