package cn.duban.evidence;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/**
 * Pictures made small in bounded memory: the size a file claims is read before a single pixel is, and of a large picture
 * only every n-th pixel is kept while decoding.
 */
final class Pictures {

    /** Longest side of a preview. */
    static final int LONGEST = 1200;

    private static final int LONGEST_SIDE = 30_000;
    private static final long MOST_PIXELS = 64_000_000;

    /** A picture whose format is decoded whole before pixels are left out: what a telephone's camera takes. */
    private static final long MOST_WHOLE = 25_000_000;

    private Pictures() {}

    /** @throws NoPreview if the picture claims more pixels than are decoded here, or is of no known format */
    static BufferedImage small(Path file) throws IOException {
        try (var in = ImageIO.createImageInputStream(file.toFile())) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) throw new NoPreview("no reader for this picture");
            var reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return fitted(decoded(reader), Orientation.of(file));
            } finally {
                reader.dispose();
            }
        }
    }

    static void refuseTooManyPixels(long width, long height) throws NoPreview {
        if (width < 1 || height < 1 || width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > MOST_PIXELS)
            throw new NoPreview(width + " × " + height + " pixels");
    }

    private static BufferedImage decoded(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        refuseTooManyPixels(width, height);
        if (reader.getFormatName().equalsIgnoreCase("webp") && (long) width * height > MOST_WHOLE) throw new NoPreview(width + " × " + height + " pixels of WebP");
        int step = Math.ceilDiv(Math.max(width, height), 2 * LONGEST);
        var wish = reader.getDefaultReadParam();
        wish.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, wish);
    }

    /** Turned upright, within {@link #LONGEST}, on white: a preview has no transparency. */
    private static BufferedImage fitted(BufferedImage picture, Orientation turn) {
        double scale = Math.min(1, (double) LONGEST / Math.max(picture.getWidth(), picture.getHeight()));
        int width = (int) Math.max(1, Math.round(picture.getWidth() * scale));
        int height = (int) Math.max(1, Math.round(picture.getHeight() * scale));
        var small = new BufferedImage(turn.sideways() ? height : width, turn.sideways() ? width : height, BufferedImage.TYPE_INT_RGB);
        var pen = small.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, small.getWidth(), small.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        var upright = turn.upright(width, height);
        upright.concatenate(AffineTransform.getScaleInstance((double) width / picture.getWidth(), (double) height / picture.getHeight()));
        pen.drawImage(picture, upright, null);
        pen.dispose();
        return small;
    }
}
