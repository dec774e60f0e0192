package cn.duban.figures;

import cn.duban.figures.Board.Line;
import cn.duban.figures.Board.Move;
import cn.duban.figures.Board.Section;
import cn.duban.figures.Counts.Group;
import cn.duban.figures.Counts.Moment;
import cn.duban.ledger.Circle.Reach;
import cn.duban.ledger.Steps;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Boards: a few statements of one instant, put together in Java. What the viewer sees as a whole comes out of the sums, what they see
 * for another reason is counted; each matter is in one of the two.
 */
@Component
class Boards {

    private static final int MONTHS = 12;
    /** Read one by one for a board; more than that happen in a day only where sheets are taken in. */
    static final int MANY = 2_000;

    private final Sums sums;
    private final Counts counts;
    private final Names names;
    private final Directories directories;
    private final CatchingUp catchingUp;
    private final Steps steps;
    private final Clock clock;
    private final TransactionTemplate snapshot;

    Boards(Sums sums, Counts counts, Names names, Directories directories, CatchingUp catchingUp, Steps steps, Clock clock, PlatformTransactionManager transactions) {
        this.sums = sums;
        this.counts = counts;
        this.names = names;
        this.directories = directories;
        this.catchingUp = catchingUp;
        this.steps = steps;
        this.clock = clock;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    private record Raw(Told told, List<Group> groups, List<Counts.Month> months, List<Counts.Stay> stays) {

        Raw(Told told) {
            this(told, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        LocalDate day() {
            return told.day;
        }
    }

    Board of(Scope scope, Ranking ranking, Viewer viewer) {
        var directory = directories.of(viewer.tenant());
        var raw = Objects.requireNonNull(snapshot.execute(status -> ask(scope, viewer, directory)));
        var then = raw.day().isBefore(directory.today()) ? directory.at(raw.day()) : directory;
        var gathering = names.gathering(viewer.tenant());
        var total = new Tally();
        raw.groups().forEach(group -> total.add(group.tally()));
        var sections = List.of(
                borne("unit", raw, ranking, Group::unit, gathering.units(), scope::unit, key -> names.unit(key, then), viewer.tenant()),
                borne("leader", raw, ranking, Group::leader, gathering.leaders(), scope::leader, key -> names.leader(key, then), viewer.tenant()),
                new Section("type", lines(raw, ranking, Group::type, scope::type, key -> names.type(viewer.tenant(), key)), List.of(), ""),
                new Section("source", lines(raw, ranking, Group::source, scope::source, Names::source), List.of(), ""));
        return new Board(directory.tenantName(), scope, raw.told().moment().at(), raw.day(), raw.told().since(), total, sections, months(scope, raw), moves(scope, raw, viewer.tenant()), ranking,
                names.ledgers(viewer.tenant()), filter(scope, viewer.tenant(), then), catchingUp.underWay() || steps.manyWait(viewer.tenant()));
    }

    /** @param day the day that is told of @param since first day of the period */
    record Told(Moment moment, LocalDate day, LocalDate since) {}

    Told told(Scope scope, Directory directory) {
        var past = scope.on() != null && scope.on().isBefore(directory.today());
        var day = past ? scope.on() : directory.today();
        var since = scope.since() != null && !scope.since().isAfter(day) ? scope.since() : day.withDayOfMonth(1);
        var at = past ? day.plusDays(1).atStartOfDay(directory.zone()).toInstant() : clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Told(new Moment(at, since.atStartOfDay(directory.zone()).toInstant()), day, since);
    }

    private Raw ask(Scope scope, Viewer viewer, Directory directory) {
        var told = told(scope, directory);
        var first = told.day().withDayOfMonth(1).minusMonths(MONTHS - 1);
        var year = new Moment(told.moment().at(), first.atStartOfDay(directory.zone()).toInstant());
        var raw = new Raw(told);
        var reaches = sums.reaches(viewer, directory);
        var whole = reaches.contains(Reach.WHOLE);
        if (whole) {
            raw.groups.addAll(standing(scope, told, viewer, directory));
            raw.groups.addAll(sums.turns(scope, told.since(), told.day(), viewer, directory));
            raw.months.addAll(sums.months(scope, first, told.day(), viewer, directory));
            if (Sums.tells(scope)) raw.stays.addAll(sums.stays(scope, told.since(), told.day(), viewer, directory));
            else raw.stays.addAll(counts.stays(counts.seen(scope, viewer, directory), told.moment()));
        }
        if (reaches.contains(Reach.PART)) {
            var which = whole ? counts.apart(scope, viewer, directory) : counts.seen(scope, viewer, directory);
            raw.groups.addAll(counts.standing(which, told.moment()));
            raw.groups.addAll(counts.turns(which, told.moment()));
            raw.months.addAll(counts.months(which, year, directory));
            if (!whole || Sums.tells(scope)) raw.stays.addAll(counts.stays(which, told.moment()));
        }
        return raw;
    }

    /** Now, it is what stood at the last midnight and what changed since; on a day on which much was taken in, what will stand at the next one but for what time alone still changes. */
    private List<Group> standing(Scope scope, Told told, Viewer viewer, Directory directory) {
        if (told.day().isBefore(directory.today())) return sums.standing(scope, told.day(), viewer, directory);
        var busy = counts.busy(viewer.tenant(), told.day().atStartOfDay(directory.zone()).toInstant(), MANY);
        var last = busy ? told.day() : told.day().minusDays(1);
        var groups = sums.standing(scope, last, viewer, directory);
        groups.addAll(counts.changed(scope, last.plusDays(1).atStartOfDay(directory.zone()).toInstant(), told.moment().at(), viewer, directory));
        return groups;
    }

    /** By who answers; those for whom nobody is named come last. */
    private Section borne(String by, Raw raw, Ranking ranking, Function<Group, @Nullable Integer> named, Set<String> gathering, Function<Integer, Scope> scope, Function<Integer, String> label, int tenant) {
        var lines = lines(raw, ranking, group -> Objects.requireNonNullElse(named.apply(group), gathering.contains(group.type()) ? Scope.BELOW : Scope.NONE), scope, label);
        var rest = Stream.of(Scope.NONE, Scope.BELOW).map(scope).flatMap(without -> lines.stream().filter(line -> line.scope().equals(without))).toList();
        var below = lines.stream().anyMatch(line -> line.scope().equals(scope.apply(Scope.BELOW)));
        return new Section(by, lines.stream().filter(line -> !rest.contains(line)).toList(), rest, below ? names.types(tenant, gathering) : "");
    }

    private static <K> List<Line> lines(Raw raw, Ranking ranking, Function<Group, K> key, Function<K, Scope> scope, Function<K, String> label) {
        var tallies = new LinkedHashMap<K, Tally>();
        for (var group : raw.groups()) tallies.computeIfAbsent(key.apply(group), k -> new Tally()).add(group.tally());
        return tallies.entrySet().stream().filter(e -> !e.getValue().nothing()).map(e -> new Line(label.apply(e.getKey()), scope.apply(e.getKey()), e.getValue())).sorted(ranking.order()).toList();
    }

    private static List<Line> months(Scope scope, Raw raw) {
        var known = new LinkedHashMap<LocalDate, Tally>();
        raw.months().forEach(month -> known.computeIfAbsent(month.first(), first -> new Tally()).add(month.tally()));
        var last = raw.day().withDayOfMonth(1);
        return Stream.iterate(last.minusMonths(MONTHS - 1), month -> !month.isAfter(last), month -> month.plusMonths(1))
                .map(month -> new Line(month.toString().substring(0, 7), scope.period(month, month.equals(last) ? raw.day() : month.plusMonths(1).minusDays(1)), known.getOrDefault(month, new Tally()))).toList();
    }

    private List<Move> moves(Scope scope, Raw raw, int tenant) {
        return Median.of(raw.stays()).stream().map(move -> new Move(names.type(tenant, move.type()), names.state(tenant, move.type(), move.from()), names.state(tenant, move.type(), move.to()), move.count(),
                String.format(Locale.ROOT, "%d.%d", move.tenths() / 10, move.tenths() % 10), new Cell(Kind.MOVED, scope.type(move.type()), move.from(), move.to()).href())).toList();
    }

    /** The filters in words; null where all is told of. */
    private @Nullable String filter(Scope scope, int tenant, Directory directory) {
        var said = new ArrayList<String>();
        if (scope.ledger() != null) said.add(names.ledger(scope.ledger()));
        if (scope.type() != null) said.add(names.type(tenant, scope.type()));
        if (scope.unit() != null) said.add(names.unit(scope.unit(), directory));
        if (scope.under() != null && directory.unit(scope.under()).isPresent()) said.add(Words.say("figures.under", directory.unitName(scope.under())));
        if (scope.leader() != null) said.add(names.leader(scope.leader(), directory));
        if (scope.source() != null) said.add(Names.source(scope.source()));
        return said.isEmpty() ? null : String.join(" · ", said);
    }

    String filtered(Scope scope, Viewer viewer, Told told) {
        var directory = directories.of(viewer.tenant());
        var filter = filter(scope, viewer.tenant(), told.day().isBefore(directory.today()) ? directory.at(told.day()) : directory);
        return filter == null ? Words.say("figures.all") : filter;
    }
}
