package cn.duban.figures;

import static cn.duban_db.ledger.Tables.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.ledger.AYear;
import cn.duban.ledger.Act;
import cn.duban.ledger.AsOf;
import cn.duban.ledger.Clock;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.MatterThen;
import cn.duban.ledger.Matters;
import cn.duban.ledger.Town;
import cn.duban.ledger.type.Phase;
import cn.duban.units.Directories;
import cn.duban.web.Viewer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a board says of any day of a year is what the entries add up to on that day, counted here anew; and behind every number stand as many rows. */
@DubanTest
class YearTest {

    private static final Set<String> REPORTS = Set.of("half-month", "quarterly");
    private static final Set<String> DONE = Set.of("closed", "standing");

    @Autowired AYear year;
    @Autowired AsOf asOf;
    @Autowired Boards boards;
    @Autowired Counts counts;
    @Autowired CatchingUp catchingUp;
    @Autowired Ledger ledger;
    @Autowired Matters matters;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired EvidenceFiles files;
    @Autowired DSLContext sql;

    private record Said(Instant at, String act, String from, String to, MatterThen then) {}

    /** Whoever supervises reads sums, a bureau's people have their matters counted, a leader gets both; the secret ones count for those who see them today. */
    @Test
    void saysOfEveryDayWhatTheEntriesSay() {
        var town = new Town(cities, directories, ledger, files);
        var ids = year.of(town, 20, 11);
        for (int i = 0; i < ids.size(); i += 4) ledger.act(ids.get(i), Act.of("classify").saying("secrecy", i % 8 == 0 ? "named_persons" : "work_secret").saying("reason", "涉及个人"), town.as("inspect"));
        var lives = ids.stream().collect(Collectors.toMap(MatterId::id, this::life));
        catchingUp.run(town.city.tenant());
        catchingUp.run(town.city.tenant());
        for (var login : List.of("inspect", "vice1", "eco.handle")) {
            var viewer = town.as(login);
            var seen = matters.rows(List.copyOf(lives.keySet()), viewer).keySet().stream().map(lives::get).toList();
            var everything = login.equals("inspect");
            assertThat(seen.size() < lives.size()).as("something is kept from " + login).isEqualTo(login.equals("eco.handle"));
            var whole = new Tally();
            var days = everything ? 1 : 9;
            for (var day = town.today().minusDays(366); day.isBefore(town.today()); day = day.plusDays(days)) saysOf(day, days, town, viewer, seen, whole);
            for (var kind : expectedKinds()) if (everything || kind == Kind.OPEN || kind == Kind.SETTLED) assertThat(whole.of(kind)).as("the year has " + kind).isPositive();
        }
    }

    private void saysOf(LocalDate day, int days, Town town, Viewer viewer, List<List<Said>> lives, Tally whole) {
        var zone = town.directory().zone();
        var end = day.plusDays(1).atStartOfDay(zone).toInstant();
        var since = day.minusDays(days - 1);
        var start = since.atStartOfDay(zone).toInstant();
        var board = boards.of(new Scope(day, since, null, null, null, null, null, null), Ranking.LATE, viewer);
        var expected = recounted(lives, start, end);
        assertThat(told(board.total(), expected.keySet())).as(viewer.postName() + " " + day).isEqualTo(expected);
        for (var section : board.sections()) {
            var sum = new Tally();
            section.lines().forEach(line -> sum.add(line.tally()));
            assertThat(told(sum, expected.keySet())).as(day + " by " + section.by()).isEqualTo(expected);
        }
        for (var unit : List.of("市生态环境局", "市住建局")) {
            var own = recounted(lives, start, end, town.unit(unit));
            var line = board.section("unit").orElseThrow().lines().stream().filter(l -> Objects.equals(l.scope().unit(), town.unit(unit))).findFirst();
            assertThat(line.map(l -> l.tally().of(Kind.OPEN)).orElse(0)).as(unit + " " + day).isEqualTo(own.get(Kind.OPEN));
            assertThat(line.map(l -> l.tally().of(Kind.LATE)).orElse(0)).as(unit + " " + day).isEqualTo(own.get(Kind.LATE));
        }
        whole.add(board.total());
    }

    @Test
    void listsBehindEveryNumberAsManyRows() {
        var town = new Town(cities, directories, ledger, files);
        year.of(town, 15, 4);
        catchingUp.run(town.city.tenant());
        var directory = town.directory();
        var tried = 0;
        for (var day : new LocalDate[] {null, town.today().minusDays(40), town.today().minusDays(200)}) {
            var scope = new Scope(day, (day == null ? town.today() : day).minusDays(90), null, null, null, null, null, null);
            for (var login : List.of("inspect", "vice1", "eco.handle", "eco")) {
                var board = boards.of(scope, Ranking.LATE, town.as(login));
                var lines = new ArrayList<>(board.sections().stream().flatMap(s -> s.lines().stream()).toList());
                lines.add(board.whole());
                lines.addAll(board.months());
                for (var line : lines) for (var kind : Kind.values()) {
                    if (kind == Kind.MOVED || kind.standing() && board.months().contains(line)) continue;
                    var cell = Cell.of(kind, line.scope());
                    var rows = counts.rows(cell, boards.told(line.scope(), directory).moment(), null, 1000, town.as(login), directory);
                    assertThat(rows).as("%s %s %s", login, kind, line).hasSize(line.tally().of(kind));
                    tried += rows.size();
                }
            }
        }
        assertThat(tried).isGreaterThan(200);
    }

    private static List<Kind> expectedKinds() {
        return List.of(Kind.DRAFT, Kind.OPEN, Kind.SOON, Kind.LATE, Kind.OPENED, Kind.SETTLED, Kind.RETURNED, Kind.REOPENED);
    }

    private List<Said> life(MatterId id) {
        return sql.select(ENTRY.NO, ENTRY.AT, ENTRY.ACT, ENTRY.FROM_STATE, ENTRY.TO_STATE).from(ENTRY).where(ENTRY.TENANT.eq(id.tenant()), ENTRY.MATTER.eq(id.id())).orderBy(ENTRY.NO)
                .fetch(r -> new Said(r.value2(), r.value3(), r.value4(), r.value5(), asOf.at(id, Map.of(id.id(), r.value1())).getFirst()));
    }

    private static Map<Kind, Integer> recounted(List<List<Said>> lives, Instant start, Instant end) {
        return recounted(lives, start, end, null);
    }

    private static Map<Kind, Integer> recounted(List<List<Said>> lives, Instant start, Instant end, Integer unit) {
        var counted = new LinkedHashMap<Kind, Integer>();
        expectedKinds().forEach(kind -> counted.put(kind, 0));
        for (var life : lives) {
            for (var said : life) {
                if (said.at.isBefore(start) || !said.at.isBefore(end)) continue;
                if (said.from == null) counted.merge(Kind.OPENED, 1, Integer::sum);
                if (said.from != null && DONE.contains(said.to) && !DONE.contains(said.from) && !said.act.equals("void")) counted.merge(Kind.SETTLED, 1, Integer::sum);
                if (said.act.equals("return")) counted.merge(Kind.RETURNED, 1, Integer::sum);
                if (said.act.equals("redo")) counted.merge(Kind.REOPENED, 1, Integer::sum);
            }
            var then = life.stream().filter(s -> s.at.isBefore(end)).reduce((a, b) -> b).map(Said::then).orElse(null);
            if (then == null || unit != null && !then.units("lead").contains(unit)) continue;
            var nearest = then.clocks().stream().filter(c -> c.running() && !REPORTS.contains(c.budget())).map(Clock::dueAt).filter(Objects::nonNull).sorted().findFirst();
            Predicate<Instant> late = due -> !due.isAfter(end);
            if (then.matter().phase() == Phase.DRAFT) counted.merge(Kind.DRAFT, 1, Integer::sum);
            if (then.matter().phase() != Phase.OPEN) continue;
            counted.merge(Kind.OPEN, 1, Integer::sum);
            if (nearest.isPresent() && late.test(nearest.get())) counted.merge(Kind.LATE, 1, Integer::sum);
            if (nearest.isPresent() && !late.test(nearest.get()) && !nearest.get().isAfter(end.plus(7, ChronoUnit.DAYS))) counted.merge(Kind.SOON, 1, Integer::sum);
        }
        return counted;
    }

    private static Map<Kind, Integer> told(Tally tally, Set<Kind> kinds) {
        var told = new LinkedHashMap<Kind, Integer>();
        kinds.forEach(kind -> told.put(kind, tally.of(kind)));
        return told;
    }
}
