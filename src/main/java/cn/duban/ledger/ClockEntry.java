package cn.duban.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of a clock's journal: no deadline moves without one. */
public record ClockEntry(
        int tenant,
        UUID matter,
        int clock,
        int no,
        int entry,
        Kind kind,
        Instant at,
        @Nullable LocalDate lastDay,
        String reason) {

    public enum Kind {
        START, STOP, PAUSE, RESUME, EXTEND, RENEW, RECALENDAR,
        /** The report that moved the clock on was found good. */
        PASS,
        /** It was returned: its round is owed again. */
        RETURN
    }
}
