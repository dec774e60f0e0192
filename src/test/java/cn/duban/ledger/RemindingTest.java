package cn.duban.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.duban.ledger.type.ShippedTypes;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** 催办: who may, whom it concerns, how often; and that it moves nothing. */
class RemindingTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private final Paper paper = Paper.atWork(MONDAY, LocalDate.of(2026, 6, 30));

    @Test
    void isRecordedAndMovesNothing() {
        var before = paper.dossier;
        paper.act(Act.of("remind").saying("note", "月底前请报进展"), 4);
        assertThat(paper.dossier.matter().state()).isEqualTo(before.matter().state());
        assertThat(paper.dossier.matter().dueAt()).isEqualTo(before.matter().dueAt());
        assertThat(paper.dossier.clocks()).isEqualTo(before.clocks());
        assertThat(paper.entries.getLast().act()).isEqualTo("remind");
        assertThat(paper.entries.getLast().payload()).containsEntry("note", "月底前请报进展");
    }

    @Test
    void isForTheSupervisorOnly() {
        assertThatThrownBy(() -> paper.act(Act.of("remind"), 8)).isInstanceOfSatisfying(Refusal.Refused.class, refused -> assertThat(refused.refusal().rule()).isEqualTo("role"));
    }

    @Test
    void comesOnceADayFromOnePost() {
        paper.act(Act.of("remind"), 4);
        assertThatThrownBy(() -> paper.act(Act.of("remind"), 4)).isInstanceOfSatisfying(Refusal.Refused.class, refused -> {
            assertThat(refused.refusal().rule()).isEqualTo("most");
            assertThat(refused.refusal().zh()).contains("今天已经催办过");
        });
        paper.on(MONDAY.plusDays(1)).act(Act.of("remind"), 4);
        assertThat(paper.entries).filteredOn(entry -> entry.act().equals("remind")).hasSize(2);
    }

    @Test
    void findsNobodyToRemindWhereTheNextStepIsTheSupervisorsOwn() {
        var draft = new Paper(ShippedTypes.load().get("rectification-measure"), MONDAY, false, null);
        assertThatThrownBy(() -> draft.act(Act.of("remind"), 4)).isInstanceOfSatisfying(Refusal.Refused.class, refused -> assertThat(refused.refusal().rule()).isEqualTo("state"));
    }
}
