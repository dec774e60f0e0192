package cn.duban.hotline.trouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.duban.hotline.Thresholds.Row;
import cn.duban.hotline.trouble.OpenTickets.Came;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What rises is told by one plain rule: enough in a week, and much more than a week usually has there. */
class RisingTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-31");
    private static final Row RULE = new Row(LocalDate.EPOCH, 5, 2, 8, 30, 60, 3, 10, 15);

    private static Came came(String category, int daysAgo, int tickets) {
        return new Came(category, "云栖街道", TODAY.minusDays(daysAgo), tickets);
    }

    private static List<Rising> of(Came... came) {
        return Rising.of(List.of(came), RULE, TODAY);
    }

    @Test
    void risesFromEnoughAndTwiceTheUsual() {
        assertThat(of(came("路灯", 0, 2), came("路灯", 6, 3), came("路灯", 7, 8), came("路灯", 62, 8))).containsExactly(new Rising("路灯", "云栖街道", 5, 16, 8));
        assertThat(of(came("路灯", 0, 4))).as("too few").isEmpty();
        assertThat(of(came("路灯", 0, 5), came("路灯", 7, 21))).as("less than twice").isEmpty();
        assertThat(of(came("路灯", 0, 5), came("路灯", 63, 100))).as("longer ago than eight weeks").hasSize(1);
    }

    @Test
    void namesTheSteepestFirstAndEachAreaByItself() {
        assertThat(Rising.of(List.of(came("供水", 0, 6), came("供水", 8, 24), came("路灯", 0, 9), new Came("路灯", "石桥街道", TODAY, 4)), RULE, TODAY)).extracting(Rising::category, Rising::area).containsExactly(tuple("路灯", "云栖街道"), tuple("供水", "云栖街道"));
        assertThat(Rising.since(TODAY)).isEqualTo("2026-03-25");
        assertThat(Rising.before(TODAY, 8)).isEqualTo("2026-01-28");
    }
}
