package cn.duban.figures;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When a stretch counts in a kind: at every instant after the one, up to and with the other. The finest instant is a microsecond,
 * as PostgreSQL keeps it.
 *
 * @param until null where nothing ends it yet
 */
record Contribution(Instant after, @Nullable Instant until) {

    /** What of it lies between two hours that are so many days from that at which a matter is late. */
    Contribution within(Instant lateAt, @Nullable Integer from, @Nullable Integer before) {
        var begins = from == null ? after : later(after, just(lateAt, from));
        return new Contribution(begins, before == null ? until : earlier(until, just(lateAt, before)));
    }

    /** The last instant before. */
    private static Instant just(Instant lateAt, int days) {
        return lateAt.plus(days, ChronoUnit.DAYS).minus(1, ChronoUnit.MICROS);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(@Nullable Instant one, Instant other) {
        return one != null && one.isBefore(other) ? one : other;
    }

    boolean never() {
        return until != null && !after.isBefore(until);
    }

    boolean at(Instant instant) {
        return instant.isAfter(after) && (until == null || !instant.isAfter(until));
    }
}
