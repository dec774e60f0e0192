package cn.duban.hotline.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Mails as programs of the country write them. */
class LetterReaderTest {

    private static final String HEAD = "From: Lu <Lu.Xiaoman@Mingchuan.example>\r\nTo: mayor@mingchuan.example\r\nMessage-ID: <1@x>\r\n";

    private static Letter read(byte[] raw) throws Exception {
        return LetterReader.read(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw)));
    }

    private static Letter read(String raw) throws Exception {
        return read(raw.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsEveryCharacterSetThatIsWrittenHere() throws Exception {
        var rare = "㐂镕先生反映：路灯不亮";
        for (var said : List.of("gb2312", "GBK", "gb18030", "", "nonsense"))
            assertThat(read((HEAD + "Content-Type: text/plain" + (said.isEmpty() ? "" : "; charset=" + said) + "\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + rare).getBytes(Charset.forName("GB18030"))).text()).as(said).isEqualTo(rare);
        assertThat(read(HEAD + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + rare).text()).isEqualTo(rare);
        assertThat(read((HEAD + "Subject: 路灯不亮\r\n\r\nx").getBytes(Charset.forName("GB18030"))).subject()).as("never encoded").isEqualTo("路灯不亮");
        assertThat(read(HEAD + "Subject: =?gb2312?B?wrfGwg==?=\r\n\r\nx").subject()).isEqualTo("路坡");
    }

    @Test
    void takesTextBeforePagesAndPagesAsText() throws Exception {
        assertThat(read(HEAD + "Content-Type: text/html; charset=utf-8\r\n\r\n<html><head><style>p{color:red}</style></head><body><p>路灯&nbsp;不亮</p><p>三天了 &lt;急&gt;<br>谢谢</p><script>alert(1)</script></body></html>").text())
                .isEqualTo("路灯 不亮\n三天了 <急>\n谢谢");
        assertThat(read(HEAD + "Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n路灯不亮\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<b>路灯不亮</b>\r\n--b--").text()).isEqualTo("路灯不亮");
    }

    @Test
    void knowsWhatAMachineWrote() throws Exception {
        for (var header : List.of("Auto-Submitted: auto-replied", "Return-Path: <>", "Precedence: bulk", "X-Autoreply: yes", "List-Id: <news>", "Content-Type: multipart/report; boundary=b"))
            assertThat(read(HEAD + header + "\r\n\r\nx").automatic()).as(header).isTrue();
        assertThat(read("From: MAILER-DAEMON@mingchuan.example\r\n\r\nx").automatic()).isTrue();
        assertThat(read("Subject: nobody\r\n\r\nx").automatic()).isTrue();
        assertThat(read(HEAD + "Auto-Submitted: no\r\nReturn-Path: <lu@x>\r\n\r\nx").automatic()).isFalse();
    }

    @Test
    void findsTheThreadAndWhatIsNewInIt() throws Exception {
        var letter = read(HEAD + "In-Reply-To: <3@x>\r\nReferences: <1@x>\r\n <2@x> <3@x>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n今天还是不亮。\n\n> 您好！已经受理\n在 2026年11月29日，热线写道：\n已经受理");
        assertThat(letter.thread()).containsExactly("<3@x>", "<2@x>", "<1@x>");
        assertThat(letter.fresh()).isEqualTo("今天还是不亮。");
        assertThat(letter.from()).isEqualTo("lu.xiaoman@mingchuan.example");
        assertThat(read("From: a@b.example\r\n\r\nx").id()).as("without a number the text stands in").isEqualTo(read("From: a@b.example\r\n\r\nx").id()).isNotEqualTo(read("From: a@b.example\r\n\r\ny").id());
    }

    @Test
    void isKeptBusyByNoMailOfBlanksOrOfManyLines() {
        var blanks = HEAD + "Content-Type: text/plain; charset=utf-8\r\n\r\n路灯不亮\n" + " \t".repeat(120 * 1024) + "三天";
        var lines = HEAD + "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + ("--b\r\nContent-Type: text/plain\r\n\r\n" + "x\n".repeat(120 * 1024)).repeat(12) + "--b--";
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(read(blanks).text()).startsWith("路灯不亮").endsWith("三天");
            assertThat(read(lines).fresh()).hasSize(2 * 12 * 120 * 1024 - 1);
        });
    }
}
