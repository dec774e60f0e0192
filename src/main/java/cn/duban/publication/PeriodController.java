package cn.duban.publication;

import cn.duban.publication.SchedulesPage.Row;
import cn.duban.units.Directories;
import cn.duban.web.Dates;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
import cn.duban.workdays.Calendars;
import cn.duban.workdays.Rhythm;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Bulletins of a period: begun on demand, or by a schedule. */
@Controller
@RequestMapping("/bulletins")
class PeriodController {

    /** How a form names the template that comes with the product. */
    private static final String SHIPPED = "0";

    private final Drafting drafting;
    private final Periods periods;
    private final Schedules schedules;
    private final Templates templates;
    private final Bulletins bulletins;
    private final Directories directories;
    private final Calendars calendars;

    PeriodController(Drafting drafting, Periods periods, Schedules schedules, Templates templates, Bulletins bulletins, Directories directories, Calendars calendars) {
        this.templates = templates;
        this.drafting = drafting;
        this.periods = periods;
        this.schedules = schedules;
        this.bulletins = bulletins;
        this.directories = directories;
        this.calendars = calendars;
    }

    @GetMapping("/periods/new")
    String choose(Viewer viewer, Model model) {
        viewer.require(Duty.SUPERVISE);
        model.addAttribute("page", page(NewPeriodPage.Typed.nothing(today(viewer)), null, viewer));
        return "publication/new-period";
    }

    @PostMapping("/periods")
    String draft(@RequestParam(defaultValue = "") String what, @RequestParam(defaultValue = "") String rhythm, @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from, @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            @RequestParam(defaultValue = "") String template, Viewer viewer, HttpServletResponse response, Model model) {
        viewer.require(Duty.SUPERVISE);
        try {
            var scope = periods.scope(viewer.tenant(), what, rhythm, day, from, to, today(viewer));
            return "redirect:/bulletins/" + drafting.draft(scope, chosen(template, scope, viewer), viewer, viewer).id();
        } catch (Refused refused) {
            response.setStatus(refused.status().value());
            model.addAttribute("page", page(new NewPeriodPage.Typed(what, rhythm, said(day), said(from), said(to), template), refused.getMessage() + refused.next(), viewer));
            return "publication/new-period";
        }
    }

    private static String said(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private LocalDate today(Viewer viewer) {
        return directories.of(viewer.tenant()).today();
    }

    private NewPeriodPage page(NewPeriodPage.Typed typed, @Nullable String refused, Viewer viewer) {
        return new NewPeriodPage(periods.choices(viewer.tenant()).stream().map(c -> new NewPeriodPage.Choice(c.value(), c.label())).toList(), rhythms(), templates(viewer), typed, refused);
    }

    /** The one that fits, that of the product, or one by its number. */
    private Templates.@Nullable Entry chosen(String template, Scope scope, Viewer viewer) {
        if (template.isEmpty()) return templates.fitting(scope, viewer.tenant(), viewer.unit()).orElse(null);
        return template.equals(SHIPPED) ? null : named(template, viewer);
    }

    private Templates.Entry named(String template, Viewer viewer) {
        return templates.of(viewer.tenant(), viewer.unit()).stream().filter(entry -> String.valueOf(entry.no()).equals(template)).findFirst()
                .orElseThrow(() -> Refused.invalid("publication.template", Words.say("publication.template.gone"), Words.say("publication.template.gone.next")));
    }

    private List<NewPeriodPage.Choice> templates(Viewer viewer) {
        return templates.of(viewer.tenant(), viewer.unit()).stream().map(entry -> new NewPeriodPage.Choice(String.valueOf(entry.no()), entry.called())).toList();
    }

    private static List<NewPeriodPage.Choice> rhythms() {
        return Periods.RHYTHMS.stream().map(rhythm -> new NewPeriodPage.Choice(rhythm.toString(), rhythm.say(LocaleContextHolder.getLocale()))).toList();
    }

    @GetMapping("/schedules")
    String schedules(Viewer viewer, Model model) {
        viewer.require(Duty.SUPERVISE);
        var directory = directories.of(viewer.tenant());
        var calendar = calendars.of(viewer.tenant(), directory.region());
        var rows = schedules.of(viewer).stream().map(row -> {
            var schedule = row.schedule();
            return new Row(schedule.no(), periods.label(viewer.tenant(), schedule.ledger(), schedule.type()), when(schedule), directory.person(schedule.person()).map(person -> person.name()).orElse("—"),
                    Dates.day(schedule.next(directory.today(), calendar)), row.bulletin(), row.period() == null ? "—" : row.period() + "—" + schedule.rhythm().endOf(row.period()), row.fault() == null ? null : Words.say(row.fault(), Sheets.MOST));
        }).toList();
        model.addAttribute("page", new SchedulesPage(rows, page(NewPeriodPage.Typed.nothing(directory.today()), null, viewer)));
        return "publication/schedules";
    }

    private static String when(Schedule schedule) {
        var language = LocaleContextHolder.getLocale();
        if (schedule.rhythm() == Rhythm.DAILY) return Words.say("publication.schedule.daily");
        return schedule.weekday() != null ? Words.say("publication.schedule.weekly", schedule.weekday().getDisplayName(TextStyle.FULL, language))
                : Words.say("publication.schedule.last", schedule.rhythm().say(language));
    }

    @PostMapping("/schedules")
    @Transactional
    String add(@RequestParam(defaultValue = "") String what, @RequestParam(defaultValue = "") String rhythm, @RequestParam(defaultValue = "5") int weekday, @RequestParam(defaultValue = "") String template, Viewer viewer) {
        viewer.require(Duty.SUPERVISE);
        var about = periods.about(viewer.tenant(), what);
        Rhythm chosen = Periods.rhythm(rhythm).orElseThrow(() -> Refused.invalid("publication.period", Words.say("publication.schedule.rhythm"), Words.say("publication.schedule.rhythm.next")));
        schedules.add(about.ledger(), about.type(), chosen, Periods.weekday(chosen, weekday), template.isEmpty() ? null : Integer.valueOf(named(template, viewer).no()), today(viewer), viewer);
        return "redirect:/bulletins/schedules";
    }

    @PostMapping("/schedules/{no}/stop")
    @Transactional
    String stop(@PathVariable int no, Viewer viewer) {
        viewer.require(Duty.SUPERVISE);
        if (!schedules.stop(no, bulletins.now(), viewer)) throw new NotFound();
        return "redirect:/bulletins/schedules";
    }
}
