package cn.duban.evidence;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The EXIF block of a JPEG: a TIFF structure behind the six bytes "Exif", of 64 KB at most. Whatever it claims is held against its
 * length before it is read, so that a hostile file costs nothing.
 */
final class Exif {

    private static final int APP1 = 0xffe1;
    private static final int SCAN = 0xffda;
    private static final int SHORT = 3;
    private static final int ASCII = 2;
    private static final int RATIONAL = 5;
    private static final int LONGEST_TEXT = 64;

    private final ByteBuffer tiff;

    private Exif(byte[] block) {
        tiff = ByteBuffer.wrap(block, 6, block.length - 6).slice();
        tiff.order(tiff.remaining() > 0 && tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    }

    static Optional<Exif> of(Path file) throws IOException {
        try (var in = new DataInputStream(Files.newInputStream(file))) {
            if (in.readUnsignedShort() != 0xffd8) return Optional.empty();
            while (true) {
                int marker = in.readUnsignedShort();
                int length = in.readUnsignedShort() - 2;
                if (marker == SCAN || marker < 0xff00 || length < 0) return Optional.empty();
                var block = in.readNBytes(length);
                if (marker == APP1 && block.length > 14 && new String(block, 0, 6, StandardCharsets.ISO_8859_1).equals("Exif\0\0")) return Optional.of(new Exif(block));
            }
        } catch (EOFException _) {
            return Optional.empty();
        }
    }

    int root() {
        return tiff.getInt(4);
    }

    /** Another directory, named by a tag of one; −1 where there is none. */
    int below(int directory, int tag) {
        var entry = entry(directory, tag);
        return entry < 0 ? -1 : tiff.getInt(entry + 8);
    }

    /** A small number; −1 where there is none. */
    int number(int directory, int tag) {
        var entry = entry(directory, tag);
        return entry < 0 || type(entry) != SHORT ? -1 : tiff.getShort(entry + 8) & 0xffff;
    }

    @Nullable String text(int directory, int tag) {
        var entry = entry(directory, tag);
        if (entry < 0 || type(entry) != ASCII) return null;
        int count = tiff.getInt(entry + 4);
        int at = count <= 4 ? entry + 8 : tiff.getInt(entry + 8);
        if (count < 1 || count > LONGEST_TEXT || at < 0 || at > tiff.limit() - count) return null;
        var bytes = new byte[count];
        tiff.get(at, bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1).replace("\0", "").strip();
    }

    /** As many fractions as asked for; null where there are others, or one is of nothing. */
    double @Nullable [] fractions(int directory, int tag, int count) {
        var entry = entry(directory, tag);
        if (entry < 0 || type(entry) != RATIONAL || tiff.getInt(entry + 4) != count) return null;
        int at = tiff.getInt(entry + 8);
        if (at < 0 || at > tiff.limit() - 8 * count) return null;
        var values = new double[count];
        for (int i = 0; i < count; i++) {
            var below = tiff.getInt(at + 8 * i + 4) & 0xffffffffL;
            if (below == 0) return null;
            values[i] = (double) (tiff.getInt(at + 8 * i) & 0xffffffffL) / below;
        }
        return values;
    }

    private int type(int entry) {
        return tiff.getShort(entry + 2) & 0xffff;
    }

    private int entry(int directory, int tag) {
        if (directory < 8 || directory > tiff.limit() - 2) return -1;
        int entries = tiff.getShort(directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if (entry > tiff.limit() - 12) return -1;
            if ((tiff.getShort(entry) & 0xffff) == tag) return entry;
        }
        return -1;
    }
}
