package cn.duban.documents;

import cn.duban.documents.SheetText.Sheet;
import cn.duban.documents.SheetText.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.NumberToTextConverter;
import org.apache.poi.util.RecordFormatException;

/** The old xls, which has no more than 65,536 rows a sheet and is held in memory while it is read. */
final class Xls {

    private static final int LARGEST = 20 * 1024 * 1024;

    private Xls() {}

    static List<Sheet> read(Path file, String name, SheetText.Counted rows) throws IOException, UnreadableDocument {
        if (Files.size(file) > LARGEST) throw new UnreadableDocument("“" + name + "”是旧版 xls，超过 " + LARGEST / 1024 / 1024 + " MB。请另存为 xlsx 再试。", "\"" + name + "\" is an old xls of more than " + LARGEST / 1024 / 1024 + " MB. Save it as xlsx and try again.");
        try (var store = new POIFSFileSystem(file.toFile(), true)) {
            if (store.getRoot().hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY)) throw locked(name);
            if (!store.getRoot().hasEntryCaseInsensitive("Workbook") && !store.getRoot().hasEntryCaseInsensitive("Book"))
                throw new UnreadableDocument("“" + name + "”不是 Excel 工作簿。请选择 xlsx、xls 或者 csv 文件。", "\"" + name + "\" is no Excel workbook. Choose an xlsx, xls or csv file.");
            try (var workbook = new HSSFWorkbook(store)) {
                var sheets = new ArrayList<Sheet>();
                for (var sheet : workbook) {
                    var spans = sheet.getMergedRegions().stream().map(a -> new Span(a.getFirstRow() + 1, a.getFirstColumn(), a.getLastRow() + 1, a.getLastColumn())).toList();
                    var merged = new Merged(spans);
                    var last = 0;
                    var columns = 0;
                    for (var row : sheet) {
                        var cells = new ArrayList<String>();
                        for (int i = 0; i < row.getLastCellNum(); i++) cells.add(text(row.getCell(i)));
                        merged.row(row.getRowNum() + 1, cells);
                        if (!rows.row(sheets.size(), row.getRowNum() + 1, cells)) continue;
                        last = row.getRowNum() + 1;
                        columns = Math.max(columns, cells.size());
                    }
                    if (last > 0) sheets.add(new Sheet(sheet.getSheetName(), last, columns, merged.inHead()));
                }
                return sheets;
            }
        } catch (EncryptedDocumentException e) {
            throw locked(name);
        } catch (RecordFormatException | IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException broken) {
            throw new UnreadableDocument("“" + name + "”已经损坏。请用 Excel 或者 WPS 打开后另存为 xlsx 再试。", "\"" + name + "\" is damaged. Open it with Excel or WPS, save it as xlsx and try again.");
        }
    }

    private static UnreadableDocument locked(String name) {
        return new UnreadableDocument("“" + name + "”设了打开密码，读不了。请去掉密码后再试。", "\"" + name + "\" asks for a password. Take it off and try again.");
    }

    private static String text(@org.jspecify.annotations.Nullable Cell cell) {
        if (cell == null) return "";
        var kind = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return SheetText.clean(switch (kind) {
            case STRING -> cell.getRichStringCellValue().getString();
            case BOOLEAN -> cell.getBooleanCellValue() ? "是" : "否";
            case NUMERIC -> DateUtil.isCellDateFormatted(cell) ? SheetDates.text(cell.getNumericCellValue(), false) : NumberToTextConverter.toText(cell.getNumericCellValue());
            case ERROR -> org.apache.poi.ss.usermodel.FormulaError.forInt(cell.getErrorCellValue()).getString();
            default -> "";
        });
    }
}
