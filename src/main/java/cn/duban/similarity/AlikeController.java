package cn.duban.similarity;

import cn.duban.ledger.MatterId;
import cn.duban.ledger.MatterRow;
import cn.duban.ledger.Matters;
import cn.duban.similarity.AlikePage.Asked;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Look-alikes of a matter, a panel and a page of their own, and of a text that is about to be entered. */
@Controller
class AlikeController {

    private static final String HTMX = "HX-Request";

    private final LookAlikes lookAlikes;
    private final Matters matters;

    AlikeController(LookAlikes lookAlikes, Matters matters) {
        this.lookAlikes = lookAlikes;
        this.matters = matters;
    }

    @GetMapping("/matters/{id}/alikes")
    String of(@PathVariable MatterId id, @RequestHeader(name = HTMX, required = false) @Nullable String htmx, Viewer viewer, Model model) {
        var alikes = lookAlikes.of(id, viewer);
        var about = htmx != null ? "" : matters.rows(List.of(id.id()), viewer).values().stream().findFirst().map(AlikeController::name).orElseThrow(NotFound::new);
        model.addAttribute("page", new AlikePage(about, "/matters/" + id, Asked.NOTHING, alikes));
        return htmx != null ? "similarity/alikes" : "similarity/alikes-page";
    }

    private static String name(MatterRow row) {
        return row.number() + " " + row.title();
    }

    @GetMapping("/alikes")
    String ask(Model model) {
        model.addAttribute("page", new AlikePage(null, "/alikes", Asked.NOTHING, null));
        return "similarity/check";
    }

    /** What was typed is not part of the address: it may be long, and addresses are logged. */
    @PostMapping("/alikes")
    String to(@RequestParam(defaultValue = "") String title, @RequestParam(defaultValue = "") String body, @RequestHeader(name = HTMX, required = false) @Nullable String htmx, Viewer viewer, Model model) {
        var asked = new Asked(title, body);
        model.addAttribute("page", new AlikePage(null, "/alikes", asked, asked.blank() ? null : lookAlikes.to(title, body, viewer)));
        return htmx != null ? "similarity/alikes" : "similarity/check";
    }
}
