package cn.duban.supervision;

import cn.duban.documents.TablesXlsx;
import cn.duban.ledger.Bearable;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterRow;
import cn.duban.ledger.MatterTypes.Published;
import cn.duban.ledger.Matters;
import cn.duban.ledger.TypeCatalogue;
import cn.duban.supervision.Dispatch.Round;
import cn.duban.supervision.Dispatches.Tally;
import cn.duban.supervision.DispatchesPage.Choice;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.web.Complaints;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
import cn.duban.workdays.Calendars;
import cn.duban.workdays.Rhythm;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Dispatches: set up, and read round by round. */
@Controller
@RequestMapping("/supervision/dispatches")
class DispatchController {

    private final Dispatches dispatches;
    private final Dispatching dispatching;
    private final Matters matters;
    private final TypeCatalogue catalogue;
    private final Directories directories;
    private final Calendars calendars;

    DispatchController(Dispatches dispatches, Dispatching dispatching, Matters matters, TypeCatalogue catalogue, Directories directories, Calendars calendars) {
        this.dispatches = dispatches;
        this.dispatching = dispatching;
        this.matters = matters;
        this.catalogue = catalogue;
        this.directories = directories;
        this.calendars = calendars;
    }

    @GetMapping
    String list(Viewer viewer, Model model) {
        model.addAttribute("page", page(new Typed(new LinkedMultiValueMap<>()), new Complaints(), viewer));
        return "supervision/dispatches";
    }

    private DispatchesPage page(Typed typed, Complaints complaints, Viewer viewer) {
        var directory = directories.of(viewer.tenant());
        var all = dispatches.of(viewer);
        var latest = dispatches.latest(viewer.tenant(), all.stream().map(Dispatch::id).toList());
        var tallies = dispatches.tallies(all, latest, directory, viewer);
        var rows = all.stream().map(one -> {
            var tally = tallies.getOrDefault(one.id(), Tally.NOTHING);
            return new DispatchesPage.Row(one.id(), one.title(), about(one, directory), one.rhythm().say(LocaleContextHolder.getLocale()), said(latest.get(one.id())), tally.due(), tally.missing(), one.stopped(), viewer.has(Duty.SUPERVISE) && one.unit() == viewer.unit());
        }).toList();
        var form = new DispatchesPage.Form(typed.text("name"), typed.text("what"), typed.text("lead"), typed.text("rhythm").isEmpty() ? "weekly" : typed.text("rhythm"), typed.text("first").isEmpty() ? directory.today().toString() : typed.text("first"),
                whats(viewer.tenant()).entrySet().stream().map(what -> new Choice(what.getKey(), what.getValue())).toList(), new Bearable(directory).units().stream().map(unit -> new Choice(unit.value(), unit.label())).toList(), Dispatch.RHYTHMS, complaints);
        return new DispatchesPage(rows, viewer.has(Duty.SUPERVISE) ? form : null);
    }

    private static String said(Dispatches.@Nullable Latest last) {
        return last == null ? "" : last.round().from() + " — " + last.round().to();
    }

    private Tally tally(Dispatch dispatch, Round round, Directory directory, Viewer viewer) {
        return dispatches.tallies(List.of(dispatch), Map.of(dispatch.id(), new Dispatches.Latest(round, dispatches.closed(dispatch, round))), directory, viewer).getOrDefault(dispatch.id(), Tally.NOTHING);
    }

    private String about(Dispatch dispatch, Directory directory) {
        var what = whats(dispatch.tenant()).getOrDefault(dispatch.type() == null ? dispatch.ledger() : dispatch.ledger() + "/" + dispatch.type(), dispatch.ledger()).strip();
        return dispatch.lead() == null ? what : what + " · " + directory.unitName(dispatch.lead());
    }

    /** Every ledger, and under it its types. */
    private Map<String, String> whats(int tenant) {
        var whats = new LinkedHashMap<String, String>();
        var byLedger = catalogue.of(tenant).stream().collect(Collectors.groupingBy(Published::ledger, LinkedHashMap::new, Collectors.toList()));
        byLedger.forEach((ledger, types) -> {
            whats.put(ledger, Words.has("ledger.name." + ledger) ? Words.say("ledger.name." + ledger) : ledger);
            types.forEach(type -> whats.put(ledger + "/" + type.version().name(), "\u3000" + type.type().label().in(LocaleContextHolder.getLocale())));
        });
        return whats;
    }

    @PostMapping
    String add(@RequestParam MultiValueMap<String, String> values, Viewer viewer, HttpServletResponse response, Model model) {
        viewer.require(Duty.SUPERVISE);
        var typed = new Typed(values);
        var complaints = new Complaints();
        var directory = directories.of(viewer.tenant());
        var rhythm = Dispatch.RHYTHMS.stream().filter(one -> one.toString().equals(typed.text("rhythm"))).findFirst();
        var first = Typed.day(typed.text("first"));
        var leads = typed.numbers("lead");
        complaints.addIf(typed.text("name").isEmpty() || typed.text("name").length() > 80, "name", "supervision.dispatch.form.name");
        complaints.addIf(!whats(viewer.tenant()).containsKey(typed.text("what")), "what", "supervision.dispatch.form.what");
        complaints.addIf(rhythm.isEmpty(), "rhythm", "supervision.dispatch.form.rhythm");
        complaints.addIf(first == null, "first", "supervision.dispatch.form.first");
        complaints.addIf(!typed.text("lead").isEmpty() && (leads.isEmpty() || directory.unit(leads.getFirst()).isEmpty()), "lead", "supervision.dispatch.form.lead");
        if (complaints.isEmpty()) return "redirect:/supervision/dispatches/" + begun(typed, rhythm.orElseThrow(), Objects.requireNonNull(first), leads.isEmpty() ? null : leads.getFirst(), directory, viewer);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("page", page(typed, complaints, viewer));
        return "supervision/dispatches";
    }

    /** Its first round begins at once, where today lies in it. */
    private UUID begun(Typed typed, Rhythm rhythm, LocalDate first, @Nullable Integer lead, Directory directory, Viewer viewer) {
        var what = typed.text("what").split("/");
        var dispatch = new Dispatch(viewer.tenant(), Ledger.newId(), typed.text("name"), what[0], what.length > 1 ? what[1] : null, lead, rhythm, first, viewer.person(), viewer.unit(), false);
        dispatches.add(dispatch, dispatching.now());
        dispatching.begin(dispatch, directory.today(), directory, calendars.of(viewer.tenant(), directory.region()));
        return dispatch.id();
    }

    @PostMapping("/{id}/stop")
    String stop(@PathVariable UUID id, Viewer viewer) {
        viewer.require(Duty.SUPERVISE);
        if (!dispatches.stop(id, dispatching.now(), viewer)) throw new NotFound();
        return "redirect:/supervision/dispatches";
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, @RequestParam(defaultValue = "") String from, Viewer viewer, Model model) {
        model.addAttribute("page", page(id, from, Dispatches.SHOWN_LINES, viewer));
        return "supervision/dispatch";
    }

    /** The round as it is shown, to be sent on. */
    @GetMapping("/{id}/sheet.xlsx")
    void sheet(@PathVariable UUID id, @RequestParam(defaultValue = "") String from, Viewer viewer, HttpServletResponse response) throws IOException {
        var page = page(id, from, Dispatches.SHEET_LINES, viewer);
        if (page.from() == null) throw new NotFound();
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(page.name() + " " + page.from() + ".xlsx", StandardCharsets.UTF_8).build().toString());
        TablesXlsx.write(DispatchSheet.of(page), response.getOutputStream());
    }

    private DispatchPage page(UUID id, String from, int most, Viewer viewer) {
        var dispatch = dispatches.find(id, viewer).orElseThrow(NotFound::new);
        var directory = directories.of(viewer.tenant());
        var rounds = dispatches.rounds(dispatch);
        var asked = Typed.day(from);
        var starts = asked != null && rounds.contains(asked) ? asked : rounds.isEmpty() ? null : rounds.getFirst();
        return starts == null ? none(dispatch, directory) : page(dispatch, dispatch.holding(starts), rounds, most, directory, viewer);
    }

    private DispatchPage none(Dispatch dispatch, Directory directory) {
        return new DispatchPage(dispatch.id(), dispatch.title(), about(dispatch, directory), null, null, false, 0, 0, 0, null, List.of(), List.of(), 0);
    }

    private DispatchPage page(Dispatch dispatch, Round round, List<LocalDate> rounds, int most, Directory directory, Viewer viewer) {
        var lines = dispatches.lines(dispatch, round, dispatches.closed(dispatch, round), Dispatching.begins(round, directory), Dispatching.ends(round, directory), most, viewer);
        var tally = tally(dispatch, round, directory, viewer);
        var rows = matters.rows(lines.stream().map(line -> line.matter().id()).collect(Collectors.toSet()), viewer);
        var before = dispatch.before(round);
        var former = rounds.contains(before.from()) ? Integer.valueOf(tally(dispatch, before, directory, viewer).missing()) : null;
        var sections = Stream.of(section("missing", "red", "report-off", lines, rows, directory, DispatchLine::missing), section("stuck", "yellow", "player-pause", lines, rows, directory, DispatchLine::stuck),
                section("newly-late", "red", "alert-triangle", lines, rows, directory, DispatchLine::newlyLate), section("reported", "green", "circle-check", lines, rows, directory, line -> line.entry() != null),
                section("settled", "grey", "check", lines, rows, directory, line -> line.entry() == null && line.settled())).filter(section -> !section.rows().isEmpty()).toList();
        return new DispatchPage(dispatch.id(), dispatch.title(), about(dispatch, directory), round.from(), round.to(), dispatches.closed(dispatch, round), tally.due(), tally.reported(), tally.missing(), former, sections, rounds, tally.due() > lines.size() ? lines.size() : 0);
    }

    private static DispatchPage.Section section(String key, String colour, String icon, List<DispatchLine> lines, Map<UUID, MatterRow> rows, Directory directory, Predicate<DispatchLine> which) {
        var shown = new ArrayList<DispatchPage.Row>();
        lines.stream().filter(which).forEach(line -> {
            var row = rows.get(line.matter().id());
            if (row != null) shown.add(new DispatchPage.Row(directory.unitName(line.unit()), line.matter().toString(), row.number(), row.title(), line.entry(), line.before()));
        });
        return new DispatchPage.Section(key, colour, icon, shown);
    }
}
