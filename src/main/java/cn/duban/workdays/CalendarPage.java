package cn.duban.workdays;

import cn.duban.web.Dates;
import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/** A year of working days. */
public record CalendarPage(int year, LocalDate today, WorkCalendar calendar, List<Calendars.EnteredOverride> overrides, List<WorkingHours> hours, boolean administrator, @Nullable ImportReport report)
        implements Titled {

    @Override
    public String title() {
        return Words.say("workdays.calendar.title") + " " + year;
    }

    public List<YearMonth> months() {
        return IntStream.rangeClosed(1, 12).mapToObj(month -> YearMonth.of(year, month)).toList();
    }

    /** Empty cells before the first of a month, weeks beginning on Monday. */
    public int blanks(YearMonth month) {
        return month.atDay(1).getDayOfWeek().getValue() - 1;
    }

    public List<CalendarDay> days(YearMonth month) {
        return IntStream.rangeClosed(1, month.lengthOfMonth()).mapToObj(day -> calendar.day(month.atDay(day))).toList();
    }

    /** Days that differ from an ordinary week carry a mark. */
    public static @Nullable String mark(CalendarDay day) {
        return switch (day.reason()) {
            case WEEKDAY, WEEKEND -> null;
            case HOLIDAY, LOCAL_HOLIDAY -> Words.say("workdays.mark.off");
            case MAKE_UP, LOCAL_WORK -> Words.say("workdays.mark.on");
        };
    }

    public String why(CalendarDay day) {
        return day.why(LocaleContextHolder.getLocale());
    }

    public long workingDays() {
        return months().stream().flatMap(month -> days(month).stream()).filter(CalendarDay::working).count();
    }

    /** From which day on hours hold; empty for those that always held. */
    public String since(WorkingHours set) {
        return set.validFrom().equals(LocalDate.MIN) ? "" : Dates.day(set.validFrom());
    }

    public String spans(WorkingHours set) {
        return set.spans().stream().map(WorkingHours.Span::toString).collect(Collectors.joining(Words.english() ? ", " : "，"));
    }

    private static final List<String> BY_LAW = List.of("元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节");

    /** The holidays by law whose days are known before the notice of the year is out, or those that are not: the lunar ones of later years. */
    public String byLaw(boolean known) {
        var named = months().stream().flatMap(month -> days(month).stream()).filter(day -> day.reason() == CalendarDay.Reason.HOLIDAY).map(CalendarDay::name).collect(Collectors.toSet());
        return BY_LAW.stream().filter(name -> named.contains(name) == known).map(name -> Words.say("workdays.by-law." + (BY_LAW.indexOf(name) + 1))).collect(Collectors.joining(Words.say("workdays.by-law.and")));
    }

    public boolean provisional() {
        return calendar.provisional(LocalDate.of(year, 1, 1));
    }
}
