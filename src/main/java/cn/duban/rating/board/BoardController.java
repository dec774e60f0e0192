package cn.duban.rating.board;

import cn.duban.rating.Level;
import cn.duban.rating.Offices;
import cn.duban.rating.board.BoardPage.Row;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.units.Person;
import cn.duban.web.Dates;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The board for staff: by unit, service and person, each number leading to its rows. */
@Controller
@RequestMapping("/ratings")
class BoardController {

    private final Boards boards;
    private final Offices offices;
    private final BoardMonths months;
    private final Directories directories;

    BoardController(Boards boards, Offices offices, BoardMonths months, Directories directories) {
        this.boards = boards;
        this.offices = offices;
        this.months = months;
        this.directories = directories;
    }

    @GetMapping
    String board(@RequestParam(defaultValue = "") String month, Viewer viewer, Model model) {
        var directory = directories.of(viewer.tenant());
        var shown = month(month, YearMonth.from(directory.today()));
        var tallies = boards.tallies(shown, viewer);
        var persons = grouped(tallies.stream().filter(tally -> tally.person() != null).toList(), tally -> List.of(Objects.requireNonNull(tally.unit()), Objects.requireNonNull(tally.person())), directory::unitName, person -> directory.person(person).map(Person::name).orElse("—"));
        model.addAttribute("page", new BoardPage(false, viewer.tenant(), List.of(), shown, boards.months(viewer.tenant()), total(tallies), units(tallies, directory::unitName), items(tallies, directory::unitName), persons, offices.looksAfter(viewer), months.versions(viewer.tenant(), shown), null));
        return "rating/board";
    }

    /** What everybody reads of a month from now on. */
    @PostMapping("/months")
    String publish(@RequestParam String month, @RequestParam(defaultValue = "") String reason, Viewer viewer) {
        offices.require(viewer);
        var shown = month(month, YearMonth.from(directories.of(viewer.tenant()).today()));
        months.publish(shown, reason, viewer);
        return "redirect:/ratings?month=" + shown;
    }

    @GetMapping("/rows")
    String rows(@RequestParam(defaultValue = "served") String figure, @RequestParam(defaultValue = "") String month, @RequestParam(required = false) @Nullable Integer unit, @RequestParam(defaultValue = "") String item, @RequestParam(required = false) @Nullable Integer person,
            @RequestParam(required = false) @Nullable UUID after, Viewer viewer, Model model) {
        var directory = directories.of(viewer.tenant());
        var counted = Figure.named(figure).orElseThrow(NotFound::new);
        var shown = month(month, YearMonth.from(directory.today()));
        var from = after == null ? null : boards.spot(after, viewer).orElseThrow(NotFound::new);
        var spots = boards.rows(counted, new Boards.Scope(shown, unit, item, person), from, viewer);
        var page = spots.stream().limit(Boards.PAGE).map(spot -> row(spot, directory, viewer)).toList();
        var row = new Row("", "", new Tally(unit, item, person, java.util.Map.of()));
        var board = new BoardPage(false, viewer.tenant(), List.of(), shown, List.of(), row, List.of(), List.of(), List.of(), false, List.of(), null);
        var next = spots.size() > Boards.PAGE ? board.href(row, counted) + "&after=" + page.getLast().id() : null;
        var about = java.util.stream.Stream.of(unit == null ? "" : directory.unitName(unit), item, person == null ? "" : directory.person(person).map(Person::name).orElse("")).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
        model.addAttribute("page", new RatingRowsPage(Words.say("rating.of." + counted.word()), shown, about, page, next));
        return "rating/rows";
    }

    private static RatingRowsPage.Line row(Boards.Spot spot, Directory directory, Viewer viewer) {
        var level = spot.level() == null ? null : Level.of(spot.level()).orElseThrow();
        var rectification = spot.rectification() == null ? null : "/matters/" + viewer.tenant() + "-" + spot.rectification();
        return new RatingRowsPage.Line(spot.id(), spot.item(), directory.unitName(spot.unit()), spot.person() == null ? "" : directory.person(spot.person()).map(Person::name).orElse(""), Dates.minute(spot.servedAt()), level, Objects.requireNonNullElse(spot.words(), ""), rectification, spot.why());
    }

    static YearMonth month(String said, YearMonth otherwise) {
        try {
            var month = said.isEmpty() ? otherwise : YearMonth.parse(said);
            return month.getYear() < 1900 || month.getYear() > 2199 ? otherwise : month;
        } catch (DateTimeException none) {
            return otherwise;
        }
    }

    static Row total(List<Tally> tallies) {
        return new Row(Words.say("rating.total"), "", Tally.sum(null, "", null, tallies));
    }

    static List<Row> units(List<Tally> tallies, IntFunction<String> units) {
        return grouped(tallies, tally -> List.of(Objects.requireNonNull(tally.unit())), units, person -> "—");
    }

    static List<Row> items(List<Tally> tallies, IntFunction<String> units) {
        return grouped(tallies, tally -> List.of(Objects.requireNonNull(tally.unit()), tally.item()), units, person -> "—");
    }

    /** The one with most bad ratings first. @param key unit, then service or person */
    private static List<Row> grouped(List<Tally> tallies, Function<Tally, List<Object>> key, IntFunction<String> units, IntFunction<String> persons) {
        return tallies.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList())).entrySet().stream().map(group -> {
            var unit = (Integer) group.getKey().getFirst();
            var second = group.getKey().size() == 1 ? null : group.getKey().get(1);
            var item = second instanceof String text ? text : "";
            var person = second instanceof Integer number ? number : null;
            var name = person != null ? persons.apply(person) : item.isEmpty() ? units.apply(unit) : item;
            return new Row(name, second == null ? "" : units.apply(unit), Tally.sum(unit, item, person, group.getValue()));
        }).sorted(Comparator.comparing((Row row) -> -row.tally().of(Figure.BAD)).thenComparing(row -> -row.tally().of(Figure.SERVED))).toList();
    }
}
