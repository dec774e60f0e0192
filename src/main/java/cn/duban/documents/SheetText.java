package cn.duban.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a spreadsheet says, row by row: xlsx, xls or csv, told by the bytes. Rows are handed on as they are read; neither the
 * file nor its rows are held in memory, an old xls apart.
 *
 * <p>A cell is the text a person sees, a date as {@code 2026-06-30}, a number without its decoration, a formula by its last result.
 * What is merged downwards stands in each of its rows; what is merged sideways stands in its first column, and {@link Sheet#spans}
 * tells how far it reaches.
 */
public final class SheetText {

    /** Bytes of the file as it is sent. */
    public static final int LARGEST = 50 * 1024 * 1024;

    /** Rows of all sheets together. */
    public static final int MOST_ROWS = 100_000;

    public static final int MOST_COLUMNS = 100;

    /** Merged cells are told of the first rows only: that is where heads stand. */
    static final int HEAD_ROWS = 40;

    private SheetText() {}

    /** One sheet that holds anything; {@code rows} is the number of its last row that does, counted from 1. */
    public record Sheet(String name, int rows, int columns, List<Span> spans) {
        public Sheet {
            spans = List.copyOf(spans);
        }
    }

    /** A merged area: rows from 1, columns from 0, ends included. */
    public record Span(int top, int left, int bottom, int right) {}

    public interface Rows {
        /**
         * @param sheet place among the sheets of the result, from 0
         * @param no the row as the spreadsheet numbers it, from 1; rows without any text are left out
         * @param cells without empty ones at the end
         */
        void row(int sheet, int no, List<String> cells);
    }

    /** @throws UnreadableDocument with one full sentence; rows may have been handed on before it */
    public static List<Sheet> read(Path file, String name, Rows rows) throws UnreadableDocument {
        try {
            var size = Files.size(file);
            if (size == 0) throw new UnreadableDocument("“" + name + "”是空文件。", "\"" + name + "\" is empty.");
            if (size > LARGEST) throw new UnreadableDocument("“" + name + "”超过 " + LARGEST / 1024 / 1024 + " MB。请拆成几个文件，或者删去其中的图片和附件再试。", "\"" + name + "\" exceeds " + LARGEST / 1024 / 1024 + " MB. Split it, or take out its pictures and attachments.");
            var counted = new Counted(name, rows);
            var sheets = switch (kind(file)) {
                case ZIP -> Xlsx.read(file, name, counted);
                case OLE -> Xls.read(file, name, counted);
                case TEXT -> Csv.read(Files.readAllBytes(file), name, counted);
            };
            if (sheets.isEmpty()) throw new UnreadableDocument("“" + name + "”里没有内容，各张工作表都是空的。", "All sheets of \"" + name + "\" are empty.");
            return sheets;
        } catch (IOException e) {
            throw new UnreadableDocument("“" + name + "”打不开，文件可能已经损坏。请用 Excel 或者 WPS 打开后另存为 xlsx 再试。", "\"" + name + "\" cannot be opened; it may be damaged. Open it with Excel or WPS, save it as xlsx and try again.");
        }
    }

    private enum Kind { ZIP, OLE, TEXT }

    private static Kind kind(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var head = in.readNBytes(4);
            if (head.length == 4 && head[0] == 'P' && head[1] == 'K') return Kind.ZIP;
            if (head.length == 4 && (head[0] & 0xFF) == 0xD0 && (head[1] & 0xFF) == 0xCF) return Kind.OLE;
            return Kind.TEXT;
        }
    }

    /** Stops at the first row too many; hands on what holds any text. */
    static final class Counted {

        private final String name;
        private final Rows rows;
        private int count;

        Counted(String name, Rows rows) {
            this.name = name;
            this.rows = rows;
        }

        /** Whether the row held anything. */
        boolean row(int sheet, int no, List<String> cells) throws UnreadableDocument {
            var end = cells.size();
            while (end > 0 && cells.get(end - 1).isEmpty()) end--;
            if (end == 0) return false;
            if (end > MOST_COLUMNS) throw new UnreadableDocument("“" + name + "”第 " + no + " 行的内容太靠右，最多读 " + MOST_COLUMNS + " 列。请删去多余的列再试。", "Row " + no + " of \"" + name + "\" goes too far to the right; at most " + MOST_COLUMNS + " columns are read. Delete those that are not needed.");
            if (++count > MOST_ROWS) throw new UnreadableDocument("“" + name + "”超过 " + MOST_ROWS + " 行。请拆成几个文件分次导入。", "\"" + name + "\" exceeds " + MOST_ROWS + " rows. Split it into several files.");
            rows.row(sheet, no, List.copyOf(cells.subList(0, end)));
            return true;
        }
    }

    /** Without the spaces around it, each line of its own; spaces that only Excel knows are spaces. */
    static String clean(String text) {
        return text.replace('\u00A0', ' ').replace("\r\n", "\n").replace('\r', '\n').replace("\u200B", "").replace("\uFEFF", "").replace("\0", "").strip();
    }
}
