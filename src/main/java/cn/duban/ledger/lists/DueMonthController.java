package cn.duban.ledger.lists;

import cn.duban.ledger.DueDay;
import cn.duban.ledger.Matters;
import cn.duban.ledger.lists.DueMonthPage.Cell;
import cn.duban.units.Directories;
import cn.duban.web.Days;
import cn.duban.web.Viewer;
import cn.duban.workdays.Calendars;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The calendar of due days, a month at a time, on the working calendar of the region. */
@Controller
class DueMonthController {

    private final Matters matters;
    private final FilterReader filters;
    private final Directories directories;
    private final Calendars calendars;

    DueMonthController(Matters matters, FilterReader filters, Directories directories, Calendars calendars) {
        this.matters = matters;
        this.filters = filters;
        this.directories = directories;
        this.calendars = calendars;
    }

    @GetMapping("/matters/calendar")
    String month(@RequestParam Map<String, String> asked, Viewer viewer, Model model) {
        var directory = directories.of(viewer.tenant());
        var above = filters.of(Face.CALENDAR, asked, viewer);
        var month = month(asked.get("month"), directory.today());
        var calendar = calendars.of(directory.tenant(), directory.region());
        var due = matters.dueDays(above.query(), month.atDay(1), month.atEndOfMonth(), viewer).stream().collect(Collectors.toMap(DueDay::day, Function.identity()));
        var cells = month.atDay(1).datesUntil(month.plusMonths(1).atDay(1)).map(day -> new Cell(calendar.day(day), due.get(day))).toList();
        model.addAttribute("page", new DueMonthPage(above, month, directory.today(), cells));
        return "ledger/calendar";
    }

    /** What cannot be read is the month of today. */
    private static YearMonth month(@Nullable String asked, LocalDate today) {
        try {
            var month = asked == null ? YearMonth.from(today) : YearMonth.parse(asked);
            return Days.holds(month.atDay(1).minusMonths(1)) && Days.holds(month.atDay(1).plusMonths(1)) ? month : YearMonth.from(today);
        } catch (DateTimeException unreadable) {
            return YearMonth.from(today);
        }
    }
}
