package cn.duban.progress;

import cn.duban.ledger.Matters;
import cn.duban.units.Directories;
import cn.duban.web.Dates;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The rows behind a figure of {@link Unreported}. */
@Controller
class UnreportedController {

    private final Duties duties;
    private final Matters matters;
    private final Directories directories;

    UnreportedController(Duties duties, Matters matters, Directories directories) {
        this.duties = duties;
        this.matters = matters;
        this.directories = directories;
    }

    @GetMapping("/progress/unreported")
    String show(@RequestParam int unit, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate since, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on, Viewer viewer, Model model) {
        var directory = directories.of(viewer.tenant());
        if (directory.unit(unit).isEmpty()) throw new NotFound();
        var found = duties.unreported(unit, since, on, viewer);
        var titles = matters.rows(found.stream().map(row -> row.matter().id()).collect(Collectors.toSet()), viewer);
        model.addAttribute("page", new UnreportedPage(directory.unitName(unit), since, on, found.stream().filter(row -> titles.containsKey(row.matter().id()))
                .map(row -> new UnreportedPage.Row(row.matter().toString(), titles.get(row.matter().id()).number(), titles.get(row.matter().id()).title(), directory.unitName(row.unit()), row.startsOn(), row.endsOn(), row.state(),
                        row.missedAt() == null ? "" : Dates.minute(row.missedAt()))).toList(), found.size() == Duties.MOST));
        return "progress/unreported";
    }
}
