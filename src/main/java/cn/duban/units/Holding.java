package cn.duban.units;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A person holds a post from a day on, until (that day excluded) another. */
public record Holding(int post, int person, LocalDate since, @Nullable LocalDate until) {

    boolean on(LocalDate day) {
        return Dated.holds(since, until, day);
    }
}
