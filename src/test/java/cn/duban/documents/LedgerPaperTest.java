package cn.duban.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.duban.documents.PaperLedger.Column;
import cn.duban.documents.PaperLedger.Group;
import cn.duban.documents.PaperLedger.Paper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class LedgerPaperTest {

    private static PaperLedger ledger(Paper paper) {
        var groups = new ArrayList<Group>();
        for (int g = 1; g <= 40; g++) {
            var rows = new ArrayList<List<String>>();
            for (int i = 0; i < 1 + g % 3; i++) rows.add(List.of("=SUM(A1) 第" + g + "之" + i + "项措施，逐点落实责任人", "市生态环境局", "2026年6月30日"));
            groups.add(new Group(List.of("" + g, "问题" + g), rows));
        }
        return new PaperLedger("整改台账", "市政府督查室", LocalDate.of(2026, 11, 28), paper, List.of(new Column("序号", 4, true), new Column("问题", 20, false), new Column("措施", 40, false), new Column("责任单位", 15, true), new Column("完成时限", 12, true)), 2, groups);
    }

    @Test
    void printsWideWithItsHeadOnEveryPage() throws IOException {
        var out = new ByteArrayOutputStream();
        LedgerXlsx.write(ledger(Paper.A3), out);
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            var sheet = book.getSheetAt(0);
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A3_PAPERSIZE);
            assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
            assertThat(sheet.getPrintSetup().getFitHeight()).isEqualTo((short) 0);
            assertThat(sheet.getRepeatingRows()).isEqualTo(CellRangeAddress.valueOf("3:3"));
            assertThat(sheet.getFooter().getCenter()).isEqualTo("第 &P 页  共 &N 页");
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("填表单位：市政府督查室");
            assertThat(sheet.getRow(1).getCell(3).getStringCellValue()).isEqualTo("填表日期：2026年11月28日");
            // the first finding has two measures: its number and words are merged over both
            assertThat(sheet.getMergedRegions()).contains(new CellRangeAddress(0, 0, 0, 4), new CellRangeAddress(3, 4, 0, 0), new CellRangeAddress(3, 4, 1, 1));
            assertThat(sheet.getRow(3).getCell(2).getCellType()).isEqualTo(org.apache.poi.ss.usermodel.CellType.STRING);
        }
    }

    @Test
    void saysTheSameAsPdf() throws IOException {
        try {
            Faces.of(Faces.Face.BODY);
        } catch (NoTypeface missing) {
            Assumptions.abort(missing.getMessage());
        }
        var out = new ByteArrayOutputStream();
        LedgerPdf.write(ledger(Paper.A4), out);
        try (var document = Loader.loadPDF(out.toByteArray())) {
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
            assertThat(document.getPage(0).getMediaBox().getWidth()).isCloseTo(297 / 25.4f * 72, org.assertj.core.api.Assertions.within(1f));
            var last = new PDFTextStripper();
            last.setStartPage(document.getNumberOfPages());
            assertThat(last.getText(document)).contains("责任单位").contains("问题40").contains("第 " + document.getNumberOfPages() + " 页").contains("共 " + document.getNumberOfPages() + " 页");
            for (int g = 1; g <= 40; g++) assertThat(new PDFTextStripper().getText(document)).contains("第" + g + "之0项措施");
        }
    }

    @Test
    void refusesRowsThatDoNotFitTheColumns() {
        assertThatThrownBy(() -> new PaperLedger("台账", "", LocalDate.EPOCH, Paper.A4, List.of(new Column("甲", 1, true)), 0, List.of(new Group(List.of(), List.of(List.of("1", "2")))))).isInstanceOf(IllegalArgumentException.class);
    }
}
