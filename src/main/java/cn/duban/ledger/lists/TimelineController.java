package cn.duban.ledger.lists;

import cn.duban.ledger.Matters;
import cn.duban.units.Directories;
import cn.duban.web.Days;
import cn.duban.web.Viewer;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The timeline of a year: each matter of the list as a bar. */
@Controller
class TimelineController {

    private final Matters matters;
    private final FilterReader filters;
    private final Directories directories;

    TimelineController(Matters matters, FilterReader filters, Directories directories) {
        this.matters = matters;
        this.filters = filters;
        this.directories = directories;
    }

    @GetMapping("/matters/timeline")
    String year(@RequestParam Map<String, String> asked, Viewer viewer, Model model) {
        var today = directories.of(viewer.tenant()).today();
        var above = filters.of(Face.TIMELINE, asked, viewer);
        var year = year(asked.get("year"), today);
        var listing = matters.list(above.query(), viewer);
        model.addAttribute("page", new TimelinePage(above, year, today, listing, listing.rows().stream().map(row -> YearBar.of(row, year, today)).toList()));
        return "ledger/year";
    }

    /** What cannot be read is this year. */
    private static int year(@Nullable String asked, LocalDate today) {
        return asked != null && asked.matches("\\d{4}") && Days.holds(LocalDate.of(Integer.parseInt(asked), 1, 1)) ? Integer.parseInt(asked) : today.getYear();
    }
}
