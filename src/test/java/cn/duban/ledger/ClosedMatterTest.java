package cn.duban.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.duban.units.SmallTown;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is done or asleep stays as it is, and no unit's share ends before today or after the whole. */
class ClosedMatterTest {

    private static final LocalDate OPENED = LocalDate.of(2026, 3, 2);
    private static final LocalDate DUE = LocalDate.of(2026, 4, 30);

    private static final Act REASSIGN = Act.of("reassign").role("lead", SmallTown.HOUSING).saying("reason", "职责调整");
    private static final Act CLASSIFY = Act.of("classify").saying("secrecy", "work_secret").saying("reason", "涉及举报人");
    private static final Act MERGE = Act.of("merge").other(Paper.MASTER).saying("reason", "重复");

    @Test
    void changesNobodysRoleOnWhatIsClosedMergedOrVoid() {
        for (var paper : List.of(closed(), Paper.atWork(OPENED, DUE).act(MERGE, 4), Paper.atWork(OPENED, DUE).act(Act.of("void").saying("reason", "误录"), 4)))
            assertThat(refused(paper, REASSIGN, 4)).as(paper.dossier.matter().phase().name()).satisfies(refusal -> {
                assertThat(refusal.rule()).isEqualTo("state");
                assertThat(refusal.zh()).endsWith("。");
            });
    }

    @Test
    void keepsFromStrangersWhatTurnsOutSecretLate() {
        for (var paper : List.of(closed(), Paper.atWork(OPENED, DUE).act(MERGE, 4), Paper.atWork(OPENED, DUE).act(Act.of("void").saying("reason", "误录"), 4))) {
            paper.act(CLASSIFY, 4);
            assertThat(paper.dossier.matter().secrecy()).isEqualTo(Secrecy.WORK_SECRET);
            assertThat(paper.breaks()).isEmpty();
        }
    }

    @Test
    void answersNothingOnWhatIsClosed() {
        var paper = closed();
        for (var act : List.of(Act.of("receive").on(2), Act.of("answer").on(2).saying("note", "补报"), Act.of("hand-on").on(2).to(11)))
            assertThat(refused(paper, act, 13).rule()).as(act.action()).isEqualTo("state");
    }

    @Test
    void givesNoUnitADayThatIsPastOrAfterTheWhole() {
        var answered = Paper.atWork(OPENED, DUE).act(Act.of("receive").on(2), 13).act(Act.of("answer").on(2).saying("note", "已配合"), 13);
        answered.on(LocalDate.of(2026, 3, 10));
        var back = Act.of("return").on(2).saying("reason", "不全");
        assertThat(refused(answered, back.due(LocalDate.of(2026, 3, 9)), 10).zh()).contains("已经过去");
        assertThat(refused(answered, back.due(DUE.plusDays(1)), 10).zh()).contains("2026-04-30");
        answered.act(back.due(DUE), 10);
        assertThat(answered.dossier.assignment(2).orElseThrow().dueOn()).isEqualTo(DUE);

        var paper = Paper.atWork(OPENED, DUE).on(LocalDate.of(2026, 3, 10));
        assertThat(refused(paper, REASSIGN.due(LocalDate.of(2026, 3, 9)), 4).zh()).contains("已经过去");
        assertThat(refused(paper, REASSIGN.due(DUE.plusDays(1)), 4).zh()).contains("2026-04-30");
        paper.act(Act.of("extend").saying("reason", "汛期").due(DUE.plusDays(20)), 4);
        paper.act(REASSIGN.due(DUE.plusDays(1)), 4);
        assertThat(paper.breaks()).isEmpty();
    }

    private static Paper closed() {
        return Paper.atWork(OPENED, DUE).act(Act.of("submit").saying("note", "完成").with(Paper.aFile()), 10).act(Act.of("close").saying("verdict", "到位"), 4);
    }

    private static Refusal refused(Paper paper, Act act, int person) {
        var refused = catchThrowableOfType(Refusal.Refused.class, () -> paper.act(act, person));
        assertThat(refused).as(act.action()).isNotNull();
        return refused.refusal();
    }
}
