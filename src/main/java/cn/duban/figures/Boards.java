package cn.duban.figures;

import cn.duban.figures.Board.Line;
import cn.duban.figures.Board.Move;
import cn.duban.figures.Board.Section;
import cn.duban.figures.Counts.Group;
import cn.duban.figures.Counts.Moment;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
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

/** Boards: four statements, put together in Java. The same question of the same viewer is answered once a second; the board says its instant. */
@Component
class Boards {

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final int MONTHS = 12;

    private final Counts counts;
    private final Names names;
    private final Directories directories;
    private final CatchingUp catchingUp;
    private final Clock clock;
    private final Cache<Question, Raw> answered = Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(200).build();

    Boards(Counts counts, Names names, Directories directories, CatchingUp catchingUp, Clock clock) {
        this.counts = counts;
        this.names = names;
        this.directories = directories;
        this.catchingUp = catchingUp;
        this.clock = clock;
    }

    private record Question(Viewer viewer, Scope scope, int directory) {}

    private record Raw(Moment moment, LocalDate day, LocalDate since, List<Group> groups, List<Counts.Month> months, List<Counts.Move> moves) {}

    Board of(Scope scope, Ranking ranking, Viewer viewer) {
        var directory = directories.of(viewer.tenant());
        var raw = answered.get(new Question(viewer, scope, directory.version()), question -> ask(scope, viewer, directory));
        var then = raw.day().isBefore(directory.today()) ? directory.at(raw.day()) : directory;
        var gathering = names.gathering(viewer.tenant());
        var total = new Tally();
        raw.groups().forEach(group -> total.add(group.tally()));
        var sections = List.of(
                borne("unit", raw, ranking, Group::unit, gathering.units(), scope::unit, key -> names.unit(key, then), viewer.tenant()),
                borne("leader", raw, ranking, Group::leader, gathering.leaders(), scope::leader, key -> names.leader(key, then), viewer.tenant()),
                new Section("type", lines(raw, ranking, Group::type, scope::type, key -> names.type(viewer.tenant(), key)), List.of(), ""),
                new Section("source", lines(raw, ranking, Group::source, scope::source, Names::source), List.of(), ""));
        return new Board(directory.tenantName(), scope, raw.moment().at(), raw.day(), raw.since(), total, sections, months(scope, raw), moves(scope, raw, viewer.tenant()), ranking,
                names.ledgers(viewer.tenant()), filter(scope, viewer.tenant(), then), catchingUp.underWay());
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
        var year = new Moment(told.moment().at(), told.day().withDayOfMonth(1).minusMonths(MONTHS - 1).atStartOfDay(directory.zone()).toInstant());
        var groups = new ArrayList<>(counts.standing(scope, told.moment(), viewer, directory));
        groups.addAll(counts.turns(scope, told.moment(), viewer, directory));
        return new Raw(told.moment(), told.day(), told.since(), groups, counts.months(scope, year, viewer, directory), counts.moves(scope, told.moment(), viewer, directory));
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
        raw.months().forEach(month -> known.put(month.first(), month.tally()));
        var last = raw.day().withDayOfMonth(1);
        return Stream.iterate(last.minusMonths(MONTHS - 1), month -> !month.isAfter(last), month -> month.plusMonths(1))
                .map(month -> new Line(month.toString().substring(0, 7), scope.period(month, month.equals(last) ? raw.day() : month.plusMonths(1).minusDays(1)), known.getOrDefault(month, new Tally()))).toList();
    }

    private List<Move> moves(Scope scope, Raw raw, int tenant) {
        return raw.moves().stream().map(move -> new Move(names.type(tenant, move.type()), names.state(tenant, move.type(), move.from()), names.state(tenant, move.type(), move.to()), move.count(),
                String.format(Locale.ROOT, "%.1f", move.days()), new Cell(Kind.MOVED, scope.type(move.type()), move.from(), move.to()).href())).toList();
    }

    /** The filters in words; null where all is told of. */
    private @Nullable String filter(Scope scope, int tenant, Directory directory) {
        var said = new ArrayList<String>();
        if (scope.ledger() != null) said.add(names.ledger(scope.ledger()));
        if (scope.type() != null) said.add(names.type(tenant, scope.type()));
        if (scope.unit() != null) said.add(names.unit(scope.unit(), directory));
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
