package cn.duban.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes small tables as xlsx, a sheet each: what the table tells of above it, its head, its rows. Counts are numbers, to be summed on;
 * everything else is text as it stands, so that a name that begins with {@code =} becomes no formula.
 */
public final class TablesXlsx {

    private static final int WIDEST = 60;

    /** @param above lines over the table: its title first, then as of when and of what it tells */
    public record Table(String name, List<String> above, List<String> head, List<List<Cell>> rows) {
        public Table {
            above = List.copyOf(above);
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    public sealed interface Cell {}

    public record Words(String text) implements Cell {}

    public record Count(long value) implements Cell {}

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final CellStyle title = style(14, true, false, HorizontalAlignment.LEFT, "@");
    private final CellStyle plain = style(11, false, false, HorizontalAlignment.LEFT, "@");
    private final CellStyle head = style(11, true, true, HorizontalAlignment.CENTER, "@");
    private final CellStyle words = style(11, false, true, HorizontalAlignment.LEFT, "@");
    private final CellStyle count = style(11, false, true, HorizontalAlignment.RIGHT, "0");

    private TablesXlsx() {}

    /** The stream stays open. @param tables of different names, one at least */
    public static void write(List<Table> tables, OutputStream out) throws IOException {
        var file = new TablesXlsx();
        try (var workbook = file.workbook) {
            tables.forEach(file::sheet);
            workbook.write(out);
        }
    }

    private CellStyle style(int points, boolean bold, boolean ruled, HorizontalAlignment across, String format) {
        var style = CellLook.of(workbook, CellLook.SONG, points, bold, ruled, across);
        style.setWrapText(ruled);
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }

    private void sheet(Table table) {
        var sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(table.name()));
        var at = 0;
        for (var line : table.above()) text(sheet.createRow(at), 0, line, at++ == 0 ? title : plain);
        var heads = sheet.createRow(at);
        for (int i = 0; i < table.head().size(); i++) text(heads, i, table.head().get(i), head);
        sheet.createFreezePane(1, at + 1);
        sheet.setRepeatingRows(new CellRangeAddress(at, at, -1, -1));
        for (var row : table.rows()) cells(sheet.createRow(++at), row);
        widths(sheet, table);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
    }

    private void cells(Row row, List<Cell> cells) {
        for (int i = 0; i < cells.size(); i++) {
            switch (cells.get(i)) {
                case Words said -> text(row, i, said.text(), words);
                case Count counted -> {
                    var cell = row.createCell(i);
                    cell.setCellStyle(count);
                    cell.setCellValue(counted.value());
                }
            }
        }
    }

    private static void text(Row row, int column, String text, CellStyle style) {
        var cell = row.createCell(column);
        cell.setCellStyle(style);
        cell.setCellValue(text);
    }

    private static void widths(XSSFSheet sheet, Table table) {
        for (int i = 0; i < table.head().size(); i++) {
            var widest = CellLook.width(table.head().get(i));
            for (var row : table.rows()) widest = Math.max(widest, row.get(i) instanceof Words said ? CellLook.width(said.text()) : 8);
            sheet.setColumnWidth(i, 256 * Math.clamp(widest + 2, 8, WIDEST));
        }
    }
}
