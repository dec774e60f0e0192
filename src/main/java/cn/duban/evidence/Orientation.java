package cn.duban.evidence;

import java.awt.geom.AffineTransform;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How a camera was held, from the EXIF block of a JPEG (tag 0x0112, values 1 to 8). Telephones store pictures as the
 * sensor saw them and leave it to the reader to turn them; without this a wall inspected upright lies on its side.
 */
record Orientation(int value) {

    private static final Orientation AS_IS = new Orientation(1);
    private static final int APP1 = 0xffe1;
    private static final int SCAN = 0xffda;
    private static final int TAG = 0x0112;

    static Orientation of(Path file) throws IOException {
        try (var in = new DataInputStream(Files.newInputStream(file))) {
            if (in.readUnsignedShort() != 0xffd8) return AS_IS;
            while (true) {
                int marker = in.readUnsignedShort();
                int length = in.readUnsignedShort() - 2;
                if (marker == SCAN || marker < 0xff00 || length < 0) return AS_IS;
                var block = in.readNBytes(length);
                if (marker == APP1 && new String(block, 0, Math.min(6, length), StandardCharsets.ISO_8859_1).equals("Exif\0\0")) return tag(block);
            }
        } catch (EOFException _) {
            return AS_IS;
        }
    }

    /** The first directory of the TIFF structure behind the six bytes "Exif". */
    private static Orientation tag(byte[] block) {
        var tiff = ByteBuffer.wrap(block, 6, block.length - 6).slice();
        if (tiff.remaining() < 8) return AS_IS;
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory + 2 > tiff.limit()) return AS_IS;
        int entries = tiff.getShort(directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if (entry + 12 > tiff.limit()) return AS_IS;
            if (tiff.getShort(entry) != TAG) continue;
            int value = tiff.getShort(entry + 8);
            return value >= 1 && value <= 8 ? new Orientation(value) : AS_IS;
        }
        return AS_IS;
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
