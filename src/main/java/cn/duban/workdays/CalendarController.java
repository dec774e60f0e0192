package cn.duban.workdays;

import cn.duban.units.Directories;
import cn.duban.web.Navigation;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The year's working days as everybody counts them; the administrator enters local days and imports the yearly notice. */
@Controller
class CalendarController {

    private final Calendars calendars;
    private final Directories directories;

    CalendarController(Calendars calendars, Directories directories) {
        this.calendars = calendars;
        this.directories = directories;
    }

    @GetMapping("/calendar")
    String year(@RequestParam(required = false) @Nullable Integer year, Viewer viewer, Model model) {
        return show(year, null, viewer, model);
    }

    /** Whether nobody works on the one day sent, whatever its field is called; nothing where it is a working day or none. */
    @GetMapping("/calendar/rest")
    String rest(@RequestParam Map<String, String> asked, @RequestHeader(name = "HX-Request", required = false) @Nullable String part, Viewer viewer, Model model) {
        if (part == null) return "redirect:/calendar" + asked.values().stream().map(CalendarController::day).flatMap(Optional::stream).findFirst().map(day -> "?year=" + day.getYear()).orElse("");
        var region = directories.of(viewer.tenant()).region();
        asked.values().stream().map(CalendarController::day).flatMap(Optional::stream).findFirst()
                .flatMap(day -> RestDay.of(calendars.of(viewer.tenant(), region), day)).ifPresent(rest -> model.addAttribute("rest", rest.text()));
        return "workdays/rest";
    }

    private static Optional<LocalDate> day(String written) {
        try {
            return Optional.of(LocalDate.parse(written)).filter(day -> day.getYear() >= 2000 && day.getYear() <= 2100);
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    private String show(@Nullable Integer year, @Nullable ImportReport report, Viewer viewer, Model model) {
        var here = directories.of(viewer.tenant());
        var shown = year == null || year < 2000 || year > 2100 ? here.today().getYear() : year;
        model.addAttribute("page", new CalendarPage(shown, here.today(), calendars.of(viewer.tenant(), here.region()),
                calendars.overrides(viewer.tenant(), here.region()).stream().filter(o -> o.override().day().getYear() == shown).toList(),
                calendars.workingHours(viewer.tenant(), here.region()), viewer.has(Duty.ADMINISTER), report));
        return "workdays/calendar";
    }

    @PostMapping("/calendar/overrides")
    String override(@RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day, @RequestParam DayKind kind, @RequestParam String name,
            @RequestParam(defaultValue = "") String source, Viewer viewer) {
        viewer.require(Duty.ADMINISTER);
        var here = directories.of(viewer.tenant());
        said(() -> calendars.override(viewer.tenant(), new DayOverride(here.region(), day, kind, name.strip(), source.strip(), here.today()), viewer.person()));
        return "redirect:/calendar?year=" + day.getYear();
    }

    @PostMapping("/calendar/overrides/withdraw")
    String withdraw(@RequestParam long change, @RequestParam String reason, Viewer viewer) {
        viewer.require(Duty.ADMINISTER);
        said(() -> calendars.withdraw(viewer.tenant(), change, reason.strip(), viewer.person()));
        return "redirect:/calendar";
    }

    @PostMapping("/calendar/hours")
    String hours(@RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from, @RequestParam String spans, Viewer viewer) {
        viewer.require(Duty.ADMINISTER);
        said(() -> calendars.workingHours(viewer.tenant(), WorkingHours.typed(directories.of(viewer.tenant()).region(), from, spans), viewer.person()));
        return "redirect:/calendar";
    }

    /** Whose notice it is: a later revision of the nation's replaces the nation's and leaves the own region's word standing. */
    enum Scope { NATION, LOCAL }

    @PostMapping("/calendar/notices")
    String notices(@RequestParam(required = false) @Nullable MultipartFile file, @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "NATION") Scope scope, @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate publishedOn, Viewer viewer, Model model) throws IOException {
        viewer.require(Duty.ADMINISTER);
        var words = file == null || file.isEmpty() ? text : new String(file.getBytes(), StandardCharsets.UTF_8);
        if (words.isBlank()) throw Refused.invalid("workdays.nothing", Words.say("workdays.notice.nothing"), Words.say("workdays.notice.nothing.next"));
        var report = calendars.importNotices(viewer.tenant(), scope == Scope.NATION ? Region.NATION : directories.of(viewer.tenant()).region(), words, publishedOn, viewer.person());
        return show(report.added().stream().map(Notice::year).findFirst().orElse(null), report, viewer, model);
    }

    /** A sentence of this room's rules is the answer, not a fault. */
    private static void said(Runnable change) {
        try {
            change.run();
        } catch (IllegalArgumentException e) {
            throw Refused.invalid("workdays.refused", e.getMessage(), Words.say("workdays.refused.next"));
        }
    }

    @Component
    static class CalendarNavigation implements Navigation {
        @Override
        public List<Entry> entries() {
            return List.of(new Entry("workdays.calendar.title", "/calendar", "calendar", 330, Set.of()));
        }
    }
}
