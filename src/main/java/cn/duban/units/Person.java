package cn.duban.units;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on the staff.
 *
 * @param workPhone the telephone on the desk; private numbers are not kept
 * @param until the first day on which the person is no longer here
 */
public record Person(int id, String name, String workPhone, LocalDate since, @Nullable LocalDate until) {

    public boolean hereOn(LocalDate day) {
        return !day.isBefore(since) && (until == null || day.isBefore(until));
    }
}
