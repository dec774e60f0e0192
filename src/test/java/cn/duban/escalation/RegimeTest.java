package cn.duban.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.escalation.Document.Run;
import cn.duban.escalation.Ladder.Scope;
import cn.duban.escalation.Step.From;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.MatterTypes.Version;
import cn.duban.ledger.type.MatterType.Breach;
import cn.duban.ledger.type.MatterType.ClockRule;
import cn.duban.ledger.type.ShippedTypes;
import cn.duban.units.SmallTown;
import cn.duban.web.Viewer;
import cn.duban.workdays.Deadlines;
import cn.duban.workdays.WorkCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which ladder judges a breach, and from where it counts. */
class RegimeTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 13);
    private static final Scope TYPE = new Scope("rectification", "rectification-measure", null);

    private static Ladder ladder(int no, Scope scope, LocalDate since, boolean backlog, Step... steps) {
        return new Ladder(no, "第" + no + "个", scope, since, backlog, "30d", "30d", List.of(steps), "", "");
    }

    private static Step step(int days) {
        return ClimbTest.step(1, From.END, days, true, 0);
    }

    private static Regime regime(Ladder... ladders) {
        return new Regime(List.of(ladders), WorkCalendar.shipped(), Deadlines.CHINA);
    }

    private static cn.duban.escalation.Breach breach(LocalDate lastDay) {
        var end = lastDay.plusDays(1).atStartOfDay(Deadlines.CHINA).toInstant();
        return new cn.duban.escalation.Breach(new MatterId(1, new UUID(0, 1)), new Run(1, lastDay.minusDays(9)), "rectify", end.minusSeconds(9 * 86_400), end, lastDay, "rectification", new Version(0, "rectification-measure", 1), "整改1号", "清理河道", 7, 3, List.of(), null);
    }

    private static java.util.Collection<Integer> around(int unit) {
        return Documents.around(new Viewer(SmallTown.TENANT, 5, "", 5, "", unit, "", java.util.Set.of(Viewer.Duty.SUPERVISE)), SmallTown.directory(DAY));
    }

    /** Whose unsigned documents somebody sees: those of their unit, of those below it and of those above it short of the government, under which everybody stands. */
    @Test
    void standsAroundItsOwnBranchAlone() {
        assertThat(around(SmallTown.INSPECTION)).containsExactlyInAnyOrder(SmallTown.INSPECTION, SmallTown.OFFICE);
        assertThat(around(SmallTown.ECO)).containsExactlyInAnyOrder(SmallTown.ECO, SmallTown.WATER);
        assertThat(around(SmallTown.GOVERNMENT)).contains(SmallTown.GOVERNMENT, SmallTown.FINANCE);
    }

    private static int judging(Regime regime, LocalDate lastDay) {
        return regime.ladder(breach(lastDay)).map(Ladder::no).orElse(0);
    }

    @Test
    void goesByTheDayOfTheBreach() {
        var regime = regime(ladder(1, Scope.ALL, DAY.minusDays(30), false, step(1)), ladder(2, Scope.ALL, DAY, false, step(2)));
        assertThat(judging(regime, DAY.minusDays(1))).as("late on the very first day of the second").isEqualTo(2);
        assertThat(judging(regime, DAY.minusDays(2))).isEqualTo(1);
        assertThat(judging(regime, DAY.minusDays(60))).as("no ladder held then").isZero();
    }

    @Test
    void prefersTheNarrowerAndPressesNothingWhereItHasNoSteps() {
        var wide = ladder(1, Scope.ALL, DAY.minusDays(30), false, step(1));
        var narrow = ladder(2, TYPE, DAY.minusDays(20), false, step(2));
        var ended = ladder(3, TYPE, DAY, false);
        assertThat(judging(regime(wide, narrow, ended), DAY.minusDays(10))).isEqualTo(2);
        assertThat(judging(regime(wide, narrow, ended), DAY)).isEqualTo(3);
        assertThat(regime(wide, narrow, ended).judge(breach(DAY), ShippedTypes.load().get("rectification-measure").clocks().get("rectify"))).as("nothing is pressed").isEmpty();
        assertThat(judging(regime(Shipped.ladder(DAY), wide), DAY.plusDays(9))).as("the product's own gives way").isEqualTo(1);
        assertThat(judging(regime(wide, ladder(4, new Scope("task", null, null), DAY.minusDays(30), false, step(1))), DAY)).isEqualTo(1);
    }

    @Test
    void countsWhatWasLateBeforeFromTheEve() {
        var regime = regime(ladder(1, Scope.ALL, DAY, true, step(1)));
        ClockRule rule = ShippedTypes.load().get("rectification-measure").clocks().get("rectify");
        assertThat(regime.judge(breach(DAY.minusDays(200)), rule).orElseThrow().next().day()).as("the first working day from the first day on").isEqualTo(DAY);
        assertThat(regime.judge(breach(DAY.plusDays(9)), rule).orElseThrow().next().day()).isEqualTo(LocalDate.of(2026, 3, 23));
    }

    /** A ladder published later, for whatever scope, changes nothing for a day that is past. */
    @Test
    void isNeverRewrittenByALaterOne() {
        var random = new Random(3);
        for (int round = 0; round < 2000; round++) {
            var scopes = List.of(Scope.ALL, new Scope("rectification", null, null), TYPE, new Scope("rectification", "rectification-measure", "rectify"));
            var all = new java.util.ArrayList<Ladder>();
            for (int no = 1; no <= 5; no++) all.add(ladder(no, scopes.get(random.nextInt(4)), DAY.minusDays(random.nextInt(100)), false, step(random.nextInt(5))));
            var lastDay = DAY.minusDays(1 + random.nextInt(100));
            var before = judging(new Regime(all, WorkCalendar.shipped(), Deadlines.CHINA), lastDay);
            var later = ladder(6, scopes.get(random.nextInt(4)), DAY.plusDays(1 + random.nextInt(9)), random.nextBoolean(), step(1));
            var after = judging(new Regime(all, WorkCalendar.shipped(), Deadlines.CHINA).with(later), lastDay);
            assertThat(after).isEqualTo(before == 0 && later.backlog() ? 6 : before);
        }
    }

    /** What the types say of a breach decides which steps of the national ladder a clock takes. */
    @Test
    void takesOfTheNationalLadderWhatTheTypeSays() {
        var national = Shipped.ladder(DAY);
        assertThat(national.stepsFor(List.of(Breach.REMIND))).extracting(Step::kind).containsExactly(Kind.CHASER);
        assertThat(national.stepsFor(List.of(Breach.YELLOW))).extracting(Step::kind).containsExactly(Kind.ORDER);
        assertThat(national.stepsFor(List.of(Breach.REMIND, Breach.YELLOW, Breach.RED))).extracting(Step::kind).containsExactly(Kind.CHASER, Kind.ORDER, Kind.ORDER, Kind.LISTED, Kind.INTERVIEW, Kind.NAMED);
        assertThat(national.steps()).filteredOn(step -> step.points().signum() > 0).as("what costs points waits for a signature").allMatch(Step::signed);
        assertThat(national.steps()).allMatch(step -> !step.basis().isEmpty());
        for (var kind : Kind.values()) assertThat(Form.unknown(Shipped.form(kind).title() + Shipped.form(kind).body())).isEmpty();
    }
}
