package cn.duban.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class FileNameTest {

    @Test
    void dropsFoldersAndMarksThatDeceive() {
        assertThat(FileName.clean("../../../etc/passwd")).isEqualTo("passwd");
        assertThat(FileName.clean("C:\\资料\\整改 报告.pdf")).isEqualTo("整改 报告.pdf");
        assertThat(FileName.clean("a\u0000b\r\nSet-Cookie: x.txt")).isEqualTo("abSet-Cookie: x.txt");
        assertThat(FileName.clean("报告\u202Efdp.exe")).isEqualTo("报告fdp.exe");
        assertThat(FileName.clean("..")).isEqualTo("未命名");
        assertThat(FileName.clean("资料/")).isEqualTo("未命名");
    }

    @Test
    void cutsALongNameInFrontOfItsEnding() {
        var cut = FileName.clean("督".repeat(300) + ".docx");
        assertThat(cut).hasSize(200).endsWith("督.docx");
        assertThat(FileName.clean("\uD83D\uDE00".repeat(200))).hasSize(200).doesNotContain("\uFFFD");
        assertThat(FileName.clean("a" + "\uD83D\uDE00".repeat(200))).hasSize(199);
    }

    @Test
    void endsANameByWhatTheFileIs() {
        assertThat(FileFormat.PNG.named("报告.pdf")).isEqualTo("报告.pdf.png");
        assertThat(FileFormat.JPEG.named("照片.JPEG")).isEqualTo("照片.JPEG");
        assertThat(FileFormat.TXT.named("说明")).isEqualTo("说明.txt");
    }

    @Test
    void readsAnIdAndRefusesAPath() {
        var id = FileId.of(3, new byte[32]);
        assertThat(FileId.of(id.toString())).isEqualTo(id);
        assertThatIllegalArgumentException().isThrownBy(() -> FileId.of("3-../../etc/passwd"));
        assertThatIllegalArgumentException().isThrownBy(() -> FileId.of("99999999999-" + "0".repeat(64)));
        assertThatIllegalArgumentException().isThrownBy(() -> new FileId(3, "../" + "0".repeat(61)));
    }

    @Test
    void readsAQuotationMarkAsABrowserSendsIt() {
        assertThat(FileName.clean("关于%22三资%22的说明.pdf")).isEqualTo("关于\"三资\"的说明.pdf");
    }
}
