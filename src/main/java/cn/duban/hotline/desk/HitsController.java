package cn.duban.hotline.desk;

import cn.duban.hotline.Desks;
import cn.duban.hotline.dispatch.Hits.What;
import cn.duban.hotline.dispatch.Hits;
import cn.duban.ledger.Matters;
import cn.duban.web.Viewer;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How often the suggestion was right in real use: numerator, denominator, and the tickets behind each. */
@Controller
class HitsController {

    private final Desks desks;
    private final Hits hits;
    private final Matters matters;

    HitsController(Desks desks, Hits hits, Matters matters) {
        this.desks = desks;
        this.hits = hits;
        this.matters = matters;
    }

    @GetMapping("/hotline/suggestions")
    String show(@RequestParam(defaultValue = "") String month, @RequestParam(defaultValue = "all") String what, @RequestParam(defaultValue = "") String from, Viewer viewer, Model model) {
        desks.require(viewer);
        var asked = month(month);
        var number = Arrays.stream(What.values()).filter(one -> one.word().equals(what)).findFirst().orElse(What.ALL);
        int first = from.matches("\\d{1,6}") ? Integer.parseInt(from) : 0;
        var ids = asked == null ? List.<UUID>of() : hits.tickets(viewer.tenant(), asked, number, first);
        var next = asked != null && ids.size() > Hits.PAGE ? "/hotline/suggestions?month=" + asked + "&what=" + number.word() + "&from=" + (first + Hits.PAGE) : null;
        var rows = matters.rows(ids, viewer);
        model.addAttribute("page", new HitsPage(hits.months(viewer.tenant()), asked, number, ids.stream().limit(Hits.PAGE).filter(rows::containsKey).map(rows::get).toList(), next));
        return "hotline/suggestions";
    }

    private static @Nullable YearMonth month(String said) {
        try {
            return YearMonth.parse(said);
        } catch (DateTimeException none) {
            return null;
        }
    }
}
