package cn.duban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.Duban;
import cn.duban.ledger.Proof;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.PortInUseException;

class CommandsTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void answersTheCommandsThatNeedNoDatabase() {
        assertThat(run("deadline", "--from", "2026-02-09", "--budget", "20wd")).isZero();
        assertThat(text(out)).startsWith("2026-03-13");
        assertThat(run("lint", "src/main/resources/ledgers/rectification/rectification-finding.yaml")).isZero();
        assertThat(run("parse", "src/test/resources/bulletins/archive-bulletin.txt")).isZero();
        assertThat(text(out)).contains("\"kind\"").contains("rectification-bulletin");
        assertThat(text(err)).isEmpty();
    }

    @Test
    void saysOneSentenceAboutWhatCannotBeRead() {
        for (var command : List.of("parse", "lint")) {
            err.reset();
            assertThat(run(command, "no/such/file")).isEqualTo(2);
            assertThat(text(err)).hasLineCount(1).contains("no/such/file");
        }
        err.reset();
        assertThat(run("deadline", "--from", "yesterday", "--budget", "20wd")).isEqualTo(2);
        assertThat(text(err)).hasLineCount(1);
        assertThat(run("parse", "\uFFFD\uFFFD.txt")).isEqualTo(2);
    }

    @Test
    void showsItsUsage() {
        assertThat(run("help")).isZero();
        assertThat(text(out)).contains("serve").contains("verify");
        assertThat(run("frobnicate")).isEqualTo(2);
        assertThat(text(err)).contains("没有“frobnicate”这个命令").contains("duban deadline");
    }

    @Test
    void findsNothingToProveInAnEmptyFolder(@TempDir Path folder) {
        assertThat(run("verify", "--duban.data=" + folder.resolve("nothing"))).isEqualTo(2);
        assertThat(text(err).lines().filter(line -> line.contains("没有督办的数据"))).hasSize(1);
        assertThat(folder.resolve("nothing")).doesNotExist();
        assertThat(run("verify", "everything")).isEqualTo(2);
    }

    @Test
    void countsWhatItProvedAndNamesTheBreak() {
        assertThat(VerifyCommand.report(new Proof.Outcome(2, 7, 1, 3, 0, List.of()), stream(out))).isZero();
        assertThat(text(out)).contains("2 件", "7 条", "1 个", "3 个");
        assertThat(VerifyCommand.report(new Proof.Outcome(2, 7, 1, 3, 0, List.of(new Proof.Break("matter 1-x, entry 4", "hash"))), stream(out))).isEqualTo(1);
        assertThat(text(out)).contains("matter 1-x, entry 4: hash");
    }

    @Test
    void knowsWhatKeepsAStartFromWorking() {
        assertThat(sentence(new PortInUseException(8080))).contains("8080").contains("--server.port=8081");
        assertThat(sentence(new SQLException("no", "08001", new ConnectException()))).contains("连不上数据库");
        assertThat(sentence(new SQLException("no", "28P01"))).contains("密码");
        assertThat(sentence(new AccessDeniedException("/data/x"))).contains("/data/x");
        assertThat(sentence(new CannotStart("旧", "old"))).isEqualTo("旧 / old");
        assertThat(Trouble.of(new IllegalStateException("nobody foresaw this"))).isEmpty();
    }

    private static String sentence(Exception cause) {
        return Trouble.of(new IllegalStateException("outer", new RuntimeException(cause))).orElseThrow().sentence();
    }

    private int run(String... arguments) {
        return Commands.run(Duban.class, arguments, stream(out), stream(err));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
