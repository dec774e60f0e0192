package cn.duban.documents;

import cn.duban.documents.Faces.Face;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/** Prints a {@link PaperLedger} as PDF with its letters embedded; looks the same on every machine. */
public final class LedgerPdf {

    private static final float MARGIN = 15 / 25.4f * 72;
    private static final float POINTS = 10;

    private final PaperLedger ledger;
    private final Font text = new Font(Faces.of(Face.BODY), POINTS);
    private final Font head = new Font(Faces.of(Face.HEI), POINTS);
    private final Font title = new Font(Faces.of(Face.MARK), 20);
    private final Font line = new Font(Faces.of(Face.BODY), 11);

    private LedgerPdf(PaperLedger ledger) {
        this.ledger = ledger;
    }

    /** @throws NoTypeface where no face can be embedded; the stream stays open */
    public static void write(PaperLedger ledger, OutputStream out) {
        new LedgerPdf(ledger).print(out);
    }

    private void print(OutputStream out) {
        var page = new Rectangle(ledger.paper().width / 25.4f * 72, ledger.paper().height / 25.4f * 72);
        var document = new Document(page, MARGIN, MARGIN, MARGIN, MARGIN + 10);
        var writer = PdfWriter.getInstance(document, out);
        writer.setCloseStream(false);
        writer.setPageEvent(new Numbers(Faces.of(Face.SONG)));
        document.addTitle(ledger.title());
        document.open();
        var heading = new Paragraph(ledger.title(), title);
        heading.setAlignment(Element.ALIGN_CENTER);
        heading.setSpacingAfter(8);
        document.add(heading);
        document.add(line());
        document.add(table());
        document.close();
    }

    private PdfPTable line() {
        var table = new PdfPTable(2);
        table.setWidthPercentage(100);
        table.addCell(plain(ledger.left(), Element.ALIGN_LEFT));
        table.addCell(plain(ledger.right(), Element.ALIGN_RIGHT));
        return table;
    }

    private PdfPCell plain(String words, int across) {
        var cell = new PdfPCell(new Phrase(words, line));
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setHorizontalAlignment(across);
        cell.setPaddingBottom(6);
        return cell;
    }

    private PdfPTable table() {
        var widths = new float[ledger.columns().size()];
        for (int i = 0; i < widths.length; i++) widths[i] = ledger.share(i);
        var table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        table.setHeaderRows(1);
        table.setSplitLate(true);
        for (var column : ledger.columns()) table.addCell(cell(column.head(), head, true, 1));
        for (var group : ledger.groups())
            for (int r = 0; r < group.rows().size(); r++) {
                if (r == 0) for (int i = 0; i < ledger.grouped(); i++) table.addCell(cell(group.shared().get(i), text, ledger.columns().get(i).centred(), group.rows().size()));
                for (int i = ledger.grouped(); i < widths.length; i++) table.addCell(cell(group.rows().get(r).get(i - ledger.grouped()), text, ledger.columns().get(i).centred(), 1));
            }
        return table;
    }

    private static PdfPCell cell(String words, Font font, boolean centred, int rows) {
        var cell = new PdfPCell(ChineseBreaks.phrase(words, font));
        cell.setHorizontalAlignment(centred ? Element.ALIGN_CENTER : Element.ALIGN_LEFT);
        cell.setVerticalAlignment(Element.ALIGN_MIDDLE);
        cell.setPadding(4);
        cell.setLeading(0, 1.3f);
        cell.setRowspan(rows);
        return cell;
    }

    /** 第 n 页 共 m 页 on every page; how many there are is known at the end. */
    private static final class Numbers extends PdfPageEventHelper {

        private static final float SIZE = 9;

        private final BaseFont face;
        private @Nullable PdfTemplate pages;

        private Numbers(BaseFont face) {
            this.face = face;
        }

        @Override
        public void onOpenDocument(PdfWriter writer, Document document) {
            pages = writer.getDirectContent().createTemplate(80, 14);
        }

        @Override
        public void onEndPage(PdfWriter writer, Document document) {
            var words = "第 " + writer.getPageNumber() + " 页  ";
            var width = face.getWidthPoint(words, SIZE);
            var x = document.getPageSize().getWidth() / 2 - width;
            put(writer.getDirectContent(), words, x, 24);
            if (pages != null) writer.getDirectContent().addTemplate(pages, x + width, 20);
        }

        @Override
        public void onCloseDocument(PdfWriter writer, Document document) {
            if (pages != null) put(pages, "共 " + (writer.getPageNumber() - 1) + " 页", 0, 4);
        }

        private void put(PdfContentByte canvas, String words, float x, float y) {
            canvas.beginText();
            canvas.setFontAndSize(face, SIZE);
            canvas.setTextMatrix(x, y);
            canvas.showText(words);
            canvas.endText();
        }
    }
}
