package cn.duban.ledger.lists;

import cn.duban.ledger.DueDay;
import cn.duban.ledger.Lamp;
import cn.duban.ledger.MatterAddress;
import cn.duban.workdays.CalendarDay;
import cn.duban.workdays.CalendarPage;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/** A month of due days: which are worked, and how many matters end on each. */
public record DueMonthPage(Filters filters, YearMonth month, LocalDate today, List<Cell> cells) {

    public record Cell(CalendarDay day, DueDay due) {

        public LocalDate date() {
            return day.date();
        }

        /** 休、班, where the day differs from an ordinary week. */
        public @Nullable String mark() {
            return CalendarPage.mark(day);
        }

        public String why() {
            return day.why(LocaleContextHolder.getLocale());
        }
    }

    /** Empty cells before the first, weeks beginning on Monday. */
    public int blanks() {
        return month.atDay(1).getDayOfWeek().getValue() - 1;
    }

    public String at(YearMonth other) {
        return MatterAddress.of(Face.CALENDAR.path(), filters.query().after(null), Map.of("month", other.toString()));
    }

    /** The list of what ends on a day. */
    public String of(LocalDate day, @Nullable Lamp lamp) {
        var due = filters.query().due(day, day);
        return Face.LIST.of(lamp == null ? due : due.shining(lamp));
    }

    public boolean empty() {
        return cells.stream().allMatch(cell -> cell.due().all() == 0);
    }
}
