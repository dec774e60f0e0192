package cn.duban.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

class WordTextTest {
    private static final String W = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'";

    @Test
    void readsWhatContentControlsHold() throws IOException, UnreadableDocument {
        var body = p("前") + sdt("", p("控件里") + sdt("", p("控件里的控件"))) + "<w:p>" + "<w:r><w:t>行内</w:t></w:r>" + sdt("", "<w:r><w:t>控件</w:t></w:r>") + "</w:p>"
                + sdt("", "<w:tbl><w:tr>" + sdt("", tc(p("甲"))) + tc(sdt("", p("乙"))) + "</w:tr>" + sdt("", "<w:tr>" + tc(p("丙")) + "</w:tr>") + "</w:tbl>") + p("后");

        assertThat(lines(body)).containsExactly("前", "控件里", "控件里的控件", "行内控件", "甲\t乙", "丙", "后");
    }

    @Test
    void leavesOutPromptsAndTheGeneratedContents() throws IOException, UnreadableDocument {
        var contents = "<w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj>";

        assertThat(lines(sdt(contents, p("一、总体要求……1")) + sdt("<w:showingPlcHdr/>", p("单击此处输入文字")) + p("一、总体要求"))).containsExactly("一、总体要求");
    }

    @Test
    void partsTheParagraphsOfACell() throws IOException, UnreadableDocument {
        var inner = "<w:tbl><w:tr>" + tc(p("子一")) + tc(p("子二")) + "</w:tr></w:tbl>";

        assertThat(lines("<w:tbl><w:tr>" + tc(p("市财政局") + p("") + p("市民政局")) + tc(p("外") + inner + p("尾")) + "</w:tr></w:tbl>"))
                .containsExactly("市财政局 市民政局\t外 子一 子二 尾");
    }

    @Test
    void readsTextBoxesAfterTheParagraphTheyHangOn() throws IOException, UnreadableDocument {
        var box = "<w:r><mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>"
                + "<mc:Choice Requires='wps'><w:drawing><w:txbxContent>%1$s</w:txbxContent></w:drawing></mc:Choice>"
                + "<mc:Fallback><w:pict><w:txbxContent>%1$s</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>";
        var old = "<w:r><w:pict><w:txbxContent>" + p("旧框") + "</w:txbxContent></w:pict></w:r>";

        assertThat(lines("<w:p><w:r><w:t>正文</w:t></w:r>" + box.formatted(p("框一") + sdt("", p("框二"))) + old + "</w:p>" + p("下一段")))
                .containsExactly("正文", "框一", "框二", "旧框", "下一段");
    }

    @Test
    void refusesAnArchiveThatUnpacksToMoreThanAnyDocument() throws IOException {
        var long16 = p("整改".repeat(1000)).repeat(3000);
        assertThatThrownBy(() -> lines(long16)).isInstanceOf(UnreadableDocument.class).hasMessageContaining("展开后超过 16 MB");

        var picture = new byte[WordArchive.LARGEST + 1];
        Arrays.fill(picture, (byte) 0x89);
        assertThatThrownBy(() -> DocumentText.read(docx(p("文"), "word/media/image1.png", picture), "a.docx")).hasMessageContaining("展开后超过 64 MB");
        var disguised = new byte[WordArchive.LARGEST_TEXT + 1];
        Arrays.fill(disguised, (byte) ' ');
        assertThatThrownBy(() -> DocumentText.read(docx(p("文"), "word/media/image1.png", disguised), "a.docx")).hasMessageContaining("展开后超过 16 MB");
    }

    @Test
    void refusesWhatIsNestedWithoutEndAndWhatIsBroken() {
        var deep = "<w:tbl><w:tr><w:tc>".repeat(5000) + p("底") + (p("") + "</w:tc></w:tr></w:tbl>").repeat(5000);
        for (var body : new String[] {deep, "<w:p>", "<w:tbl><w:tr><w:tc><w:p><w:pPr><w:numPr><w:numId w:val='x'/></w:numPr></w:pPr></w:p></w:tc></w:tr></w:tbl>"})
            assertThatThrownBy(() -> lines(body)).isInstanceOf(UnreadableDocument.class).hasMessageContaining("另存为 docx");
    }

    private static String p(String text) {
        return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }

    private static String tc(String content) {
        return "<w:tc>" + content + "</w:tc>";
    }

    private static String sdt(String properties, String content) {
        return "<w:sdt><w:sdtPr>" + properties + "</w:sdtPr><w:sdtContent>" + content + "</w:sdtContent></w:sdt>";
    }

    private static java.util.List<String> lines(String body) throws IOException, UnreadableDocument {
        return DocumentText.read(docx(body, "word/extra.bin", new byte[] {1}), "a.docx").lines();
    }

    /** The frame of an empty document with this body, and a part more. */
    private static byte[] docx(String body, String part, byte[] content) throws IOException {
        var frame = new ByteArrayOutputStream();
        try (var empty = new XWPFDocument()) {
            empty.write(frame);
        }
        var bytes = new ByteArrayOutputStream();
        try (var in = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(frame.toByteArray())); var out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry; (entry = in.getNextEntry()) != null; ) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals("word/document.xml")) out.write(("<w:document " + W + "><w:body>" + body + "</w:body></w:document>").getBytes(StandardCharsets.UTF_8));
                else if (entry.getName().equals("[Content_Types].xml"))
                    out.write(new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceFirst("<Default", "<Default ContentType='image/png' Extension='png'/><Default ContentType='application/octet-stream' Extension='bin'/><Default").getBytes(StandardCharsets.UTF_8));
                else in.transferTo(out);
            }
            out.putNextEntry(new ZipEntry(part));
            out.write(content);
        }
        return bytes.toByteArray();
    }
}
