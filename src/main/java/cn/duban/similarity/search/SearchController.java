package cn.duban.similarity.search;

import cn.duban.ledger.MatterAddress;
import cn.duban.ledger.MatterQuery;
import cn.duban.similarity.search.SearchPage.Choice;
import cn.duban.similarity.search.SearchPage.State;
import cn.duban.units.Directories;
import cn.duban.web.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page behind the search box: {@code /search?q=…}, with the filters of a list. */
@Controller
class SearchController {

    private static final int ROWS = 20;

    private final Search search;
    private final Directories directories;

    SearchController(Search search, Directories directories) {
        this.search = search;
        this.directories = directories;
    }

    @GetMapping("/search")
    String find(@RequestParam Map<String, String> asked, Viewer viewer, Model model) {
        var query = MatterAddress.read(asked);
        var page = asked.containsKey("size") ? query : query.pages(ROWS);
        var order = Order.of(asked.getOrDefault("by", ""));
        var found = search.find(page, order, viewer);
        model.addAttribute("page", new SearchPage(page, order, state(page, found), found, units(viewer)));
        return "similarity/search";
    }

    private static State state(MatterQuery query, Found found) {
        var terms = Terms.of(Objects.requireNonNullElse(query.text(), ""));
        if (terms.none()) return State.NOTHING_ASKED;
        if (terms.tooShort()) return State.TOO_SHORT;
        return found.hits().isEmpty() ? State.NONE : State.SOME;
    }

    private List<Choice> units(Viewer viewer) {
        var directory = directories.of(viewer.tenant());
        return directory.below(directory.root().id()).stream()
                .map(id -> new Choice(String.valueOf(id), "\u3000".repeat(Math.max(0, directory.lineage(id).size() - 2)) + directory.unitName(id))).toList();
    }
}
