package cn.duban.web;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** What a telephone reads off a picture or a paper. */
public final class Scanned {

    private Scanned() {}

    public static String of(BufferedImage picture) throws ReaderException {
        return read(picture, DecodeHintType.TRY_HARDER);
    }

    private static String read(BufferedImage picture, DecodeHintType how) throws ReaderException {
        int wide = picture.getWidth();
        int high = picture.getHeight();
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(wide, high, picture.getRGB(0, 0, wide, high, null, 0, wide)))), Map.of(how, true)).getText();
    }

    /** Nothing but the code: sought as in a photograph, one in some thousands is not found. */
    public static String png(byte[] bytes) throws IOException, ReaderException {
        return read(ImageIO.read(new ByteArrayInputStream(bytes)), DecodeHintType.PURE_BARCODE);
    }

    /** The last page, as a printer of 300 dpi puts it on paper. */
    public static String pdf(byte[] bytes) throws IOException, ReaderException {
        try (var document = Loader.loadPDF(bytes)) {
            return of(new PDFRenderer(document).renderImageWithDPI(document.getNumberOfPages() - 1, 300));
        }
    }

    /** The only picture of a Word document. */
    public static String docx(byte[] bytes) throws IOException, ReaderException {
        try (var document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            var pictures = document.getAllPictures();
            if (pictures.size() != 1) throw new IllegalStateException("Pictures: " + List.copyOf(pictures));
            return png(pictures.getFirst().getData());
        }
    }
}
