package cn.duban.sheets;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A downloaded sheet as a clerk corrects it: the column that says what is wrong stays as it is. */
final class MendedSheet {

    private final XSSFWorkbook book;

    MendedSheet(byte[] file) {
        try {
            book = new XSSFWorkbook(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    MendedSheet replacing(String what, String with) {
        for (var row : book.getSheetAt(0)) for (var cell : row) if (cell.getCellType() == CellType.STRING && cell.getStringCellValue().equals(what)) cell.setCellValue(with);
        return this;
    }

    byte[] bytes() {
        try (var out = new ByteArrayOutputStream()) {
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
