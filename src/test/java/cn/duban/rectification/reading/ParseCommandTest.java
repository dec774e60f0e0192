package cn.duban.rectification.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ParseCommandTest {
    @TempDir Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void printsOneObjectWithItsKeysInOrder() {
        assertThat(parse(Bulletins.INVENTED.resolve("town-report.txt"))).isZero();

        assertThat(JsonMapper.shared().readTree(out.toString(UTF_8)).propertyNames()).startsWith("kind", "title", "issuer", "publishedOn",
                "inspectedBy", "feedbackOn", "aspects", "findings", "tasks", "targets", "claims", "contact", "remarks");
    }

    @Test
    void refusesWhatIsNeitherBulletinNorPlanWithOneSentence() throws IOException {
        var letter = Files.writeString(folder.resolve("letter.txt"), "各位同事:\n一、周五开会。\n二、带上材料。\n");

        assertThat(parse(letter)).isEqualTo(2);
        assertThat(err.toString(UTF_8).strip()).contains("不像整改通报").doesNotContain("\n").doesNotContain("Exception");
    }

    @Test
    void saysWhatIsWrongInEnglishToo() {
        var out = new PrintStream(this.out, true, UTF_8);
        assertThat(ParseCommand.run(new String[] {"--lang", "en", folder.resolve("missing.txt").toString()}, out, new PrintStream(err, true, UTF_8))).isEqualTo(2);
        assertThat(ParseCommand.run(new String[] {"--lang=en"}, out, new PrintStream(err, true, UTF_8))).isEqualTo(2);
        assertThat(err.toString(UTF_8).lines()).hasSize(2).allMatch(line -> line.matches("\\p{ASCII}+")).first().asString().startsWith("There is no file");
    }

    @Test
    void refusesAMissingFileAndABinaryOne() throws IOException {
        assertThat(parse(folder.resolve("missing.txt"))).isEqualTo(2);
        assertThat(parse(Files.write(folder.resolve("picture.txt"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2}))).isEqualTo(2);
        assertThat(err.toString(UTF_8).lines()).hasSize(2);
        assertThat(out.size()).isZero();
    }

    private int parse(Path file) {
        return ParseCommand.run(new String[] {file.toString()}, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }
}
