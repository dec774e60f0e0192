package cn.duban.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

class DocumentTextTest {
    @Test
    void tellsUtf8FromGb18030() throws UnreadableDocument {
        var line = "整改情况的通报";

        assertThat(DocumentText.read(line.getBytes(StandardCharsets.UTF_8), "a.txt").lines()).containsExactly(line);
        assertThat(DocumentText.read(line.getBytes(Charset.forName("GB18030")), "a.txt").lines()).containsExactly(line);
    }

    @Test
    void tellsAWebPageByItsContentAndDrawsTablesByRow() throws UnreadableDocument {
        var page = "<html><body><script>x</script><p>一<br>二</p><table><tr><td>甲</td><td><p>乙</p></td></tr></table></body></html>";

        var text = DocumentText.read(page.getBytes(StandardCharsets.UTF_8), "page.txt");

        assertThat(text.kind()).isEqualTo(DocumentText.Kind.HTML);
        assertThat(text.lines()).containsExactly("一", "二", "甲\t乙");
    }

    @Test
    void partsTheParagraphsOfACell() throws UnreadableDocument {
        var page = "<html><body><table><tr><td><p>市财政局</p><p>市民政局</p></td><td>甲<br>乙</td><td><b>丙</b>丁</td></tr></table></body></html>";

        assertThat(DocumentText.read(page.getBytes(StandardCharsets.UTF_8), "page.html").lines()).containsExactly("市财政局 市民政局\t甲 乙\t丙丁");
    }

    @Test
    void refusesPagesWithoutEnd() {
        for (var endless : List.of("<html><body>" + "<p>整改情况".repeat(400_000), "<html><body>" + "<table><tr><td>".repeat(20_000) + "整改"))
            assertThatThrownBy(() -> assertTimeoutPreemptively(Duration.ofMinutes(1), () -> DocumentText.read(endless.getBytes(StandardCharsets.UTF_8), "page.html")))
                    .isInstanceOf(UnreadableDocument.class).hasMessageContaining("超过");
    }

    @Test
    void writesOutTheNumbersThatWordGenerates() throws IOException, UnreadableDocument {
        var text = DocumentText.read(numbered(), "a.docx");

        assertThat(text.kind()).isEqualTo(DocumentText.Kind.WORD);
        assertThat(text.lines()).containsExactly("标题", "一、总体要求", "二、重点任务", "任务\t责任单位");
    }

    @Test
    void refusesWhatItCannotReadWithASentence() {
        assertThatThrownBy(() -> DocumentText.read("PK\3\4 no archive".getBytes(StandardCharsets.US_ASCII), "a.docx"))
                .isInstanceOf(UnreadableDocument.class).hasMessageContaining("docx");
        assertThatThrownBy(() -> DocumentText.read("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), "a.pdf"))
                .isInstanceOf(UnreadableDocument.class).hasMessageContaining("PDF");
        assertThatThrownBy(() -> DocumentText.read(new byte[0], "a.txt")).isInstanceOf(UnreadableDocument.class);
    }

    private static byte[] numbered() throws IOException {
        try (var document = new XWPFDocument(); var bytes = new ByteArrayOutputStream()) {
            document.createParagraph().createRun().setText("标题");
            var list = CTAbstractNum.Factory.newInstance();
            list.setAbstractNumId(BigInteger.ONE);
            var level = list.addNewLvl();
            level.setIlvl(BigInteger.ZERO);
            level.addNewNumFmt().setVal(STNumberFormat.CHINESE_COUNTING);
            level.addNewLvlText().setVal("%1、");
            var id = document.createNumbering().addNum(document.getNumbering().addAbstractNum(new XWPFAbstractNum(list)));
            for (var heading : new String[] {"总体要求", "重点任务"}) {
                var paragraph = document.createParagraph();
                paragraph.setNumID(id);
                paragraph.setNumILvl(BigInteger.ZERO);
                paragraph.createRun().setText(heading);
            }
            var row = document.createTable(1, 2).getRow(0);
            row.getCell(0).setText("任务");
            row.getCell(1).setText("责任单位");
            document.write(bytes);
            return bytes.toByteArray();
        }
    }
}
