package cn.duban.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * Writes one sheet as xlsx, row by row: only the latest rows are in memory. Every cell is text as it stands, so that neither a number
 * changes its look nor a text that begins with {@code =} becomes a formula.
 */
public final class SheetWriter implements AutoCloseable {

    public enum Look { TITLE, HEAD, TEXT }

    private static final int IN_MEMORY = 200;
    private static final int WIDEST = 60;
    private static final int LONGEST = 32_000;

    private final SXSSFWorkbook workbook;
    private final SXSSFSheet sheet;
    private final Map<Look, CellStyle> looks;
    private final int[] widths;

    private SheetWriter(String name, int columns) {
        workbook = new SXSSFWorkbook(null, IN_MEMORY, true, true);
        workbook.setCompressTempFiles(true);
        sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(name.isBlank() ? "Sheet1" : name));
        looks = Map.of(Look.TITLE, look(true, 14, false), Look.HEAD, look(true, 11, true), Look.TEXT, look(false, 11, true));
        widths = new int[columns];
    }

    public static SheetWriter open(String name, int columns) {
        return new SheetWriter(name, columns);
    }

    private CellStyle look(boolean bold, int points, boolean ruled) {
        return CellLook.of(workbook, CellLook.SONG, points, bold, ruled, bold ? HorizontalAlignment.CENTER : HorizontalAlignment.GENERAL);
    }

    /** @param no counted from 1, each greater than the one before */
    public void row(int no, List<String> cells, Look look) {
        var row = sheet.createRow(no - 1);
        for (int i = 0; i < cells.size(); i++) {
            var text = cells.get(i);
            var cell = row.createCell(i);
            cell.setCellStyle(looks.get(look));
            cell.setCellValue(text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
            if (look != Look.TITLE && i < widths.length) widths[i] = Math.max(widths[i], text.lines().mapToInt(CellLook::width).max().orElse(0));
        }
    }

    public void merge(SheetText.Span span) {
        if (span.top() == span.bottom() && span.left() == span.right()) return;
        sheet.addMergedRegionUnsafe(new CellRangeAddress(span.top() - 1, span.bottom() - 1, span.left(), span.right()));
    }

    /** The stream stays open. */
    public void write(OutputStream out) throws IOException {
        for (int i = 0; i < widths.length; i++) sheet.setColumnWidth(i, 256 * Math.clamp(widths[i] + 2, 6, WIDEST));
        workbook.write(out);
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
