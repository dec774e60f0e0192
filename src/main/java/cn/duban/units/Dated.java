package cn.duban.units;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Half-open periods of days. Equal days: the row was withdrawn before it ever held. */
final class Dated {

    private Dated() {}

    static boolean holds(LocalDate since, @Nullable LocalDate until, LocalDate day) {
        return !day.isBefore(since) && (until == null || day.isBefore(until));
    }
}
