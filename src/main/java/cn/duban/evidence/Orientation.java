package cn.duban.evidence;

import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.nio.file.Path;

/**
 * How a camera was held, from the EXIF block of a JPEG (tag 0x0112, values 1 to 8). Telephones store pictures as the
 * sensor saw them and leave it to the reader to turn them; without this a wall inspected upright lies on its side.
 */
record Orientation(int value) {

    private static final Orientation AS_IS = new Orientation(1);
    private static final int TAG = 0x0112;

    static Orientation of(Path file) throws IOException {
        var value = Exif.of(file).map(exif -> exif.number(exif.root(), TAG)).orElse(1);
        return value >= 1 && value <= 8 ? new Orientation(value) : AS_IS;
    }

    /** Whether width and height change places. */
    boolean sideways() {
        return value >= 5;
    }

    /** Turns and mirrors a picture of this size so that it stands upright at the origin. */
    AffineTransform upright(int w, int h) {
        return switch (value) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
            default -> new AffineTransform();
        };
    }
}
