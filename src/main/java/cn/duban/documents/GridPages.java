package cn.duban.documents;

import cn.duban.documents.Faces.Face;
import cn.duban.web.QrCode;
import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Image;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/** Pages of the standard's grid, written from the top: 22 lines of 28 characters in a type area of 156 mm × 225 mm. */
final class GridPages {

    static final double WIDTH = points(156);
    private static final double HEIGHT = points(225);
    private static final double LEFT = points(28);
    private static final double TOP = points(37);
    private static final int LINES = 22;
    private static final double LINE = HEIGHT / LINES;
    private static final double CHARACTER = WIDTH / 28;
    private static final float BODY = 16;
    private static final float SMALL = 14;

    /** Characters of 四号 in a line of the imprint, one in on both sides. */
    static final double SMALL_LINE = points(156) / SMALL - 2;

    private static final String NEVER_FIRST = "，。、；：？！）》〉】〕”’％…—·";
    private static final String NEVER_LAST = "（《〈【〔“‘";

    private final Document document;
    private final PdfWriter writer;
    private double line;

    /** Words in one face. */
    record Run(String text, Face face) {}

    private record Letter(String text, Face face, double width) {}

    GridPages(String title, OutputStream out) {
        document = new Document(PageSize.A4, 0, 0, 0, 0);
        writer = PdfWriter.getInstance(document, out);
        writer.setCloseStream(false);
        document.addTitle(title);
        document.open();
    }

    static double points(double millimetres) {
        return millimetres / 25.4 * 72;
    }

    private PdfContentByte canvas() {
        return writer.getDirectContent();
    }

    /** Where letters of the line at hand stand: four fifths down. */
    private double baseline() {
        return PageSize.A4.getHeight() - TOP - line * LINE - LINE * 0.5 - BODY * 0.36;
    }

    void skip(double lines) {
        line += lines;
    }

    /** Goes on below a place of this page, on the next line of the grid's distance. */
    void under(double pointsFromTop) {
        line = Math.max(line, pointsFromTop / LINE);
    }

    /** Turns the page where fewer lines are left. */
    void room(int lines) {
        if (line + lines > LINES + 0.01) turn();
    }

    void turn() {
        number();
        document.newPage();
        writer.setPageEmpty(false);
        line = 0;
    }

    void words(String text, Face face, double fromCharacter) {
        room(1);
        show(letters(List.of(new Run(text, face))), LEFT + fromCharacter * CHARACTER, 0);
    }

    void sized(String text, Face face, float size, double fromCharacter) {
        put(text, face, size, (float) (LEFT + fromCharacter * CHARACTER), (float) baseline(), Color.BLACK);
    }

    private void put(String text, Face face, float size, float x, float y, Color colour) {
        canvas().beginText();
        canvas().setColorFill(colour);
        canvas().setCharacterSpacing(0);
        canvas().setFontAndSize(Faces.of(face), size);
        canvas().setTextMatrix(x, y);
        canvas().showText(text);
        canvas().endText();
    }

    void mark(String words, float size, float scale, double edge) {
        var width = Faces.of(Face.MARK).getWidthPoint(words, size) * scale / 100;
        canvas().beginText();
        canvas().setColorFill(Color.RED);
        canvas().setFontAndSize(Faces.of(Face.MARK), size);
        canvas().setHorizontalScaling(scale);
        canvas().setTextMatrix((float) (LEFT + (WIDTH - width) / 2), (float) (PageSize.A4.getHeight() - TOP - edge - size * 0.84));
        canvas().showText(words);
        canvas().setHorizontalScaling(100);
        canvas().endText();
    }

    void redRule(double below) {
        rule(PageSize.A4.getHeight() - TOP - line * LINE - below + LINE * 0.2, points(0.7), Color.RED);
    }

    private void rule(double y, double thick, Color colour) {
        canvas().setColorStroke(colour);
        canvas().setLineWidth((float) thick);
        canvas().moveTo((float) LEFT, (float) y);
        canvas().lineTo((float) (LEFT + WIDTH), (float) y);
        canvas().stroke();
    }

    /** Breaks into lines of 28 characters; no line begins with a closing mark or ends with an opening one. */
    void paragraph(List<Run> runs, int indent) {
        var rest = letters(runs);
        var from = (double) indent;
        while (!rest.isEmpty()) {
            var fits = fitting(rest, 28 - from);
            room(1);
            show(rest.subList(0, fits), LEFT + from * CHARACTER, fits < rest.size() ? WIDTH - from * CHARACTER : 0);
            rest = rest.subList(fits, rest.size());
            from = 0;
            skip(1);
        }
    }

    private static List<Letter> letters(List<Run> runs) {
        var letters = new ArrayList<Letter>();
        for (var run : runs) run.text().replace("\n", "").codePoints().forEach(c -> letters.add(new Letter(Character.toString(c), run.face(), c < 0x2000 ? 0.5 : 1)));
        return letters;
    }

    private static int fitting(List<Letter> letters, double room) {
        var used = 0.0;
        var fits = 0;
        while (fits < letters.size() && used + letters.get(fits).width() <= room + 0.001) used += letters.get(fits++).width();
        if (fits == letters.size()) return fits;
        var end = Math.max(1, fits);
        while (end > 1 && (NEVER_FIRST.contains(letters.get(end).text()) || NEVER_LAST.contains(letters.get(end - 1).text()) || joined(letters.get(end - 1), letters.get(end)))) end--;
        return end > 1 ? end : Math.max(1, fits);
    }

    /** Digits and letters of one word. */
    private static boolean joined(Letter one, Letter next) {
        return one.text().matches("[0-9A-Za-z.%]") && next.text().matches("[0-9A-Za-z.%]");
    }

    /** @param wide the width to fill; 0 for as wide as it is */
    private void show(List<Letter> letters, double x, double wide) {
        var natural = letters.stream().mapToDouble(letter -> Faces.of(letter.face()).getWidthPoint(letter.text(), BODY)).sum();
        var spread = wide > 0 ? (wide - natural) / Math.max(1, letters.size() - 1) : CHARACTER - BODY;
        canvas().beginText();
        canvas().setColorFill(Color.BLACK);
        canvas().setCharacterSpacing((float) spread);
        canvas().setTextMatrix((float) x, (float) baseline());
        for (int from = 0; from < letters.size();) {
            var to = from;
            var text = new StringBuilder();
            while (to < letters.size() && letters.get(to).face() == letters.get(from).face()) text.append(letters.get(to++).text());
            canvas().setFontAndSize(Faces.of(letters.get(from).face()), BODY);
            canvas().showText(text.toString());
            from = to;
        }
        canvas().setCharacterSpacing(0);
        canvas().endText();
    }

    /** A ruled table as wide as the type area; its head stands on every page. */
    void table(Block.Table table) {
        var widths = new float[table.columns().size()];
        for (int i = 0; i < widths.length; i++) widths[i] = table.columns().get(i).weight();
        var grid = new PdfPTable(widths);
        grid.setTotalWidth((float) WIDTH);
        grid.setLockedWidth(true);
        for (var column : table.columns()) grid.addCell(cell(column.header(), Face.HEI, true));
        for (var row : table.rows()) for (int i = 0; i < widths.length; i++) grid.addCell(cell(row.get(i), Face.BODY, table.columns().get(i).centred()));
        for (int from = 1; from < grid.size();) {
            var y = (float) (PageSize.A4.getHeight() - TOP - line * LINE);
            var left = HEIGHT - line * LINE - grid.getRowHeight(0);
            var to = from;
            var used = 0.0;
            while (to < grid.size() && used + grid.getRowHeight(to) <= left) used += grid.getRowHeight(to++);
            if (to == from && line > 0) {
                turn();
                continue;
            }
            to = Math.max(to, from + 1);
            y = grid.writeSelectedRows(0, 1, (float) LEFT, y, canvas());
            grid.writeSelectedRows(from, to, (float) LEFT, y, canvas());
            line += (used + grid.getRowHeight(0)) / LINE + 0.5;
            from = to;
            if (from < grid.size()) turn();
        }
    }

    private static PdfPCell cell(String words, Face face, boolean centred) {
        var cell = new PdfPCell(ChineseBreaks.phrase(words, new Font(Faces.of(face), 12)));
        cell.setHorizontalAlignment(centred ? Element.ALIGN_CENTER : Element.ALIGN_LEFT);
        cell.setVerticalAlignment(Element.ALIGN_MIDDLE);
        cell.setPadding(4);
        cell.setLeading(0, 1.4f);
        return cell;
    }

    static List<String> wrapped(String text, double characters) {
        var lines = new ArrayList<String>();
        var rest = letters(List.of(new Run(text, Face.BODY)));
        while (!rest.isEmpty()) {
            var fits = fitting(rest, characters);
            lines.add(String.join("", rest.subList(0, fits).stream().map(Letter::text).toList()));
            rest = rest.subList(fits, rest.size());
        }
        return lines;
    }

    void imprint(List<String> copies, String printedBy, String printedOn) {
        var bottom = PageSize.A4.getHeight() - TOP - HEIGHT;
        var step = 25.0;
        rule(bottom, points(0.35), Color.BLACK);
        put(printedBy, Face.BODY, SMALL, (float) (LEFT + SMALL), (float) (bottom + 8), Color.BLACK);
        put(printedOn, Face.BODY, SMALL, (float) (LEFT + WIDTH - SMALL - Faces.of(Face.BODY).getWidthPoint(printedOn, SMALL)), (float) (bottom + 8), Color.BLACK);
        var at = bottom + step;
        if (!copies.isEmpty()) {
            rule(at, points(0.25), Color.BLACK);
            for (int i = copies.size() - 1; i >= 0; i--, at += step) put(copies.get(i), Face.BODY, SMALL, (float) (LEFT + SMALL * (i == 0 ? 1 : 4)), (float) (at + 8), Color.BLACK);
        }
        rule(at, points(0.35), Color.BLACK);
        line = LINES;
    }

    /** Below the type area of the page at hand. */
    void code(ScanCode code) {
        var side = (float) points(ScanCode.SIDE);
        var middle = (float) (LEFT + WIDTH / 2);
        var under = (float) (PageSize.A4.getHeight() - points(ScanCode.FROM_TOP)) - side;
        try {
            var picture = Image.getInstance(QrCode.of(code.address()).png(8));
            picture.scaleAbsolute(side, side);
            picture.setAbsolutePosition(middle - side / 2, under);
            canvas().addImage(picture);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        put(code.words(), Face.SONG, 9, middle - Faces.of(Face.SONG).getWidthPoint(code.words(), 9) / 2, under - 8, Color.BLACK);
    }

    /** A dash on each side, 7 mm below the type area; odd pages right, even ones left, one character in. */
    private void number() {
        var page = writer.getPageNumber();
        var words = "— " + page + " —";
        var width = Faces.of(Face.SONG).getWidthPoint(words, SMALL);
        var x = page % 2 == 1 ? LEFT + WIDTH - SMALL - width : LEFT + SMALL;
        put(words, Face.SONG, SMALL, (float) x, (float) (PageSize.A4.getHeight() - TOP - HEIGHT - points(7) - SMALL * 0.36), Color.BLACK);
    }

    void close() {
        number();
        document.close();
    }
}
