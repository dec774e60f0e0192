package cn.duban.ledger;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The day of one unit's share lies neither in the past nor after the day of the whole. */
final class ShareDay {

    private ShareDay() {}

    static void check(@Nullable LocalDate day, Change change, ZoneId zone) {
        if (day == null) return;
        if (day.isBefore(LocalDate.ofInstant(change.now, zone)))
            throw Refusal.of("input", "期限" + day + "已经过去，请填今天或以后的日期。", "The day " + day + " is past; give today or a later one.").thrown();
        var whole = whole(change);
        if (whole != null && day.isAfter(whole))
            throw Refusal.of("input", "单位的期限" + day + "晚于整件事的期限" + whole + "，请填" + whole + "或更早的日期，或者先延长整件事的期限。",
                    "The day " + day + " lies after " + whole + ", the day of the whole matter; give that day or an earlier one, or extend the matter first.").thrown();
    }

    /** As extensions and pauses left it, also where its clock rests while the work is being verified. */
    private static @Nullable LocalDate whole(Change change) {
        var clocked = Objects.requireNonNull(change.before).clocks().stream().filter(c -> c.assignment() == null && c.budget().equals("due"))
                .max(Comparator.comparing(Clock::no));
        if (clocked.filter(Clock::running).isPresent()) return clocked.get().lastDay();
        return Stream.concat(clocked.map(Clock::lastDay).stream(), Stream.ofNullable(change.matter.dueOn())).max(Comparator.naturalOrder()).orElse(null);
    }
}
