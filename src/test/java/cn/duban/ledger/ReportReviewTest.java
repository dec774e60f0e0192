package cn.duban.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.duban.ledger.ClockEntry.Kind;
import cn.duban.units.SmallTown;
import cn.duban.web.Viewer;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether a report stands: who says so, once, and what a return does to the clock. */
class ReportReviewTest {

    private static final LocalDate DUE = LocalDate.of(2026, 6, 30);

    private static LocalDate march(int day) {
        return LocalDate.of(2026, 3, day);
    }

    /** At work since Monday 2 March: the rounds end on 16 March (the 15th is a Sunday) and 31 March. */
    private static Paper atWork() {
        return Paper.atWork(march(2), DUE);
    }

    private static int report(Paper paper, LocalDate day) {
        paper.on(day).act(Act.of("report").saying("note", "进展至" + day), 10);
        return paper.dossier.matter().version();
    }

    private static Act passing(int entry) {
        return Act.of("pass-report").saying("entry", String.valueOf(entry));
    }

    private static Act returning(int entry) {
        return Act.of("return-report").saying("entry", String.valueOf(entry)).saying("reason", "没有写到位率");
    }

    @Test
    void leavesTheClockWhereAPassedReportPutIt() {
        var paper = atWork();
        var entry = report(paper, march(10));
        assertThat(paper.clock("progress").lastDay()).isEqualTo(march(31));
        paper.act(passing(entry), 4);
        assertThat(paper.clock("progress").lastDay()).isEqualTo(march(31));
        assertThat(paper.journal("progress")).extracting(ClockEntry::kind).containsExactly(Kind.START, Kind.RENEW, Kind.PASS);
        assertThat(paper.entries.getLast().payload()).containsEntry("reviewed", entry);
        assertThat(paper.breaks()).isEmpty();
    }

    @Test
    void putsTheClockBackOnTheRoundOfAReturnedReportSoThatItsLampIsTrue() {
        var paper = atWork();
        var entry = report(paper, march(10));
        paper.on(march(18)).act(returning(entry), 4);
        assertThat(paper.clock("progress").lastDay()).isEqualTo(march(16));
        assertThat(paper.clock("progress").breachedAt(paper.now)).as("returned after its end: not reported in time").isTrue();
        assertThat(paper.dossier.matter().dueAt()).as("lists see it").isEqualTo(paper.clock("progress").dueAt());
        report(paper, march(19));
        assertThat(paper.clock("progress").lastDay()).as("reported late, the running round is next").isEqualTo(march(31));
        assertThat(paper.breaks()).isEmpty();
    }

    @Test
    void leavesTheClockToALaterReportThatStands() {
        var paper = atWork();
        var first = report(paper, march(10));
        var second = report(paper, march(20));
        assertThat(paper.clock("progress").lastDay()).isEqualTo(LocalDate.of(2026, 4, 15));
        paper.act(returning(first), 4);
        assertThat(paper.clock("progress").lastDay()).isEqualTo(LocalDate.of(2026, 4, 15));
        paper.act(returning(second), 4);
        assertThat(paper.clock("progress").lastDay()).as("neither round is answered").isEqualTo(march(16));
    }

    /** The clock goes by which reports stand, never by who was reviewed first. */
    @Test
    void endsOnTheSameRoundInWhateverOrderReportsAreReviewed() {
        for (var order : List.of(List.of(0, 1, 2), List.of(0, 2, 1), List.of(1, 0, 2), List.of(1, 2, 0), List.of(2, 0, 1), List.of(2, 1, 0)))
            for (int passed = -1; passed < 3; passed++) {
                var paper = atWork();
                var reports = List.of(report(paper, march(10)), report(paper, march(20)), report(paper, LocalDate.of(2026, 4, 3)));
                for (int which : order) paper.act(which == passed ? passing(reports.get(which)) : returning(reports.get(which)), 4);
                assertThat(paper.clock("progress").lastDay()).as("reviewed " + order + ", passed " + passed)
                        .isEqualTo(List.of(march(16), march(31), LocalDate.of(2026, 4, 15), LocalDate.of(2026, 4, 30)).get(passed + 1));
                assertThat(paper.breaks()).isEmpty();
            }
    }

    @Test
    void isReviewedOnceWithAReasonAndOnlyWhatReportsARound() {
        var paper = atWork();
        var entry = report(paper, march(10));
        refuses("missing", paper, Act.of("return-report").saying("entry", String.valueOf(entry)), paper.viewer(4));
        refuses("input", paper, passing(1), paper.viewer(4));
        refuses("input", paper, passing(999), paper.viewer(4));
        paper.act(returning(entry), 4);
        refuses("state", paper, passing(entry), paper.viewer(4));
        refuses("state", paper, returning(entry), paper.viewer(4));
    }

    @Test
    void isNeverReviewedByTheUnitNorByItsPeopleFromAnotherPost() {
        var paper = atWork();
        var entry = report(paper, march(10));
        refuses("role", paper, passing(entry), paper.viewer(10));
        refuses("role", paper, passing(entry), paper.viewer(7));
        var inBoth = paper.viewers.stream().filter(v -> v.person() == 11 && v.has(Viewer.Duty.SUPERVISE)).findFirst().orElseThrow();
        refuses("own-work", paper, passing(entry), inBoth);
        refuses("own-work", paper, returning(entry), inBoth);
    }

    @Test
    void isNeverReviewedByWhoeverEnteredItForTheUnit() {
        var paper = atWork();
        paper.on(march(10)).act(Act.of("report").saying("note", "村里电话报来").onBehalfOf(new Act.Behalf(SmallTown.ECO, "老李")), 5);
        var entry = paper.dossier.matter().version();
        assertThat(paper.entries.getLast().behalfName()).isEqualTo("老李");
        refuses("own-work", paper, passing(entry), paper.viewer(5));
        paper.act(passing(entry), 4);
    }

    @Test
    void isReviewedAlsoAfterTheMatterMovedOn() {
        var paper = atWork();
        var entry = report(paper, march(10));
        paper.on(march(11)).act(Act.of("submit").saying("note", "完成").with(Paper.aFile()), 10);
        paper.act(returning(entry), 4);
        assertThat(paper.clock("progress").running()).isFalse();
        assertThat(paper.breaks()).isEmpty();
    }

    private static void refuses(String rule, Paper paper, Act act, Viewer viewer) {
        assertThatThrownBy(() -> paper.act(act, viewer)).isInstanceOfSatisfying(Refusal.Refused.class, refused -> assertThat(refused.refusal().rule()).isEqualTo(rule));
    }
}
