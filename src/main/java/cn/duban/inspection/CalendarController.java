package cn.duban.inspection;

import cn.duban.inspection.CalendarPage.Cell;
import cn.duban.inspection.CalendarPage.Month;
import cn.duban.inspection.CalendarPage.UnitRow;
import cn.duban.inspection.Crowding.Crowd;
import cn.duban.inspection.Crowding.Rule;
import cn.duban.inspection.PlanPages.Row;
import cn.duban.inspection.PlanPages.Warning;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.web.Viewer;
import cn.duban.workdays.Calendars;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The calendar of inspections: it shows a unit that is inspected twice before anybody approves it. */
@Controller
class CalendarController {

    private final Plans plans;
    private final Quotas quotas;
    private final Deciding deciding;
    private final Directories directories;
    private final Calendars calendars;

    CalendarController(Plans plans, Quotas quotas, Deciding deciding, Directories directories, Calendars calendars) {
        this.plans = plans;
        this.quotas = quotas;
        this.deciding = deciding;
        this.directories = directories;
        this.calendars = calendars;
    }

    @GetMapping("/inspections/calendar")
    String show(@RequestParam(required = false) @Nullable String year, @RequestParam(required = false) @Nullable String month, Viewer viewer, Model model) {
        var directory = directories.of(viewer.tenant());
        var today = directory.today();
        var of = Objects.requireNonNullElse(PlanQuery.number(year, 1901, 2198), today.getYear());
        var number = PlanQuery.number(month, 1, 12);
        var shown = number == null ? null : YearMonth.of(of, number);
        var seen = plans.list(new PlanQuery(null, null, null, LocalDate.of(of, 1, 1), LocalDate.of(of, 12, 31), null), viewer).stream().filter(one -> one.state().counts()).toList();
        var crowding = deciding.crowding(viewer.tenant());
        var crowds = new HashMap<UUID, List<Crowd>>();
        seen.forEach(one -> crowds.put(one.id(), crowding.of(one.planned())));
        var limits = quotas.of(viewer.tenant());
        var units = seen.stream().flatMap(one -> one.objects().stream()).distinct().sorted().map(unit -> unit(unit, of, seen, crowds, limits, directory)).toList();
        var first = shown == null ? LocalDate.of(of, 1, 1) : shown.atDay(1);
        var last = shown == null ? LocalDate.of(of, 12, 31) : shown.atEndOfMonth();
        var rows = seen.stream().filter(one -> PlanQuery.touches(one, first, last)).map(one -> PlanPages.row(one, null, crowds.get(one.id()), directory)).toList();
        model.addAttribute("page", new CalendarPage(of, shown, today, shown == null ? List.of() : cells(shown, rows, directory), units, rows, units.stream().filter(unit -> !unit.warnings().isEmpty()).toList(), plans.oversees(viewer)));
        return "inspection/calendar";
    }

    private List<Cell> cells(YearMonth month, List<Row> rows, Directory directory) {
        var calendar = calendars.of(directory.tenant(), directory.region());
        return month.atDay(1).datesUntil(month.plusMonths(1).atDay(1)).map(day -> new Cell(calendar.day(day), rows.stream().filter(row -> PlanQuery.touches(row.one(), day, day)).toList())).toList();
    }

    private static UnitRow unit(int unit, int year, List<Declaration> seen, Map<UUID, List<Crowd>> crowds, Limits limits, Directory directory) {
        var there = seen.stream().filter(one -> one.objects().contains(unit)).toList();
        var year0 = there.stream().filter(one -> one.year() == year).toList();
        var quota = limits.of(unit, LocalDate.of(year, 12, 31));
        var months = IntStream.rangeClosed(1, 12).mapToObj(no -> {
            var first = LocalDate.of(year, no, 1);
            var in = there.stream().filter(one -> PlanQuery.touches(one, first, first.plusMonths(1).minusDays(1))).toList();
            var crowded = in.stream().anyMatch(one -> crowds.get(one.id()).stream().anyMatch(crowd -> crowd.unit() == unit && crowd.rule() == Rule.TWICE));
            return new Month(no, in.size(), crowded, new PlanQuery(year, unit, no, null, null, null).href());
        }).toList();
        var warnings = there.stream().flatMap(one -> PlanPages.warnings(one, crowds.get(one.id()).stream().filter(crowd -> crowd.unit() == unit).toList(), directory).stream()
                .map(warning -> new Warning(one.title() + "：" + warning.text(), warning.href()))).toList();
        return new UnitRow(unit, directory.unitName(unit), months, year0.size(), quota.map(Quota::most).orElse(null), year0.stream().mapToInt(Declaration::days).sum(), quota.map(Quota::mostDays).orElse(null),
                new PlanQuery(year, unit, null, null, null, null).href(), warnings.stream().distinct().toList());
    }
}
