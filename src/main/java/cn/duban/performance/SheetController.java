package cn.duban.performance;

import cn.duban.performance.Assessing.Typed;
import cn.duban.performance.Card.Score;
import cn.duban.performance.Indicator.Entered;
import cn.duban.units.Directories;
import cn.duban.web.Dates;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sheet of whoever scores: one indicator, a line for each unit. */
@Controller
@RequestMapping("/performance/rounds/{id}/sheet")
class SheetController {

    private static final Pattern FIELD = Pattern.compile("(value|reason|evidence)-(\\d{1,9})");

    private final Rounds rounds;
    private final Scores scores;
    private final Assessing assessing;
    private final Conducting conducting;
    private final Directories directories;

    SheetController(Rounds rounds, Scores scores, Assessing assessing, Conducting conducting, Directories directories) {
        this.rounds = rounds;
        this.scores = scores;
        this.assessing = assessing;
        this.conducting = conducting;
        this.directories = directories;
    }

    @GetMapping
    String show(@PathVariable UUID id, @RequestParam(required = false) @Nullable String indicator, @RequestParam(defaultValue = "0") int written, Viewer viewer, Model model) {
        return page(id, indicator, Map.of(), Map.of(), written, viewer, model);
    }

    @PostMapping
    String score(@PathVariable UUID id, @RequestParam String indicator, @RequestParam Map<String, String> form, Viewer viewer, HttpServletResponse response, Model model) {
        var typed = typed(form);
        var outcome = assessing.score(id, indicator, typed, viewer);
        if (outcome.faults().isEmpty()) return "redirect:/performance/rounds/" + id + "/sheet?indicator=" + indicator + "&written=" + outcome.written();
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(id, indicator, typed, outcome.faults(), outcome.written(), viewer, model);
    }

    private static Map<Integer, Typed> typed(Map<String, String> form) {
        var lines = new LinkedHashMap<Integer, Typed>();
        form.keySet().forEach(name -> {
            var field = FIELD.matcher(name);
            if (field.matches()) lines.computeIfAbsent(Integer.valueOf(field.group(2)), unit -> new Typed(form.getOrDefault("value-" + unit, "").strip(), form.getOrDefault("reason-" + unit, "").strip(), form.getOrDefault("evidence-" + unit, "").strip()));
        });
        return lines;
    }

    /** @param typed what was sent and could not be taken stays in its line */
    private String page(UUID id, @Nullable String asked, Map<Integer, Typed> typed, Map<Integer, String> faults, int written, Viewer viewer, Model model) {
        var round = rounds.find(id, viewer);
        var directory = directories.of(viewer.tenant());
        var rights = new Rights(round, viewer, directory);
        var scheme = conducting.scheme(round);
        var theirs = scores.of(round).stream().filter(score -> score.assessor() != null && Rights.speaksFor(viewer, score.assessor(), directory)).toList();
        if (theirs.isEmpty()) throw new NotFound();
        var leaves = scheme.leaves().stream().filter(leaf -> theirs.stream().anyMatch(score -> score.indicator().equals(leaf.no()))).toList();
        var chosen = leaves.stream().filter(leaf -> leaf.no().equals(asked)).findFirst().or(() -> leaves.stream().filter(leaf -> owed(theirs, leaf) > 0).findFirst()).orElse(leaves.getFirst());
        var tabs = leaves.stream().map(leaf -> new SheetPage.Tab(leaf.no(), leaf.name(), owed(theirs, leaf), leaf.equals(chosen))).toList();
        var lines = theirs.stream().filter(score -> score.indicator().equals(chosen.no())).toList();
        var rows = lines.stream().filter(score -> !Rights.belongs(viewer, score.unit(), directory)).map(score -> {
            var fault = faults.get(score.unit());
            var line = fault == null ? Assessing.typed(chosen, score) : typed.get(score.unit());
            return new SheetPage.Row(score.unit(), directory.unit(score.unit()).map(unit -> unit.label()).orElse(""), score.group(), line.value(), line.reason(), line.evidence(), score.state() == Score.State.OWED, fault);
        }).toList();
        List<String> own = lines.stream().filter(score -> Rights.belongs(viewer, score.unit(), directory)).map(score -> directory.unitName(score.unit())).toList();
        model.addAttribute("page", new SheetPage(round.href(), round.title(), Dates.day(round.scoreUntil()), tabs, chosen.no(), chosen.name(), SchemeLines.worth(chosen), SchemeLines.how(chosen), Assessing.shared(chosen), chosen.source() instanceof Entered, rows, own, written, faults.size(),
                round.state() == Round.State.SCORING && theirs.stream().anyMatch(rights::assesses)));
        return "performance/sheet";
    }

    private static int owed(List<Score> scores, Indicator leaf) {
        return (int) scores.stream().filter(score -> score.indicator().equals(leaf.no()) && score.state() == Score.State.OWED).count();
    }
}
