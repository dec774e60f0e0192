package cn.duban.performance;

import static cn.duban.web.Words.say;

import cn.duban.performance.Schemes.Version;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.web.Dates;
import cn.duban.web.Days;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Schemes: written with every fault in its line, consulted on, approved by somebody else, and never changed from then on. */
@Controller
@RequestMapping("/performance/schemes")
class SchemeController {

    private static final int LONGEST = 1000;
    private static final int PERIODS = 5;

    private final Schemes schemes;
    private final SchemeDesk desk;
    private final Conducting conducting;
    private final Measures measures;
    private final Directories directories;

    SchemeController(Schemes schemes, SchemeDesk desk, Conducting conducting, Measures measures, Directories directories) {
        this.schemes = schemes;
        this.desk = desk;
        this.conducting = conducting;
        this.measures = measures;
        this.directories = directories;
    }

    @GetMapping
    String list(Viewer viewer, Model model) {
        var directory = directories.of(viewer.tenant());
        var rows = schemes.list(viewer).stream().map(one -> new SchemesPage.Row(one.scheme().toString(), one.name(), one.version(), one.state(), directory.unitName(one.unit()), one.since() == null ? null : Dates.day(one.since()), one.by())).toList();
        var shipped = ShippedSchemes.TEXTS.entrySet().stream().flatMap(one -> Stream.ofNullable(SchemeReader.read(one.getValue()).scheme()).map(scheme -> new SchemesPage.Shipped(one.getKey(), scheme.name()))).toList();
        model.addAttribute("page", new SchemesPage(rows, shipped, viewer.has(Duty.SUPERVISE)));
        return "performance/schemes";
    }

    /** @param from a shipped text to begin with */
    @GetMapping("/new")
    String begin(@RequestParam(defaultValue = "supervision") String from, Viewer viewer, Model model) {
        viewer.require(Duty.SUPERVISE);
        return page(null, ShippedSchemes.TEXTS.getOrDefault(from, ""), 0, null, viewer, model);
    }

    @PostMapping("/new")
    String add(@RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "false") boolean keep, @RequestHeader(name = "HX-Request", required = false) @Nullable String looked, Viewer viewer, HttpServletResponse response, Model model) {
        viewer.require(Duty.SUPERVISE);
        var typed = text.replace("\r\n", "\n");
        // what the page sends by itself while somebody types bears the button that was clicked last
        if (!keep || looked != null) return page(null, typed, 0, null, viewer, model);
        try {
            return "redirect:/performance/schemes/" + desk.add(typed, viewer);
        } catch (Refused refused) {
            response.setStatus(refused.status().value());
            return page(null, typed, 0, refused.getMessage() + refused.next(), viewer, model);
        }
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, @RequestParam(required = false) @Nullable Integer version, Viewer viewer, Model model) {
        var shown = find(id, version, viewer);
        return page(shown, shown.text(), shown.revision(), null, viewer, model);
    }

    @PostMapping("/{id}")
    String save(@PathVariable UUID id, @RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "0") int revision, @RequestParam(defaultValue = "false") boolean keep, @RequestHeader(name = "HX-Request", required = false) @Nullable String looked, Viewer viewer,
            HttpServletResponse response, Model model) {
        var version = find(id, null, viewer);
        var typed = text.replace("\r\n", "\n");
        if (!keep || looked != null) return page(version, typed, revision, null, viewer, model);
        try {
            desk.save(version, revision, typed, viewer);
        } catch (Refused refused) {
            response.setStatus(refused.status().value());
            return page(version, typed, revision, refused.getMessage() + refused.next(), viewer, model);
        }
        return "redirect:/performance/schemes/" + id;
    }

    /** The next version, to be drafted beside the one in force. */
    @PostMapping("/{id}/draft")
    String draft(@PathVariable UUID id, Viewer viewer) {
        desk.draft(id, viewer);
        return "redirect:/performance/schemes/" + id;
    }

    @PostMapping("/{id}/consultation")
    String consult(@PathVariable UUID id, @RequestParam(defaultValue = "") String until, Viewer viewer, HttpServletResponse response, Model model) {
        return done(id, () -> desk.consult(id, day(until, "performance.consult.until"), viewer), viewer, response, model);
    }

    @PostMapping("/{id}/opinions")
    String opine(@PathVariable UUID id, @RequestParam(defaultValue = "") String agrees, @RequestParam(defaultValue = "") String opinion, Viewer viewer, HttpServletResponse response, Model model) {
        return done(id, () -> desk.opine(id, agrees, text(opinion), viewer), viewer, response, model);
    }

    @PostMapping("/{id}/answers")
    String answer(@PathVariable UUID id, @RequestParam int unit, @RequestParam(defaultValue = "") String answer, Viewer viewer, HttpServletResponse response, Model model) {
        return done(id, () -> desk.answer(id, unit, text(answer), viewer), viewer, response, model);
    }

    @PostMapping("/{id}/approval")
    String approve(@PathVariable UUID id, @RequestParam(defaultValue = "") String since, Viewer viewer, HttpServletResponse response, Model model) {
        return done(id, () -> desk.approve(id, day(since, "performance.approve.since"), viewer), viewer, response, model);
    }

    @PostMapping("/{id}/rounds")
    String open(@PathVariable UUID id, @RequestParam(defaultValue = "") String period, Viewer viewer, HttpServletResponse response, Model model) {
        try {
            return "redirect:/performance/rounds/" + conducting.open(id, day(period, "performance.open.period"), viewer);
        } catch (Refused refused) {
            return refused(id, refused, viewer, response, model);
        }
    }

    private String done(UUID id, Runnable act, Viewer viewer, HttpServletResponse response, Model model) {
        try {
            act.run();
            return "redirect:/performance/schemes/" + id;
        } catch (Refused refused) {
            return refused(id, refused, viewer, response, model);
        }
    }

    private String refused(UUID id, Refused refused, Viewer viewer, HttpServletResponse response, Model model) {
        if (refused.status() == HttpStatus.NOT_FOUND) throw refused;
        response.setStatus(refused.status().value());
        var version = find(id, null, viewer);
        return page(version, version.text(), version.revision(), refused.getMessage() + refused.next(), viewer, model);
    }

    private static LocalDate day(String said, String wrong) {
        try {
            var day = LocalDate.parse(said);
            if (Days.holds(day)) return day;
        } catch (DateTimeParseException noDay) {
            // said below
        }
        throw Refused.invalid("performance.day", say(wrong), "");
    }

    private static String text(String said) {
        if (said.strip().length() > LONGEST) throw Refused.invalid("performance.long", say("performance.score.long", LONGEST), "");
        return said.strip();
    }

    private Version find(UUID id, @Nullable Integer version, Viewer viewer) {
        return schemes.versions(id, viewer).stream().filter(one -> version == null || one.version() == version).findFirst().orElseThrow(NotFound::new);
    }

    private String page(@Nullable Version version, String text, int revision, @Nullable String refused, Viewer viewer, Model model) {
        var directory = directories.of(viewer.tenant());
        var read = SchemeReader.read(text);
        var faults = measures.check(read, directory).stream().map(fault -> new SchemePage.Fault(fault.line(), fault.text().in(LocaleContextHolder.getLocale()))).toList();
        var scheme = read.scheme();
        var lines = scheme == null ? List.<SchemePage.Line>of() : SchemeLines.of(scheme);
        var groups = scheme == null ? List.<SchemePage.Group>of() : SchemeLines.groups(scheme, directory);
        if (version == null) {
            model.addAttribute("page", new SchemePage(null, "", 0, "drafted", text, 0, true, faults, refused, lines, groups, List.of(), List.of(), null, null, false, false, null, false, List.of(), List.of()));
            return "performance/scheme";
        }
        var own = viewer.unit() == version.unit() && viewer.has(Duty.SUPERVISE);
        var latest = schemes.versions(version.scheme(), viewer);
        var newest = latest.getFirst().version() == version.version();
        var said = schemes.opinions(version, viewer.tenant());
        var appraised = scheme == null ? List.<Integer>of() : Appraised.of(scheme, directory).stream().map(Appraised::unit).toList();
        var opines = version.consulting() ? SchemeDesk.opines(viewer, appraised, directory) : Optional.<Integer>empty();
        model.addAttribute("page", new SchemePage(version.scheme().toString(), version.name(), version.version(), version.state(), text, revision, own && newest && !version.approved(), version.approved() ? List.of() : faults, refused, lines, groups,
                said.stream().map(one -> new SchemePage.Opinion(one.unit(), directory.unitName(one.unit()), one.agrees(), one.text(), one.by(), one.answer())).toList(),
                version.consulting() ? appraised.stream().filter(unit -> said.stream().noneMatch(one -> one.unit() == unit)).map(directory::unitName).toList() : List.of(),
                version.opinionsUntil() == null ? null : version.opinionsUntil().toString(), opines.map(directory::unitName).orElse(null), own && newest && version.drafted() && faults.isEmpty(),
                version.consulting() && SchemeDesk.approves(version, viewer, directory), version.since() == null ? null : version.since().toString(), own && newest && version.approved(),
                latest.stream().map(one -> new SchemePage.Version(one.version(), one.state(), one.by(), Dates.minute(one.at()), one.since() == null ? null : one.since().toString())).toList(),
                own && scheme != null && latest.stream().anyMatch(Version::approved) ? periods(scheme, directory) : List.of()));
        return "performance/scheme";
    }

    /** The last few periods, the one under way included. */
    private static List<SchemePage.Choice> periods(Scheme scheme, Directory directory) {
        return Stream.iterate(scheme.rhythm().startOf(directory.today()), start -> scheme.rhythm().startOf(start.minusDays(1))).limit(PERIODS).map(start -> new SchemePage.Choice(start.toString(), Round.period(scheme.rhythm(), start))).toList();
    }
}
