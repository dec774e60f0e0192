package cn.duban.hotline.figures;

import cn.duban.figures.PublishedMonths;
import cn.duban.hotline.Desks;
import cn.duban.units.Directories;
import cn.duban.web.CsvText;
import cn.duban.web.NotFound;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The figures that everybody reads, of any month so far, as a page and as data. */
@Controller
@RequestMapping("/public/hotline")
class PublicFiguresController {

    private final Desks desks;
    private final MonthFigures figures;
    private final Directories directories;

    PublicFiguresController(Desks desks, MonthFigures figures, Directories directories) {
        this.desks = desks;
        this.figures = figures;
        this.directories = directories;
    }

    @GetMapping("/figures")
    String show(@RequestParam(defaultValue = "0") int line, @RequestParam(defaultValue = "") String month, @RequestParam(defaultValue = "0") int version, Model model) {
        var lines = desks.lines();
        var chosen = lines.stream().filter(one -> one.tenant() == line).findFirst().orElse(lines.isEmpty() ? null : lines.getFirst());
        if (chosen == null) {
            model.addAttribute("page", FiguresController.page(true, 0, lines, YearMonth.of(2026, 1), List.of(), new MonthFigures.Told(List.of(), List.of(), null)));
            return "hotline/public-figures";
        }
        var shown = shown(chosen.tenant(), month);
        model.addAttribute("page", FiguresController.page(true, chosen.tenant(), lines, shown, figures.months(chosen.tenant()), figures.told(chosen.tenant(), shown, version)));
        return "hotline/public-figures";
    }

    @GetMapping(value = "/figures.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Map<String, Object> json(@RequestParam(defaultValue = "0") int line, @RequestParam(defaultValue = "") String month) {
        var told = figures.told(line(line), shown(line, month), 0);
        var said = new LinkedHashMap<String, Object>();
        said.put("government", directories.of(line(line)).tenantName());
        said.put("month", shown(line, month).toString());
        said.put("published", PublishedMonths.said(told.shown()));
        said.put("rows", told.tallies().stream().map(MonthFigures.Tally::row).toList());
        return said;
    }

    @GetMapping(value = "/figures.csv", produces = "text/csv;charset=UTF-8")
    @ResponseBody
    String csv(@RequestParam(defaultValue = "0") int line, @RequestParam(defaultValue = "") String month) {
        var told = figures.told(line(line), shown(line, month), 0);
        var head = new ArrayList<>(List.of("category", "area"));
        Figure.SHOWN.forEach(figure -> head.add(figure.word()));
        return CsvText.of(PublishedMonths.marked(head, told.tallies().stream().map(MonthFigures.Tally::row).toList(), told.shown()));
    }

    /** The very bytes that the digest is of. */
    @GetMapping(value = "/figures.content.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    byte[] content(@RequestParam(defaultValue = "0") int line, @RequestParam(defaultValue = "") String month, @RequestParam(defaultValue = "0") int version) {
        var shown = figures.told(line(line), shown(line, month), version).shown();
        if (shown == null) throw new NotFound();
        return shown.content().getBytes(StandardCharsets.UTF_8);
    }

    private int line(int line) {
        return desks.lines().stream().filter(one -> one.tenant() == line).findFirst().orElseThrow(NotFound::new).tenant();
    }

    private YearMonth shown(int line, String month) {
        return FiguresController.month(month, YearMonth.from(directories.of(line(line)).today()));
    }
}
