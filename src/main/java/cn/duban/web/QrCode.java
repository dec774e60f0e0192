package cn.duban.web;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** A QR code of an address (GB/T 18284, ISO/IEC 18004), of which a seventh may be torn off (error correction M), as a picture in SVG. */
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

    private boolean dark(int column, int row) {
        return modules.get(column, row) == 1;
    }
}
