package cn.duban.workdays;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineCommandTest {
    private record Answer(int status, List<String> out, List<String> err) {}

    @Test
    void printsTheLastDayFirst() {
        assertThat(run("--from 2026-02-09 --budget 20wd --region 370200").out).containsExactly("2026-03-13");
        assertThat(run("deadline --from=2026-02-09 --budget=20wd").out).containsExactly("2026-03-13");
        assertThat(run("--from 2020-01-10 --budget 20wd --as-of 2020-01-20").out).containsExactly("2020-02-12");
        assertThat(run("--from 2020-01-10 --budget 20wd --as-of 2020-01-27").out).containsExactly("2020-02-14");
    }

    @Test
    void explainsOnRequest() {
        var answer = run("--from 2026-02-12 --budget 5wd --explain");
        assertThat(answer.out).first().isEqualTo("2026-02-26");
        assertThat(answer.out).contains("2026-02-14 周六  第2日（因春节调休上班）");
    }

    @Test
    void printsDateAndTimeForHours() {
        assertThat(run("--from 2026-02-09T10:00 --budget 4wh").out).containsExactly("2026-02-09T15:30");
        assertThat(run("--from 2026-02-09T10:00 --budget 24h").out).containsExactly("2026-02-10T10:00");
    }

    @Test
    void warnsOfAProvisionalYear() {
        assertThat(run("--from 2026-12-28 --budget 5wd").out)
                .hasSize(2)
                .startsWith("2027-01-05")
                .last(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .startsWith("暂定：2027年");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "--from 2026-02-09", "--from 2026-02-30 --budget 5wd", "--from 2026-02-09 --budget 5",
        "--from 2026-02-09 --budget 0wd", "--from 2026-02-09 --budget 5wd --region 37",
        "--from 2026-02-09 --budget 5wd --as-of yesterday", "--from 2026-02-09 --budget", "--sooner",
        "--from 2026-02-09T25:00 --budget 4wh", "--from 0001-01-01 --budget 5wd"
    })
    void refusesInOneSentence(String line) {
        var answer = run(line);
        assertThat(answer.status).isEqualTo(2);
        assertThat(answer.out).isEmpty();
        assertThat(answer.err).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--from 2026-02-30 --budget 5wd", "--from 2026-02-09 --budget 0wd", "--from 2026-02-09 --budget 5", "--from 2026-02-09 --budget 5wd --region 37", "--sooner", "--from 2026-02-09 --budget"})
    void refusesInEnglishToo(String line) {
        assertThat(run("--lang en " + line).err).hasSize(1).allMatch(said -> said.matches("\\p{ASCII}+"));
    }

    private static Answer run(String line) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var words = line.isEmpty() ? new String[0] : line.split(" ");
        int status = DeadlineCommand.run(words, stream(out), stream(err));
        return new Answer(status, lines(out), lines(err));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static List<String> lines(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
