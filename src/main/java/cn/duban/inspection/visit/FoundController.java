package cn.duban.inspection.visit;

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

/** Where a matter was found, for whoever sees the matter: the unit that is to put it right reads no more of the inspection than this. */
@Controller
class FoundController {

    private final Visits visits;
    private final OneVisit one;
    private final Matters matters;

    FoundController(Visits visits, OneVisit one, Matters matters) {
        this.visits = visits;
        this.one = one;
        this.matters = matters;
    }

    @GetMapping("/inspections/findings/{id}")
    String show(@PathVariable MatterId id, @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx, Viewer viewer, Model model) {
        if (id.tenant() != viewer.tenant() || matters.rows(List.of(id.id()), viewer).isEmpty()) throw new NotFound();
        var visit = visits.found(id.tenant(), id.id()).orElseThrow(NotFound::new);
        model.addAttribute("page", one.page(visit, viewer, null, null));
        return htmx != null ? "inspection/found" : "inspection/found-page";
    }
}
