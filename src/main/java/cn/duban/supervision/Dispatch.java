package cn.duban.supervision;

import cn.duban.workdays.Rhythm;
import cn.duban.workdays.WorkCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A standing question for news (调度): of which matters, how often, from when on. Pure.
 *
 * @param type null for all types of the ledger
 * @param lead only what this unit leads, or one below it; null for all
 * @param unit the unit that asks
 */
record Dispatch(int tenant, UUID id, String title, String ledger, @Nullable String type, @Nullable Integer lead, Rhythm rhythm, LocalDate first, int person, int unit, boolean stopped) {

    static final List<Rhythm> RHYTHMS = List.of(Rhythm.DAILY, Rhythm.WEEKLY, Rhythm.HALF_MONTH, Rhythm.MONTHLY, Rhythm.QUARTERLY);

    /** One round by its own days. */
    record Round(LocalDate from, LocalDate to) {}

    Round holding(LocalDate day) {
        return new Round(rhythm.startOf(day), rhythm.endOf(day));
    }

    Round before(Round round) {
        return holding(round.from().minusDays(1));
    }

    /** The round of a day, where there is one: from the first day on, and of days only those that are worked. */
    Optional<Round> of(LocalDate day, WorkCalendar calendar) {
        if (day.isBefore(first) || rhythm == Rhythm.DAILY && !calendar.working(day)) return Optional.empty();
        return Optional.of(holding(day));
    }

    /** The day on which those who still owe news are told so: the last working day of the round; of a single day none, it was just asked for. */
    Optional<LocalDate> warning(Round round, WorkCalendar calendar) {
        if (rhythm == Rhythm.DAILY) return Optional.empty();
        for (var day = round.to(); !day.isBefore(round.from()); day = day.minusDays(1)) if (calendar.working(day)) return Optional.of(day);
        return Optional.of(round.to());
    }
}
