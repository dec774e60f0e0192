package cn.duban.similarity;

import cn.duban.ledger.MatterId;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
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

    ProgressController(Progress progress) {
        this.progress = progress;
    }

    @GetMapping("/matters/{id}/entries/{no}/progress")
    String of(@PathVariable MatterId id, @PathVariable int no, @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx, Viewer viewer, Model model) {
        model.addAttribute("page", new ProgressPage(id.toString(), progress.of(id, no, viewer).orElseThrow(NotFound::new)));
        return htmx != null ? "similarity/progress" : "similarity/progress-page";
    }
}
