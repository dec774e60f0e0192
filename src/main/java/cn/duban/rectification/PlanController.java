package cn.duban.rectification;

import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.MatterTypes;
import cn.duban.ledger.Refusal;
import cn.duban.units.Directories;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The plan of a round: who does what until when, before it is handed out; and the slips that go with it. */
@Controller
@RequestMapping("/rectification/rounds")
class PlanController {

    private final Rounds rounds;
    private final Ledger ledger;
    private final MatterTypes types;
    private final Directories directories;
    private final Slips slips;

    PlanController(Rounds rounds, Ledger ledger, MatterTypes types, Directories directories, Slips slips) {
        this.rounds = rounds;
        this.ledger = ledger;
        this.types = types;
        this.directories = directories;
        this.slips = slips;
    }

    @GetMapping
    String list(Viewer viewer, Model page) {
        page.addAttribute("page", new RoundsPage(rounds.list(viewer), types.current(viewer.tenant(), "rectification-round").type()));
        return "rectification/rounds";
    }

    @GetMapping("/{id}")
    String show(@PathVariable MatterId id, Viewer viewer, Model page) {
        return show(id, viewer, List.of(), page);
    }

    private String show(MatterId id, Viewer viewer, List<PlanPage.Result> results, Model page) {
        var round = rounds.find(id, viewer).orElseThrow(NotFound::new);
        page.addAttribute("page", new PlanPage(round, viewer, directories.of(viewer.tenant()), types.current(viewer.tenant(), "rectification-round").type(),
                types.current(viewer.tenant(), "rectification-finding").type(), types.current(viewer.tenant(), "rectification-measure").type(), results));
        return "rectification/plan";
    }

    /** Puts the plan of one measure right while it is not handed out yet. */
    @PostMapping("/{id}/measures/{measure}")
    String plan(@PathVariable MatterId id, @PathVariable MatterId measure, @RequestParam int version, @RequestParam(required = false) @Nullable Integer leader,
            @RequestParam(required = false) @Nullable Integer lead, @RequestParam(required = false) @Nullable List<Integer> assist, @RequestParam(required = false) @Nullable Integer handler,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate due, @RequestParam(defaultValue = "") String mode, Viewer viewer) {
        var assisting = assist == null ? List.<Integer>of() : assist.stream().filter(Objects::nonNull).filter(unit -> !unit.equals(lead)).toList();
        ledger.act(measure, Act.of("correct").seen(version).role("leader", listed(leader)).role("lead", listed(lead)).role("assist", assisting).role("handler", listed(handler))
                .field("mode", mode).due(due), viewer);
        return "redirect:/rectification/rounds/" + id + "#m-" + measure;
    }

    private static List<Integer> listed(@Nullable Integer one) {
        return one == null ? List.of() : List.of(one);
    }

    /** Hands out every chosen measure that is ready; each is its own act, and each refusal is told. */
    @PostMapping("/{id}/assign")
    String assign(@PathVariable MatterId id, @RequestParam(required = false) @Nullable List<MatterId> measure, Viewer viewer, Model page) {
        var round = rounds.find(id, viewer).orElseThrow(NotFound::new);
        var chosen = measure == null ? List.<MatterId>of() : measure;
        var results = new ArrayList<PlanPage.Result>();
        for (var finding : round.findings()) {
            var own = finding.measures().stream().filter(m -> m.draft() && chosen.contains(m.id())).toList();
            if (own.isEmpty()) continue;
            own.forEach(m -> attempt(results, m, Act.of("assign").seen(m.version()).due(m.dueOn()), viewer));
        }
        return show(id, viewer, results, page);
    }

    /** Where a browser comes back to after a reload. */
    @GetMapping("/{id}/assign")
    String assigned(@PathVariable MatterId id) {
        return "redirect:/rectification/rounds/" + id;
    }

    private void attempt(List<PlanPage.Result> results, Round.Line line, Act act, Viewer viewer) {
        try {
            ledger.act(line.id(), act, viewer);
            results.add(new PlanPage.Result(line, null));
        } catch (Refusal.Refused refused) {
            results.add(new PlanPage.Result(line, refused.getMessage()));
        }
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
