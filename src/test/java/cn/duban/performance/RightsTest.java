package cn.duban.performance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.performance.Card.Score;
import cn.duban.units.Directory;
import cn.duban.units.SmallTown;
import cn.duban.web.Viewer;
import cn.duban.workdays.Rhythm;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who may what in a round, over everybody in each of their posts and every unit that could be appraised or assess. */
class RightsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 10);

    private final Directory town = SmallTown.directory(TODAY);
    private final List<Viewer> everybody = SmallTown.viewers(town);

    private static Round round(Round.State state) {
        return new Round(SmallTown.TENANT, UUID.randomUUID(), UUID.randomUUID(), 1, SmallTown.INSPECTION, "试考核", Rhythm.QUARTERLY, LocalDate.of(2026, 4, 1), LocalDate.of(2026, 6, 30), state, TODAY, null, TODAY, null);
    }

    private Score score(int appraised, int named, Integer by) {
        return new Score(appraised, "1", "部门", Rights.assessor(named, appraised, town), Score.State.SCORED, null, BigDecimal.ONE, "", "", by, "", false);
    }

    @Test
    void nobodyScoresTheirOwnUnitWhicheverPostTheyComeFrom() {
        for (var viewer : everybody) for (int appraised = SmallTown.OFFICE; appraised <= SmallTown.FINANCE; appraised++) for (int named = SmallTown.OFFICE; named <= SmallTown.FINANCE; named++) {
            var score = score(appraised, named, null);
            if (!new Rights(round(Round.State.SCORING), viewer, town).assesses(score)) continue;
            for (var post : town.postsOf(viewer.person())) assertThat(town.within(post.unit(), appraised)).as("%s scores %s", viewer, appraised).isFalse();
        }
    }

    @Test
    void somebodyIsLeftToScoreWhoeverIsNamed() {
        for (int appraised = SmallTown.OFFICE; appraised <= SmallTown.FINANCE; appraised++) for (int named = SmallTown.OFFICE; named <= SmallTown.FINANCE; named++) {
            var score = score(appraised, named, null);
            assertThat(town.within(score.assessor(), appraised)).isFalse();
            assertThat(everybody).as("%s named for %s", named, appraised).anyMatch(viewer -> new Rights(round(Round.State.SCORING), viewer, town).assesses(score));
        }
    }

    @Test
    void anAppealIsDecidedByNobodyWhoScoredAndNobodyOfTheUnit() {
        for (var viewer : everybody) for (int appraised = SmallTown.ECO; appraised <= SmallTown.FINANCE; appraised++) {
            for (var other : everybody) {
                var score = score(appraised, SmallTown.INSPECTION, other.person());
                if (!new Rights(round(Round.State.SHOWN), viewer, town).decides(score)) continue;
                assertThat(viewer.person()).isNotEqualTo(other.person());
                assertThat(town.within(viewer.unit(), SmallTown.INSPECTION)).as("the unit that scored it").isFalse();
                for (var post : town.postsOf(viewer.person())) assertThat(town.within(post.unit(), appraised)).isFalse();
            }
            var counted = new Score(appraised, "1", "部门", null, Score.State.SCORED, null, BigDecimal.ONE, "", "", null, "", false);
            assertThat(everybody).anyMatch(one -> new Rights(round(Round.State.SHOWN), one, town).decides(counted));
        }
    }

    @Test
    void onlyTheUnitItselfAppealsAndOnlyWithinTheDays() {
        var water = everybody.stream().filter(viewer -> viewer.unit() == SmallTown.WATER).findFirst().orElseThrow();
        assertThat(new Rights(round(Round.State.SHOWN), water, town).appeals(SmallTown.ECO)).isTrue();
        assertThat(new Rights(round(Round.State.SHOWN), water, town).appeals(SmallTown.HOUSING)).isFalse();
        assertThat(new Rights(round(Round.State.FINAL), water, town).appeals(SmallTown.ECO)).isFalse();
        var late = SmallTown.directory(TODAY.plusDays(1));
        assertThat(new Rights(round(Round.State.SHOWN), water, late).appeals(SmallTown.ECO)).isFalse();
    }
}
