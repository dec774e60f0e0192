package cn.duban.ledger.lists;

import cn.duban.ledger.MatterAddress;
import cn.duban.ledger.MatterColumn;
import cn.duban.ledger.MatterQuery;
import cn.duban.web.Viewer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Columns of the list: ticked, moved up and down, kept. A view that is looked at keeps its own; else they are the reader's for every list. */
@Controller
@RequestMapping("/matters/columns")
class ColumnController {

    private final SavedViews views;

    ColumnController(SavedViews views) {
        this.views = views;
    }

    @GetMapping
    String choose(@RequestParam Map<String, String> asked, @RequestParam(required = false) @Nullable UUID view, Viewer viewer, Model model) {
        var query = MatterAddress.read(asked);
        var kept = query.columns().isEmpty() ? views.of(viewer).columns() : query.columns();
        var shown = kept.isEmpty() ? MatterColumn.USUAL : kept;
        return show(order(shown), shown, query, view, viewer, model);
    }

    private String show(List<MatterColumn> order, List<MatterColumn> shown, MatterQuery query, @Nullable UUID view, Viewer viewer, Model model) {
        Map<String, String> besides = view == null ? Map.of() : Map.of("view", view.toString());
        model.addAttribute("page", new ColumnsPage(order, shown, MatterAddress.of("/matters/columns", query.after(null), besides), MatterAddress.of("/matters", query.after(null), besides), own(view, viewer)));
        return "ledger/columns";
    }

    private boolean own(@Nullable UUID view, Viewer viewer) {
        return views.of(viewer).views().stream().anyMatch(one -> one.id().equals(view) && one.own());
    }

    /** @param up the column to move one up; where there is one, nothing is kept yet */
    @PostMapping
    String keep(@RequestParam Map<String, String> asked, @RequestParam(defaultValue = "") List<String> order, @RequestParam(defaultValue = "") List<String> show, @RequestParam(required = false) @Nullable String up,
            @RequestParam(required = false) @Nullable String down, @RequestParam(required = false) @Nullable String usual, @RequestParam(required = false) @Nullable UUID view, Viewer viewer, Model model) {
        var query = MatterAddress.read(asked);
        var all = new ArrayList<>(order(MatterColumn.read(String.join(".", order))));
        move(all, up, -1);
        move(all, down, 1);
        var shown = all.stream().filter(column -> MatterColumn.FIXED.contains(column) || show.contains(column.word())).toList();
        if (up != null || down != null) return show(all, shown, query, view, viewer, model);
        var chosen = usual != null || shown.equals(MatterColumn.USUAL) ? List.<MatterColumn>of() : shown;
        if (view != null) {
            var kept = query.showing(chosen.isEmpty() ? MatterColumn.USUAL : chosen);
            views.asks(view, ViewController.question(kept), viewer);
            return "redirect:" + MatterAddress.of("/matters", kept.after(null), Map.of("view", view.toString()));
        }
        views.show(chosen, viewer);
        return "redirect:" + MatterAddress.of("/matters", query.showing(List.of()).after(null), query.showing(List.of()).equals(MatterQuery.all()) ? Map.of("view", SavedView.NONE) : Map.of());
    }

    /** Those in the order given, then all others as they stand in the list of columns. */
    private static List<MatterColumn> order(List<MatterColumn> first) {
        return Stream.concat(first.stream(), Arrays.stream(MatterColumn.values())).distinct().toList();
    }

    private static void move(List<MatterColumn> all, @Nullable String word, int by) {
        var from = all.stream().map(MatterColumn::word).toList().indexOf(word);
        if (from < 0 || from + by < 0 || from + by >= all.size()) return;
        all.add(from + by, all.remove(from));
    }
}
