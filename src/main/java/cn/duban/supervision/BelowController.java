package cn.duban.supervision;

import cn.duban.ledger.Beside;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.MatterRow;
import cn.duban.ledger.Matters;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** Beside a meeting, an item of its agenda, a pledge or a project: what comes in under it. */
@Controller
class BelowController implements Beside {

    private final Sources sources;
    private final Matters matters;

    BelowController(Sources sources, Matters matters) {
        this.sources = sources;
        this.matters = matters;
    }

    @Override
    public List<Panel> panels(MatterRow row) {
        if (row.phase().done() || sources.below(row.type(), row.id().tenant()).isEmpty()) return List.of();
        return List.of(new Panel("below", Words.say("supervision.below"), "/supervision/below/" + row.id(), Words.say("supervision.below.lead"), 10));
    }

    @GetMapping("/supervision/below/{id}")
    String below(@PathVariable MatterId id, @RequestHeader(name = "HX-Request", required = false) @Nullable String part, Viewer viewer, Model model) {
        var row = matters.rows(List.of(id.id()), viewer).get(id.id());
        if (row == null || id.tenant() != viewer.tenant()) throw new NotFound();
        var links = sources.below(row.type(), viewer.tenant()).stream()
                .map(source -> new BelowPage.Link(sources.current(source, viewer.tenant()).type().label().in(LocaleContextHolder.getLocale()), source.href() + "?parent=" + id)).toList();
        model.addAttribute("page", new BelowPage(id, row.number(), row.title(), viewer.has(Duty.SUPERVISE) ? links : List.of()));
        return part == null ? "supervision/below-page" : "supervision/below";
    }
}
