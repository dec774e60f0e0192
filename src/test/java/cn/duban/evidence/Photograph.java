package cn.duban.evidence;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** A JPEG as a telephone takes it: the camera's clock and place in its EXIF block, little-endian as most do. */
public final class Photograph {

    private Photograph() {}

    /** Taken at that moment, at 36° 6′ 0″ N, 120° 21′ 36″ E. */
    public static byte[] taken(String clock, Color colour) {
        return within(exif(clock), colour);
    }

    static byte[] within(byte[] block, Color colour) {
        try {
            var picture = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
            var pen = picture.createGraphics();
            pen.setColor(colour);
            pen.fillRect(0, 0, 64, 48);
            pen.dispose();
            var plain = new ByteArrayOutputStream();
            ImageIO.write(picture, "jpeg", plain);
            var jpeg = plain.toByteArray();
            var all = new ByteArrayOutputStream();
            all.write(jpeg, 0, 2);
            all.write(new byte[] {(byte) 0xff, (byte) 0xe1, (byte) ((block.length + 2) >> 8), (byte) (block.length + 2)});
            all.write(block);
            all.write(jpeg, 2, jpeg.length - 2);
            return all.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] exif(String clock) {
        var b = ByteBuffer.allocate(400).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        b.put("II".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        b.putShort((short) 2);
        entry(b, 0x8769, 4, 1, 40);
        entry(b, 0x8825, 4, 1, 80);
        b.position(40);
        b.putShort((short) 1);
        entry(b, 0x9003, 2, clock.length() + 1, 200);
        b.position(80);
        b.putShort((short) 4);
        entry(b, 1, 2, 2, 'N');
        entry(b, 2, 5, 3, 240);
        entry(b, 3, 2, 2, 'E');
        entry(b, 4, 5, 3, 264);
        b.position(200);
        b.put(clock.getBytes(StandardCharsets.US_ASCII)).put((byte) 0);
        b.position(240);
        for (var part : new int[] {36, 1, 6, 1, 0, 1, 120, 1, 21, 1, 3600, 100}) b.putInt(part);
        var block = new byte[6 + b.capacity()];
        System.arraycopy("Exif\0\0".getBytes(StandardCharsets.US_ASCII), 0, block, 0, 6);
        System.arraycopy(b.array(), 0, block, 6, b.capacity());
        return block;
    }

    private static void entry(ByteBuffer b, int tag, int type, int count, int value) {
        b.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }
}
