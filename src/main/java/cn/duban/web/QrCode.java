package cn.duban.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A QR code of an address (GB/T 18284, ISO/IEC 18004): byte mode, error correction M (a seventh of it may be torn off), versions 1 to 10, up to 213 bytes. Pure.
 *
 * <p>Each mask is a right one; the one with the fewest runs and blocks of one colour is taken.
 */
public final class QrCode {

    /** By version: data codewords, correction codewords of a block, blocks. */
    private static final int[][] SIZES = {{16, 10, 1}, {28, 16, 1}, {44, 26, 1}, {64, 18, 2}, {86, 24, 2}, {108, 16, 4}, {124, 18, 4}, {154, 22, 4}, {182, 22, 5}, {216, 26, 5}};
    private static final int[][] ALIGNED = {{}, {6, 18}, {6, 22}, {6, 26}, {6, 30}, {6, 34}, {6, 22, 38}, {6, 24, 42}, {6, 26, 46}, {6, 28, 50}};
    private static final int QUIET = 4;

    private final int version;
    private final int size;
    private final boolean[][] dark;
    /** What belongs to the pattern and not to the data. */
    private final boolean[][] fixed;

    private QrCode(int version) {
        this.version = version;
        size = 17 + 4 * version;
        dark = new boolean[size][size];
        fixed = new boolean[size][size];
    }

    /** @throws IllegalArgumentException where the text is longer than any address of this house */
    public static QrCode of(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int version = 1; version <= SIZES.length; version++)
            if (SIZES[version - 1][0] * 8 >= 4 + lengthBits(version) + bytes.length * 8) return new QrCode(version).drawn(bytes);
        throw new IllegalArgumentException("A QR code holds 213 bytes at most, this text has " + bytes.length + ".");
    }

    private static int lengthBits(int version) {
        return version < 10 ? 8 : 16;
    }

    public boolean dark(int row, int column) {
        return dark[row][column];
    }

    /** Modules along one side. */
    public int size() {
        return size;
    }

    /** Side of the picture in modules, the quiet margin included. */
    public int side() {
        return size + 2 * QUIET;
    }

    /** The dark modules as a path of SVG, each run of a row one rectangle. */
    public String path() {
        var path = new StringBuilder();
        for (int row = 0; row < size; row++)
            for (int column = 0; column < size; column++) {
                if (!dark[row][column] || column > 0 && dark[row][column - 1]) continue;
                var end = column;
                while (end < size && dark[row][end]) end++;
                path.append('M').append(column + QUIET).append(' ').append(row + QUIET).append('h').append(end - column).append("v1h-").append(end - column).append('z');
            }
        return path.toString();
    }

    private QrCode drawn(byte[] bytes) {
        patterns();
        place(interleaved(data(bytes)));
        var best = 0;
        var least = Integer.MAX_VALUE;
        for (int mask = 0; mask < 8; mask++) {
            mask(mask);
            format(mask);
            var ugly = ugliness();
            if (ugly < least) {
                least = ugly;
                best = mask;
            }
            mask(mask);
        }
        mask(best);
        format(best);
        return this;
    }

    private byte[] data(byte[] bytes) {
        var bits = new StringBuilder("0100").append(bits(bytes.length, lengthBits(version)));
        for (var one : bytes) bits.append(bits(one & 0xff, 8));
        var room = SIZES[version - 1][0];
        bits.append("0".repeat(Math.min(4, room * 8 - bits.length())));
        bits.append("0".repeat((8 - bits.length() % 8) % 8));
        var data = new byte[room];
        for (int i = 0; i < room; i++) data[i] = i * 8 < bits.length() ? (byte) Integer.parseInt(bits.substring(i * 8, i * 8 + 8), 2) : (byte) ((i - bits.length() / 8) % 2 == 0 ? 0xec : 0x11);
        return data;
    }

    private static String bits(int value, int length) {
        var text = Integer.toBinaryString(value);
        return "0".repeat(length - text.length()) + text;
    }

    /** Blocks side by side, codeword by codeword; the last ones may be one longer. */
    private byte[] interleaved(byte[] data) {
        int correction = SIZES[version - 1][1];
        int blocks = SIZES[version - 1][2];
        int shorter = data.length / blocks;
        int longer = data.length % blocks;
        var parts = new byte[blocks][];
        var checks = new byte[blocks][];
        for (int block = 0, at = 0; block < blocks; block++) {
            var length = shorter + (block >= blocks - longer ? 1 : 0);
            parts[block] = Arrays.copyOfRange(data, at, at + length);
            checks[block] = remainder(parts[block], correction);
            at += length;
        }
        var all = new byte[data.length + blocks * correction];
        var next = 0;
        for (int i = 0; i <= shorter; i++) for (var part : parts) if (i < part.length) all[next++] = part[i];
        for (int i = 0; i < correction; i++) for (var check : checks) all[next++] = check[i];
        return all;
    }

    /** Reed–Solomon over GF(2⁸) modulo x⁸+x⁴+x³+x²+1. */
    private static byte[] remainder(byte[] data, int degree) {
        var generator = new int[degree];
        generator[degree - 1] = 1;
        for (int i = 0, root = 1; i < degree; i++, root = times(root, 2))
            for (int j = 0; j < degree; j++) generator[j] = times(generator[j], root) ^ (j + 1 < degree ? generator[j + 1] : 0);
        var left = new int[degree];
        for (var one : data) {
            var factor = (one & 0xff) ^ left[0];
            System.arraycopy(left, 1, left, 0, degree - 1);
            left[degree - 1] = 0;
            for (int j = 0; j < degree; j++) left[j] ^= times(generator[j], factor);
        }
        var check = new byte[degree];
        for (int i = 0; i < degree; i++) check[i] = (byte) left[i];
        return check;
    }

    private static int times(int one, int other) {
        var product = 0;
        for (int bit = 7; bit >= 0; bit--) product = (product << 1) ^ ((product >>> 7) * 0x11d) ^ ((other >>> bit & 1) * one);
        return product;
    }

    private void set(int row, int column, boolean black) {
        dark[row][column] = black;
        fixed[row][column] = true;
    }

    private void patterns() {
        for (int i = 0; i < size; i++) {
            set(6, i, i % 2 == 0);
            set(i, 6, i % 2 == 0);
        }
        finder(3, 3);
        finder(3, size - 4);
        finder(size - 4, 3);
        var places = ALIGNED[version - 1];
        for (var row : places) for (var column : places) if (!fixed[row][column] || row == 6 && column > 7 && column < size - 8 || column == 6 && row > 7 && row < size - 8) square(row, column);
        format(0);
        if (version >= 7) version();
    }

    private void finder(int row, int column) {
        for (int down = -4; down <= 4; down++)
            for (int right = -4; right <= 4; right++) {
                int y = row + down;
                int x = column + right;
                if (y < 0 || x < 0 || y >= size || x >= size) continue;
                var ring = Math.max(Math.abs(down), Math.abs(right));
                set(y, x, ring != 2 && ring != 4);
            }
    }

    private void square(int row, int column) {
        for (int down = -2; down <= 2; down++) for (int right = -2; right <= 2; right++) set(row + down, column + right, Math.max(Math.abs(down), Math.abs(right)) != 1);
    }

    /** Level M is 00 in front of the mask; fifteen bits, twice. */
    private void format(int mask) {
        var rest = mask;
        for (int i = 0; i < 10; i++) rest = (rest << 1) ^ ((rest >>> 9) * 0x537);
        var bits = (mask << 10 | rest) ^ 0x5412;
        for (int i = 0; i < 15; i++) {
            var black = (bits >>> i & 1) == 1;
            if (i < 6) set(i, 8, black);
            else if (i < 8) set(i + 1, 8, black);
            else if (i == 8) set(8, 7, black);
            else set(8, 14 - i, black);
            if (i < 8) set(8, size - 1 - i, black);
            else set(size - 15 + i, 8, black);
        }
        set(size - 8, 8, true);
    }

    private void version() {
        var rest = version;
        for (int i = 0; i < 12; i++) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25);
        var bits = version << 12 | rest;
        for (int i = 0; i < 18; i++) {
            var black = (bits >>> i & 1) == 1;
            set(size - 11 + i % 3, i / 3, black);
            set(i / 3, size - 11 + i % 3, black);
        }
    }

    /** In columns of two, from the right, up and down by turns. */
    private void place(byte[] codewords) {
        var next = 0;
        for (int right = size - 1; right >= 1; right -= 2) {
            if (right == 6) right = 5;
            for (int step = 0; step < size; step++)
                for (int column = right; column > right - 2; column--) {
                    var row = (right + 1 & 2) == 0 ? size - 1 - step : step;
                    if (fixed[row][column] || next >= codewords.length * 8) continue;
                    dark[row][column] = (codewords[next >>> 3] >>> (7 - (next & 7)) & 1) == 1;
                    next++;
                }
        }
    }

    private void mask(int mask) {
        for (int row = 0; row < size; row++)
            for (int column = 0; column < size; column++) if (!fixed[row][column] && masked(mask, row, column)) dark[row][column] = !dark[row][column];
    }

    private static boolean masked(int mask, int row, int column) {
        return switch (mask) {
            case 0 -> (row + column) % 2 == 0;
            case 1 -> row % 2 == 0;
            case 2 -> column % 3 == 0;
            case 3 -> (row + column) % 3 == 0;
            case 4 -> (row / 2 + column / 3) % 2 == 0;
            case 5 -> row * column % 2 + row * column % 3 == 0;
            case 6 -> (row * column % 2 + row * column % 3) % 2 == 0;
            default -> ((row + column) % 2 + row * column % 3) % 2 == 0;
        };
    }

    private int ugliness() {
        var sum = 0;
        for (int one = 0; one < size; one++) {
            int across = 1;
            int down = 1;
            for (int other = 1; other < size; other++) {
                across = dark[one][other] == dark[one][other - 1] ? across + 1 : 1;
                down = dark[other][one] == dark[other - 1][one] ? down + 1 : 1;
                sum += (across == 5 ? 3 : across > 5 ? 1 : 0) + (down == 5 ? 3 : down > 5 ? 1 : 0);
                if (one > 0 && dark[one][other] == dark[one][other - 1] && dark[one][other] == dark[one - 1][other] && dark[one][other] == dark[one - 1][other - 1]) sum += 3;
            }
        }
        return sum;
    }
}
