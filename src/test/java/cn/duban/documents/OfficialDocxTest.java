package cn.duban.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.duban.web.Scanned;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STDocGrid;

class OfficialDocxTest {

    @Test
    void laysOutTheTypeAreaOfTheStandard() throws IOException {
        try (var docx = reopened(InventedBulletin.whole())) {
            var section = docx.getDocument().getBody().getSectPr();
            assertThat(millimetres(section.getPgMar().getTop())).isBetween(36.9, 37.1);
            assertThat(millimetres(section.getPgMar().getLeft())).isBetween(27.9, 28.1);
            assertThat(millimetres(section.getPgMar().getRight())).isBetween(25.9, 26.1);
            assertThat(millimetres(section.getPgMar().getBottom())).isBetween(34.9, 35.1);
            assertThat(millimetres(section.getPgSz().getW())).isBetween(209.9, 210.1);
            assertThat(section.getDocGrid().getType()).isEqualTo(STDocGrid.LINES_AND_CHARS);
            assertThat(section.getDocGrid().getLinePitch()).hasToString("579");
            assertThat(section.getDocGrid().getCharSpace()).hasToString("-842");
        }
    }

    @Test
    void fitsTwentyTwoLinesOfTwentyEightCharactersAndNoMore() {
        assertThat(22 * TypeArea.LINE).isLessThanOrEqualTo(TypeArea.HEIGHT);
        assertThat(23 * TypeArea.LINE).isGreaterThan(TypeArea.HEIGHT);
        int character = TypeArea.BODY_SIZE * 10 + TypeArea.NARROWING;
        assertThat(28 * character).isLessThanOrEqualTo(TypeArea.WIDTH);
        assertThat(29 * character).isGreaterThan(TypeArea.WIDTH);
    }

    @Test
    void setsEveryHeadingLevelInItsOwnFace() throws IOException {
        try (var docx = reopened(InventedBulletin.whole())) {
            assertThat(face(docx, line(docx, "一、整改工作总体情况"))).isEqualTo("黑体");
            assertThat(face(docx, line(docx, "（二）" + "优化营商环境措施落实不到位"))).isEqualTo("楷体_GB2312");
            assertThat(face(docx, line(docx, "1.责任落实方面。"))).isEqualTo("仿宋_GB2312");
            assertThat(face(docx, line(docx, "（1）整改措施。"))).isEqualTo("仿宋_GB2312");
            assertThat(face(docx, line(docx, "关于市行政审批服务局"))).isEqualTo("方正小标宋简体");
        }
    }

    @Test
    void putsTheRedMarkThirtyFiveMillimetresDownAndARedRuleUnderTheNumber() throws IOException {
        try (var docx = reopened(InventedBulletin.whole())) {
            var mark = line(docx, "中共明川市委巡察整改工作领导小组办公室文件");
            var spacing = mark.getCTPPr().getSpacing();
            double size = mark.getRuns().getFirst().getFontSizeAsDouble();
            int before = Integer.parseInt(spacing.getBefore().toString());
            int above = Integer.parseInt(spacing.getLine().toString()) * 4 / 5 - (int) (size * 20 * 0.84);
            assertThat((2 * TypeArea.LINE + before + above) / 56.693).isBetween(34.8, 35.2);
            var rule = line(docx, "明巡整办〔2026〕3号").getCTPPr().getPBdr().getBottom();
            assertThat(rule.xgetColor().getStringValue()).isEqualTo("FF0000");
        }
    }

    @Test
    void numbersOddPagesOnTheRightAndEvenPagesOnTheLeft() throws IOException {
        try (var docx = reopened(InventedBulletin.whole())) {
            assertThat(docx.getFooterList()).extracting(XWPFFooter::getText).allMatch(text -> text.strip().matches("— .*—"));
            assertThat(docx.getFooterList()).allMatch(footer -> footer._getHdrFtr().xmlText().contains("PAGE"));
            assertThat(docx.getFooterList()).extracting(footer -> footer.getParagraphs().getFirst().getAlignment().name())
                    .containsExactly("RIGHT", "LEFT");
            assertThat(docx.getEvenAndOddHeadings()).isTrue();
        }
    }

    @Test
    void repeatsTheHeaderRowOfALedgerAndKeepsEveryRow() throws IOException {
        try (var docx = reopened(InventedBulletin.whole())) {
            var table = docx.getTables().getFirst();
            assertThat(table.getRow(0).isRepeatHeader()).isTrue();
            assertThat(table.getRows()).hasSize(25);
            assertThat(table.getRow(24).getCell(0).getText()).isEqualTo("24");
        }
    }

    @Test
    void framesTheImprintOnTheLowerEdge() throws IOException {
        try (var docx = reopened(InventedBulletin.whole())) {
            var copies = line(docx, "抄送：市人大常委会办公室，");
            assertThat(copies.getText()).endsWith("。");
            assertThat(copies.getCTPPr().getFramePr().xgetYAlign().getStringValue()).isEqualTo("bottom");
            assertThat(line(docx, InventedBulletin.OFFICE + "\t2026年5月9日印发")).isNotNull();
        }
    }

    @Test
    void framesACodeBelowTheTypeArea() throws Exception {
        var plain = InventedBulletin.whole();
        var address = "https://duban.example.gov.cn/public/bulletins/1-0198/verification";
        var coded = OfficialDocument.of(plain.kind(), plain.title()).body(new BodyText().paragraph("请核验。")).code(new ScanCode(address, "扫码核验本件")).build();
        var bytes = new ByteArrayOutputStream();
        new OfficialDocx().write(coded, bytes);
        assertThat(Scanned.docx(bytes.toByteArray())).isEqualTo(address);
        try (var docx = reopened(coded)) {
            var words = line(docx, "扫码核验本件");
            var frame = words.getCTPPr().getFramePr();
            assertThat(frame.xgetVAnchor().getStringValue()).isEqualTo("page");
            assertThat(millimetres(frame.getY())).isGreaterThan(37 + 225);
            assertThat(line(docx, "请核验。").isKeepNext()).as("no page for the code alone").isTrue();
            var last = docx.getParagraphs().getLast();
            assertThat(last.getStyle()).isEqualTo(StyleSheet.ANCHOR);
            assertThat(last.getCTPPr().isSetFramePr()).isFalse();
        }
    }

    @Test
    void bindsSignatureAndDateToTheLastLineOfText() throws IOException {
        try (var docx = reopened(InventedBulletin.request())) {
            assertThat(line(docx, "妥否，请批示。").isKeepNext()).isTrue();
            assertThat(line(docx, "\t\t签发人：\t林知远　沈若谷")).isNotNull();
            assertThat(line(docx, "\t明政办〔2026〕18号\t\t周行").getCTPPr().isSetPBdr()).isTrue();
        }
    }

    @Test
    void namesStandInsForMissingFaces() throws IOException {
        try (var docx = reopened(InventedBulletin.whole())) {
            var fonts = docx.getPackage().getPartsByName(Pattern.compile("/word/fontTable.xml")).getFirst();
            var xml = new String(fonts.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(xml).contains("方正小标宋简体").contains("SimSun").contains("FangSong").contains("KaiTi").contains("SimHei");
        }
    }

    @Test
    void refusesASignatoryOnADocumentThatGoesDown() {
        assertThatThrownBy(() -> OfficialDocument.of(DocumentKind.NOTICE, "关于开会的通知").signatories("林知远").build())
                .hasMessageContaining("只有上行文才标注签发人");
    }

    private static XWPFDocument reopened(OfficialDocument document) throws IOException {
        var bytes = new ByteArrayOutputStream();
        new OfficialDocx().write(document, bytes);
        return new XWPFDocument(new ByteArrayInputStream(bytes.toByteArray()));
    }

    private static XWPFParagraph line(XWPFDocument docx, String beginning) {
        return docx.getParagraphs().stream().filter(line -> line.getText().startsWith(beginning)).findFirst()
                .orElseThrow(() -> new AssertionError("no line begins with " + beginning));
    }

    private static String face(XWPFDocument docx, XWPFParagraph line) {
        var style = docx.getStyles().getStyle(line.getStyle());
        return style.getCTStyle().getRPr().getRFontsArray(0).getEastAsia();
    }

    private static double millimetres(Object twips) {
        return Integer.parseInt(twips.toString()) * 25.4 / 1440;
    }
}
