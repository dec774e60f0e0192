package cn.duban.inspection.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The lot is fair, the same for everybody, and moves on in its order when somebody declines. */
class LotTest {

    private static byte[] seed(int no) {
        return Lot.seed(new byte[32], new byte[32], ("见证" + no).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void drawsTheSameFromTheSame() {
        var candidates = IntStream.rangeClosed(1, 40).boxed().toList();
        assertThat(Lot.order(seed(1), candidates)).isEqualTo(Lot.order(seed(1), candidates.reversed())).containsExactlyInAnyOrderElementsOf(candidates).isNotEqualTo(Lot.order(seed(2), candidates));
    }

    /** Of 4,000 draws each of eight is first about 500 times; a spread beyond six deviations has no business here. */
    @Test
    void favoursNobody() {
        var first = new HashMap<Integer, Integer>();
        for (int no = 0; no < 4000; no++) first.merge(Lot.order(seed(no), List.of(3, 14, 15, 92, 65, 35, 89, 79)).getFirst(), 1, Integer::sum);
        assertThat(first).hasSize(8);
        assertThat(first.values()).allSatisfy(times -> assertThat(times).isBetween(500 - 126, 500 + 126));
    }

    @Test
    void movesOnInItsOrder() {
        var random = new Random(11);
        for (int round = 0; round < 200; round++) {
            var order = Lot.order(seed(round), IntStream.rangeClosed(1, 3 + random.nextInt(20)).boxed().toList());
            var wanted = 1 + random.nextInt(3);
            var gone = Set.copyOf(order.subList(0, random.nextInt(order.size())));
            var team = Lot.team(order, wanted, gone);
            assertThat(team.stream().noneMatch(gone::contains)).isTrue();
            assertThat(team).hasSize(Math.min(wanted, order.size() - gone.size()));
            assertThat(order.stream().filter(team::contains).toList()).isEqualTo(team);
        }
        assertThat(Lot.team(List.of(5, 6, 7, 8), 2, Set.of(5))).containsExactly(6, 7);
    }
}
