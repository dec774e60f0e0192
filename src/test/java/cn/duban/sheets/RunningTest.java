package cn.duban.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.sheets.Line.Outcome;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where two batches of a sheet are cut that are opened side by side. */
class RunningTest {

    @Test
    void cutsInTheMiddleWhereNothingStandsAboveTheRows() {
        assertThat(Running.cut(lines(IntStream.range(0, 900).mapToObj(no -> "").toList()))).isEqualTo(450);
        assertThat(Running.cut(lines(List.of("", "", "")))).isEqualTo(1);
        assertThat(Running.cut(lines(List.of("")))).isZero();
    }

    @Test
    void keepsTheRowsUnderOneMatterTogether() {
        assertThat(Running.cut(lines(List.of("甲", "甲", "甲", "甲", "乙", "乙")))).isEqualTo(4);
        assertThat(Running.cut(lines(List.of("甲", "乙", "乙", "乙", "乙", "乙")))).isEqualTo(1);
        assertThat(Running.cut(lines(List.of("甲", "乙", "丙", "丙", "", "丁")))).isEqualTo(2);
    }

    @Test
    void cutsNowhereWhereAMatterStandsOnBothSides() {
        assertThat(Running.cut(lines(List.of("甲", "乙", "丙", "甲")))).isZero();
        assertThat(Running.cut(lines(List.of("甲", "甲")))).isZero();
    }

    @Test
    void makesNeitherLargerThanABatch() {
        var two = Running.BATCH * 2;
        assertThat(Running.cut(lines(IntStream.range(0, two).mapToObj(no -> "").toList()))).isEqualTo(Running.BATCH);
        assertThat(Running.cut(lines(IntStream.range(0, two).mapToObj(no -> no < Running.BATCH + 1 ? "甲" : "乙").toList()))).isZero();
        // what is left of the second comes with the next two
        assertThat(Running.cut(lines(IntStream.range(0, two).mapToObj(no -> no < 300 ? "甲" : "乙" + no / 30).toList()))).isEqualTo(480);
    }

    private static List<Line> lines(List<String> parents) {
        return IntStream.range(0, parents.size()).mapToObj(no -> new Line(no, List.of(), Outcome.NEW,
                new Content("清理第" + no + "处", "正文", new TreeMap<>(), new TreeMap<>(), null, null, parents.get(no), "", ""), List.of(), null, false)).toList();
    }
}
