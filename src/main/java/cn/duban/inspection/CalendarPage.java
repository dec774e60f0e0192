package cn.duban.inspection;

import cn.duban.inspection.PlanPages.Warning;
import cn.duban.web.Titled;
import cn.duban.web.Words;
import cn.duban.workdays.CalendarDay;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * Who is inspected when: a year by unit and month, or a month by day, each with its table.
 *
 * @param month null where the whole year is shown
 * @param crowded units that are inspected too often or too soon again
 */
public record CalendarPage(int year, @Nullable YearMonth month, LocalDate today, List<Cell> cells, List<UnitRow> units, List<PlanPages.Row> rows, List<UnitRow> crowded, boolean oversees) implements Titled {

    /** One day of the month, with what takes place on it. */
    public record Cell(CalendarDay day, List<PlanPages.Row> rows) {

        public LocalDate date() {
            return day.date();
        }

        public @Nullable String mark() {
            return cn.duban.workdays.CalendarPage.mark(day);
        }

        public String why() {
            return day.why(LocaleContextHolder.getLocale());
        }
    }

    /** @param months how many in each of the twelve; a month in which two come too near each other is marked */
    public record UnitRow(int unit, String name, List<Month> months, int count, @Nullable Integer most, int days, @Nullable Integer mostDays, String href, List<Warning> warnings) {

        public boolean beyond() {
            return most != null && count > most || mostDays != null && days > mostDays;
        }
    }

    public record Month(int no, int count, boolean crowded, String href) {}

    @Override
    public String title() {
        return month == null ? Words.say("inspection.calendar.of-year", year) : Words.say("inspection.calendar.of-month", month.getYear(), Words.say("workdays.month." + month.getMonthValue()));
    }

    public int blanks() {
        return month == null ? 0 : month.atDay(1).getDayOfWeek().getValue() - 1;
    }

    public static String at(YearMonth month) {
        return "/inspections/calendar?year=" + month.getYear() + "&month=" + month.getMonthValue();
    }
}
