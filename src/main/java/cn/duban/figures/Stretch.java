package cn.duban.figures;

import cn.duban.ledger.type.Phase;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time in which nothing of a matter changed that is counted, as sums are made of it.
 *
 * @param endedAt null while it runs
 * @param fromSince since when it had stood in the state before
 */
record Stretch(Instant beganAt, @Nullable Instant endedAt, @Nullable Turn turn, @Nullable Boolean onTime, @Nullable String fromState, @Nullable Instant fromSince,
        String ledger, String type, String source, String state, Phase phase, @Nullable Integer unit, @Nullable Integer leader, @Nullable Instant lateAt) {

    private static final long TENTH = Duration.ofDays(1).toNanos() / 1000 / 10;

    /** How long it had stood in the state that it left, in tenths of a day, the nearest. */
    int tenths() {
        return fromSince == null ? 0 : (int) Math.floorDiv(micros(Duration.between(fromSince, beganAt)) + TENTH / 2, TENTH);
    }

    private static long micros(Duration duration) {
        return duration.getSeconds() * 1_000_000 + duration.getNano() / 1000;
    }
}
