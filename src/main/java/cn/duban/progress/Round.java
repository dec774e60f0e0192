package cn.duban.progress;

import cn.duban.workdays.Deadline;
import cn.duban.workdays.Deadlines;
import cn.duban.workdays.Rhythm;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** One round of a rhythm: its own days, and the end that may roll over into the next one. Pure. */
record Round(Rhythm rhythm, LocalDate from, LocalDate to, Deadline end) {

    /** A daily report that nobody wrote for longer than this is planned no further back. */
    private static final int MOST = 400;

    static Round holding(Rhythm rhythm, LocalDate day, Deadlines deadlines) {
        var from = rhythm.startOf(day);
        return new Round(rhythm, from, rhythm.endOf(day), deadlines.next(rhythm, from.minusDays(1)));
    }

    /** Every one from the round of the first day to the round of the last, the earliest first. */
    static List<Round> between(Rhythm rhythm, LocalDate first, LocalDate last, Deadlines deadlines) {
        var rounds = new ArrayList<Round>();
        for (var day = rhythm.startOf(last); !day.isBefore(rhythm.startOf(first)) && rounds.size() < MOST; day = rhythm.startOf(day.minusDays(1)))
            rounds.addFirst(holding(rhythm, day, deadlines));
        return rounds;
    }

    Round before(Deadlines deadlines) {
        return holding(rhythm, from.minusDays(1), deadlines);
    }

    /**
     * The one that a report of this day answers, as the kernel moves the clock: the round of the day, or where the owed one has ended, the
     * last that has.
     *
     * @param owed a day of the round that the clock is at
     */
    static Round answered(Rhythm rhythm, LocalDate owed, LocalDate today, Deadlines deadlines) {
        return holding(rhythm, today.isAfter(rhythm.endOf(owed)) ? rhythm.startOf(today).minusDays(1) : today, deadlines);
    }
}
