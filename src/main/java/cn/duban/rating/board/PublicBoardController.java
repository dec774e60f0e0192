package cn.duban.rating.board;

import cn.duban.figures.PublishedMonths;
import cn.duban.rating.Offices;
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

/** The board that everybody reads: months that have ended, by unit and service, nobody named; the same as open data. */
@Controller
@RequestMapping("/public/ratings")
class PublicBoardController {

    private final Boards boards;
    private final BoardMonths published;
    private final Offices offices;
    private final Directories directories;

    PublicBoardController(Boards boards, BoardMonths published, Offices offices, Directories directories) {
        this.boards = boards;
        this.published = published;
        this.offices = offices;
        this.directories = directories;
    }

    @GetMapping
    String board(@RequestParam(defaultValue = "0") int line, @RequestParam(defaultValue = "") String month, @RequestParam(defaultValue = "0") int version, Model model) {
        var lines = offices.lines();
        var chosen = lines.stream().filter(one -> one.tenant() == line).findFirst().orElse(lines.isEmpty() ? null : lines.getFirst());
        if (chosen == null) {
            var none = new BoardPage.Row("", "", new Tally(null, "", null, Map.of()));
            model.addAttribute("page", new BoardPage(true, 0, lines, YearMonth.of(2026, 1), List.of(), none, List.of(), List.of(), List.of(), false, List.of(), null));
            return "rating/public-board";
        }
        var directory = directories.of(chosen.tenant());
        var last = YearMonth.from(directory.today()).minusMonths(1);
        var shown = ended(month, last);
        var told = published.told(chosen.tenant(), shown, version);
        var months = new ArrayList<>(boards.months(chosen.tenant()).stream().filter(one -> !one.isAfter(last)).toList());
        if (months.isEmpty()) months.add(last);
        model.addAttribute("page", new BoardPage(true, chosen.tenant(), lines, shown, months, BoardController.total(told.tallies()), BoardController.units(told.tallies(), told.units()), BoardController.items(told.tallies(), told.units()), List.of(), false, told.versions(), told.shown()));
        return "rating/public-board";
    }

    @GetMapping(value = "/board.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Map<String, Object> json(@RequestParam(defaultValue = "0") int line, @RequestParam(defaultValue = "") String month) {
        var told = published.told(line(line), shown(line, month), 0);
        var said = new LinkedHashMap<String, Object>();
        said.put("government", directories.of(line(line)).tenantName());
        said.put("month", shown(line, month).toString());
        said.put("published", PublishedMonths.said(told.shown()));
        said.put("rows", rows(told));
        return said;
    }

    @GetMapping(value = "/board.csv", produces = "text/csv;charset=UTF-8")
    @ResponseBody
    String csv(@RequestParam(defaultValue = "0") int line, @RequestParam(defaultValue = "") String month) {
        var told = published.told(line(line), shown(line, month), 0);
        var head = new ArrayList<>(List.of("unit", "item"));
        Figure.SHOWN.forEach(figure -> head.add(figure.word()));
        return CsvText.of(PublishedMonths.marked(head, rows(told), told.shown()));
    }

    /** The very bytes that the digest is of. */
    @GetMapping(value = "/board.content.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    byte[] content(@RequestParam(defaultValue = "0") int line, @RequestParam(defaultValue = "") String month, @RequestParam(defaultValue = "0") int version) {
        var told = published.told(line(line), shown(line, month), version);
        if (told.shown() == null) throw new NotFound();
        return told.shown().content().getBytes(StandardCharsets.UTF_8);
    }

    private static List<Map<String, Object>> rows(BoardMonths.Told told) {
        return told.tallies().stream().map(tally -> {
            var row = new LinkedHashMap<String, Object>();
            row.put("unit", tally.unit() == null ? "" : told.units().apply(tally.unit()));
            row.put("item", tally.item());
            Figure.SHOWN.forEach(figure -> row.put(figure.word(), tally.of(figure)));
            return (Map<String, Object>) row;
        }).toList();
    }

    private int line(int line) {
        return offices.lines().stream().filter(one -> one.tenant() == line).findFirst().orElseThrow(NotFound::new).tenant();
    }

    private YearMonth shown(int line, String month) {
        return ended(month, YearMonth.from(directories.of(line).today()).minusMonths(1));
    }

    /** What has not ended is nobody's yet. */
    private static YearMonth ended(String said, YearMonth last) {
        var month = BoardController.month(said, last);
        return month.isAfter(last) ? last : month;
    }
}
