package cn.duban.similarity;

import cn.duban.ledger.MatterId;
import cn.duban.ledger.Matters;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** What a report repeats: under its line of the timeline, and a page of its own. */
@Controller
class ProgressController {

    private final Progress progress;
    private final Matters matters;

    ProgressController(Progress progress, Matters matters) {
        this.progress = progress;
        this.matters = matters;
    }

    @GetMapping("/matters/{id}/entries/{no}/progress")
    String of(@PathVariable MatterId id, @PathVariable int no, @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx, Viewer viewer, Model model) {
        var compared = progress.of(id, no, viewer).orElseThrow(NotFound::new);
        // the fragment stands on the matter's own page
        var about = htmx != null ? null : matters.rows(List.of(id.id()), viewer).get(id.id());
        model.addAttribute("page", new ProgressPage(id.toString(), about == null ? "" : about.number(), about == null ? "" : about.title(), compared));
        return htmx != null ? "similarity/progress" : "similarity/progress-page";
    }
}
