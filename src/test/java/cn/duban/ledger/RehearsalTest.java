package cn.duban.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.duban.ledger.Rehearsal.Choice;
import cn.duban.ledger.Rehearsal.Move;
import cn.duban.ledger.type.MatterType.Label;
import cn.duban.ledger.type.MatterType;
import cn.duban.ledger.type.ShippedTypes;
import cn.duban.units.SmallTown;
import cn.duban.workdays.Deadlines;
import cn.duban.workdays.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A matter that does not exist, played through the shipped measure. */
class RehearsalTest {

    private static final MatterType MEASURE = ShippedTypes.load().get("rectification-measure");

    private final Rehearsal rehearsal = new Rehearsal(MEASURE, SmallTown.directory(LocalDate.of(2026, 9, 28)), new Deadlines(WorkCalendar.shipped()), at("2026-09-28", 9));

    private static Instant at(String day, int hour) {
        return LocalDate.parse(day).atTime(hour, 0).atZone(Deadlines.CHINA).toInstant();
    }

    private Rehearsal.Played play(String day, String actor, String act, Set<String> without) {
        return rehearsal.play(new Move(at(day, 10), actor, act, null, LocalDate.of(2026, 11, 30), without));
    }

    private ClockExplained clock(String name) {
        return rehearsal.clocks(Locale.SIMPLIFIED_CHINESE).stream().filter(c -> c.name().equals(name) && c.state() == Clock.State.RUNNING).findFirst().orElseThrow();
    }

    @Test
    void saysWhoOwesWhatAndUntilWhenOverTheHolidays() {
        assertThat(rehearsal.owed()).extracting(Label::zh).containsExactly("督查单位：交办");
        // three working days from Monday 28 September: the 29th, the 30th, and then the holidays up to the 8th of October
        assertThat(clock("docket").lastDay()).isEqualTo(new Deadlines(WorkCalendar.shipped()).calendar().addWorkingDays(LocalDate.of(2026, 9, 28), 3));
        assertThat(clock("docket").lastDay()).isAfter(LocalDate.of(2026, 10, 7));
        assertThat(clock("docket").why()).isNotEmpty();
        play("2026-09-29", "supervisor", "assign", Set.of());
        assertThat(rehearsal.owed()).extracting(Label::zh).containsExactly("责任单位：签收", "配合单位甲：签收", "配合单位乙：签收");
        play("2026-09-30", "lead", "receive", Set.of());
        assertThat(clock("rectify").lastDay()).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(rehearsal.path()).containsExactly("drafted", "assigned", "working");
    }

    @Test
    void refusesWithTheWordsOfTheLedgerAndGoesOnFromWhereItWas() {
        assertThat(play("2026-09-28", "lead", "assign", Set.of()).refusal().rule()).as("not handed out yet").isEqualTo("not-found");
        assertThat(play("2026-09-28", "supervisor", "assign", Set.of("due")).refusal().missing()).containsExactly("due");
        assertThat(play("2026-09-28", "supervisor", "close", Set.of()).refusal().rule()).isEqualTo("state");
        assertThat(rehearsal.path()).containsExactly("drafted");
        play("2026-09-29", "supervisor", "assign", Set.of());
        assertThat(play("2026-09-29", "leader", "receive", Set.of()).refusal().zh()).isEqualTo("“签收”由责任单位来做，您当前的岗位不是。");
        play("2026-09-29", "lead", "receive", Set.of());
        play("2026-09-30", "lead", "submit", Set.of());
        assertThat(play("2026-09-30", "both", "close", Set.of()).refusal().rule()).as("whoever also sits in the unit that worked").isEqualTo("own-work");
        assertThat(play("2026-09-30", "supervisor", "close", Set.of()).refusal()).isNull();
        assertThat(rehearsal.state().zh()).isEqualTo("已销号");
        assertThat(rehearsal.owed()).isEmpty();
    }

    @Test
    void letsTimePassAndShowsWhatIsOverdue() {
        var due = clock("docket").dueAt();
        rehearsal.play(new Move(due.minusSeconds(1), "supervisor", Rehearsal.WAIT, null, null, Set.of()));
        assertThat(clock("docket").breached()).isFalse();
        assertThat(rehearsal.lamp(due)).isEqualTo(Lamp.YELLOW);
        rehearsal.play(new Move(due, "supervisor", Rehearsal.WAIT, null, null, Set.of()));
        assertThat(clock("docket").breached()).isTrue();
        assertThat(rehearsal.lamp(due)).isEqualTo(Lamp.RED);
        assertThatThrownBy(() -> play("2026-09-28", "supervisor", "assign", Set.of())).isInstanceOfSatisfying(Refusal.Refused.class, r -> assertThat(r.refusal().zh()).contains("时间只能往后走"));
    }

    @Test
    void offersExactlyWhatWouldBeDone() {
        play("2026-09-29", "supervisor", "assign", Set.of());
        for (var player : rehearsal.players()) {
            for (var choice : rehearsal.choices(player.id(), at("2026-09-29", 11), LocalDate.of(2026, 11, 30), Set.of())) {
                var again = new Rehearsal(MEASURE, SmallTown.directory(LocalDate.of(2026, 9, 28)), new Deadlines(WorkCalendar.shipped()), at("2026-09-28", 9));
                again.play(new Move(at("2026-09-29", 10), "supervisor", "assign", null, LocalDate.of(2026, 11, 30), Set.of()));
                var played = again.play(new Move(at("2026-09-29", 11), player.id(), choice.act(), choice.assignment(), LocalDate.of(2026, 11, 30), Set.of()));
                assertThat(played.refusal()).as(player.id() + " " + choice.act()).isEqualTo(choice.refusal());
            }
        }
        assertThat(rehearsal.choices("assist-1", at("2026-09-29", 11), null, Set.of())).filteredOn(c -> c.refusal() == null).extracting(Choice::act).containsExactly("receive");
    }

    @Test
    void knowsNobodyElseAndEnds() {
        assertThatThrownBy(() -> play("2026-09-29", "emperor", "assign", Set.of())).isInstanceOf(Refusal.Refused.class);
        for (int i = 0; i < Rehearsal.LONGEST; i++) play("2026-09-29", "supervisor", Rehearsal.WAIT, Set.of());
        assertThatThrownBy(() -> play("2026-09-29", "supervisor", Rehearsal.WAIT, Set.of())).isInstanceOf(Refusal.Refused.class);
    }

    @Test
    void castsEveryShippedType() {
        ShippedTypes.load().values().forEach(type -> {
            var played = new Rehearsal(type, SmallTown.directory(LocalDate.of(2026, 9, 28)), new Deadlines(WorkCalendar.shipped()), at("2026-09-28", 9));
            assertThat(played.players()).extracting(Rehearsal.Player::id).contains("supervisor", Cast.SUPERIOR, Cast.STRANGER).doesNotHaveDuplicates();
            assertThat(List.copyOf(played.choices("supervisor", played.now(), LocalDate.of(2026, 12, 1), Set.of()))).anyMatch(choice -> choice.refusal() == null);
        });
    }
}
