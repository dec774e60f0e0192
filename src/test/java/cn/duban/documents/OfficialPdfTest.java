package cn.duban.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.duban.web.Scanned;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Measured on the page as it is printed; where the machine has no face for Chinese there is nothing to measure. */
class OfficialPdfTest {

    private static final double MM = 72 / 25.4;

    @BeforeAll
    static void needsAFace() {
        try {
            Faces.of(Faces.Face.BODY);
        } catch (NoTypeface missing) {
            Assumptions.abort(missing.getMessage());
        }
    }

    private static final String ADDRESS = "https://duban.example.gov.cn/public/ratings/of/AAAAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private static PDDocument notice() throws IOException {
        return Loader.loadPDF(notice(null));
    }

    private static byte[] notice(@Nullable ScanCode code) {
        var body = new BodyText();
        body.heading(1, "总体情况");
        for (int i = 0; i < 30; i++) body.paragraph("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十，整改单位须于每月报送进展，由督查室核查后通报。");
        body.table("统计表", List.of(Block.Column.text("单位", 6), Block.Column.word("总数", 3)), List.of(List.of("市生态环境局", "40")));
        var document = OfficialDocument.of(DocumentKind.BULLETIN, "关于突出问题整改落实情况的通报").issuerMark("明川市人民政府办公室文件").number("明督通〔2026〕3号").addressee("各区人民政府").body(body)
                .signature(new Signature("明川市人民政府办公室", LocalDate.of(2026, 7, 8), true)).imprint(new Imprint(List.of("市委办公室"), "明川市人民政府办公室", LocalDate.of(2026, 7, 8))).code(code).build();
        var out = new ByteArrayOutputStream();
        OfficialPdf.write(document, out);
        return out.toByteArray();
    }

    /** Baselines of a page in millimetres from its top, with where the line begins and ends and how many characters it has. */
    private record Line(double left, double right, String text) {}

    private static TreeMap<Double, Line> lines(PDDocument document, int page) throws IOException {
        var letters = new ArrayList<TextPosition>();
        var stripper = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition text) {
                letters.add(text);
            }
        };
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        stripper.getText(document);
        var lines = new TreeMap<Double, Line>();
        for (var letter : letters) {
            var y = Math.round(letter.getY() / MM * 10) / 10.0;
            lines.merge(y, new Line(letter.getX() / MM, (letter.getX() + letter.getWidth()) / MM, letter.getUnicode()),
                    (a, b) -> new Line(Math.min(a.left, b.left), Math.max(a.right, b.right), a.text + b.text));
        }
        return lines;
    }

    @Test
    void keepsTheGridOfTheStandard() throws IOException {
        try (var document = notice()) {
            var second = lines(document, 2);
            var number = second.lastEntry();
            var body = new ArrayList<>(second.headMap(number.getKey()).entrySet());
            // 22 lines on 225 mm from 37 mm down, 28 characters on 156 mm from 28 mm in
            assertThat(body).hasSize(22);
            for (int i = 1; i < body.size(); i++) assertThat(body.get(i).getKey() - body.get(i - 1).getKey()).isCloseTo(225.0 / 22, within(0.2));
            assertThat(body.getFirst().getKey()).isBetween(37 + 5.0, 37 + 10.3);
            assertThat(body.getLast().getKey()).isBetween(262 - 5.3, 262.0);
            var full = body.stream().map(java.util.Map.Entry::getValue).filter(line -> line.text().codePointCount(0, line.text().length()) == 28).toList();
            assertThat(full).isNotEmpty().allSatisfy(line -> {
                assertThat(line.left()).isCloseTo(28, within(0.3));
                assertThat(line.right()).isCloseTo(184, within(0.6));
            });
            assertThat(body).allSatisfy(line -> assertThat(line.getValue().text()).doesNotStartWith("，").doesNotStartWith("。"));
            // the dash of the page number 7 mm below the type area; an even page has it left, one character in
            assertThat(number.getValue().text()).isEqualTo("— 2 —");
            assertThat(number.getKey()).isBetween(269.0, 272.0);
            assertThat(number.getValue().left()).isCloseTo(28 + 14 / MM, within(0.4));
        }
    }

    @Test
    void putsTheHeadWhereItBelongs() throws IOException {
        try (var document = notice()) {
            var first = lines(document, 1).values().stream().map(Line::text).toList();
            assertThat(first.getFirst()).isEqualTo("明川市人民政府办公室文件");
            assertThat(first.get(1)).isEqualTo("明督通〔2026〕3号");
            assertThat(first).contains("各区人民政府：", "一、总体情况");
            var last = lines(document, document.getNumberOfPages());
            assertThat(last.values().stream().map(Line::text)).contains("抄送：市委办公室。").anyMatch(text -> text.endsWith("2026年7月8日印发"));
        }
    }

    @Test
    void carriesACodeBelowTheTypeAreaAndMovesNothingForIt() throws Exception {
        var coded = notice(new ScanCode(ADDRESS, "扫码核验本件"));
        assertThat(Scanned.pdf(coded)).isEqualTo(ADDRESS);
        try (var without = notice(); var with = Loader.loadPDF(coded)) {
            assertThat(with.getNumberOfPages()).isEqualTo(without.getNumberOfPages());
            for (int page = 1; page < with.getNumberOfPages(); page++) assertThat(lines(with, page)).isEqualTo(lines(without, page));
            var last = lines(with, with.getNumberOfPages());
            var words = last.lastEntry();
            assertThat(words.getValue().text()).isEqualTo("扫码核验本件");
            assertThat(words.getKey()).as("below the code, with five millimetres for the printer").isBetween(ScanCode.FROM_TOP + ScanCode.SIDE, 292.0);
            last.remove(words.getKey());
            assertThat(last).isEqualTo(lines(without, without.getNumberOfPages()));
            assertThat(ScanCode.FROM_TOP).as("the type area ends").isGreaterThan(37 + 225);
        }
    }

    @Test
    void carriesItsLetters() throws IOException {
        try (var document = notice()) {
            for (var page : document.getPages())
                for (var name : page.getResources().getFontNames()) assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
        }
    }
}
