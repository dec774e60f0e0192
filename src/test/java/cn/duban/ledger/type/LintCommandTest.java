package cn.duban.ledger.type;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void saysSoWhenATypeIsClean() {
        assertThat(lint("src/test/resources/types/promise.yaml")).isZero();
        assertThat(out.toString(UTF_8)).contains("没有发现错误");
    }

    @Test
    void printsOneLinePerFault() {
        var file = "src/test/resources/types/faulty/ungated.yaml";

        assertThat(lint(file, "src/test/resources/types/faulty/nobody-owes.yaml")).isEqualTo(1);
        assertThat(out.toString(UTF_8).lines()).hasSize(2).first().asString().startsWith(file + ":23: ungated: ");
        assertThat(err.size()).isZero();
    }

    @Test
    void letsFilesGivenTogetherReferToEachOther(@TempDir Path folder) throws IOException {
        var child = Files.writeString(folder.resolve("child.yaml"), TypesFixture.aPromise().replace("type: promise", "type: child\nparent: promise"));

        assertThat(lint(child.toString())).isEqualTo(1);
        assertThat(lint(child.toString(), "src/test/resources/types/promise.yaml")).isZero();
    }

    @Test
    void tellsInOneSentenceWhatItCannotRead(@TempDir Path folder) throws IOException {
        var gbk = Files.write(folder.resolve("gbk.yaml"), "type: 整改".getBytes("GBK"));

        assertThat(lint(folder.resolve("missing.yaml").toString())).isEqualTo(2);
        assertThat(lint(folder.toString())).isEqualTo(2);
        assertThat(lint(gbk.toString())).isEqualTo(2);
        assertThat(lint()).isEqualTo(2);
        assertThat(err.toString(UTF_8).lines()).hasSize(4).noneMatch(line -> line.contains("Exception"));
        assertThat(out.size()).isZero();
    }

    private int lint(String... files) {
        return LintCommand.run(files, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }
}
