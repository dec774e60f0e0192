package cn.duban.units;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a unit was called from a day on. */
public record UnitName(int unit, String name, String shortName, LocalDate since, @Nullable LocalDate until) {

    boolean on(LocalDate day) {
        return Dated.holds(since, until, day);
    }
}
