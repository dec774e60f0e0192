package cn.duban.progress;

import cn.duban.ledger.Matters;
import cn.duban.progress.ReviewPage.Done;
import cn.duban.progress.ReviewPage.Row;
import cn.duban.progress.Reviewing.Decision;
import cn.duban.similarity.Progress;
import cn.duban.units.Directories;
import cn.duban.web.Dates;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The one page on which a supervisor passes or returns what units reported: each row an act of its own, its fault beside it. */
@Controller
@RequestMapping("/progress/review")
class ReviewController {

    private static final String PASS = "pass";
    private static final String RETURN = "return";

    private final Duties duties;
    private final Reviewing reviewing;
    private final Planning planning;
    private final Progress progress;
    private final Matters matters;
    private final Directories directories;

    ReviewController(Duties duties, Reviewing reviewing, Planning planning, Progress progress, Matters matters, Directories directories) {
        this.duties = duties;
        this.reviewing = reviewing;
        this.planning = planning;
        this.progress = progress;
        this.matters = matters;
        this.directories = directories;
    }

    @GetMapping
    String show(@RequestParam(defaultValue = "0") int passed, @RequestParam(defaultValue = "0") int returned, Viewer viewer, Model model) {
        reviewer(viewer);
        model.addAttribute("page", page(Map.of(), Map.of(), new Done(Math.clamp(passed, 0, Duties.SITTING), Math.clamp(returned, 0, Duties.SITTING)), viewer));
        return "progress/review";
    }

    @PostMapping
    String review(@RequestParam Map<String, String> typed, Viewer viewer, HttpServletResponse response, Model model) {
        reviewer(viewer);
        var faults = new LinkedHashMap<String, String>();
        var passed = 0;
        var returned = 0;
        for (var row : duties.asked(rows(typed), viewer)) {
            var word = row.key().word();
            var chosen = typed.getOrDefault("decision-" + word, "");
            var reason = typed.getOrDefault("reason-" + word, "").strip();
            if (!chosen.equals(PASS) && !chosen.equals(RETURN)) {
                if (!reason.isEmpty()) faults.put(word, Words.say("progress.review.undecided"));
                continue;
            }
            if (chosen.equals(RETURN) && reason.isEmpty()) {
                faults.put(word, Words.say("progress.review.reason"));
                continue;
            }
            try {
                reviewing.review(new Decision(row.key(), number(typed.getOrDefault("entry-" + word, "")), chosen.equals(PASS) ? null : reason), viewer);
                if (chosen.equals(PASS)) passed++;
                else returned++;
            } catch (Refused refused) {
                faults.put(word, refused.getMessage() + refused.next());
            }
        }
        if (faults.isEmpty()) return "redirect:/progress/review?passed=" + passed + "&returned=" + returned;
        response.setStatus(422);
        model.addAttribute("page", page(typed, faults, new Done(passed, returned), viewer));
        return "progress/review";
    }

    private static List<ReviewPage.More> more(Duties.Waiting one) {
        return one.more().stream().map(more -> new ReviewPage.More(more.entry(), Dates.minute(more.at()), more.text())).toList();
    }

    private static void reviewer(Viewer viewer) {
        if (!viewer.has(Viewer.Duty.SUPERVISE) && !viewer.has(Viewer.Duty.LEAD) && !viewer.has(Viewer.Duty.SIGN)) viewer.require(Viewer.Duty.SUPERVISE);
    }

    private static List<String> rows(Map<String, String> typed) {
        return typed.keySet().stream().filter(name -> name.startsWith("entry-")).map(name -> name.substring("entry-".length())).limit(Duties.SITTING).toList();
    }

    private static int number(String typed) {
        return typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : 0;
    }

    private ReviewPage page(Map<String, String> typed, Map<String, String> faults, Done done, Viewer viewer) {
        var waiting = duties.waiting(viewer);
        var directory = directories.of(viewer.tenant());
        var now = planning.now();
        var written = waiting.stream().collect(Collectors.toMap(one -> one.duty().key(), one -> new Progress.Written(one.duty().matter().id(), one.entry(), one.at(), one.duty().unit(), one.text() == null ? Words.say("progress.erased") : one.text())));
        var beside = progress.beside(written.values(), viewer);
        var decided = faults.keySet().stream().filter(word -> waiting.stream().noneMatch(one -> one.duty().key().word().equals(word))).toList();
        var titles = matters.rows(Stream.concat(waiting.stream().map(one -> one.duty().matter().id()), decided.stream().map(word -> UUID.fromString(word.substring(0, 36)))).collect(Collectors.toSet()), viewer);
        var rows = waiting.stream().filter(one -> titles.containsKey(one.duty().matter().id())).map(one -> {
            var word = one.duty().key().word();
            var behalf = one.behalfUnit() == null ? null : Words.say("progress.behalf.for", directory.unitName(one.behalfUnit()), one.behalfName() == null ? "" : one.behalfName());
            return new Row(word, one.entry(), titles.get(one.duty().matter().id()), directory.unitName(one.duty().unit()), PeriodWords.of(one.duty(), now), one.person() == null ? "—" : one.unitName() + " " + one.person(), behalf, Dates.minute(one.at()),
                    one.duty().missedAt() != null, one.duty().before(), one.files(), more(one), beside.get(written.get(one.duty().key())), typed.getOrDefault("decision-" + word, ""), typed.getOrDefault("reason-" + word, ""), faults.get(word));
        }).toList();
        var gone = decided.stream().map(word -> new ReviewPage.Gone(titles.get(UUID.fromString(word.substring(0, 36))), faults.get(word), typed.getOrDefault("reason-" + word, ""))).filter(one -> one.matter() != null).toList();
        return new ReviewPage(rows, gone, done, faults.size(), waiting.size() == Duties.SITTING);
    }
}
