package cn.duban.ledger;

import cn.duban.ledger.type.MatterType.ClockRule;
import cn.duban.ledger.type.MatterType;
import cn.duban.ledger.type.Phase;
import cn.duban.workdays.Deadline;
import cn.duban.workdays.Deadlines;
import cn.duban.workdays.Left;
import cn.duban.workdays.Period;
import cn.duban.workdays.Rhythm;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an act does to the clocks of a matter. Each entry into a clock's states starts a fresh budget; only {@code resume}
 * and {@code unmerge} continue what was left; a {@code due} clock starts over only when an act names a new day, and a
 * pause moves that day on by the working days paused. No deadline moves without a line in the journal.
 */
record Ticking(MatterType type, Deadlines deadlines) {

    /** Acts that continue what was left instead of starting a fresh budget. */
    static final Set<String> CONTINUING = Set.of("resume", "unmerge");

    /** In the journal, before the number of the report that a line is about. */
    static final String ENTRY = "entry:";

    private static final Set<String> PAUSING = Set.of("pause", "merge");

    /** Moves the clocks of the matter on from the state before the act to the one after it. */
    void turn(Change change, @Nullable LocalDate due, boolean extension) {
        var was = stateOf(change.before == null ? null : change.before.matter());
        var is = stateOf(change.matter);
        for (var rule : type.clocks().values()) {
            if (rule.onAssignment()) {
                turnAssignments(change, rule);
                continue;
            }
            var ran = was != null && rule.during().contains(was);
            var runs = is != null && rule.during().contains(is);
            var clock = latest(change, rule.name(), null);
            if (ran && !runs) leave(change, clock);
            else if (!ran && runs) enter(change, rule, clock, due);
            else if (runs && clock != null && clock.running()) stay(change, rule, clock, due, extension);
        }
        change.matter = change.matter.ticking(nearest(change));
    }

    /** No clock runs while a matter is merged into another or void. */
    private static @Nullable String stateOf(@Nullable Matter matter) {
        return matter == null || matter.phase() == Phase.MERGED || matter.phase() == Phase.VOID ? null : matter.state();
    }

    private void leave(Change change, @Nullable Clock clock) {
        if (clock == null || !clock.running()) return;
        var pausing = PAUSING.contains(change.act);
        var stopped = clock.stopped(change.now, pausing ? Clock.State.PAUSED : Clock.State.STOPPED, pausing ? left(clock, change.now) : clock.remaining());
        change.put(stopped, pausing ? ClockEntry.Kind.PAUSE : ClockEntry.Kind.STOP, change.act);
    }

    private void enter(Change change, ClockRule rule, @Nullable Clock last, @Nullable LocalDate due) {
        if (last != null && last.state() == Clock.State.PAUSED && CONTINUING.contains(change.act)) {
            resume(change, last);
            return;
        }
        // what did not run before a merge does not run because it was undone
        if (change.act.equals("unmerge")) return;
        if (!"due".equals(rule.budget())) {
            start(change, rule, null, null);
            return;
        }
        var day = due != null ? due : change.matter.dueOn();
        if (day == null) return;
        if (due == null && last != null && day.equals(named(change, last))) goOn(change, last);
        else start(change, rule, null, day);
    }

    /**
     * After a move to another version: a clock of the same name and measure runs on, others stop or start. What came out of a
     * document has no clock for its past; once one ran, it is worked on here, and none may stop without another in its place.
     */
    void migrate(Change change) {
        var ticked = change.clocks.values().stream().anyMatch(c -> c.running() && c.assignment() == null);
        for (var clock : change.clocks.values().stream().filter(c -> c.running() && c.assignment() == null).toList()) {
            var rule = type.clocks().get(clock.name());
            if (rule == null || !rule.during().contains(change.matter.state()) || !budget(rule).equals(clock.budget())) leave(change, clock);
        }
        for (var rule : type.clocks().values()) {
            var clock = latest(change, rule.name(), null);
            var runs = !rule.onAssignment() && stateOf(change.matter) != null && rule.during().contains(change.matter.state());
            if (runs && (ticked || !change.matter.imported()) && (clock == null || !clock.running())) enter(change, rule, clock, null);
        }
        change.matter = change.matter.ticking(nearest(change));
    }

    /** The day that a {@code due} clock was started with: another one promised since starts it anew. */
    private static @Nullable LocalDate named(Change change, Clock clock) {
        return Objects.requireNonNull(change.before).journal().stream()
                .filter(e -> e.clock() == clock.no() && e.kind() == ClockEntry.Kind.START).map(ClockEntry::lastDay).findFirst().orElse(null);
    }

    /** The same day as before, wherever extensions and pauses had moved it. */
    private static void goOn(Change change, Clock clock) {
        change.put(clock.counting(clock.countedFrom(), null, clock.dueAt(), clock.lastDay(), clock.provisional()), ClockEntry.Kind.RESUME, change.act);
    }

    private void start(Change change, ClockRule rule, @Nullable Integer assignment, @Nullable LocalDate due) {
        var end = end(rule, change.now, due);
        var clock = new Clock(change.matter.tenant(), change.matter.id(), change.nextClock(), rule.name(), assignment, budget(rule), Clock.State.RUNNING,
                change.now, end.countedFrom, null, end.dueAt, end.lastDay, end.provisional, 0, null);
        change.put(clock, ClockEntry.Kind.START, change.act);
    }

    private void resume(Change change, Clock clock) {
        if (clock.budget().equals("due")) {
            var stopped = Objects.requireNonNull(clock.stoppedAt());
            var paused = deadlines.calendar().workingDaysBetween(dayOf(stopped), dayOf(change.now));
            var last = paused == 0 ? clock.lastDay() : deadlines.calendar().addWorkingDays(clock.lastDay(), paused);
            change.put(clock.counting(clock.countedFrom(), null, endOf(last), last, false), ClockEntry.Kind.RESUME, "paused:" + paused + "wd");
            return;
        }
        var left = clock.remaining();
        if (left == null) {
            var end = End.of(rounds().first(Rhythm.parse(clock.budget()), dayOf(change.now)));
            change.put(clock.counting(end.countedFrom, null, end.dueAt, end.lastDay, end.provisional), ClockEntry.Kind.RESUME, change.act);
            return;
        }
        var end = deadlines.due(change.now, Left.parse(left));
        change.put(clock.counting(change.now, left, end.dueAt(), end.lastDay(), end.provisional()), ClockEntry.Kind.RESUME, "left:" + left);
    }

    private void stay(Change change, ClockRule rule, Clock clock, @Nullable LocalDate due, boolean extension) {
        if (rule.until() != null && rule.until().equals(change.act)) renew(change, clock);
        if (due == null || rule.budget() == null || due.equals(clock.lastDay())) return;
        if (extension ? prolongs(change, clock) : rule.budget().equals("due"))
            change.put(extension ? clock.extended(endOf(due), due) : clock.redated(endOf(due), due, false),
                    ClockEntry.Kind.EXTEND, Objects.toString(change.words.get("reason"), change.act));
    }

    /** An extension moves the day that was named; only where none runs, the budgets. */
    private static boolean prolongs(Change change, Clock clock) {
        return clock.budget().equals("due") || change.clocks.values().stream().noneMatch(c -> c.running() && c.assignment() == null && c.budget().equals("due"));
    }

    private void renew(Change change, Clock clock) {
        var next = rounds().reported(Rhythm.parse(clock.budget()), dayOf(clock.countedFrom()), dayOf(change.now));
        change.put(clock.renewed(next.from(), next.end().dueAt(), next.end().lastDay(), next.end().provisional()), ClockEntry.Kind.RENEW, change.act);
    }

    /** A journal line that says of a report what its reviewer found. */
    static boolean reviews(ClockEntry line, ClockEntry report) {
        return line.clock() == report.clock() && (line.kind() == ClockEntry.Kind.PASS || line.kind() == ClockEntry.Kind.RETURN) && line.reason().equals(ENTRY + report.entry());
    }

    /**
     * What the review of a report does to its clock: a returned one, where no later one stands, takes it back to the first round that is no longer
     * answered, in whatever order they were returned.
     */
    void reviewed(Change change, ClockEntry report, boolean returned) {
        var journal = Objects.requireNonNull(change.before).journal().stream().filter(line -> line.clock() == report.clock()).toList();
        var clock = Objects.requireNonNull(change.clocks.get(report.clock()));
        var later = journal.stream().anyMatch(line -> line.kind() == ClockEntry.Kind.RENEW && line.entry() > report.entry() && !returned(line, journal));
        var moved = clock;
        if (returned && !later && clock.running()) {
            var first = report;
            for (var line : journal.reversed()) {
                if (line.kind() != ClockEntry.Kind.RENEW || line.no() >= report.no()) continue;
                if (!returned(line, journal)) break;
                first = line;
            }
            var before = first.no();
            var owed = journal.stream().filter(line -> line.no() < before && line.lastDay() != null).reduce((one, other) -> other).map(ClockEntry::lastDay).orElse(clock.lastDay());
            var round = rounds().ending(Rhythm.parse(clock.budget()), owed);
            moved = clock.renewed(round.from(), round.end().dueAt(), round.end().lastDay(), round.end().provisional());
        }
        change.put(moved, returned ? ClockEntry.Kind.RETURN : ClockEntry.Kind.PASS, ENTRY + report.entry());
        change.matter = change.matter.ticking(nearest(change));
    }

    private static boolean returned(ClockEntry report, List<ClockEntry> journal) {
        return journal.stream().anyMatch(line -> line.kind() == ClockEntry.Kind.RETURN && reviews(line, report));
    }

    private Rounds rounds() {
        return new Rounds(deadlines);
    }

    private void turnAssignments(Change change, ClockRule rule) {
        var asleep = change.matter.phase().done() || suspended(change.matter);
        for (var assignment : change.assignments.values()) {
            if (assignment.role().equals("lead")) continue;
            var clock = latest(change, rule.name(), assignment.no());
            if (!assignment.ticks() || asleep) leave(change, clock);
            else run(change, rule, assignment, clock);
        }
    }

    private void run(Change change, ClockRule rule, Assignment assignment, @Nullable Clock clock) {
        var day = assignment.dueOn() != null ? assignment.dueOn() : change.matter.dueOn();
        var dated = "due".equals(rule.budget());
        if (dated && day == null) return;
        if (clock == null) {
            if (!change.act.equals("unmerge")) start(change, rule, assignment.no(), day);
        } else if (clock.state() == Clock.State.PAUSED && CONTINUING.contains(change.act)) resume(change, clock);
        else if (!clock.running() && dated && day.equals(named(change, clock))) goOn(change, clock);
        else if (!clock.running()) start(change, rule, assignment.no(), day);
        else if (dated && !day.equals(dueBefore(change, assignment)) && !day.equals(clock.lastDay()))
            change.put(clock.redated(endOf(day), day, false), ClockEntry.Kind.EXTEND, change.act);
    }

    private static @Nullable LocalDate dueBefore(Change change, Assignment assignment) {
        var before = Objects.requireNonNull(change.before);
        return before.assignment(assignment.no()).map(Assignment::dueOn).orElse(before.matter().dueOn());
    }

    /** A matter that lies still: its assisting units' clocks pause with it. */
    private boolean suspended(Matter matter) {
        return type.action("pause").filter(a -> matter.state().equals(a.to())).isPresent();
    }

    /** Recomputes running budgets after the calendar changed; a named day never moves. Says whether anything did. */
    boolean recalendar(Change change) {
        var moved = false;
        for (var clock : change.clocks.values().stream().filter(Clock::running).toList()) {
            var end = recounted(clock);
            if (end == null || end.dueAt().equals(clock.dueAt()) && end.provisional() == clock.provisional()) continue;
            change.put(clock.redated(end.dueAt(), end.lastDay(), end.provisional()), ClockEntry.Kind.RECALENDAR, "was:" + clock.lastDay());
            moved = true;
        }
        change.matter = change.matter.ticking(nearest(change));
        return moved;
    }

    /** The deadline of a running clock counted again on this calendar; null for a named day or an extended clock. */
    @Nullable Deadline recounted(Clock clock) {
        if (clock.budget().equals("due") || clock.extended() > 0) return null;
        if (clock.remaining() != null) return deadlines.due(clock.countedFrom(), Left.parse(clock.remaining()));
        if (rhythmic(clock)) return rounds().holding(Rhythm.parse(clock.budget()), dayOf(clock.countedFrom())).end();
        return deadlines.due(clock.countedFrom(), Period.parse(clock.budget()));
    }

    private boolean rhythmic(Clock clock) {
        var rule = type.clocks().get(clock.name());
        return rule != null && rule.every() != null;
    }

    private record End(Instant countedFrom, Instant dueAt, LocalDate lastDay, boolean provisional) {
        static End of(Instant from, Deadline deadline) {
            return new End(from, deadline.dueAt(), deadline.lastDay(), deadline.provisional());
        }

        static End of(Rounds.Round round) {
            return of(round.from(), round.end());
        }
    }

    private End end(ClockRule rule, Instant from, @Nullable LocalDate due) {
        if ("due".equals(rule.budget())) return new End(from, endOf(Objects.requireNonNull(due)), due, false);
        if (rule.every() != null) return End.of(rounds().first(Rhythm.parse(rule.every()), dayOf(from)));
        return End.of(from, deadlines.due(from, Period.parse(budget(rule))));
    }

    /** What is left of a budget; nothing for a named day, which moves by the days paused, and for a rhythm, which starts its round anew. */
    private @Nullable String left(Clock clock, Instant at) {
        if (clock.budget().equals("due") || rhythmic(clock)) return null;
        var end = recounted(clock);
        return (end == null ? leftOfExtended(clock, at) : deadlines.left(end, at)).toString();
    }

    private Left leftOfExtended(Clock clock, Instant at) {
        var working = Period.parse(clock.budget()).unit() == Period.Unit.WORKING_DAY;
        if (clock.breachedAt(at)) return new Left(0, working ? Left.Measure.WORKING_DAYS : Left.Measure.DAYS, clock.dueAt());
        var today = dayOf(at);
        return working ? Left.of(deadlines.calendar().workingDaysBetween(today, clock.lastDay()), Left.Measure.WORKING_DAYS)
                : Left.of(ChronoUnit.DAYS.between(today, clock.lastDay()), Left.Measure.DAYS);
    }

    private static String budget(ClockRule rule) {
        return rule.budget() != null ? rule.budget() : rule.every() != null ? rule.every() : Objects.requireNonNull(rule.after());
    }

    private static @Nullable Clock latest(Change change, String name, @Nullable Integer assignment) {
        return change.clocks.values().stream()
                .filter(c -> c.name().equals(name) && Objects.equals(c.assignment(), assignment))
                .max(Comparator.comparing(Clock::no)).orElse(null);
    }

    /** For lists and lamps; a clock that only opens a later review is nobody's debt. */
    private @Nullable Instant nearest(Change change) {
        return change.clocks.values().stream().filter(c -> c.running() && !opensAnother(c)).map(Clock::dueAt).min(Comparator.naturalOrder()).orElse(null);
    }

    private boolean opensAnother(Clock clock) {
        var rule = type.clocks().get(clock.name());
        return rule != null && rule.opens() != null;
    }

    private Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(deadlines.zone()).toInstant();
    }

    private LocalDate dayOf(Instant instant) {
        return instant.atZone(deadlines.zone()).toLocalDate();
    }
}
