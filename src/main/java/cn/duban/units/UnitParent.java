package cn.duban.units;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Under which unit a unit stood from a day on; no parent for the root. */
public record UnitParent(int unit, @Nullable Integer parent, LocalDate since, @Nullable LocalDate until) {

    boolean on(LocalDate day) {
        return Dated.holds(since, until, day);
    }
}
