package cn.duban.ledger.lists;

import cn.duban.ledger.MatterAddress;
import cn.duban.ledger.MatterQuery;
import cn.duban.ledger.lists.SavedView.Reach;
import cn.duban.web.Complaints;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Views: kept, shared, renamed, begun with, taken away. */
@Controller
@RequestMapping("/matters/views")
class ViewController {

    private static final String HERE = "/matters/views";

    private final SavedViews views;

    ViewController(SavedViews views) {
        this.views = views;
    }

    @GetMapping
    String show(Viewer viewer, Model model) {
        return show(new Complaints(), viewer, model);
    }

    private String show(Complaints complaints, Viewer viewer, Model model) {
        var kept = views.of(viewer);
        model.addAttribute("page", new ViewsPage(kept.views(), kept.home() == null ? null : kept.home().id(), SavedViews.sharesWithAll(viewer), viewer.has(Duty.ADMINISTER), complaints));
        return "ledger/views";
    }

    /** The filters of the list stand in the address. */
    @PostMapping
    String create(@RequestParam String name, @RequestParam(defaultValue = "own") String reach, @RequestParam(defaultValue = "list") String face, @RequestParam Map<String, String> asked, Viewer viewer,
            HttpServletResponse response, Model model) {
        var query = question(MatterAddress.read(asked));
        var complaints = complaints("name", name).addIf(query.length() > SavedViews.QUERY, "name", "ledger.views.query");
        if (!complaints.isEmpty()) return refused(complaints, response, viewer, model);
        return "redirect:" + views.create(name.strip(), Face.named(face), query, reach(reach), viewer).href();
    }

    /** As a view keeps it: the address without its path. */
    static String question(MatterQuery query) {
        var address = MatterAddress.of("", query.after(null), Map.of());
        return address.isEmpty() ? "" : address.substring(1);
    }

    private String refused(Complaints complaints, HttpServletResponse response, Viewer viewer, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(complaints, viewer, model);
    }

    @PostMapping("/{id}")
    String rename(@PathVariable UUID id, @RequestParam String name, @RequestParam(defaultValue = "own") String reach, Viewer viewer, HttpServletResponse response, Model model) {
        var complaints = complaints("name-" + id, name);
        if (!complaints.isEmpty()) return refused(complaints, response, viewer, model);
        views.rename(id, name.strip(), reach(reach), viewer);
        return "redirect:" + HERE;
    }

    @PostMapping("/{id}/delete")
    String delete(@PathVariable UUID id, Viewer viewer) {
        views.delete(id, viewer);
        return "redirect:" + HERE;
    }

    @PostMapping("/first")
    String beginWith(@RequestParam(required = false) @Nullable UUID view, Viewer viewer) {
        views.beginWith(view, viewer);
        return "redirect:" + HERE;
    }

    private static Complaints complaints(String field, String name) {
        return new Complaints().addIf(name.isBlank(), field, "ledger.views.name.missing").addIf(name.strip().length() > SavedViews.NAME, field, "ledger.views.name.long", SavedViews.NAME);
    }

    private static Reach reach(String word) {
        return java.util.Arrays.stream(Reach.values()).filter(reach -> reach.word().equals(word)).findFirst().orElse(Reach.OWN);
    }
}
