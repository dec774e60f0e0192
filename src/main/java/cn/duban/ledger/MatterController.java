package cn.duban.ledger;

import static cn.duban.ledger.TimelineWords.language;

import cn.duban.evidence.EvidenceKind;
import cn.duban.ledger.ActForm.Ask.Choice;
import cn.duban.ledger.Acting.Asked;
import cn.duban.ledger.MattersPage.Chip;
import cn.duban.units.Directories;
import cn.duban.web.Dates;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The list of matters, one matter, and the acts on it. */
@Controller
@RequestMapping("/matters")
class MatterController {

    private final Matters matters;
    private final Acting acting;
    private final TypeCatalogue catalogue;
    private final Directories directories;
    private final ObjectProvider<Exports> exports;
    private final Besides besides;

    MatterController(Matters matters, Acting acting, TypeCatalogue catalogue, Directories directories, ObjectProvider<Exports> exports, ObjectProvider<Beside> besides) {
        this.exports = exports;
        this.besides = new Besides(besides.orderedStream().toList());
        this.matters = matters;
        this.acting = acting;
        this.catalogue = catalogue;
        this.directories = directories;
    }

    @ModelAttribute("besides")
    Besides besides() {
        return besides;
    }

    @GetMapping
    String list(@RequestParam Map<String, String> asked, Viewer viewer, Model model) {
        var query = MatterAddress.read(asked);
        var types = catalogue.of(viewer.tenant());
        var states = types.stream().filter(t -> t.version().name().equals(query.type())).flatMap(t -> t.type().states().values().stream())
                .map(state -> new Choice(state.name(), state.label().in(language()))).toList();
        var kinds = types.stream().map(t -> new Choice(t.version().name(), t.type().label().in(language()))).toList();
        var units = new Bearable(directories.of(viewer.tenant())).units();
        model.addAttribute("page", new MattersPage(query, matters.list(query, viewer), chips(query, kinds, states, units), kinds, states, units,
                exports.orderedStream().flatMap(way -> way.of(query, viewer).stream()).toList(), viewer.has(Viewer.Duty.SUPERVISE)));
        return "ledger/matters";
    }

    private static List<Chip> chips(MatterQuery q, List<Choice> types, List<Choice> states, List<Choice> units) {
        var chips = new ArrayList<Chip>();
        chip(chips, q, "ledger", q.ledger() == null ? null : LedgerController.name(q.ledger()));
        chip(chips, q, "type", label(types, q.type()));
        chip(chips, q, "version", q.version() == null ? null : q.version().replace("shipped-", Words.say("ledger.filter.version.shipped")));
        chip(chips, q, "state", label(states, q.state()));
        chip(chips, q, "phase", q.phase() == null ? null : Words.say("ledger.phase." + q.phase().name().toLowerCase(Locale.ROOT)));
        chip(chips, q, "lead", q.lead() == null ? null : label(units, q.lead().toString()));
        chip(chips, q, "unit", q.unit() == null ? null : label(units, q.unit().toString()));
        chip(chips, q, "parent", q.parent() == null ? null : Words.say("ledger.filter.parent.set"));
        chip(chips, q, "from", q.dueFrom() == null ? null : Dates.day(q.dueFrom()));
        chip(chips, q, "to", q.dueTo() == null ? null : Dates.day(q.dueTo()));
        chip(chips, q, "lamp", q.lamp() == null ? null : Words.say("ledger.lamp." + q.lamp().word()));
        chip(chips, q, "owes", q.owes() == null ? null : Words.has("ledger.role." + q.owes()) ? Words.say("ledger.role." + q.owes()) : q.owes());
        chip(chips, q, "q", q.text());
        return chips;
    }

    private static void chip(List<Chip> chips, MatterQuery query, String filter, @Nullable String value) {
        if (value != null) chips.add(new Chip(Words.say("ledger.filter." + filter), value.strip(), MatterAddress.without(query, filter)));
    }

    private static @Nullable String label(List<Choice> choices, @Nullable String value) {
        return value == null ? null : choices.stream().filter(c -> c.value().equals(value)).map(Choice::label).findFirst().orElse(value);
    }

    @GetMapping("/{id}")
    String show(@PathVariable MatterId id, @RequestParam(defaultValue = "all") String show, @RequestParam(defaultValue = "" + Integer.MAX_VALUE) int before, Viewer viewer, Model model) {
        var kind = java.util.Arrays.stream(TimelineKind.values()).filter(k -> k.word().equals(show)).findFirst().orElse(TimelineKind.ALL);
        model.addAttribute("page", matters.page(id, viewer, kind, before).orElseThrow(NotFound::new));
        return "ledger/matter";
    }

    @GetMapping({"/{id}/actions/{action}", "/{id}/assignments/{no}/actions/{action}"})
    String form(@PathVariable MatterId id, @PathVariable String action, @PathVariable(required = false) @Nullable Integer no, Viewer viewer, HttpServletResponse response, Model model) {
        try {
            model.addAttribute("page", acting.form(new Asked(id, action, no), viewer));
        } catch (Refusal.Refused gone) {
            // the matter went on since the link was made: what it is now says more than a page of its own
            model.addAttribute("page", matters.page(id, viewer).orElseThrow(NotFound::new));
            model.addAttribute("gone", gone.getMessage());
            response.setStatus(HttpStatus.CONFLICT.value());
        }
        return "ledger/matter";
    }

    @PostMapping({"/{id}/actions/{action}", "/{id}/assignments/{no}/actions/{action}"})
    String act(@PathVariable MatterId id, @PathVariable String action, @PathVariable(required = false) @Nullable Integer no, @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(name = "evidenceFiles", required = false) @Nullable List<MultipartFile> uploads, @RequestParam(defaultValue = "DOCUMENT") EvidenceKind evidenceKind,
            Viewer viewer, HttpServletResponse response, Model model) throws IOException {
        var refused = acting.take(new Asked(id, action, no), new Acting.Given(typed, uploads == null ? List.of() : uploads, evidenceKind), viewer);
        if (refused == null) return matters.page(id, viewer).isPresent() ? "redirect:/matters/" + id : "redirect:/";
        var form = refused.form();
        response.setStatus((form != null && !form.since().isEmpty() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT).value());
        model.addAttribute("page", refused);
        return "ledger/matter";
    }
}
