package cn.duban.ledger;

import static cn.duban.ledger.TimelineWords.language;

import cn.duban.ledger.HomePage.Group;
import cn.duban.ledger.LedgersPage.Figure;
import cn.duban.ledger.LedgersPage.Section;
import cn.duban.ledger.MatterTypes.Published;
import cn.duban.ledger.type.MatterType.ClockRule;
import cn.duban.ledger.type.Phase;
import cn.duban.web.Navigation;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The front page, which is what somebody owes, and the overview of all ledgers. */
@Controller
class LedgerController {

    private static final int OTHERS = 12;

    private final Matters matters;
    private final List<Navigation> rooms;
    private final TypeCatalogue catalogue;

    LedgerController(Matters matters, TypeCatalogue catalogue, List<Navigation> rooms) {
        this.rooms = rooms;
        this.matters = matters;
        this.catalogue = catalogue;
    }

    @GetMapping("/")
    String home(Viewer viewer, Model model) {
        var all = matters.owed(viewer);
        var owed = all.rows();
        var mine = owed.stream().filter(row -> !row.elsewhere()).toList();
        var groups = List.of(
                new Group("late", mine.stream().filter(row -> row.lamp() == Lamp.RED).toList()),
                new Group("soon", mine.stream().filter(row -> row.lamp() == Lamp.YELLOW).toList()),
                new Group("later", mine.stream().filter(row -> row.lamp() == Lamp.BLUE || row.lamp() == null).toList()));
        var oversees = viewer.has(Duty.SUPERVISE) || viewer.has(Duty.LEAD);
        var others = oversees ? others(owed, viewer) : List.<MatterRow>of();
        model.addAttribute("page", new HomePage(viewer.personName(), groups, rooms.stream().flatMap(room -> room.tasks(viewer).stream()).toList(), owed.stream().filter(OwedRow::elsewhere).toList(), others,
                oversees ? matters.hanging(viewer) : List.of(), oversees, viewer.has(Duty.SUPERVISE), all.all() == null ? null : MatterAddress.of(all.all())));
        return "ledger/home";
    }

    /** What waits for the units that lead, the nearest end first; what the viewer owes stands above already. */
    private List<MatterRow> others(List<OwedRow> owed, Viewer viewer) {
        var own = owed.stream().map(row -> row.matter().id()).collect(Collectors.toSet());
        var query = new MatterQuery(null, null, null, null, Phase.OPEN, null, null, null, null, null, null, "lead", null, MatterQuery.Sort.DUE, false, null, OTHERS + own.size());
        return matters.list(query, viewer).rows().stream().filter(row -> !own.contains(row.id())).limit(OTHERS).toList();
    }

    @GetMapping("/ledgers")
    String ledgers(Viewer viewer, Model model) {
        var counts = matters.counts(viewer);
        var sections = catalogue.of(viewer.tenant()).stream().collect(Collectors.groupingBy(Published::ledger, java.util.TreeMap::new, Collectors.toList()))
                .entrySet().stream().map(ledger -> new Section(ledger.getKey(), name(ledger.getKey()), order(ledger.getValue()).map(type -> row(type, counts)).toList())).toList();
        model.addAttribute("page", new LedgersPage(sections, viewer.has(Duty.SUPERVISE)));
        return "ledger/ledgers";
    }

    /** As they stand under each other, and last what a clock opens beside them. */
    private static Stream<Published> order(List<Published> types) {
        var parents = types.stream().filter(type -> type.type().parent() != null).collect(Collectors.toMap(type -> type.type().name(), type -> Objects.requireNonNull(type.type().parent())));
        var opened = types.stream().flatMap(type -> type.type().clocks().values().stream()).map(ClockRule::opens).filter(Objects::nonNull).collect(Collectors.toSet());
        return types.stream().sorted(Comparator.comparing((Published type) -> opened.contains(type.type().name())).thenComparing(type -> depth(type.type().name(), parents)));
    }

    private static long depth(String type, Map<String, String> parents) {
        return Stream.iterate(type, Objects::nonNull, parents::get).limit(parents.size() + 1L).count();
    }

    static String name(String ledger) {
        return Words.has("ledger.name." + ledger) ? Words.say("ledger.name." + ledger) : ledger;
    }

    private static LedgersPage.Row row(Published type, List<TypeCount> counts) {
        var own = counts.stream().filter(c -> c.type().equals(type.version().name())).toList();
        var all = MatterQuery.all().ofType(type.version().name());
        var cells = LedgersPage.PHASES.stream()
                .map(phase -> new Figure(own.stream().filter(c -> c.phase() == phase).mapToInt(TypeCount::all).sum(), MatterAddress.of(all.in(phase)))).toList();
        return new LedgersPage.Row(type.version().name(), type.type().label().in(language()), new Figure(sum(own, TypeCount::all), MatterAddress.of(all)), cells,
                new Figure(sum(own, TypeCount::yellow), MatterAddress.of(all.shining(Lamp.YELLOW))), new Figure(sum(own, TypeCount::red), MatterAddress.of(all.shining(Lamp.RED))));
    }

    private static int sum(List<TypeCount> counts, ToIntFunction<TypeCount> figure) {
        return counts.stream().mapToInt(figure).sum();
    }
}
