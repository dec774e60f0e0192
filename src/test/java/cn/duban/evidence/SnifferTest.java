package cn.duban.evidence;

import static cn.duban.evidence.EvidenceFixture.aPdf;
import static cn.duban.evidence.EvidenceFixture.aPicture;
import static cn.duban.evidence.EvidenceFixture.aWorkbook;
import static cn.duban.evidence.EvidenceFixture.aZip;
import static cn.duban.evidence.EvidenceFixture.utf8;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.duban.web.Words;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnifferTest {

    @TempDir Path folder;

    private String sniff(String name, byte[] content) throws IOException {
        return Sniffer.mediaType(Files.write(folder.resolve("file"), content), name);
    }

    private EvidenceRefused.Reason refusal(String name, byte[] content) {
        return catchThrowableOfType(EvidenceRefused.class, () -> sniff(name, content)).reason();
    }

    @Test
    void goesByTheContentAndNotByTheName() throws IOException {
        assertThat(sniff("报告.pdf", aPicture("png", 2, 2))).isEqualTo("image/png");
        assertThat(sniff("照片.png", aPdf(1))).isEqualTo("application/pdf");
        assertThat(sniff("照片.exe", aPicture("jpg", 2, 2))).isEqualTo("image/jpeg");
        assertThat(sniff("台账", aWorkbook())).isEqualTo("application/vnd.ms-excel");
    }

    @ParameterizedTest
    @CsvSource({
        "RIFF....WEBPVP8 , image/webp", "RIFF....WAVEfmt , audio/wav", "....ftypheic, image/heic", "....ftypisom, video/mp4",
        "....ftypM4A ...., audio/mp4", "....ftypqt  ...., video/quicktime", "#!AMR.., audio/amr", "ID3.., audio/mpeg", "...\u0018ftypCAM ....isom...., video/mp4", "\u00ff\u00fb\u0090\u0064, audio/mpeg"
    })
    void knowsMediaByTheirFirstBytes(String start, String mediaType) throws IOException {
        assertThat(sniff("x", start.getBytes(ISO_8859_1))).isEqualTo(mediaType);
    }

    @Test
    void looksIntoZippedDocuments() throws IOException {
        assertThat(sniff("a", aZip("[Content_Types].xml", "word/document.xml"))).isEqualTo(FileFormat.DOCX.mediaType());
        assertThat(sniff("a", aZip("[Content_Types].xml", "xl/workbook.xml"))).isEqualTo(FileFormat.XLSX.mediaType());
        assertThat(sniff("a", aZip("[Content_Types].xml", "ppt/presentation.xml"))).isEqualTo(FileFormat.PPTX.mediaType());
        assertThat(sniff("a", aZip("OFD.xml", "Doc_0/Document.xml"))).isEqualTo(FileFormat.OFD.mediaType());
    }

    @Test
    void keepsTheEncodingOfText() throws IOException {
        assertThat(sniff("说明.txt", utf8("已整改完毕。"))).isEqualTo("text/plain;charset=UTF-8");
        assertThat(sniff("台账.CSV", "序号,问题\n1,占道".getBytes(Charset.forName("GBK")))).isEqualTo("text/csv;charset=GB18030");
        assertThat(sniff("a.txt", "\uFEFF整改".getBytes(StandardCharsets.UTF_16LE))).isEqualTo("text/plain;charset=UTF-16");
        assertThat(sniff("长.txt", utf8("督".repeat(30_000)))).isEqualTo("text/plain;charset=UTF-8");
    }

    @Test
    void refusesWithTheReason() throws IOException {
        assertThat(refusal("全部.docx", aZip("一.txt"))).isEqualTo(EvidenceRefused.Reason.ARCHIVE);
        assertThat(refusal("坏.docx", utf8("PK\u0003\u0004 cut"))).isEqualTo(EvidenceRefused.Reason.BROKEN);
        assertThat(refusal("a.rar", utf8("Rar!\u001a\u0007"))).isEqualTo(EvidenceRefused.Reason.ARCHIVE);
        assertThat(refusal("a.docm", aZip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"))).isEqualTo(EvidenceRefused.Reason.MACROS);
        assertThat(refusal("a.txt", utf8(" <!DOCTYPE html><script>"))).isEqualTo(EvidenceRefused.Reason.WEB_PAGE);
        assertThat(refusal("a.png", utf8("<svg xmlns='http://www.w3.org/2000/svg'/>"))).isEqualTo(EvidenceRefused.Reason.WEB_PAGE);
        assertThat(refusal("a.pdf", "MZ\u0090\u0000\u0003".getBytes(ISO_8859_1))).isEqualTo(EvidenceRefused.Reason.UNKNOWN_TYPE);
        assertThat(refusal("a.doc", "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1cut".getBytes(ISO_8859_1))).isEqualTo(EvidenceRefused.Reason.UNKNOWN_TYPE);
    }

    @Test
    void saysWhatIsWrongAndWhatToDoNextInBothLanguages() {
        for (var reason : EvidenceRefused.Reason.values()) {
            for (var language : List.of(Words.CHINESE, Locale.ENGLISH)) {
                assertThat(Words.in(language, "evidence.refused." + reason, "全部.zip", "100 MB")).contains("全部.zip").doesNotContain("{");
                assertThat(Words.in(language, "evidence.refused." + reason + ".next")).doesNotContain("evidence.");
            }
        }
        assertThat(Words.in(Words.CHINESE, "evidence.refused.ARCHIVE", "全部.zip")).isEqualTo("文件“全部.zip”是压缩包，里面的内容无法逐份核对。");
    }
}
