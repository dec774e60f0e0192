package cn.duban.hotline.figures;

import cn.duban.hotline.Desks.Line;
import cn.duban.hotline.Desks;
import cn.duban.hotline.figures.MonthFigures.Tally;
import cn.duban.hotline.figures.MonthFigures.Told;
import cn.duban.ledger.Matters;
import cn.duban.units.Directories;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The desk's figures, each number leading to its tickets. */
@Controller
@RequestMapping("/hotline/figures")
class FiguresController {

    private final Desks desks;
    private final MonthFigures figures;
    private final Matters matters;
    private final Directories directories;

    FiguresController(Desks desks, MonthFigures figures, Matters matters, Directories directories) {
        this.desks = desks;
        this.figures = figures;
        this.matters = matters;
        this.directories = directories;
    }

    @GetMapping
    String show(@RequestParam(defaultValue = "") String month, Viewer viewer, Model model) {
        desks.require(viewer);
        var shown = month(month, YearMonth.from(directories.of(viewer.tenant()).today()));
        model.addAttribute("page", page(false, viewer.tenant(), List.of(), shown, figures.months(viewer.tenant()), new Told(figures.of(shown, viewer), figures.told(viewer.tenant(), shown, 0).versions(), null)));
        return "hotline/figures";
    }

    /** What everybody reads of a month from now on. */
    @PostMapping("/months")
    String publish(@RequestParam String month, @RequestParam(defaultValue = "") String reason, Viewer viewer) {
        desks.require(viewer);
        var shown = month(month, YearMonth.from(directories.of(viewer.tenant()).today()));
        figures.publish(shown, reason, viewer);
        return "redirect:/hotline/figures?month=" + shown;
    }

    @GetMapping("/rows")
    String rows(@RequestParam(defaultValue = "received") String figure, @RequestParam(defaultValue = "") String month, @RequestParam(required = false) @Nullable String category, @RequestParam(required = false) @Nullable String area, @RequestParam(required = false) @Nullable UUID after, Viewer viewer, Model model) {
        desks.require(viewer);
        var counted = Figure.named(figure).orElseThrow(NotFound::new);
        var shown = month(month, YearMonth.from(directories.of(viewer.tenant()).today()));
        var ids = figures.rows(counted, new MonthFigures.Scope(shown, category, area), after, viewer);
        var page = ids.stream().limit(MonthFigures.PAGE).toList();
        var rows = matters.rows(page, viewer);
        var next = ids.size() > MonthFigures.PAGE ? "/hotline/figures/rows?figure=" + figure + "&month=" + shown + part("category", category) + part("area", area) + "&after=" + page.getLast() : null;
        var about = Stream.of(category, area).filter(Objects::nonNull).map(said -> said.isEmpty() ? Words.say("hotline.figures.unsaid") : said).collect(Collectors.joining(" · "));
        model.addAttribute("page", new FiguresPage.Rows(Words.say("hotline.figures.of." + counted.word()), shown, about, page.stream().filter(rows::containsKey).map(rows::get).toList(), next));
        return "hotline/figure-rows";
    }

    private static String part(String name, @Nullable String value) {
        return value == null ? "" : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    static FiguresPage page(boolean open, int tenant, List<Line> lines, YearMonth month, List<YearMonth> months, Told told) {
        var tallies = told.tallies();
        return new FiguresPage(open, tenant, lines, month, months, Tally.sum("", "", tallies), grouped(tallies, Tally::category, name -> Tally.sum(name, "", tallies.stream().filter(tally -> tally.category().equals(name)).toList())),
                grouped(tallies, Tally::area, name -> Tally.sum("", name, tallies.stream().filter(tally -> tally.area().equals(name)).toList())), told.versions(), told.shown());
    }

    /** What came in most often first. */
    private static List<Tally> grouped(List<Tally> tallies, Function<Tally, String> by, Function<String, Tally> sum) {
        return tallies.stream().map(by).distinct().map(sum).sorted(Comparator.comparing((Tally tally) -> -tally.of(Figure.RECEIVED))).toList();
    }

    static YearMonth month(String said, YearMonth otherwise) {
        try {
            var month = said.isEmpty() ? otherwise : YearMonth.parse(said);
            return month.getYear() < 1900 || month.getYear() > 2199 ? otherwise : month;
        } catch (DateTimeException none) {
            return otherwise;
        }
    }
}
