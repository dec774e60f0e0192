package cn.duban.hotline.column;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.hotline.answers.Answer;
import cn.duban.hotline.figures.Figure;
import cn.duban.hotline.figures.MonthFigures.Tally;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The desk writes words, the product counts. */
class ColumnTextTest {

    private static Tally tally(String category, String area, int received, int satisfied) {
        return new Tally(category, area, Map.of(Figure.RECEIVED, received, Figure.CLOSED, received, Figure.ON_TIME, received, Figure.SATISFIED, satisfied, Figure.DISSATISFIED, 0, Figure.UNRATED, received - satisfied));
    }

    @Test
    void tellsOfTheMonthWithTheMonthBefore() {
        var answer = new Answer(UUID.randomUUID(), UUID.randomUUID(), "路灯坏了找谁？", "拨打12345。", "市政设施", "市住建局", Answer.State.PUBLISHED, 1, "", Instant.EPOCH, "", Instant.EPOCH, null);
        var text = new ColumnText(YearMonth.of(2026, 3), List.of(tally("市政设施", "云栖街道", 3, 2), tally("市政设施", "石桥街道", 1, 0), tally("教育", "", 2, 1), tally("", "", 1, 0)), List.of(tally("市政设施", "", 1, 1), tally("教育", "", 2, 2)), List.of(answer)).written(Columns.shipped());
        assertThat(text).contains("2026年3月", "收到群众诉求7件", "1. 市政设施：4件（比上月多3件），已办结4件，满意率100%（2/2）", "2. 教育：2件（与上月持平）", "问：路灯坏了找谁？\n市住建局：拨打12345。", "没有评价的4件").doesNotContain("{");
    }

    @Test
    void knowsWhatNobodyCounts() {
        assertThat(ColumnText.unknown("{月份}{瞎编}{ 收到}")).containsExactly("瞎编", " 收到");
        assertThat(ColumnText.unknown(Columns.shipped())).isEmpty();
    }
}
