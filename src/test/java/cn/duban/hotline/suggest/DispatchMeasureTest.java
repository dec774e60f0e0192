package cn.duban.hotline.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.hotline.suggest.LabelledTickets.Half;
import cn.duban.hotline.suggest.LabelledTickets.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the README of the package says is measured anew, and holds. */
class DispatchMeasureTest {

    private static final Logger log = LoggerFactory.getLogger(DispatchMeasureTest.class);
    private static final Path README = Path.of("src/main/java/cn/duban/hotline/suggest/README.md");
    private static final Pattern DISPATCH = Pattern.compile("\\| (TUNING|HELD_OUT) \\| (WORDS|CATALOGUE|CLOSED) \\| ([\\d.]+) \\| ([\\d.]+) \\| ([\\d.]+) \\| ([\\d.]+) \\|");
    private static final Pattern SURE = Pattern.compile("\\| (TUNING|HELD_OUT) \\| (VERY_LIKELY|LIKELY|POSSIBLE) \\| ([\\d.]+) \\| ([\\d.]+) \\|");
    private static final Pattern PAIRS = Pattern.compile("\\| (TUNING|HELD_OUT) \\| (PAIRS_LIKELY|PAIRS_VERY_LIKELY|GROUPS) \\| ([\\d.]+) \\| ([\\d.]+) \\|");
    private static final Pattern TREE = Pattern.compile("\\| HELD_OUT \\| TREE \\| ([\\d.]+) \\| ([\\d.]+) \\| ([\\d.]+) \\|");
    private static final Pattern BESIDE = Pattern.compile("\\| (TUNING|HELD_OUT) \\| BESIDE \\| (\\d+) \\| (\\d+) \\|");

    /** Percentage points by which a figure may fall short of what is said: another machine rounds otherwise. */
    private static final double SLACK = 1.5;

    private static final LabelledTickets labelled = new LabelledTickets();

    private static final Map<String, DispatchFigures> COUNTED = new HashMap<>();

    private enum By { WORDS, CATALOGUE, CLOSED }

    /** Each by what it may know: the closed tickets are the tuning half, and a ticket of that half is told by the others alone. */
    private static DispatchFigures figures(Half half, By by) {
        return COUNTED.computeIfAbsent(half + " " + by, once -> counted(half, by));
    }

    private static DispatchFigures counted(Half half, By by) {
        return switch (by) {
            case WORDS -> {
                var suggester = Suggester.of(labelled.described().stream().map(category -> new Described(category.category(), category.words(), List.of())).toList(), List.of(), labelled::unit);
                yield DispatchFigures.of(labelled.tickets(half), ticket -> suggester.suggest(new Asked(ticket.text(), null, ticket.area(), ticket.day())));
            }
            case CATALOGUE -> DispatchFigures.of(labelled, half, labelled.suggester(List.of()));
            case CLOSED -> half == Half.HELD_OUT ? DispatchFigures.of(labelled, half, labelled.suggester(labelled.tickets(Half.TUNING))) : Crossed.figures(labelled);
        };
    }

    @Test
    void dispatchesAsWellAsTheReadmeSays() throws IOException {
        var rows = DISPATCH.matcher(Files.readString(README)).results().toList();
        for (var row : rows) {
            var figures = figures(Half.valueOf(row.group(1)), By.valueOf(row.group(2)));
            log.info("{} {}: {}", row.group(1), row.group(2), figures);
            assertThat(figures.share(figures.first())).as("first, %s: %s", row.group(), figures).isGreaterThanOrEqualTo(Double.parseDouble(row.group(3)) - SLACK);
            assertThat(figures.share(figures.three())).as("among three, %s: %s", row.group(), figures).isGreaterThanOrEqualTo(Double.parseDouble(row.group(4)) - SLACK);
            assertThat(figures.share(figures.either())).as("either, %s: %s", row.group(), figures).isGreaterThanOrEqualTo(Double.parseDouble(row.group(5)) - SLACK);
            assertThat(figures.share(figures.unit())).as("unit, %s: %s", row.group(), figures).isGreaterThanOrEqualTo(Double.parseDouble(row.group(6)) - SLACK);
        }
        assertThat(rows).hasSize(6);
    }

    /** What is shipped knows the tuning half, as examples, and no ticket of the other. */
    @Test
    void knowsTheShippedTreeBeforeAnythingIsClosed() throws IOException {
        var row = TREE.matcher(Files.readString(README)).results().toList().getFirst();
        var suggester = Suggester.of(Descriptions.shipped(Descriptions.words().keySet().stream().sorted().toList(), labelled.meanings::of), List.of(), (category, area, day) -> Optional.empty());
        var tickets = labelled.tickets(Half.HELD_OUT).stream().map(LabelledTickets.Ticket::inTheTree).toList();
        var figures = DispatchFigures.of(tickets, ticket -> suggester.suggest(labelled.asked(ticket)));
        var upper = figures.share((int) tickets.stream().filter(ticket -> suggester.suggest(labelled.asked(ticket)).ranked().stream().findFirst().filter(first -> upper(first.category()).equals(upper(ticket.category()))).isPresent()).count());
        log.info("tree: {} upper level {}", figures, upper);
        assertThat(figures.share(figures.first())).isGreaterThanOrEqualTo(Double.parseDouble(row.group(1)) - SLACK);
        assertThat(figures.share(figures.three())).isGreaterThanOrEqualTo(Double.parseDouble(row.group(2)) - SLACK);
        assertThat(upper).isGreaterThanOrEqualTo(Double.parseDouble(row.group(3)) - SLACK);
    }

    private static String upper(String path) {
        return path.split("·")[0];
    }

    @Test
    void shipsExamplesOfTheTuningHalfAlone() {
        var held = labelled.tickets(Half.HELD_OUT).stream().map(LabelledTickets.Ticket::text).toList();
        var examples = Descriptions.examples();
        assertThat(examples).isNotEmpty().allSatisfy((category, texts) -> assertThat(texts).doesNotContainAnyElementsOf(held));
        assertThat(Descriptions.words().keySet()).containsAll(examples.keySet()).containsAll(labelled.tickets.stream().map(LabelledTickets.Ticket::path).toList());
    }

    @Test
    void isAsSureAsItMayBe() throws IOException {
        var rows = SURE.matcher(Files.readString(README)).results().toList();
        for (var row : rows) {
            var figures = figures(Half.valueOf(row.group(1)), By.CLOSED);
            var level = Certainty.valueOf(row.group(2));
            log.info("{} {}: {}", row.group(1), level, figures);
            // of the unsure ones nothing is promised
            if (level == Certainty.POSSIBLE) continue;
            assertThat(figures.right(level)).as("right, %s: %s", row.group(), figures).isGreaterThanOrEqualTo(Double.parseDouble(row.group(4)) - SLACK);
            if (level == Certainty.VERY_LIKELY) assertThat(figures.said(level)).as("said, %s: %s", row.group(), figures).isGreaterThanOrEqualTo(Double.parseDouble(row.group(3)) - SLACK);
        }
        assertThat(rows).hasSize(6);
    }

    @Test
    void abstainsWhereNothingIsToBeDispatched() throws IOException {
        var suggester = labelled.suggester(labelled.tickets(Half.TUNING));
        var rows = BESIDE.matcher(Files.readString(README)).results().toList();
        for (var row : rows) {
            var beside = LabelledTickets.beside(Half.valueOf(row.group(1)));
            var told = beside.stream().filter(text -> !suggester.suggest(new Asked(text, labelled.meanings.of(text).orElseThrow(), "", labelled.tickets.getFirst().day())).abstains()).toList();
            log.info("{} beside: abstained from {} of {}, not from {}", row.group(1), beside.size() - told.size(), beside.size(), told);
            assertThat(beside).hasSize(Integer.parseInt(row.group(2)));
            assertThat(beside.size() - told.size()).isGreaterThanOrEqualTo(Integer.parseInt(row.group(3)) - 1);
        }
        assertThat(rows).hasSize(2);
    }

    @Test
    void findsTheSameTroubleAsWellAsTheReadmeSays() throws IOException {
        var rows = PAIRS.matcher(Files.readString(README)).results().toList();
        var suggester = labelled.suggester(labelled.tickets(Half.TUNING));
        for (var row : rows) {
            var reports = labelled.reports(Half.valueOf(row.group(1)));
            var same = LabelledTickets.same(reports);
            var found = found(reports, row.group(2), suggester);
            var right = found.stream().filter(same::contains).count();
            var precision = Math.floor(100.0 * right / found.size()) / 100;
            var recall = Math.floor(100.0 * right / same.size()) / 100;
            log.info("{} {}: {} {} ({} right of {} found, {} to find)", row.group(1), row.group(2), precision, recall, right, found.size(), same.size());
            assertThat(precision).as("precision, %s", row.group()).isGreaterThanOrEqualTo(Double.parseDouble(row.group(3)) - SLACK / 100);
            assertThat(recall).as("recall, %s", row.group()).isGreaterThanOrEqualTo(Double.parseDouble(row.group(4)) - SLACK / 100);
        }
        assertThat(rows).hasSize(6);
    }

    private static Set<Set<String>> found(List<Report> reports, String how, Suggester suggester) {
        var told = reports.stream().map(report -> labelled.told(report, suggester)).toList();
        var found = new HashSet<Set<String>>();
        if (how.equals("GROUPS")) {
            for (var group : Clusters.of(told)) for (var one : group) for (var other : group) if (one != other) found.add(Set.of(one.id(), other.id()));
            return found;
        }
        var least = how.equals("PAIRS_LIKELY") ? SameTrouble.LIKELY : SameTrouble.VERY_LIKELY;
        for (var one : told) for (var other : told) if (one != other && SameTrouble.of(one, other).score() >= least) found.add(Set.of(one.id(), other.id()));
        return found;
    }

    @Test
    void isLabelledInFullAndHalved() {
        assertThat(labelled.tickets).hasSizeGreaterThan(450).extracting(LabelledTickets.Ticket::text).doesNotHaveDuplicates().allMatch(text -> text.length() >= 30 && text.length() <= 200);
        assertThat(labelled.tickets).allMatch(ticket -> labelled.unit(ticket.category(), ticket.area(), ticket.day()).filter(ticket.unit()::equals).isPresent());
        for (var half : Half.values()) {
            var counts = labelled.tickets(half).stream().collect(Collectors.groupingBy(LabelledTickets.Ticket::category, Collectors.counting()));
            assertThat(counts).hasSizeGreaterThan(15).allSatisfy((category, count) -> assertThat(count).isGreaterThanOrEqualTo(14));
            assertThat(labelled.reports(half).stream().filter(report -> report.near().isEmpty()).map(Report::group).distinct()).hasSizeGreaterThan(30);
        }
    }

    /** Tickets of the tuning half, each told by the other parts of that half. */
    private static final class Crossed {

        private static final int PARTS = 5;

        static DispatchFigures figures(LabelledTickets labelled) {
            var tuning = labelled.tickets(Half.TUNING);
            var suggesters = new HashMap<Integer, Suggester>();
            return DispatchFigures.of(tuning, ticket -> suggesters.computeIfAbsent(part(ticket), part -> labelled.suggester(tuning.stream().filter(other -> part(other) != part).toList())).suggest(labelled.asked(ticket)));
        }

        private static int part(LabelledTickets.Ticket ticket) {
            return Math.floorMod(ticket.id().hashCode() * 31, PARTS);
        }
    }
}
