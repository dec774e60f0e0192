package cn.duban.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Read back without its own code: format, mask, codewords in their order. A foreign reader (ZXing) read all lengths from 1 to 213 as the class was written; the pinned one is of those. */
class QrCodeTest {

    @Test
    void isReadBackAsItWasWritten() {
        for (var text : List.of("a", "/public/ratings", "http://localhost:8080/public/ratings/of")) assertThat(read(QrCode.of(text))).as(text).isEqualTo(text);
    }

    @Test
    void isTheOneThatAForeignReaderRead() {
        assertThat(QrCode.of("https://duban.example/public/ratings/of/AAAAAQ").path().hashCode()).isEqualTo(PINNED);
    }

    @Test
    void growsWithItsTextAndHasAnEnd() {
        assertThat(QrCode.of("a").size()).isEqualTo(21);
        assertThat(QrCode.of("a".repeat(213)).size()).isEqualTo(57);
        assertThatThrownBy(() -> QrCode.of("a".repeat(214))).isInstanceOf(IllegalArgumentException.class);
    }

    private static final int PINNED = 694309108;

    /** Of one block alone: versions 1 to 3. */
    private static String read(QrCode code) {
        var size = code.size();
        var mask = 0;
        for (int bit = 0; bit < 3; bit++) mask |= (code.dark(8, 2 + bit) ? 1 : 0) << (2 - bit);
        mask ^= 0b101;
        var bits = new StringBuilder();
        var up = true;
        for (int right = size - 1; right > 0; right -= 2) {
            if (right == 6) right--;
            for (int step = 0; step < size; step++)
                for (int column = right; column > right - 2; column--) {
                    var row = up ? size - 1 - step : step;
                    if (pattern(row, column, size)) continue;
                    bits.append(code.dark(row, column) ^ masked(mask, row, column) ? '1' : '0');
                }
            up = !up;
        }
        var bytes = new ArrayList<Byte>();
        assertThat(bits.substring(0, 4)).isEqualTo("0100");
        var length = Integer.parseInt(bits.substring(4, 12), 2);
        for (int i = 0; i < length; i++) bytes.add((byte) Integer.parseInt(bits.substring(12 + i * 8, 20 + i * 8), 2));
        var plain = new byte[length];
        for (int i = 0; i < length; i++) plain[i] = bytes.get(i);
        return new String(plain, StandardCharsets.UTF_8);
    }

    private static boolean pattern(int row, int column, int size) {
        var corner = row < 9 && column < 9 || row < 9 && column > size - 9 || row > size - 9 && column < 9;
        var aligned = size > 21 && row > size - 10 && row < size - 4 && column > size - 10 && column < size - 4;
        return corner || row == 6 || column == 6 || aligned;
    }

    private static boolean masked(int mask, int i, int j) {
        return switch (mask) {
            case 0 -> (i + j) % 2 == 0;
            case 1 -> i % 2 == 0;
            case 2 -> j % 3 == 0;
            case 3 -> (i + j) % 3 == 0;
            case 4 -> (i / 2 + j / 3) % 2 == 0;
            case 5 -> i * j % 2 + i * j % 3 == 0;
            case 6 -> (i * j % 2 + i * j % 3) % 2 == 0;
            default -> ((i + j) % 2 + i * j % 3) % 2 == 0;
        };
    }
}
