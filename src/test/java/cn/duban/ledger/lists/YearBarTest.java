package cn.duban.ledger.lists;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.ledger.Lamp;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.MatterRow;
import cn.duban.ledger.lists.YearBar.Span;
import cn.duban.ledger.type.MatterType.Label;
import cn.duban.ledger.type.Phase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where a matter's bar begins and ends in a year. */
class YearBarTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

    private static MatterRow matter(String received, @Nullable String due, @Nullable String settled, @Nullable Lamp lamp) {
        var label = new Label("件", "one");
        var facts = new MatterRow.Facts(LocalDate.parse(received), LocalDate.parse(received), due == null ? null : LocalDate.parse(due), settled == null ? null : LocalDate.parse(settled), List.of(), List.of());
        return new MatterRow(new MatterId(1, new UUID(0, 1)), "l", "1", "t", "t", label, "s", label, settled == null ? Phase.OPEN : Phase.ENDED, List.of(), null, null, null, lamp, 0, 0, false, null, Instant.EPOCH, 1, facts, null);
    }

    @Test
    void goesFromTheDayItWasReceivedToTheOneThatWasPromised() {
        var bar = YearBar.of(matter("2026-01-01", "2026-12-31", null, Lamp.BLUE), 2026, TODAY);
        assertThat(bar.planned()).isEqualTo(new Span(0, 365));
        assertThat(bar.late()).isNull();
        assertThat(bar.settled()).isNull();
        assertThat(bar.colour()).isEqualTo("blue");
    }

    @Test
    void isCutAtTheEndsOfTheYear() {
        var bar = YearBar.of(matter("2025-11-01", "2027-02-01", null, Lamp.BLUE), 2026, TODAY);
        assertThat(bar.planned()).isEqualTo(new Span(0, 365));
        assertThat(YearBar.of(matter("2025-11-01", "2027-02-01", null, Lamp.BLUE), 2025, TODAY).planned()).isEqualTo(new Span(304, 61));
        assertThat(YearBar.of(matter("2025-11-01", "2027-02-01", null, Lamp.BLUE), 2024, TODAY).elsewhere()).isTrue();
        assertThat(YearBar.of(matter("2024-02-29", "2024-12-31", null, Lamp.BLUE), 2024, TODAY).planned()).as("a leap year").isEqualTo(new Span(59, 307));
    }

    @Test
    void showsFromThePromisedDayOnHowLongItIsLate() {
        var bar = YearBar.of(matter("2026-05-01", "2026-06-20", null, Lamp.RED), 2026, TODAY);
        assertThat(bar.late()).isEqualTo(new Span(171, 11));
        assertThat(YearBar.of(matter("2026-05-01", "2026-06-20", null, Lamp.YELLOW), 2026, TODAY).late()).as("only a report is missing").isNull();
    }

    @Test
    void marksTheDayOnWhichItWasSettledWhereverThatLies() {
        var bar = YearBar.of(matter("2026-05-01", "2026-06-20", "2026-06-01", null), 2026, TODAY);
        assertThat(bar.settled()).isEqualTo(151);
        assertThat(bar.colour()).isEqualTo("done");
        assertThat(YearBar.of(matter("2025-05-01", "2025-06-20", "2026-06-01", null), 2026, TODAY).elsewhere()).as("settled in a later year").isFalse();
    }

    @Test
    void saysThatItGoesOnIntoALaterYear() {
        assertThat(YearBar.of(matter("2026-05-01", "2027-02-01", null, Lamp.BLUE), 2026, TODAY).beyond()).isTrue();
        assertThat(YearBar.of(matter("2026-05-01", "2027-02-01", null, Lamp.BLUE), 2027, TODAY).beyond()).isFalse();
        assertThat(YearBar.of(matter("2026-05-01", "2026-12-31", null, Lamp.BLUE), 2026, TODAY).beyond()).isFalse();
        assertThat(YearBar.of(matter("2026-05-01", "2026-03-31", null, Lamp.RED), 2026, TODAY).backwards()).isTrue();
    }

    @Test
    void showsHowItsOwnDayStandsAndNotAnEarlierClock() {
        assertThat(YearBar.of(nearest(matter("2026-05-01", "2026-12-31", null, Lamp.YELLOW), "2026-07-02"), 2026, TODAY).colour()).as("the clock of receipt is nearly over").isEqualTo("blue");
        assertThat(YearBar.of(nearest(matter("2026-05-01", "2026-07-02", null, Lamp.YELLOW), "2026-07-02"), 2026, TODAY).colour()).isEqualTo("yellow");
        assertThat(YearBar.of(nearest(matter("2026-05-01", "2026-06-20", null, Lamp.RED), "2026-06-20"), 2026, TODAY).colour()).isEqualTo("red");
    }

    private static MatterRow nearest(MatterRow row, String day) {
        return new MatterRow(row.id(), row.ledger(), row.number(), row.title(), row.type(), row.typeLabel(), row.state(), row.stateLabel(), row.phase(), row.leads(), row.owes(), LocalDate.parse(day), row.dueAt(), row.lamp(),
                row.openChildren(), row.children(), row.imported(), row.claim(), row.openedAt(), row.version(), row.facts(), row.host());
    }

    @Test
    void endsTodayWhereNoDayWasPromised() {
        var bar = YearBar.of(matter("2026-06-30", null, null, null), 2026, TODAY);
        assertThat(bar.planned()).isEqualTo(new Span(180, 2));
        assertThat(bar.open()).isTrue();
        assertThat(YearBar.of(matter("2026-07-20", null, null, null), 2026, TODAY).planned()).as("received on a later day than today").isEqualTo(new Span(181, 1));
    }
}
