package cn.duban.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The picture is drawn out of its path, as a browser does it, and read as a telephone does. */
class QrCodeTest {

    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z");
    private static final int PIXELS = 8;

    @Test
    void isReadByATelephone() throws Exception {
        for (var text : List.of("a", "/public/ratings", "https://duban.example/public/ratings/of/AAAAAQ", "https://duban.example/" + "a".repeat(400)))
            assertThat(read(QrCode.of(text), 0)).isEqualTo(text);
    }

    @Test
    void isReadWithACornerTornOff() throws Exception {
        var code = QrCode.of("https://duban.example/public/ratings/of/AAAAAQ");
        assertThat(read(code, 6)).isEqualTo("https://duban.example/public/ratings/of/AAAAAQ");
        assertThatThrownBy(() -> read(code, code.side() / 2)).as("the planted hole is seen").isInstanceOfAny(NotFoundException.class, com.google.zxing.ChecksumException.class, com.google.zxing.FormatException.class);
    }

    @Test
    void isReadOffPaper() throws Exception {
        var text = "https://duban.example/public/ratings/of/AAAAAQ";
        assertThat(Scanned.png(QrCode.of(text).png(8))).isEqualTo(text);
    }

    @Test
    void hasAnEnd() {
        assertThatThrownBy(() -> QrCode.of("a".repeat(3000))).isInstanceOf(IllegalArgumentException.class);
    }

    /** @param torn modules of the lower right corner that are white */
    private static String read(QrCode code, int torn) throws Exception {
        var side = code.side() * PIXELS;
        var pixels = new int[side * side];
        Arrays.fill(pixels, 0xffffff);
        var runs = RUN.matcher(code.path());
        while (runs.find()) {
            int column = Integer.parseInt(runs.group(1));
            int row = Integer.parseInt(runs.group(2));
            for (int x = column; x < column + Integer.parseInt(runs.group(3)); x++) {
                if (x >= code.side() - 4 - torn && row >= code.side() - 4 - torn) continue;
                for (int y = row * PIXELS; y < (row + 1) * PIXELS; y++) Arrays.fill(pixels, y * side + x * PIXELS, y * side + (x + 1) * PIXELS, 0);
            }
        }
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels)))).getText();
    }
}
