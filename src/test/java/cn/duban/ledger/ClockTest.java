package cn.duban.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.duban.ledger.ClockEntry.Kind;
import cn.duban.ledger.type.ShippedTypes;
import cn.duban.units.SmallTown;
import cn.duban.web.Viewer;
import cn.duban.workdays.Deadlines;
import cn.duban.workdays.WorkCalendar;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a matter's clocks do, on the calendar of 2026: Labour Day 1–5 May with Saturday 9 May worked; Spring Festival 15–23 February. */
class ClockTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate DUE = LocalDate.of(2026, 4, 30);

    private static LocalDate march(int day) {
        return LocalDate.of(2026, 3, day);
    }

    private static Act submit() {
        return Act.of("submit").saying("note", "完成").with(Paper.aFile());
    }

    private static Act report() {
        return Act.of("report").saying("note", "进展");
    }

    @Test
    void startsAFreshBudgetAtEachEntry() {
        var paper = Paper.atWork(MONDAY, DUE);
        paper.on(march(3)).act(submit(), 10);
        assertThat(paper.clock("verify").lastDay()).isEqualTo(march(10));
        paper.on(march(6)).act(Act.of("return").saying("reason", "不实").due(DUE), 4);
        paper.on(march(9)).act(submit(), 10);
        assertThat(paper.clock("verify").lastDay()).isEqualTo(march(16));
        assertThat(paper.dossier.clocks()).filteredOn(c -> c.name().equals("verify")).hasSize(2);
    }

    @Test
    void continuesWhatWasLeftWhenAMergeIsUndone() {
        var paper = Paper.atWork(MONDAY, DUE);
        paper.on(march(3)).act(submit(), 10);
        paper.on(march(5)).act(Act.of("merge").other(Paper.MASTER).saying("reason", "重复"), 4);
        paper.on(march(12)).act(Act.of("unmerge").other(Paper.MASTER), 4);
        assertThat(paper.clock("verify").lastDay()).as("three of five working days were left").isEqualTo(march(17));
        assertThat(paper.dossier.clocks()).filteredOn(c -> c.name().equals("verify")).hasSize(1);
    }

    @Test
    void movesANamedDayOnByTheWorkingDaysPausedAndSaysSo() {
        var paper = Paper.atWork(MONDAY, DUE);
        paper.on(march(9)).act(Act.of("pause").saying("reason", "停工"), 4);
        assertThat(paper.clock("pause").lastDay()).isEqualTo(LocalDate.of(2026, 4, 8));
        paper.on(march(16)).act(Act.of("resume"), 4);
        assertThat(paper.clock("rectify").lastDay()).isEqualTo(LocalDate.of(2026, 5, 11));
        assertThat(paper.journal("rectify")).extracting(ClockEntry::kind).containsExactly(Kind.START, Kind.PAUSE, Kind.RESUME);
        assertThat(paper.journal("rectify").getLast().reason()).isEqualTo("paused:5wd");
        assertThat(paper.clock("assist").lastDay()).as("the assisting unit lay still as well").isEqualTo(LocalDate.of(2026, 5, 11));
    }

    @Test
    void keepsTheMovedDayThroughEveryLaterAct() {
        var paper = Paper.atWork(MONDAY, DUE);
        paper.on(march(9)).act(Act.of("pause").saying("reason", "停工"), 4);
        paper.on(march(16)).act(Act.of("resume"), 4);
        paper.on(march(17)).act(report(), 10);
        paper.act(Act.of("receive").on(2), 13);
        assertThat(paper.clock("assist").lastDay()).isEqualTo(LocalDate.of(2026, 5, 11));
        assertThat(paper.clock("rectify").lastDay()).isEqualTo(LocalDate.of(2026, 5, 11));
    }

    @Test
    void neverMovesANamedDayForALateReceipt() {
        var paper = new Paper(ShippedTypes.load().get("rectification-measure"), MONDAY, false, null);
        paper.act(Act.of("assign").role("leader", SmallTown.VICE).role("lead", SmallTown.ECO).due(DUE), 4);
        assertThat(paper.clock("receipt").lastDay()).isEqualTo(march(3));
        paper.on(march(25)).act(Act.of("receive"), 8);
        assertThat(paper.clock("rectify").lastDay()).isEqualTo(DUE);
        assertThat(paper.clock("receipt").breachedAt(paper.now)).as("late stays late").isTrue();
    }

    @Test
    void countsAWorkingDayBudgetAgainWhenTheCalendarChangesAndNeverANamedDay() {
        var known = WorkCalendar.shipped();
        var paper = new Paper(ShippedTypes.load().get("rectification-measure"), LocalDate.of(2026, 2, 11), false, null);
        paper.deadlines = new Deadlines(known.asOf(LocalDate.of(2025, 6, 1)));
        paper.act(Act.of("assign").role("leader", SmallTown.VICE).role("lead", SmallTown.ECO).due(LocalDate.of(2026, 2, 20)), 4).act(Act.of("receive"), 8).act(submit(), 10);
        var before = paper.clock("verify");
        assertThat(before.provisional()).isTrue();

        paper.deadlines = new Deadlines(known);
        var system = new Viewer(SmallTown.TENANT, 0, "系统", 0, "系统", 0, "系统", Set.of());
        paper.act(Act.of("recalendar"), system);
        assertThat(paper.clock("verify").lastDay()).isEqualTo(LocalDate.of(2026, 2, 25)).isNotEqualTo(before.lastDay());
        assertThat(paper.clock("verify").provisional()).isFalse();
        assertThat(paper.journal("verify").getLast()).satisfies(line -> {
            assertThat(line.kind()).isEqualTo(Kind.RECALENDAR);
            assertThat(line.reason()).isEqualTo("was:" + before.lastDay());
        });
        assertThat(paper.clock("rectify").lastDay()).isEqualTo(LocalDate.of(2026, 2, 20));
        assertThat(new Ticking(paper.type, paper.deadlines).recalendar(new Change("recalendar", paper.dossier, paper.now))).as("a second time nothing moves").isFalse();
        assertThatThrownBy(() -> paper.act(Act.of("recalendar"), 4)).isInstanceOf(Refusal.Refused.class);
    }

    @Test
    void extendsOnceByTheSupervisorAndBeforeTheEnd() {
        var extend = Act.of("extend").saying("reason", "汛期").due(LocalDate.of(2026, 6, 30));
        var late = Paper.atWork(MONDAY, DUE).on(LocalDate.of(2026, 5, 1));
        refuses("too-late", late, extend, 4);
        var paper = Paper.atWork(MONDAY, DUE).on(march(20));
        refuses("role", paper, extend, 7);
        refuses("own-work", paper, extend, paper.viewers.stream().filter(v -> v.person() == 11 && v.has(Viewer.Duty.SUPERVISE)).findFirst().orElseThrow());
        refuses("input", paper, extend.due(DUE), 4);
        paper.act(extend, 4);
        assertThat(paper.clock("rectify")).satisfies(clock -> {
            assertThat(clock.lastDay()).isEqualTo(LocalDate.of(2026, 6, 30));
            assertThat(clock.extended()).isEqualTo(1);
        });
        assertThat(paper.journal("rectify").getLast().reason()).isEqualTo("汛期");
        assertThat(paper.dossier.matter().dueOn()).as("what was promised first stays on the record").isEqualTo(DUE);
        refuses("most", paper, extend.due(LocalDate.of(2026, 7, 31)), 4);
    }

    @Test
    void lastsThroughSubmissionAndStartsAnewOnlyWhenAnotherDayIsNamed() {
        var paper = Paper.atWork(MONDAY, DUE).on(march(20)).act(Act.of("extend").saying("reason", "汛期").due(LocalDate.of(2026, 6, 30)), 4);
        paper.on(march(23)).act(submit(), 10);
        paper.on(march(24)).act(Act.of("close").saying("verdict", "到位"), 5);
        assertThat(paper.clock("revisit").lastDay()).isEqualTo(LocalDate.of(2026, 6, 22));
        var again = LocalDate.of(2026, 8, 31);
        paper.on(LocalDate.of(2026, 5, 6)).act(Act.of("redo").saying("reason", "反弹").due(again), 4);
        paper.on(LocalDate.of(2026, 5, 8)).act(Act.of("receive"), 8);
        assertThat(paper.clock("rectify").lastDay()).isEqualTo(again);
        assertThat(paper.clock("rectify").extended()).isZero();
    }

    @Test
    void renewsTheHalfMonthByAReportOnce() {
        var paper = Paper.atWork(MONDAY, DUE);
        assertThat(paper.clock("progress").lastDay()).as("the 15th is a Sunday").isEqualTo(march(16));
        assertThat(new Ticking(paper.type, paper.deadlines).recalendar(new Change("recalendar", paper.dossier, paper.now))).isFalse();
        paper.on(march(10)).act(report(), 10);
        assertThat(paper.clock("progress").lastDay()).isEqualTo(march(31));
        paper.act(report(), 10);
        assertThat(paper.clock("progress").lastDay()).as("two in one round buy no time").isEqualTo(march(31));
    }

    @Test
    void answersTheOldRoundInTheDaysByWhichItsEndRolledOver() {
        var paper = Paper.atWork(MONDAY, DUE).on(march(16)).act(report(), 10);
        assertThat(paper.clock("progress").lastDay()).isEqualTo(march(31));
    }

    @Test
    void owesTheRunningRoundAfterALateReport() {
        var paper = Paper.atWork(MONDAY, DUE).on(march(20));
        assertThat(paper.clock("progress").breachedAt(paper.now)).isTrue();
        assertThat(paper.act(report(), 10).clock("progress").lastDay()).isEqualTo(march(31));
        var later = Paper.atWork(MONDAY, DUE).on(LocalDate.of(2026, 4, 2)).act(report(), 10);
        assertThat(later.clock("progress").lastDay()).isEqualTo(LocalDate.of(2026, 4, 15));
    }

    @Test
    void joinsAFirstRoundThatWouldBeTooShort() {
        assertThat(Paper.atWork(march(12), DUE).clock("progress").lastDay()).isEqualTo(march(31));
        assertThat(Paper.atWork(march(10), DUE).clock("progress").lastDay()).isEqualTo(march(16));
    }

    @Test
    void keepsAnAssistingUnitsClockByItsOwnAnswer() {
        var paper = Paper.atWork(MONDAY, DUE);
        paper.act(Act.of("receive").on(2), 13).act(Act.of("answer").on(2).saying("note", "已配合"), 13);
        assertThat(paper.clock("assist").state()).isEqualTo(Clock.State.STOPPED);
        paper.on(march(9)).act(Act.of("return").on(2).saying("reason", "不全").due(march(20)), 10);
        assertThat(paper.clock("assist")).satisfies(clock -> {
            assertThat(clock.running()).isTrue();
            assertThat(clock.lastDay()).isEqualTo(march(20));
        });
        paper.act(Act.of("answer").on(2).saying("note", "补充"), 13).act(Act.of("return").on(2).saying("reason", "仍不全"), 10);
        assertThat(paper.clock("assist").lastDay()).as("no other day was named").isEqualTo(march(20));
    }

    @Test
    void startsNoClockForWhatIsImported() {
        var paper = new Paper(ShippedTypes.load().get("rectification-measure"), MONDAY, true, DUE);
        assertThat(paper.dossier.clocks()).isEmpty();
        paper.act(Act.of("merge").other(Paper.MASTER).saying("reason", "重复"), 4).act(Act.of("unmerge").other(Paper.MASTER), 4);
        assertThat(paper.dossier.clocks()).isEmpty();
    }

    @Test
    void letsNoReportMoveADeadlineOrNameWhoAnswers() {
        var paper = Paper.atWork(MONDAY, DUE);
        refuses("input", paper, report().due(LocalDate.of(2026, 12, 31)), 10);
        refuses("input", paper, report().role("lead", SmallTown.FINANCE), 10);
        refuses("input", paper, report().role("leader", SmallTown.ECO_HANDLER), 10);
        refuses("input", paper, report().field("mode", "now"), 10);
        paper.act(report().role("handler", SmallTown.ECO_HANDLER), 10);
        assertThat(paper.dossier.bearing("handler")).hasSize(1);
    }

    private static void refuses(String rule, Paper paper, Act act, int person) {
        refuses(rule, paper, act, paper.viewer(person));
    }

    private static void refuses(String rule, Paper paper, Act act, Viewer viewer) {
        assertThatThrownBy(() -> paper.act(act, viewer)).isInstanceOfSatisfying(Refusal.Refused.class, r -> assertThat(r.refusal().rule()).isEqualTo(rule));
    }
}
