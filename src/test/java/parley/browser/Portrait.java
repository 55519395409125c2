package parley.browser;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A film of somebody who sits before a camera, for pictures of calls that are nicer to look at than a test pattern. */
record Portrait(Color wall, Color skin, Color hair, Color shirt) {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int FRAMES = 40;

    /** Of the film beside the drawing: four of these are seen at once, and shown no larger. */
    private static final double SCALE = 0.5;

    /** Writes the film as a browser takes it for a camera: JPEG pictures in a row. */
    Path film(Path file) {
        try {
            ByteArrayOutputStream film = new ByteArrayOutputStream();
            for (int frame = 0; frame < FRAMES; frame++) {
                ImageIO.write(picture(Math.sin(2 * Math.PI * frame / FRAMES)), "jpg", film);
            }
            Files.createDirectories(file.getParent());
            return Files.write(file, film.toByteArray()).toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The person, swaying from -1 to 1. */
    private BufferedImage picture(double sway) {
        BufferedImage image =
                new BufferedImage((int) (SCALE * WIDTH), (int) (SCALE * HEIGHT), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.scale(SCALE, SCALE);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setPaint(new GradientPaint(0, 0, wall.brighter(), WIDTH, HEIGHT, wall.darker()));
        g.fillRect(0, 0, WIDTH, HEIGHT);
        int x = WIDTH / 2 + (int) (14 * sway);
        g.setColor(shirt);
        g.fillRoundRect(x - 270, 500, 540, 400, 260, 260);
        g.setColor(skin.darker());
        g.fillRoundRect(x - 58, 400, 116, 150, 60, 60);
        g.setColor(hair);
        g.fillOval(x - 158, 120, 316, 330);
        g.setColor(skin);
        g.fillOval(x - 128, 165, 256, 310);
        g.setColor(hair);
        g.fillArc(x - 140, 120, 280, 210, 10, 160);
        g.setColor(new Color(40, 30, 30));
        g.fillOval(x - 62, 300, 20, 22);
        g.fillOval(x + 42, 300, 20, 22);
        g.setColor(new Color(150, 60, 60));
        g.fillArc(x - 46, 360, 92, 60, 190, 160);
        g.dispose();
        return image;
    }
}
