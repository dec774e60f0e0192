package cn.duban.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.duban.ledger.type.ShippedTypes;
import cn.duban.units.SmallTown;
import cn.duban.web.Viewer;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A supervising unit that leads a measure itself does not move its own day by any act; its superior does. */
class OwnDayTest {

    private static final LocalDate OPENED = LocalDate.of(2026, 3, 2);
    private static final LocalDate DUE = LocalDate.of(2026, 4, 30);
    private static final LocalDate LATER = LocalDate.of(2026, 6, 30);

    private static final Act EXTEND = Act.of("extend").saying("reason", "汛期").due(LATER);
    private static final Act PAUSE = Act.of("pause").saying("reason", "停工");
    private static final Act RESUME = Act.of("resume");
    private static final Act RETURN = Act.of("return").saying("reason", "不实").due(LATER);
    private static final Act REDO = Act.of("redo").saying("reason", "反弹").due(LATER);

    @Test
    void neverMovesOnesOwnDay() {
        refused(ledByTheSupervisor(), EXTEND, PAUSE);
        refused(ledByTheSupervisor().act(PAUSE, secretary()), RESUME);
        refused(handedIn(), RETURN);
        refused(handedIn().act(Act.of("close").saying("verdict", "到位"), secretary()), REDO);
    }

    @Test
    void letsTheSuperiorDoSo() {
        var paper = ledByTheSupervisor().act(PAUSE, secretary()).act(RESUME, secretary()).act(EXTEND, secretary());
        assertThat(paper.clock("rectify").lastDay()).isEqualTo(LATER);
        var back = handedIn().act(RETURN, secretary());
        assertThat(back.dossier.matter().dueOn()).isEqualTo(LATER);
        var again = handedIn().act(Act.of("close").saying("verdict", "到位"), secretary()).act(REDO, secretary());
        assertThat(again.dossier.matter().state()).isEqualTo("assigned");
    }

    @Test
    void namesNoLaterDayAfterAnObjectionOfOnesOwn() {
        var paper = new Paper(ShippedTypes.load().get("rectification-measure"), OPENED, false, null);
        var assign = Act.of("assign").role("leader", SmallTown.VICE).role("lead", SmallTown.INSPECTION);
        paper.act(assign.due(DUE), 4).act(Act.of("object").saying("reason", "太急"), paper.viewer(5));
        refused(paper, assign.due(LATER), Act.of("correct").due(LATER));
        paper.act(assign.due(DUE), 4);
        var others = new Paper(ShippedTypes.load().get("rectification-measure"), OPENED, false, null);
        var eco = Act.of("assign").role("leader", SmallTown.VICE).role("lead", SmallTown.ECO);
        others.act(eco.due(DUE), 4).act(Act.of("object").saying("reason", "太急"), 8).act(eco.due(LATER), 4);
        assertThat(others.dossier.matter().dueOn()).isEqualTo(LATER);
    }

    @Test
    void leavesTheSupervisorEverythingWhereAnotherUnitLeads() {
        var paper = Paper.atWork(OPENED, DUE).act(PAUSE, 4).act(RESUME, 4).act(EXTEND, 4);
        assertThat(paper.clock("rectify").lastDay()).isEqualTo(LATER);
    }

    private static Paper ledByTheSupervisor() {
        var paper = new Paper(ShippedTypes.load().get("rectification-measure"), OPENED, false, null);
        paper.act(Act.of("assign").role("leader", SmallTown.VICE).role("lead", SmallTown.INSPECTION).due(DUE), 4);
        return paper.act(Act.of("receive"), paper.viewer(5));
    }

    private static Paper handedIn() {
        var paper = ledByTheSupervisor();
        return paper.act(Act.of("submit").saying("note", "完成").with(Paper.aFile()), paper.viewer(5));
    }

    private static Viewer secretary() {
        return SmallTown.viewers(SmallTown.directory(OPENED)).stream().filter(v -> v.person() == 3).findFirst().orElseThrow();
    }

    private static void refused(Paper paper, Act... acts) {
        for (var act : acts)
            for (var person : List.of(4, 5, 6))
                assertThatThrownBy(() -> paper.act(act, person)).as(act.action() + " by " + person)
                        .isInstanceOfSatisfying(Refusal.Refused.class, r -> assertThat(r.refusal().rule()).isEqualTo("own-work"));
    }
}
