package cn.duban.hotline.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.duban.crypto.Sm3;
import cn.duban.hotline.quality.Draw.Handled;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whoever takes the same seed draws the same, in whatever order the tickets come. */
class SampleTest {

    private static List<Handled> pool(int agents, int each) {
        return IntStream.range(0, agents * each).mapToObj(i -> new Handled(new UUID(7, i * 31L), i % agents)).toList();
    }

    @Test
    void drawsTheSameWithTheSameSeedAndSoManyOfEach() {
        var pool = pool(3, 40);
        var turned = new ArrayList<>(pool);
        Collections.shuffle(turned, new Random(1));
        assertThat(new Draw("种子", 5).of(turned)).hasSize(15).isEqualTo(new Draw("种子", 5).of(pool)).isNotEqualTo(new Draw("另一个", 5).of(pool));
        assertThat(new Draw("种子", 50).of(pool)).as("no more than there are").hasSize(120);
    }

    @Test
    void followsFromSecretPoolAndWordsTogether() {
        var pool = pool(2, 5);
        var turned = new ArrayList<>(pool);
        Collections.shuffle(turned, new Random(2));
        var month = YearMonth.of(2026, 3);
        var bound = new Bound(month, new byte[32], Sm3.digest(new byte[32]), "", Instant.EPOCH);
        var other = new Bound(month, Sm3.digest(new byte[1]), Sm3.digest(Sm3.digest(new byte[1])), "", Instant.EPOCH);
        var text = Bound.pool(month, 2, pool);
        assertThat(Bound.pool(month, 2, turned)).isEqualTo(text).isNotEqualTo(Bound.pool(month, 2, pool.subList(1, 10))).isNotEqualTo(Bound.pool(month, 3, pool));
        assertThat(List.of(bound.seed(text, "第81期"), bound.seed(text, "第82期"), other.seed(text, "第81期"), bound.seed(Bound.pool(month, 3, pool), "第81期"))).doesNotHaveDuplicates();
    }

    @Test
    void drawsEachTicketAboutAsOften() {
        var pool = pool(1, 10);
        var first = IntStream.range(0, 2000).mapToObj(seed -> new Draw("s" + seed, 1).of(pool).getFirst().ticket()).toList();
        for (var one : pool) assertThat(Collections.frequency(first, one.ticket())).isBetween(140, 260);
    }

    @Test
    void knowsEveryMarkOfItsSheet() {
        var sheet = ScoreSheet.shipped().on(LocalDate.of(2026, 3, 1));
        assertThat(sheet.marks(Map.of("mark-manner", "20", "mark-record", "30", "mark-category", "20", "mark-answer", "20", "mark-time", "10"))).isPresent();
        assertThat(sheet.marks(Map.of("mark-manner", "20"))).isEmpty();
        assertThatThrownBy(() -> new ScoreSheet(LocalDate.EPOCH, List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
