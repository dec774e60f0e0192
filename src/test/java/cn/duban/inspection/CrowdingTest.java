package cn.duban.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.inspection.Crowding.Crowd;
import cn.duban.inspection.Crowding.Planned;
import cn.duban.inspection.Crowding.Rule;
import cn.duban.inspection.Quota.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an inspection comes too near to. */
class CrowdingTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 2);

    private static Quota quota(Scope scope, int unit, LocalDate since, @Nullable Integer most, @Nullable Integer days, @Nullable Integer longest, @Nullable Integer gap) {
        return new Quota(scope, unit, since, most, days, longest, gap, "市委办〔2026〕1号", 1);
    }

    private static Planned planned(LocalDate first, int length, Integer... units) {
        return new Planned(UUID.randomUUID(), List.of(units), first, first.plusDays(length - 1), length);
    }

    @Test
    void findsTheSameUnitWithinTheDaysBetween() {
        var limits = new Limits(List.of(quota(Scope.EACH, 0, MARCH.minusYears(1), null, null, null, 30)));
        var first = planned(MARCH, 3, 7, 8);
        var near = planned(MARCH.plusDays(3 + 29), 2, 7);
        var far = planned(MARCH.plusDays(3 + 30), 2, 7);
        assertThat(new Crowding(List.of(first, near), limits).of(near)).containsExactly(new Crowd(Rule.TWICE, 7, 1, 30, List.of(first.id())));
        assertThat(new Crowding(List.of(first, far), limits).of(far)).isEmpty();
        assertThat(new Crowding(List.of(first, planned(MARCH, 2, 9)), limits).of(first)).as("another unit").isEmpty();
    }

    @Test
    void seesAcrossTheEndOfAYear() {
        var limits = new Limits(List.of(quota(Scope.EACH, 0, MARCH.minusYears(1), 1, null, null, 30)));
        var december = planned(LocalDate.of(2026, 12, 28), 2, 7);
        var january = planned(LocalDate.of(2027, 1, 5), 2, 7);
        assertThat(new Crowding(List.of(december, january), limits).of(january)).extracting(Crowd::rule).as("too near, yet one a year").containsExactly(Rule.TWICE);
    }

    @Test
    void countsAgainstTheQuotaOfTheDay() {
        var limits = new Limits(List.of(quota(Scope.EACH, 0, LocalDate.of(2026, 1, 1), 1, 5, null, null), quota(Scope.UNIT, 8, LocalDate.of(2026, 1, 1), 2, null, null, null),
                quota(Scope.TOTAL, 0, LocalDate.of(2026, 1, 1), 9, null, 4, null), quota(Scope.TOTAL, 0, LocalDate.of(2026, 6, 1), 1, null, null, null)));
        var one = planned(MARCH, 3, 7, 8);
        var two = planned(MARCH.plusMonths(1), 3, 7, 8);
        var long5 = planned(MARCH.plusMonths(4), 5, 9);
        var crowding = new Crowding(List.of(one, two, long5), limits);
        assertThat(crowding.of(two)).extracting(Crowd::rule, Crowd::unit, Crowd::found, Crowd::limit)
                .containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple(Rule.UNIT_COUNT, 7, 2, 1), org.assertj.core.groups.Tuple.tuple(Rule.UNIT_DAYS, 7, 6, 5));
        assertThat(crowding.of(long5)).extracting(Crowd::rule).as("from June one in all, and no longest any more").containsExactly(Rule.TOTAL_COUNT);
        assertThat(new Crowding(List.of(), limits).of(planned(MARCH, 5, 9))).extracting(Crowd::rule).containsExactly(Rule.TOO_LONG);
        assertThat(new Crowding(List.of(one, two), Limits.NONE).of(two)).as("what is not set is not limited").isEmpty();
    }

    /** Two at one unit come too near each other both ways, whatever else is planned, and never by themselves alone. */
    @Test
    void isTheSameFromBothSides() {
        var random = new Random(7);
        var limits = new Limits(List.of(quota(Scope.EACH, 0, MARCH.minusYears(2), null, null, null, 20)));
        for (int round = 0; round < 200; round++) {
            var all = new ArrayList<Planned>();
            for (int i = 0; i < 12; i++) all.add(planned(MARCH.plusDays(random.nextInt(300)), 1 + random.nextInt(10), 1 + random.nextInt(4), 5 + random.nextInt(3)));
            var crowding = new Crowding(all, limits);
            for (var one : all)
                for (var crowd : crowding.of(one))
                    for (var other : crowd.others()) {
                        assertThat(other).isNotEqualTo(one.id());
                        var that = all.stream().filter(planned -> planned.id().equals(other)).findFirst().orElseThrow();
                        assertThat(crowding.of(that)).anyMatch(back -> back.unit() == crowd.unit() && back.others().contains(one.id()));
                        assertThat(Crowding.between(one, that)).isLessThan(20).isEqualTo(Crowding.between(that, one));
                    }
        }
    }
}
