package cn.duban.web;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A QR code of an address (GB/T 18284, ISO/IEC 18004), of which a seventh may be torn off (error correction M), as a picture in SVG or PNG. */
public final class QrCode {

    private static final int QUIET = 4;

    private final ByteMatrix modules;

    private QrCode(ByteMatrix modules) {
        this.modules = modules;
    }

    /** @throws IllegalArgumentException where the text is longer than a code can hold, some 2,300 characters */
    public static QrCode of(String text) {
        try {
            return new QrCode(Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix());
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("No QR code holds a text of " + text.length() + " characters.", tooLong);
        }
    }

    /** Side of the picture in modules, the quiet margin included. */
    public int side() {
        return modules.getWidth() + 2 * QUIET;
    }

    /** The dark modules as a path of SVG, each run of a row one rectangle. */
    public String path() {
        var path = new StringBuilder();
        for (int row = 0; row < modules.getHeight(); row++)
            for (int column = 0; column < modules.getWidth(); column++) {
                if (!dark(column, row) || column > 0 && dark(column - 1, row)) continue;
                var end = column;
                while (end < modules.getWidth() && dark(end, row)) end++;
                path.append('M').append(column + QUIET).append(' ').append(row + QUIET).append('h').append(end - column).append("v1h-").append(end - column).append('z');
            }
        return path.toString();
    }

    /** The whole picture for paper, {@code pixels} to a module: a PNG of two colours, which a printer does not smear. */
    public byte[] png(int pixels) {
        var picture = new BufferedImage(side() * pixels, side() * pixels, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < picture.getHeight(); y++)
            for (int x = 0; x < picture.getWidth(); x++) picture.setRGB(x, y, printed(x / pixels - QUIET, y / pixels - QUIET) ? 0 : 0xffffff);
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private boolean printed(int column, int row) {
        return column >= 0 && row >= 0 && column < modules.getWidth() && row < modules.getHeight() && dark(column, row);
    }

    private boolean dark(int column, int row) {
        return modules.get(column, row) == 1;
    }
}
