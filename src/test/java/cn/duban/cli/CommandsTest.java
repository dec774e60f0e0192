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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.DefaultBootstrapContext;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

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
    void keepsTheInventedCityInAFolderOfItsOwn() {
        assertThat(dataOf(Map.of("duban.demo", "true"))).isEqualTo("data/demo");
        assertThat(dataOf(Map.of("duban.demo", "true", "duban.data", "/srv/show"))).isEqualTo("/srv/show");
        assertThat(dataOf(Map.of("duban.demo", "false"))).isNull();
        assertThat(dataOf(Map.of())).isNull();
    }

    private static String dataOf(Map<String, Object> given) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("given", given));
        new DemoFolder().onApplicationEvent(new ApplicationEnvironmentPreparedEvent(new DefaultBootstrapContext(), new SpringApplication(), new String[0], environment));
        return environment.getProperty("duban.data");
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
        assertThat(VerifyCommand.report(new Proof.Outcome(2, 7, 1, 3, 0, 4, List.of(), List.of()), false, stream(out))).isZero();
        assertThat(text(out)).contains("2 件", "7 条", "1 个", "3 个", "通报 4 份").doesNotContain("编号");
        assertThat(VerifyCommand.report(new Proof.Outcome(2, 7, 0, 3, 0, 0, List.of("整改〔2026〕8号"), List.of(new Proof.Break("matter 整改〔2026〕3号 (1-x) entry 4", "内容被改动", "its content was changed"))), false, stream(out))).isEqualTo(1);
        assertThat(text(out)).contains("事项 整改〔2026〕3号 (1-x) 第4条记录：内容被改动", "没有事项：整改〔2026〕8号", "还没有锚点");
    }

    @Test
    void saysInEnglishWhereTheRecordIsBroken() {
        var breaks = List.of(new Proof.Break("matter 整改〔2026〕3号 (1-x) clock 2", "这一行不见了", "the row is gone"), new Proof.Break("anchor 3 of tenant 1", "与前一个锚点接不上", "does not follow the anchor before it"));
        assertThat(VerifyCommand.report(new Proof.Outcome(1, 4, 3, 0, 0, 0, List.of(), breaks), true, stream(out))).isEqualTo(1);
        assertThat(text(out)).contains("clock 2: the row is gone", "anchor 3 of tenant 1: does not follow");
        VerifyCommand.report(new Proof.Outcome(1, 4, 3, 0, 0, 0, List.of(), breaks), false, stream(out));
        assertThat(text(out)).contains("时限 2：这一行不见了", "第1号政府的第3个锚点：与前一个锚点接不上");
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
