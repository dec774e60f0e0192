package cn.duban.ledger.lists;

import cn.duban.ledger.Exports;
import cn.duban.ledger.MatterColumn;
import cn.duban.ledger.Matters;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Viewer;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of matters. Whoever chose a view to begin with begins there. */
@Controller
class ListController {

    private final Matters matters;
    private final FilterReader filters;
    private final SavedViews views;
    private final ObjectProvider<Exports> exports;

    ListController(Matters matters, FilterReader filters, SavedViews views, ObjectProvider<Exports> exports) {
        this.matters = matters;
        this.filters = filters;
        this.views = views;
        this.exports = exports;
    }

    @GetMapping("/matters")
    String list(@RequestParam Map<String, String> asked, Viewer viewer, Model model) {
        var kept = views.of(viewer);
        if (asked.isEmpty() && kept.home() != null) return "redirect:" + kept.home().href();
        var above = filters.of(Face.LIST, asked, viewer);
        var chosen = above.query().columns().isEmpty() ? kept.columns() : above.query().columns();
        var columns = chosen.isEmpty() ? MatterColumn.USUAL : chosen;
        // what leaves the house says its columns, so that it is exactly what is shown
        var shown = above.query().showing(columns);
        model.addAttribute("page", new MattersPage(above, matters.list(shown, viewer), columns,
                exports.orderedStream().flatMap(way -> way.of(columns.equals(MatterColumn.USUAL) ? above.query() : shown, viewer).stream()).toList(), viewer.has(Duty.SUPERVISE)));
        return "ledger/matters";
    }
}
