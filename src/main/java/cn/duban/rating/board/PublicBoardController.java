package cn.duban.rating.board;

import cn.duban.rating.Offices;
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

/** The board that everybody reads: months that have ended, by unit and service, nobody named; the same as open data. */
@Controller
@RequestMapping("/public/ratings")
class PublicBoardController {

    private final Boards boards;
    private final Offices offices;
    private final Directories directories;

    PublicBoardController(Boards boards, Offices offices, Directories directories) {
        this.boards = boards;
        this.offices = offices;
        this.directories = directories;
    }

    @GetMapping
    String board(@RequestParam(defaultValue = "0") int line, @RequestParam(defaultValue = "") String month, Model model) {
        var lines = offices.lines();
        var chosen = lines.stream().filter(one -> one.tenant() == line).findFirst().orElse(lines.isEmpty() ? null : lines.getFirst());
        if (chosen == null) {
            var none = new BoardPage.Row("", "", new Tally(null, "", null, Map.of()));
            model.addAttribute("page", new BoardPage(true, 0, lines, YearMonth.of(2026, 1), List.of(), none, List.of(), List.of(), List.of(), false));
            return "rating/public-board";
        }
        var directory = directories.of(chosen.tenant());
        var last = YearMonth.from(directory.today()).minusMonths(1);
        var shown = ended(month, last);
        var tallies = boards.published(chosen.tenant(), shown);
        var months = new ArrayList<>(boards.months(chosen.tenant()).stream().filter(one -> !one.isAfter(last)).toList());
        if (months.isEmpty()) months.add(last);
        model.addAttribute("page", new BoardPage(true, chosen.tenant(), lines, shown, months, BoardController.total(tallies), BoardController.units(tallies, directory), BoardController.items(tallies, directory), List.of(), false));
        return "rating/public-board";
    }

    @GetMapping(value = "/board.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Map<String, Object> json(@RequestParam(defaultValue = "0") int line, @RequestParam(defaultValue = "") String month) {
        var said = new LinkedHashMap<String, Object>();
        said.put("government", directories.of(line(line)).tenantName());
        said.put("month", shown(line, month).toString());
        said.put("rows", rows(line, month));
        return said;
    }

    @GetMapping(value = "/board.csv", produces = "text/csv;charset=UTF-8")
    @ResponseBody
    String csv(@RequestParam(defaultValue = "0") int line, @RequestParam(defaultValue = "") String month) {
        var head = new ArrayList<>(List.of("unit", "item"));
        Figure.SHOWN.forEach(figure -> head.add(figure.word()));
        return CsvText.of(Stream.concat(Stream.<List<String>>of(head), rows(line, month).stream().map(row -> head.stream().map(name -> String.valueOf(row.get(name))).toList())).toList());
    }

    private List<Map<String, Object>> rows(int line, String month) {
        var directory = directories.of(line(line));
        return boards.published(line, shown(line, month)).stream().map(tally -> {
            var row = new LinkedHashMap<String, Object>();
            row.put("unit", tally.unit() == null ? "" : directory.unitName(tally.unit()));
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
