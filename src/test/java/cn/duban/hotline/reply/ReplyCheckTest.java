package cn.duban.hotline.reply;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.hotline.reply.Flag.Kind;
import cn.duban.hotline.reply.ReplyCheck.Earlier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the README of the package says of the check is measured anew over labelled replies, and holds. */
class ReplyCheckTest {

    private static final Logger log = LoggerFactory.getLogger(ReplyCheckTest.class);
    private static final Path README = Path.of("src/main/java/cn/duban/hotline/reply/README.md");
    private static final Pattern ROW = Pattern.compile("\\| (TUNING|HELD_OUT) \\| (PROMISES|UNDONE|ANY) \\| (\\d+) \\| ([\\d.]+) \\| ([\\d.]+) \\|");

    private record Labelled(String half, String label, String text) {}

    private static List<Labelled> labelled() throws IOException {
        try (var in = Files.newBufferedReader(Path.of("src/test/resources/hotline/replies.csv"), StandardCharsets.UTF_8); var rows = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(in)) {
            return rows.getRecords().stream().map(row -> new Labelled(row.get("half"), row.get("label"), row.get("text"))).toList();
        }
    }

    @Test
    void flagsWhatItsReadmeSays() throws IOException {
        var all = labelled();
        var rows = ROW.matcher(Files.readString(README)).results().toList();
        for (var row : rows) {
            var half = all.stream().filter(one -> one.half().equals(row.group(1))).toList();
            var meant = half.stream().filter(one -> is(one.label(), row.group(2))).toList();
            var flagged = half.stream().filter(one -> is(said(one.text()), row.group(2))).toList();
            var right = flagged.stream().filter(meant::contains).count();
            var precision = Math.floor(100.0 * right / flagged.size()) / 100;
            var recall = Math.floor(100.0 * right / meant.size()) / 100;
            log.info("{} {}: {} meant, precision {} recall {}", row.group(1), row.group(2), meant.size(), precision, recall);
            assertThat(meant).hasSize(Integer.parseInt(row.group(3)));
            assertThat(precision).as("precision, " + row.group()).isGreaterThanOrEqualTo(Double.parseDouble(row.group(4)));
            assertThat(recall).as("recall, " + row.group()).isGreaterThanOrEqualTo(Double.parseDouble(row.group(5)));
        }
        assertThat(rows).hasSize(6);
        assertThat(all).hasSizeGreaterThanOrEqualTo(60);
    }

    private static boolean is(String label, String kind) {
        return kind.equals("ANY") ? !label.equals("FIT") : label.equals(kind);
    }

    private static String said(String text) {
        return ReplyCheck.of(text, List.of()).stream().map(flag -> flag.kind().name()).findFirst().orElse("FIT");
    }

    @Test
    void quotesTheWordsThatSaySo() {
        assertThat(ReplyCheck.of("我们将尽快处理，下一步加强巡查。", List.of())).containsExactly(new Flag(Kind.PROMISES, "将、下一步"));
        assertThat(ReplyCheck.of("该问题已办结，设备尚未安装。", List.of())).containsExactly(new Flag(Kind.UNDONE, "尚未"));
        assertThat(ReplyCheck.of("井盖已更换。下一步加强巡查。", List.of())).isEmpty();
    }

    @Test
    void flagsACopyAndNoFrameAroundOtherDaysAndFigures() {
        var earlier = List.of(new Earlier("202603-7", "您好，经现场核实，工作人员于3月6日对云栖路污水井进行疏通并更换井盖，现排水正常，感谢您的监督。"));
        assertThat(ReplyCheck.of("您好，经现场核实，工作人员于3月6日对云栖路污水井进行疏通并更换井盖，现排水正常，感谢您的监督！", earlier)).containsExactly(new Flag(Kind.COPIED, "202603-7"));
        assertThat(ReplyCheck.of("您好，经现场核实，工作人员对云栖路污水井进行疏通并更换井盖，现已排水正常，感谢您的监督。", earlier)).extracting(Flag::kind).containsExactly(Kind.COPIED);
        assertThat(ReplyCheck.of("您好，经现场核实，工作人员于3月9日对石桥街污水井进行疏通并更换井盖两只，现排水正常，感谢您的监督。", earlier)).as("another day, another place").isEmpty();
        assertThat(ReplyCheck.of("已办理。", List.of(new Earlier("1", "已办理。")))).as("too short to copy").isEmpty();
    }

    @Test
    void flagsACopyThatOnlyPromisesTwice() {
        var text = "您好，您反映的问题我局高度重视，将尽快安排人员处理，感谢您的监督。";
        assertThat(ReplyCheck.of(text, List.of(new Earlier("202603-7", text)))).extracting(Flag::kind).containsExactly(Kind.COPIED, Kind.PROMISES);
    }
}
