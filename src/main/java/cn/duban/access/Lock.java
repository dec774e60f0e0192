package cn.duban.access;

import java.time.Duration;

/** How long an account stays shut after wrong passwords in a row: from the fifth on, a minute, doubling up to an hour. */
final class Lock {

    private static final int FREE = 4;
    private static final Duration MOST = Duration.ofHours(1);

    private Lock() {}

    static Duration after(int failures) {
        if (failures <= FREE) return Duration.ZERO;
        var delay = Duration.ofMinutes(1L << Math.min(failures - FREE - 1, 10));
        return delay.compareTo(MOST) > 0 ? MOST : delay;
    }
}
