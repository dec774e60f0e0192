package cn.duban.rectification;

import cn.duban.ledger.MatterId;
import cn.duban.ledger.MatterTypes;
import cn.duban.ledger.Matters;
import cn.duban.units.Directories;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
import cn.duban.workdays.Calendars;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The plan of a round: who does what until when, before it is handed out; and the slips that go with it. */
@Controller
@RequestMapping("/rectification/rounds")
class PlanController {

    private final Rounds rounds;
    private final Planning planning;
    private final Intakes intakes;
    private final MatterTypes types;
    private final Directories directories;
    private final Calendars calendars;
    private final Slips slips;
    private final Matters matters;

    PlanController(Rounds rounds, Planning planning, Intakes intakes, MatterTypes types, Directories directories, Calendars calendars, Slips slips, Matters matters) {
        this.rounds = rounds;
        this.planning = planning;
        this.intakes = intakes;
        this.types = types;
        this.directories = directories;
        this.calendars = calendars;
        this.slips = slips;
        this.matters = matters;
    }

    @GetMapping
    String list(Viewer viewer, Model page) {
        var list = rounds.list(viewer);
        page.addAttribute("page", new RoundsPage(list, matters.rows(list.stream().map(round -> round.id().id()).toList(), viewer), Arrays.stream(RoundKind.values()).collect(Collectors.toMap(kind -> kind, kind -> types.current(viewer.tenant(), kind.round).type())), viewer.has(Duty.SUPERVISE)));
        return "rectification/rounds";
    }

    @GetMapping("/{id}")
    String show(@PathVariable MatterId id, Viewer viewer, Model model) {
        return show(find(id, viewer), viewer, PlanForm.untouched(), List.of(), null, model);
    }

    private String show(Round round, Viewer viewer, PlanForm form, List<PlanPage.Result> results, @Nullable String refused, Model model) {
        var directory = directories.of(viewer.tenant());
        model.addAttribute("page", new PlanPage(round, intakes.of(round.head().id(), viewer).orElse(null), viewer, directory, calendars.of(viewer.tenant(), directory.region()),
                types.current(viewer.tenant(), round.kind().finding).type(), types.current(viewer.tenant(), round.kind().measure).type(), form, results, refused));
        return "rectification/plan";
    }

    private Round find(MatterId id, Viewer viewer) {
        return rounds.find(id, viewer).orElseThrow(NotFound::new);
    }

    /** Where a browser comes back to after a reload. */
    @GetMapping("/{id}/plan")
    String planned(@PathVariable MatterId id) {
        return "redirect:/rectification/rounds/" + id;
    }

    /** Saves what was changed, after filling it into what is ticked, or before handing that out. */
    @PostMapping("/{id}/plan")
    String plan(@PathVariable MatterId id, @RequestParam(name = "do", defaultValue = "save") String what, @RequestParam MultiValueMap<String, String> typed, Viewer viewer,
            RedirectAttributes told, HttpServletResponse response, Model model) {
        var form = PlanForm.of(find(id, viewer), typed);
        var missing = missing(what, form);
        if (missing != null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(find(id, viewer), viewer, form, List.of(), missing, model);
        }
        var saved = planning.save(find(id, viewer), what.equals("fill") ? form.filled() : form, viewer);
        var results = what.startsWith("assign")
                ? planning.assign(find(id, viewer), line -> !saved.refused().containsKey(line.id()) && (what.equals("assign") ? form.ticked().contains(line.id()) : line.ready(directories.of(viewer.tenant()).today())), viewer)
                : List.<PlanPage.Result>of();
        var gone = what.equals("assign") ? form.gone() : 0;
        var round = find(id, viewer);
        if (saved.refused().isEmpty() && results.stream().allMatch(r -> r.refused() == null)) {
            told.addFlashAttribute("said", said(saved.done().size(), results.size() + gone));
            told.addFlashAttribute("saved", saved.numbers());
            return "redirect:/rectification/rounds/" + id + (saved.done().size() == 1 ? "#m-" + saved.done().getFirst() : "");
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        var assigned = (int) results.stream().filter(r -> r.refused() == null).count() + gone;
        if (!saved.done().isEmpty() || assigned > 0) model.addAttribute("said", said(saved.done().size(), assigned));
        model.addAttribute("saved", saved.numbers());
        return show(round, viewer, new PlanForm(saved.refused(), form.ticked(), 0, PlanForm.untouched().all()), results, null, model);
    }

    /** Filling in and handing out want something ticked, and something to fill in. */
    private static @Nullable String missing(String what, PlanForm form) {
        if (!what.equals("fill") && !what.equals("assign")) return null;
        if (form.ticked().isEmpty() && (what.equals("fill") || form.gone() == 0)) return Words.say("rectification.plan." + what + ".nothing");
        return what.equals("fill") && form.all().empty() ? Words.say("rectification.plan.fill.empty") : null;
    }

    private static String said(int saved, int assigned) {
        var said = saved == 0 && assigned > 0 ? "" : Words.say(saved == 0 ? "rectification.plan.same" : "rectification.plan.saved", saved);
        return assigned == 0 ? said : said + Words.say("rectification.plan.assigned", assigned);
    }

    /** The printed slips (交办单) of everything handed out in the round, or of one measure. */
    @GetMapping("/{id}/slips.docx")
    ResponseEntity<byte[]> slips(@PathVariable MatterId id, @RequestParam(required = false) @Nullable MatterId measure, Viewer viewer) throws IOException {
        viewer.require(Duty.SUPERVISE);
        var round = rounds.find(id, viewer).orElseThrow(NotFound::new);
        var out = new ByteArrayOutputStream();
        slips.write(round, measure, viewer, out);
        var name = ContentDisposition.attachment().filename("交办单-" + round.head().number() + ".docx", java.nio.charset.StandardCharsets.UTF_8).build();
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .header(HttpHeaders.CONTENT_TYPE, "application/vnd.openxmlformats-officedocument.wordprocessingml.document").body(out.toByteArray());
    }
}
