package cn.duban.hotline.figures;

import cn.duban.hotline.Desks;
import cn.duban.units.Directories;
import cn.duban.web.CsvText;
import cn.duban.web.NotFound;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
    String show(@RequestParam(defaultValue = "0") int line, @RequestParam(defaultValue = "") String month, Model model) {
        var lines = desks.lines();
        var chosen = lines.stream().filter(one -> one.tenant() == line).findFirst().orElse(lines.isEmpty() ? null : lines.getFirst());
        if (chosen == null) {
            model.addAttribute("page", FiguresController.page(true, 0, lines, YearMonth.of(2026, 1), List.of(), List.of()));
            return "hotline/public-figures";
        }
        var shown = shown(chosen.tenant(), month);
        model.addAttribute("page", FiguresController.page(true, chosen.tenant(), lines, shown, figures.months(chosen.tenant()), figures.published(chosen.tenant(), shown)));
        return "hotline/public-figures";
    }

    @GetMapping(value = "/figures.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Map<String, Object> json(@RequestParam(defaultValue = "0") int line, @RequestParam(defaultValue = "") String month) {
        var said = new LinkedHashMap<String, Object>();
        said.put("government", directories.of(line(line)).tenantName());
        said.put("month", shown(line, month).toString());
        said.put("rows", rows(line, month));
        return said;
    }

    @GetMapping(value = "/figures.csv", produces = "text/csv;charset=UTF-8")
    @ResponseBody
    String csv(@RequestParam(defaultValue = "0") int line, @RequestParam(defaultValue = "") String month) {
        var head = new ArrayList<>(List.of("category", "area"));
        Figure.SHOWN.forEach(figure -> head.add(figure.word()));
        return CsvText.of(Stream.concat(Stream.<List<String>>of(head), rows(line, month).stream().map(row -> head.stream().map(name -> String.valueOf(row.get(name))).toList())).toList());
    }

    private List<Map<String, Object>> rows(int line, String month) {
        return figures.published(line(line), shown(line, month)).stream().map(tally -> {
            var row = new LinkedHashMap<String, Object>();
            row.put("category", tally.category());
            row.put("area", tally.area());
            Figure.SHOWN.forEach(figure -> row.put(figure.word(), tally.of(figure)));
            return (Map<String, Object>) row;
        }).toList();
    }

    private int line(int line) {
        return desks.lines().stream().filter(one -> one.tenant() == line).findFirst().orElseThrow(NotFound::new).tenant();
    }

    private YearMonth shown(int line, String month) {
        return FiguresController.month(month, YearMonth.from(directories.of(line(line)).today()));
    }
}
