package cn.duban.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STSectionMark;

class SlipDocxTest {

    @Test
    void printsTheMatterTheDeadlineWithItsReasonAndAReturnSlip() throws IOException {
        try (var docx = reopened(List.of(InventedBulletin.slip()))) {
            var form = docx.getTables().getFirst().getText();
            assertThat(form).contains("市行政审批服务局", "整改-2026-0007", "体外循环", "2026年3月30日前", "20个工作日", "1.收到后2个工作日", "签发人：");
            assertThat(docx.getTables().getLast().getText()).contains("签收单位", "签收人", "签收时间", "意见");
            assertThat(docx.getParagraphs()).anyMatch(line -> line.getText().equals("沿此线裁下回执") && line.getCTPPr().isSetPBdr());
        }
    }

    @Test
    void keepsTheReturnSlipOnOnePageAndLetsLongMeasuresRunOver() throws IOException {
        try (var docx = reopened(List.of(InventedBulletin.longSlip()))) {
            assertThat(docx.getTables().getFirst().getRow(2).isCantSplitRow()).isFalse();
            assertThat(docx.getTables().getFirst().getRow(2).getCell(1).getText()).contains("24.");
            assertThat(docx.getTables().getLast().getRows()).allMatch(row -> row.isCantSplitRow()
                    && row.getTableCells().stream().allMatch(cell -> cell.getParagraphs().getFirst().isKeepNext()));
        }
    }

    @Test
    void givesEverySlipSheetsAndPageNumbersOfItsOwn() throws IOException {
        try (var docx = reopened(List.of(InventedBulletin.slip(), InventedBulletin.longSlip()))) {
            var own = docx.getParagraphs().stream().filter(line -> line.getCTPPr() != null && line.getCTPPr().isSetSectPr()).toList();
            assertThat(own).hasSize(1);
            var section = own.getFirst().getCTPPr().getSectPr();
            assertThat(section.getType().getVal()).isEqualTo(STSectionMark.ODD_PAGE);
            assertThat(section.getPgNumType().getStart()).hasToString("1");
            assertThat(docx.getTables().stream().map(XWPFTable::getText).filter(text -> text.contains("签收单位"))).hasSize(2);
        }
    }

    @Test
    void refusesAnEmptyStack() {
        assertThatThrownBy(() -> new SlipDocx().write(List.of(), new ByteArrayOutputStream())).hasMessageContaining("没有可以打印的交办单");
    }

    private static XWPFDocument reopened(List<AssignmentSlip> slips) throws IOException {
        var bytes = new ByteArrayOutputStream();
        new SlipDocx().write(slips, bytes);
        return new XWPFDocument(new ByteArrayInputStream(bytes.toByteArray()));
    }
}
