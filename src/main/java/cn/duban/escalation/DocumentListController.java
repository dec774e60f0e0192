package cn.duban.escalation;

import static cn.duban_db.escalation.Tables.DOCUMENT;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;

import cn.duban.escalation.Document.State;
import cn.duban.escalation.DocumentsPage.Choice;
import cn.duban.escalation.DocumentsPage.Figure;
import cn.duban.escalation.DocumentsPage.Filter;
import cn.duban.escalation.DocumentsPage.Row;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Matters;
import cn.duban.units.Directories;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Documents in a list, and those of one matter beside it. */
@Controller
class DocumentListController {

    private static final int PAGE = 50;
    private static final int MOST = 1000;

    private final Documents documents;
    private final Handling handling;
    private final Matters matters;
    private final Directories directories;

    DocumentListController(Documents documents, Handling handling, Matters matters, Directories directories) {
        this.documents = documents;
        this.handling = handling;
        this.matters = matters;
        this.directories = directories;
    }

    @GetMapping("/escalation")
    String list(@RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "") String unit, @RequestParam(defaultValue = "") String overdue,
            @RequestParam(defaultValue = "") String appeal, @RequestParam(defaultValue = "") String year, @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable Integer signed, @RequestParam(defaultValue = "0") int left, Viewer viewer, Model model) {
        var today = handling.today(viewer.tenant());
        var filter = new Filter(Kind.of(kind).isPresent() ? kind : "", state(state) == null ? "" : state, unit.matches("\\d{1,9}") ? unit : "", overdue.isEmpty() ? "" : "yes", appeal.isEmpty() ? "" : "open", year.matches("\\d{4}") ? year : "");
        var from = after == null ? null : documents.find(after, viewer).orElse(null);
        var found = documents.list(condition(filter, today).and(from == null ? noCondition() : Documents.after(from.madeAt(), from.id())), PAGE + 1, viewer);
        var page = found.subList(0, Math.min(found.size(), PAGE));
        var rows = matters.rows(page.stream().map(d -> d.matter().id()).collect(Collectors.toSet()), viewer);
        var directory = directories.of(viewer.tenant());
        model.addAttribute("page", new DocumentsPage(page.stream().map(d -> new Row(d, rows.get(d.matter().id()), directory.unitName(d.unit()), d.overdue(today))).toList(), filter, figures(filter, today, viewer),
                directory.units().stream().map(one -> new Choice(String.valueOf(one.id()), directory.fullName(one.id()))).toList(), from == null, found.size() > PAGE ? page.getLast().id().toString() : null, viewer.has(Duty.SUPERVISE), signed, left));
        return "escalation/documents";
    }

    /** Those that were ticked, each on its own; what somebody signed or declined meanwhile is counted and left. */
    @PostMapping("/escalation/issue")
    String issue(@RequestParam(defaultValue = "") List<UUID> document, Viewer viewer) {
        viewer.require(Duty.SUPERVISE);
        int issued = 0;
        var some = document.stream().distinct().limit(PAGE).toList();
        for (var id : some) {
            try {
                handling.take(id, Handling.Given.of(Powers.Deed.ISSUE, ""), viewer);
                issued++;
            } catch (Refused left) {
                // somebody was faster, or it is not theirs
            }
        }
        return "redirect:/escalation?state=ready&signed=" + issued + "&left=" + (some.size() - issued);
    }

    /** Beside the page of a matter, and alone. */
    @GetMapping("/escalation/matters/{matter}")
    String of(@PathVariable MatterId matter, @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx, Viewer viewer, Model model) {
        var row = matters.rows(List.of(matter.id()), viewer).get(matter.id());
        if (row == null || matter.tenant() != viewer.tenant()) throw new NotFound();
        var today = handling.today(viewer.tenant());
        var directory = directories.of(viewer.tenant());
        model.addAttribute("page", new MatterDocumentsPage(row, documents.of(matter, viewer).stream().map(d -> new Row(d, row, directory.unitName(d.unit()), d.overdue(today))).toList(), htmx != null));
        return "escalation/matter";
    }

    /** From a line of the matter's timeline to its document. */
    @GetMapping("/escalation/matters/{matter}/lines/{no}")
    String line(@PathVariable MatterId matter, @PathVariable int no, Viewer viewer) {
        return "redirect:/escalation/" + documents.at(matter, no, viewer).orElseThrow(NotFound::new);
    }

    private static @Nullable State state(String word) {
        return List.of(State.values()).stream().filter(one -> one.word().equals(word)).findFirst().orElse(null);
    }

    private static Condition condition(Filter filter, LocalDate today) {
        Condition which = noCondition();
        if (!filter.kind().isEmpty()) which = which.and(DOCUMENT.KIND.eq(filter.kind()));
        if (!filter.state().isEmpty()) which = which.and(DOCUMENT.STATE.eq(filter.state()));
        if (!filter.unit().isEmpty()) which = which.and(DOCUMENT.UNIT.eq(Integer.valueOf(filter.unit())));
        if (!filter.overdue().isEmpty()) which = which.and(DOCUMENT.STATE.eq(inline(State.ISSUED.word()))).and(DOCUMENT.REPLY_DUE.lt(today));
        if (!filter.appeal().isEmpty()) which = which.and(Documents.appealed());
        return filter.year().isEmpty() ? which : which.and(DOCUMENT.YEAR.eq(Integer.valueOf(filter.year())));
    }

    private List<Figure> figures(Filter filter, LocalDate today, Viewer viewer) {
        var figures = new ArrayList<Figure>();
        if (viewer.has(Duty.SUPERVISE)) figures.add(figure(Words.say("escalation.figure.ready"), new Filter("", State.READY.word(), "", "", "", ""), filter, "yellow", today, viewer));
        figures.add(figure(Words.say("escalation.figure.issued"), new Filter("", State.ISSUED.word(), "", "", "", ""), filter, "blue", today, viewer));
        figures.add(figure(Words.say("escalation.figure.overdue"), new Filter("", "", "", "yes", "", ""), filter, "red", today, viewer));
        figures.add(figure(Words.say("escalation.figure.replied"), new Filter("", State.REPLIED.word(), "", "", "", ""), filter, "yellow", today, viewer));
        figures.add(figure(Words.say("escalation.figure.appeals"), new Filter("", "", "", "", "open", ""), filter, "yellow", today, viewer));
        return figures;
    }

    private Figure figure(String label, Filter which, Filter chosen, String colour, LocalDate today, Viewer viewer) {
        var count = documents.count(condition(which, today), MOST + 1, viewer);
        return new Figure(label, Math.min(count, MOST), count > MOST, which.address(), which.equals(chosen), colour);
    }
}
