package cn.duban.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.ledger.MatterId;
import cn.duban.similarity.Compared.Earlier;
import cn.duban.similarity.Compared.Verdict;
import cn.duban.similarity.Series.Before;
import cn.duban.similarity.wording.Excerpt;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Reports of one series, judged as a supervisor who read both would: pairs labelled by hand. */
class SeriesTest {

    @ParameterizedTest(name = "{0}: {2}")
    @CsvFileSource(resources = "/similarity/progress-pairs.csv", numLinesToSkip = 1, maxCharsPerColumn = 2_000)
    void judgesAsWhoeverReadsBoth(Verdict expected, String earlier, String report) {
        var judged = Series.judge(report, List.of(before(1, earlier)));
        assertThat(judged.verdict()).as("%.2f %s", judged.share(), judged.facts()).isEqualTo(expected);
    }

    @Test
    void saysHowMuchIsTheSameAndWhichWords() {
        var earlier = "已对辖区河道开展全面排查，组织人员清理河岸垃圾，下一步将加强日常巡查。";
        var judged = Series.judge("我镇已对辖区河道开展全面排查，组织人员清理河岸垃圾，下一步将加强日常巡查。", List.of(before(1, earlier)));
        assertThat(judged.percent()).isBetween(90, 99);
        assertThat(judged.phrases()).first().asString().startsWith("已对辖区河道开展全面排查");
        assertThat(judged.text().pieces().getFirst()).isEqualTo(new Excerpt.Piece("我镇", false));
    }

    @Test
    void countsNewFiguresAndDaysAsNewFacts() {
        var judged = Series.judge("截至11月15日，已整改56处，完成率达到93%。", List.of(before(1, "截至10月31日，已整改41处，完成率达到68%。")));
        assertThat(judged.facts()).containsExactly("11月15日", "56处", "93%");
        assertThat(judged.verdict()).isEqualTo(Verdict.FRAME);
        assertThat(judged.share()).isGreaterThan(0.95);
    }

    @Test
    void comparesWithTheNearestAndOfTwoWithTheFirst() {
        var text = "完成管网改造方案编制并报送审批，正在组织招标。";
        var judged = Series.judge(text, List.of(before(3, "已召开专题会议研究部署。"), before(2, text), before(1, text)));
        assertThat(judged.earlier().entry()).isEqualTo(2);
        assertThat(judged.percent()).isEqualTo(100);
    }

    @Test
    void isNewWhereNothingWasReportedBefore() {
        assertThat(Series.judge("已完成。", List.of())).satisfies(judged -> {
            assertThat(judged.verdict()).isEqualTo(Verdict.NEW);
            assertThat(judged.earlier()).isNull();
        });
    }

    private static Before before(int entry, String text) {
        return new Before(new Earlier(new MatterId(1, UUID.randomUUID()), "整改〔2026〕1号", entry, Instant.EPOCH, true, true), text);
    }
}
