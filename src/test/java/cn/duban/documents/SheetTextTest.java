package cn.duban.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTextTest {

    @TempDir Path folder;

    private final List<List<String>> rows = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();

    private List<SheetText.Sheet> read(String name, byte[] bytes) throws IOException, UnreadableDocument {
        return SheetText.read(Files.write(folder.resolve("file"), bytes), name, (sheet, no, cells) -> {
            rows.add(cells);
            numbers.add(no);
        });
    }

    private static byte[] bytes(Workbook workbook) throws IOException {
        try (workbook; var out = new java.io.ByteArrayOutputStream()) {
            workbook.write(out);
            return out.toByteArray();
        }
    }

    /** The same cells in both formats: a merged column, a date, a number, a formula, an error, an empty row, a truth. */
    private static <W extends Workbook> W filled(W workbook) {
        var sheet = workbook.createSheet("整改");
        var days = workbook.createCellStyle();
        days.setDataFormat(workbook.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\""));
        var first = sheet.createRow(0);
        first.createCell(0).setCellValue(" 河道\u00A0");
        first.createCell(1).setCellValue(LocalDate.of(2026, 6, 30));
        first.getCell(1).setCellStyle(days);
        first.createCell(2).setCellValue(1234567890123.0);
        first.createCell(3).setCellFormula("1+1");
        workbook.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(first.getCell(3));
        var second = sheet.createRow(1);
        second.createCell(1).setCellValue(0.1 + 0.2);
        second.createCell(2).setCellValue(true);
        second.createCell(3).setCellErrorValue(org.apache.poi.ss.usermodel.FormulaError.REF.getCode());
        sheet.createRow(3).createCell(1).setCellValue("两行\n文字");
        sheet.addMergedRegion(new CellRangeAddress(0, 1, 0, 0));
        workbook.createSheet("空");
        return workbook;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsWhatAPersonSees(boolean old) throws Exception {
        var sheets = read(old ? "a.xls" : "a.xlsx", bytes(old ? filled(new HSSFWorkbook()) : filled(new XSSFWorkbook())));
        assertThat(sheets).singleElement().satisfies(sheet -> {
            assertThat(sheet.name()).isEqualTo("整改");
            assertThat(sheet.rows()).isEqualTo(4);
            assertThat(sheet.columns()).isEqualTo(4);
            assertThat(sheet.spans()).containsExactly(new SheetText.Span(1, 0, 2, 0));
        });
        assertThat(numbers).containsExactly(1, 2, 4);
        assertThat(rows).containsExactly(List.of("河道", "2026-06-30", "1234567890123", "2"), List.of("河道", "0.3", "是", "#REF!"), List.of("", "两行\n文字"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GBK", "UTF-8", "UTF-16"})
    void readsCsvInWhateverItIsWritten(String charset) throws Exception {
        read("台账.csv", "序号,事项,单位\r\n1,\"修桥,\n补路\",市交通运输局\r\n\r\n2,\"说\"\"好\"\"的\",\r\n".getBytes(Charset.forName(charset)));
        assertThat(rows).containsExactly(List.of("序号", "事项", "单位"), List.of("1", "修桥,\n补路", "市交通运输局"), List.of("2", "说\"好\"的"));
    }

    @Test
    void refusesASmallFileThatUnpacksToMoreThanTheMachineHas() throws Exception {
        var file = folder.resolve("bomb.xlsx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            var zeros = new byte[1024 * 1024];
            for (int i = 0; i < 801; i++) zip.write(zeros);
        }
        assertThat(Files.size(file)).isLessThan(2 * 1024 * 1024);
        assertThatThrownBy(() -> SheetText.read(file, "bomb.xlsx", (sheet, no, cells) -> {})).isInstanceOf(UnreadableDocument.class).hasMessageContaining("展开后超过 800 MB");
    }

    @Test
    void saysWhatIsWrongWithAFile() throws Exception {
        assertThatThrownBy(() -> read("空.xlsx", new byte[0])).hasMessageContaining("空文件");
        assertThatThrownBy(() -> read("散文.csv", "这里没有表格。".getBytes(StandardCharsets.UTF_8))).hasMessageContaining("不是表格");
        assertThatThrownBy(() -> read("坏.xlsx", "PK\3\4 nothing".getBytes(StandardCharsets.UTF_8))).isInstanceOf(UnreadableDocument.class);
        var word = new java.io.ByteArrayOutputStream();
        new OfficialDocx().write(OfficialDocument.of(DocumentKind.values()[0], "题目").build(), word);
        assertThatThrownBy(() -> read("通报.xlsx", word.toByteArray())).isInstanceOf(UnreadableDocument.class);
        assertThatThrownBy(() -> read("空表.xlsx", bytes(new XSSFWorkbook() {{ createSheet("空"); }}))).hasMessageContaining("没有内容");
    }

    @Test
    void asksForTheFileWithoutItsPassword() throws Exception {
        var file = folder.resolve("locked.xlsx");
        try (var store = new POIFSFileSystem()) {
            var lock = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            lock.confirmPassword("1234");
            try (OutputStream in = lock.getDataStream(store)) {
                in.write(bytes(filled(new XSSFWorkbook())));
            }
            try (var out = Files.newOutputStream(file)) {
                store.writeFilesystem(out);
            }
        }
        assertThatThrownBy(() -> SheetText.read(file, "locked.xlsx", (sheet, no, cells) -> {})).hasMessageContaining("打开密码");
    }

    @Test
    void countsColumnsAndSaysWhereTheyAreTooMany() throws Exception {
        var workbook = new XSSFWorkbook();
        workbook.createSheet("宽").createRow(2).createCell(300).setCellValue("远处");
        assertThatThrownBy(() -> read("宽.xlsx", bytes(workbook))).hasMessageContaining("第 3 行").hasMessageContaining("最多读 100 列");
    }
}
