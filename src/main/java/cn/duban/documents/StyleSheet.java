package cn.duban.documents;

import java.util.Locale;

/** The named styles of a document: every look is a style, so that a clerk can correct the text in Word without losing the form. */
final class StyleSheet {
    static final String BODY = "Body";
    static final String TITLE = "Title";
    static final String HEADING = "Heading";
    static final String MARK = "IssuerMark";
    static final String FRONT = "FrontMark";
    static final String NUMBER = "DocumentNumber";
    static final String ADDRESSEE = "Addressee";
    static final String ANNEX_LABEL = "AnnexLabel";
    static final String SIGNATURE = "SignatureLine";
    static final String IMPRINT = "Imprint";
    static final String RULE = "ImprintRule";
    static final String ANCHOR = "ImprintAnchor";
    static final String PAGE_NUMBER = "PageNumberLine";
    static final String TABLE_HEAD = "TableHead";
    static final String TABLE_WORD = "TableWord";
    static final String TABLE_TEXT = "TableText";
    static final String SLIP_TITLE = "SlipTitle";
    static final String SLIP_LINE = "SlipLine";
    static final String SLIP_LABEL = "SlipLabel";
    static final String SLIP_TEXT = "SlipText";
    static final String CUT = "CutLine";
    static final String CODE = "ScanCode";
    static final String CAPTION = "TableCaption";

    /** 二号. */
    static final int TITLE_SIZE = 44;
    /** 四号. */
    static final int SMALL_SIZE = 28;
    /** 小四. */
    static final int TABLE_SIZE = 24;

    private static final String ON_GRID = "<w:spacing w:line=\"%d\" w:lineRule=\"exact\"/>".formatted(TypeArea.LINE);

    private final Typefaces faces;
    private final StringBuilder xml = new StringBuilder();

    private StyleSheet(Typefaces faces) {
        this.faces = faces;
    }

    static String xml(Typefaces faces) {
        return new StyleSheet(faces).whole();
    }

    private String whole() {
        // The page declares the grid; what makes it true in every program is the exact line and the narrowed character, for not all
        // of them read a grid of cells narrower than the letters. A space between Chinese and digits would push the 28th over, a
        // hanging full stop would leave the type area.
        xml.append("""
                <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
                <w:docDefaults><w:rPrDefault><w:rPr>%s<w:sz w:val="%d"/><w:szCs w:val="%d"/>\
                <w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>\
                <w:pPrDefault><w:pPr><w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/>\
                <w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/>%s</w:pPr></w:pPrDefault></w:docDefaults>
                """.formatted(fonts(faces.body()), TypeArea.BODY_SIZE, TypeArea.BODY_SIZE, ON_GRID));
        xml.append("<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/>"
                + "<w:pPr><w:overflowPunct w:val=\"0\"/><w:autoSpaceDE w:val=\"0\"/><w:autoSpaceDN w:val=\"0\"/>"
                + "<w:snapToGrid w:val=\"0\"/><w:jc w:val=\"both\"/></w:pPr><w:rPr><w:spacing w:val=\"%d\"/><w:sz w:val=\"%d\"/></w:rPr></w:style>\n"
                .formatted(TypeArea.NARROWING, TypeArea.BODY_SIZE));
        xml.append("<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/>"
                + "<w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/></w:tblPr></w:style>\n");
        style(BODY, "公文正文", "", FIRST_LINE, fonts(faces.body()));
        for (int level = 1; level <= 4; level++) {
            style(HEADING + level, "heading " + level, level <= 2 ? "<w:keepNext/>" : "",
                    FIRST_LINE + "<w:outlineLvl w:val=\"%d\"/>".formatted(level - 1), fonts(heading(level)));
        }
        style(TITLE, "Title", "<w:keepNext/><w:keepLines/>", "<w:jc w:val=\"center\"/>",
                fonts(faces.mark()) + size(TITLE_SIZE));
        style(MARK, "发文机关标志", "", "<w:jc w:val=\"center\"/>",
                fonts(faces.mark()) + "<w:color w:val=\"FF0000\"/><w:spacing w:val=\"0\"/>");
        style(FRONT, "版头标注", "", "<w:jc w:val=\"left\"/>", fonts(faces.hei()));
        style(NUMBER, "发文字号", "", "<w:jc w:val=\"center\"/>", fonts(faces.body()));
        style(ADDRESSEE, "主送机关", "", "<w:jc w:val=\"both\"/>", fonts(faces.body()));
        style(ANNEX_LABEL, "附件标识", "<w:keepNext/>", "<w:jc w:val=\"left\"/>", fonts(faces.hei()));
        style(SIGNATURE, "署名和日期", "<w:keepNext/><w:keepLines/>", "", fonts(faces.body()));
        style(IMPRINT, "版记", "" + exactly(25),
                "<w:jc w:val=\"left\"/>", fonts(faces.body()) + size(SMALL_SIZE));
        style(RULE, "版记分隔线", "<w:spacing w:line=\"20\" w:lineRule=\"exact\"/>", "", "<w:sz w:val=\"2\"/>");
        style(ANCHOR, "版记锚", "<w:spacing w:line=\"10\" w:lineRule=\"exact\"/>", "", "<w:sz w:val=\"2\"/>");
        style(CODE, "二维码", exactly(10), "<w:jc w:val=\"center\"/>", fonts(faces.song()) + size(18));
        style(PAGE_NUMBER, "页码", "" + exactly(20), "<w:jc w:val=\"right\"/>",
                fonts(faces.song()) + size(SMALL_SIZE));
        style(CAPTION, "表题", "<w:keepNext/>", "<w:jc w:val=\"center\"/>", fonts(faces.hei()));
        style(TABLE_HEAD, "表头", "<w:keepNext/>" + exactly(18), "<w:jc w:val=\"center\"/>",
                fonts(faces.hei()) + size(TABLE_SIZE));
        style(TABLE_WORD, "表中词", "" + exactly(18), "<w:jc w:val=\"center\"/>",
                fonts(faces.body()) + size(TABLE_SIZE));
        style(TABLE_TEXT, "表中文", "" + exactly(18), "<w:jc w:val=\"both\"/>",
                fonts(faces.body()) + size(TABLE_SIZE));
        style(SLIP_TITLE, "回执标题", "<w:keepNext/>", "<w:jc w:val=\"center\"/>", fonts(faces.mark()) + size(36));
        style(SLIP_LINE, "交办单行", exactly(19), "<w:jc w:val=\"left\"/>", fonts(faces.body()) + size(TABLE_SIZE));
        style(SLIP_LABEL, "交办单栏目", exactly(19), "<w:jc w:val=\"center\"/>", fonts(faces.hei()) + size(TABLE_SIZE));
        style(SLIP_TEXT, "交办单内容", exactly(19), "<w:jc w:val=\"both\"/>", fonts(faces.body()) + size(TABLE_SIZE));
        style(CUT, "裁切线", "<w:keepNext/>" + exactly(24), "<w:jc w:val=\"center\"/>", fonts(faces.kai()) + size(21));
        return xml.append("</w:styles>").toString();
    }

    private static final String FIRST_LINE =
            "<w:ind w:firstLineChars=\"200\" w:firstLine=\"%d\"/>".formatted(TypeArea.characters(2));

    private String heading(int level) {
        return switch (level) {
            case 1 -> faces.hei();
            case 2 -> faces.kai();
            default -> faces.body();
        };
    }

    static String fonts(String face) {
        return "<w:rFonts w:ascii=\"%1$s\" w:hAnsi=\"%1$s\" w:eastAsia=\"%1$s\" w:cs=\"%1$s\"/>".formatted(Xml.escaped(face));
    }

    private static String size(int halfPoints) {
        return "<w:spacing w:val=\"0\"/><w:sz w:val=\"%1$d\"/><w:szCs w:val=\"%1$d\"/>".formatted(halfPoints);
    }

    private static String exactly(int points) {
        return "<w:spacing w:line=\"%d\" w:lineRule=\"exact\"/>".formatted(points * 20);
    }

    private void style(String id, String name, String flow, String placing, String letters) {
        xml.append(String.format(Locale.ROOT,
                "<w:style w:type=\"paragraph\" w:styleId=\"%s\"><w:name w:val=\"%s\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/>"
                        + "<w:pPr>%s%s</w:pPr><w:rPr>%s</w:rPr></w:style>%n", id, name, flow, placing, letters));
    }
}
