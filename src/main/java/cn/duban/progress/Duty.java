package cn.duban.progress;

import cn.duban.ledger.MatterId;
import cn.duban.progress.DueReports.Key;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A report that is due, as lists show it.
 *
 * @param before where the round before it stands; null where there is none
 * @param draft what the unit wrote so far
 */
record Duty(MatterId matter, int clock, LocalDate startsOn, LocalDate endsOn, String rhythm, int unit, LocalDate lastDay, Instant dueAt, String state, @Nullable Instant missedAt,
        @Nullable Instant remindedAt, @Nullable String draft, @Nullable Integer entry, @Nullable Integer returnedEntry, @Nullable String before) {

    Key key() {
        return new Key(matter, clock, startsOn);
    }

    boolean open() {
        return state.equals(DueReports.OWED) || state.equals(DueReports.MISSED) || state.equals(DueReports.RETURNED);
    }
}
