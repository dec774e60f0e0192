package cn.duban.ledger;

import cn.duban.workdays.Deadline;
import cn.duban.workdays.Deadlines;
import cn.duban.workdays.Rhythm;
import java.time.Instant;
import java.time.LocalDate;

/** The rounds of a rhythm on one calendar. A round keeps its own days although its end rolls over into the next one. */
record Rounds(Deadlines deadlines) {

    /** A first round that would be shorter than this is joined to the next one. */
    private static final int SHORTEST_DAYS = 5;

    /** @param from the beginning of its first day, from which it can be counted again */
    record Round(Instant from, Deadline end) {}

    /** The one that runs on a day, joined to the next where little of it is left. */
    Round first(Rhythm rhythm, LocalDate today) {
        var end = rhythm.nextEnd(today);
        var tooShort = rhythm != Rhythm.DAILY && today.plusDays(SHORTEST_DAYS).isAfter(end);
        return holding(rhythm, tooShort ? end.plusDays(1) : end);
    }

    Round holding(Rhythm rhythm, LocalDate day) {
        var first = rhythm.startOf(day);
        return new Round(first.atStartOfDay(deadlines.zone()).toInstant(), deadlines.next(rhythm, first.minusDays(1)));
    }

    /** The one whose last day, rolled over or not, this is. */
    Round ending(Rhythm rhythm, LocalDate lastDay) {
        var before = holding(rhythm, rhythm.startOf(lastDay).minusDays(1));
        return before.end().lastDay().equals(lastDay) ? before : holding(rhythm, lastDay);
    }

    /**
     * The one owed after a report. It answers the round of its day; in the days by which the running round rolled over,
     * and when late, every round before that day's. Twice in one round moves nothing further.
     *
     * @param running a day of the round that was owed until now
     */
    Round reported(Rhythm rhythm, LocalDate running, LocalDate today) {
        var owed = rhythm.endOf(running);
        var answered = today.isAfter(owed) ? rhythm.startOf(today).minusDays(1) : rhythm.endOf(today);
        return holding(rhythm, rhythm.nextEnd(answered).isBefore(owed) ? owed : answered.plusDays(1));
    }
}
