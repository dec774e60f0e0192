package cn.duban.inspection;

import cn.duban.inspection.Declaration.State;
import cn.duban.inspection.PlanPages.BesidePage;
import cn.duban.inspection.PlanPages.FormPage;
import cn.duban.inspection.PlanPages.ListPage;
import cn.duban.inspection.PlanPages.OnePage;
import cn.duban.inspection.PlanPages.Option;
import cn.duban.inspection.PlanPages.Used;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Matters;
import cn.duban.units.Directories;
import cn.duban.units.Unit;
import cn.duban.web.Complaints;
import cn.duban.web.Dates;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Tick;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The plan of a year: declared, looked at beside what is near, decided. */
@Controller
@RequestMapping("/inspections")
class PlanController {

    private static final String ID = "{id:[0-9a-f]{8}-[0-9a-f-]{27}}";

    private final Plans plans;
    private final Quotas quotas;
    private final Deciding deciding;
    private final Matters matters;
    private final Directories directories;
    private final ObjectProvider<InspectionSection> sections;

    PlanController(Plans plans, Quotas quotas, Deciding deciding, Matters matters, Directories directories, ObjectProvider<InspectionSection> sections) {
        this.plans = plans;
        this.quotas = quotas;
        this.deciding = deciding;
        this.matters = matters;
        this.directories = directories;
        this.sections = sections;
    }

    @GetMapping
    String list(@RequestParam Map<String, String> asked, Viewer viewer, Model model) {
        var directory = directories.of(viewer.tenant());
        var query = PlanQuery.read(asked, directory.today());
        var year = Objects.requireNonNullElse(query.year(), directory.today().getYear());
        var oversees = plans.oversees(viewer);
        var list = plans.list(query, viewer);
        var rows = rows(list, viewer);
        var unit = query.unit() == null ? null : directory.unit(query.unit()).map(Unit::name).orElse(null);
        model.addAttribute("page", new ListPage(year, query, unit, rows, oversees ? used(year, viewer) : List.of(), plans.issued(viewer.tenant(), year).map(issued -> Words.say("inspection.issued", Dates.minute(issued.at()), issued.by())).orElse(null),
                oversees, viewer.has(Duty.SUPERVISE), declares(viewer), (String) model.getAttribute("said")));
        return "inspection/plan";
    }

    private List<PlanPages.Row> rows(List<Declaration> list, Viewer viewer) {
        var directory = directories.of(viewer.tenant());
        var crowding = deciding.crowding(viewer.tenant());
        var numbers = matters.rows(list.stream().map(Declaration::matter).filter(Objects::nonNull).toList(), viewer);
        return list.stream().map(one -> PlanPages.row(one, one.matter() == null || !numbers.containsKey(one.matter()) ? null : numbers.get(one.matter()).number(), one.state().counts() ? crowding.of(one.planned()) : List.of(), directory)).toList();
    }

    /** What is planned against what may be, for the year as a whole. */
    private List<Used> used(int year, Viewer viewer) {
        var counting = plans.counting(viewer.tenant()).stream().filter(one -> one.year() == year).toList();
        var total = quotas.of(viewer.tenant()).total(java.time.LocalDate.of(year, 12, 31));
        var approved = counting.stream().filter(one -> one.state() == State.APPROVED).toList();
        var all = PlanQuery.of(year).href();
        return List.of(
                new Used(Words.say("inspection.used.all"), counting.size(), total.map(Quota::most).orElse(null), all),
                new Used(Words.say("inspection.used.approved"), approved.size(), total.map(Quota::most).orElse(null), new PlanQuery(year, null, null, null, null, State.APPROVED).href()),
                new Used(Words.say("inspection.used.days"), counting.stream().mapToInt(Declaration::days).sum(), total.map(Quota::mostDays).orElse(null), all));
    }

    static boolean declares(Viewer viewer) {
        return Stream.of(Duty.SUPERVISE, Duty.REGISTRY, Duty.HANDLE, Duty.REVIEW, Duty.SIGN).anyMatch(viewer::has);
    }

    @GetMapping("/new")
    String form(Viewer viewer, Model model) {
        return form(DeclarationForm.empty(viewer), new Complaints(), viewer, model);
    }

    private String form(DeclarationForm form, Complaints complaints, Viewer viewer, Model model) {
        if (!declares(viewer)) throw Refused.forbidden("inspection.declare", Words.say("inspection.declare.duty"), "");
        var directory = directories.of(viewer.tenant());
        var units = DeclarationForm.inspecting(viewer, directory).stream().map(unit -> new Option(String.valueOf(unit.id()), unit.name())).toList();
        var inspectable = DeclarationForm.inspectable(directory).stream().sorted(Comparator.comparing((Unit unit) -> unit.kind()).thenComparing(Unit::id)).toList();
        model.addAttribute("page", new FormPage(form, units, ticks(inspectable, form.joining()), ticks(inspectable, form.objects()), plans.issued(viewer.tenant(), directory.today().getYear()).isPresent() || complaints.of("decision") != null, complaints));
        return "inspection/declare";
    }

    private static List<Tick> ticks(List<Unit> units, List<String> ticked) {
        return units.stream().map(unit -> new Tick(String.valueOf(unit.id()), unit.name(), ticked.contains(String.valueOf(unit.id())))).toList();
    }

    @PostMapping
    String declare(@RequestParam MultiValueMap<String, String> typed, Viewer viewer, HttpServletResponse response, RedirectAttributes told, Model model) {
        var form = DeclarationForm.of(typed);
        var complaints = new Complaints();
        if (!declares(viewer)) throw Refused.forbidden("inspection.declare", Words.say("inspection.declare.duty"), "");
        var one = form.read(viewer, directories.of(viewer.tenant()), plans.now(), year -> plans.issued(viewer.tenant(), year).isPresent(), complaints);
        if (one == null) {
            response.setStatus(422);
            return form(form, complaints, viewer, model);
        }
        told.addFlashAttribute("said", Words.say("inspection.declared"));
        return "redirect:/inspections/" + plans.declare(one);
    }

    @GetMapping("/" + ID)
    String show(@PathVariable UUID id, Viewer viewer, Model model) {
        return show(id, "", null, viewer, model);
    }

    private String show(UUID id, String reason, @Nullable Refused refused, Viewer viewer, Model model) {
        var one = plans.find(id, viewer).orElseThrow(NotFound::new);
        var directory = directories.of(viewer.tenant());
        var row = rows(List.of(one), viewer).getFirst();
        var decides = one.open() && viewer.has(Duty.SUPERVISE);
        var merging = decides ? plans.list(PlanQuery.of(one.year()), viewer).stream().filter(other -> other.open() && !other.id().equals(one.id())).map(other -> new Option(other.id().toString(), other.title() + "（" + directory.unitName(other.unit()) + "）")).toList() : List.<Option>of();
        var into = one.mergedInto() == null ? null : plans.find(one.mergedInto(), viewer).map(Declaration::title).orElse(null);
        model.addAttribute("page", new OnePage(row, decides, one.enteredBy() == viewer.person(), one.open() && directory.within(viewer.unit(), one.enteredUnit()), merging, parts(one, viewer), reason, refused == null ? null : refused.getMessage() + refused.next(),
                (String) model.getAttribute("said"), into));
        return "inspection/one";
    }

    /** From the page of the matter that it is: a part of that page, or the way here. Whom it concerns reads the matter, and nothing of the plan. */
    @GetMapping("/matters/{id}")
    String beside(@PathVariable MatterId id, @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx, Viewer viewer, Model model) {
        if (id.tenant() != viewer.tenant() || matters.rows(List.of(id.id()), viewer).isEmpty()) throw new NotFound();
        var one = plans.of(id.id(), viewer).orElse(null);
        if (htmx == null) return one == null ? "redirect:/matters/" + id : "redirect:" + one.href();
        model.addAttribute("page", new BesidePage(one == null ? null : rows(List.of(one), viewer).getFirst(), one == null ? List.of() : parts(one, viewer)));
        return "inspection/beside";
    }

    private List<InspectionSection.Shown> parts(Declaration one, Viewer viewer) {
        var parts = new ArrayList<InspectionSection.Shown>();
        sections.stream().sorted(Comparator.comparingInt(InspectionSection::order)).map(section -> section.of(one, viewer)).filter(Objects::nonNull).forEach(parts::add);
        return parts;
    }

    @PostMapping("/" + ID + "/{decision:approval|refusal|merger|withdrawal}")
    String decide(@PathVariable UUID id, @PathVariable String decision, @RequestParam(defaultValue = "0") int version, @RequestParam(defaultValue = "") String reason, @RequestParam(defaultValue = "") String into, Viewer viewer, RedirectAttributes told,
            HttpServletResponse response, Model model) {
        try {
            switch (decision) {
                case "approval" -> deciding.approve(id, version, reason, viewer);
                case "refusal" -> deciding.refuse(id, version, reason, viewer);
                case "merger" -> deciding.merge(id, version, Objects.requireNonNullElse(PlanPages.id(into), id), reason, viewer);
                default -> deciding.withdraw(id, version, viewer);
            }
        } catch (Refused refused) {
            if (refused.status().value() == 404) throw refused;
            response.setStatus(refused.status().value());
            return show(id, reason, refused, viewer, model);
        }
        told.addFlashAttribute("said", Words.say("inspection.done." + decision));
        return "redirect:/inspections/" + id;
    }

    /** Where a browser comes back to after a reload. */
    @GetMapping("/" + ID + "/{decision:approval|refusal|merger|withdrawal}")
    ResponseEntity<Void> decided(@PathVariable UUID id) {
        return ResponseEntity.status(HttpStatus.FOUND).location(URI.create("/inspections/" + id)).build();
    }

    @PostMapping("/issue")
    String issue(@RequestParam int year, Viewer viewer, RedirectAttributes told) {
        deciding.issue(Math.clamp(year, 1900, 2199), viewer);
        told.addFlashAttribute("said", Words.say("inspection.done.issue", year));
        return "redirect:" + PlanQuery.of(year).href();
    }
}
