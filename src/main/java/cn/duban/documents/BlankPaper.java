package cn.duban.documents;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/**
 * An empty docx with page, grid, styles, font table and page numbers in place. Written as a package of its own because POI offers no
 * door to the font table and to the compatibility settings; everything after that goes through POI.
 */
final class BlankPaper {
    private static final String W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private static final String R = "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    /** Lower edge of the page number's line, so that its dash comes to lie 7 mm below the type area. */
    private static final int FOOTER = TypeArea.twips(24.6);

    private BlankPaper() {}

    static XWPFDocument open(Typefaces faces) {
        try {
            return new XWPFDocument(new ByteArrayInputStream(zip(faces)));
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }

    private static byte[] zip(Typefaces faces) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            put(zip, "[Content_Types].xml", """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                    <Default Extension="xml" ContentType="application/xml"/>
                    <Override PartName="/word/document.xml" ContentType="%1$sdocument.main+xml"/>
                    <Override PartName="/word/styles.xml" ContentType="%1$sstyles+xml"/>
                    <Override PartName="/word/settings.xml" ContentType="%1$ssettings+xml"/>
                    <Override PartName="/word/fontTable.xml" ContentType="%1$sfontTable+xml"/>
                    <Override PartName="/word/footer1.xml" ContentType="%1$sfooter+xml"/>
                    <Override PartName="/word/footer2.xml" ContentType="%1$sfooter+xml"/>
                    </Types>""".formatted(TYPE));
            put(zip, "_rels/.rels", relations("officeDocument", "word/document.xml"));
            put(zip, "word/_rels/document.xml.rels", relations("styles", "styles.xml", "settings", "settings.xml",
                    "fontTable", "fontTable.xml", "footer", "footer1.xml", "footer", "footer2.xml"));
            put(zip, "word/document.xml", "<w:document %s %s><w:body>%s</w:body></w:document>".formatted(W, R, section()));
            put(zip, "word/styles.xml", StyleSheet.xml(faces));
            put(zip, "word/settings.xml", settings());
            put(zip, "word/fontTable.xml", fontTable(faces));
            put(zip, "word/footer1.xml", footer("right", "right"));
            put(zip, "word/footer2.xml", footer("left", "left"));
        }
        return bytes.toByteArray();
    }

    private static String section() {
        return """
                <w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/>\
                <w:pgSz w:w="%d" w:h="%d"/>\
                <w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="851" w:footer="%d" w:gutter="0"/>\
                <w:pgNumType w:start="1"/><w:docGrid w:type="linesAndChars" w:linePitch="%d" w:charSpace="%d"/></w:sectPr>"""
                .formatted(TypeArea.PAGE_WIDTH, TypeArea.PAGE_HEIGHT, TypeArea.TOP, TypeArea.RIGHT, TypeArea.BOTTOM, TypeArea.LEFT,
                        FOOTER, TypeArea.LINE, TypeArea.CHARACTER_SPACE);
    }

    /** Without compatibility mode 15 Word lays the page out as its 2007 edition did. */
    private static String settings() {
        return """
                <w:settings %s><w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/>\
                <w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/><w:drawingGridVerticalSpacing w:val="%d"/>\
                <w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/>\
                <w:doNotLeaveBackslashAlone/><w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/>\
                <w:useFELayout/><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" \
                w:val="15"/></w:compat></w:settings>""".formatted(W, TypeArea.LINE);
    }

    private static String fontTable(Typefaces faces) {
        var fonts = new StringBuilder();
        faces.withStandIns().forEach((face, others) -> fonts.append(
                "<w:font w:name=\"%s\">%s<w:charset w:val=\"86\"/><w:family w:val=\"auto\"/><w:pitch w:val=\"variable\"/></w:font>"
                        .formatted(Xml.escaped(face), others.isEmpty() ? ""
                                : "<w:altName w:val=\"%s\"/>".formatted(Xml.escaped(String.join(",", others))))));
        return "<w:fonts %s>%s</w:fonts>".formatted(W, fonts);
    }

    /** 单页码居右空一字，双页码居左空一字; the number stands between two dashes. */
    private static String footer(String side, String indented) {
        return """
                <w:ftr %s><w:p><w:pPr><w:pStyle w:val="%s"/><w:ind w:%s="280"/><w:jc w:val="%s"/></w:pPr>\
                <w:r><w:t xml:space="preserve">— </w:t></w:r>\
                <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>\
                <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>\
                <w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>"""
                .formatted(W, StyleSheet.PAGE_NUMBER, indented, side);
    }

    private static String relations(String... kindAndTarget) {
        var relations = new StringBuilder("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        for (int i = 0; i < kindAndTarget.length; i += 2) {
            relations.append("<Relationship Id=\"rId%d\" Type=\"%s\" Target=\"%s\"/>"
                    .formatted(i / 2 + 1, RELATION + kindAndTarget[i], kindAndTarget[i + 1]));
        }
        return relations.append("</Relationships>").toString();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write((text.startsWith("<?xml") ? text : HEAD + text).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
