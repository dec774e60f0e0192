package cn.duban.ledger;

import cn.duban.ledger.MatterType.ClockRule;
import cn.duban.workdays.Deadline;
import cn.duban.workdays.Deadlines;
import cn.duban.workdays.Left;
import cn.duban.workdays.Period;
import cn.duban.workdays.Rhythm;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
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

    private static final Set<String> PAUSING = Set.of("pause", "merge");

    /** A rhythm's first round that would be shorter than this is joined to the next one. */
    private static final int SHORTEST_ROUND_DAYS = 5;

    /** Moves the clocks of the matter on from the state before the act to the one after it. */
    void turn(Change change, @Nullable LocalDate due, boolean extension) {
        var before = change.before;
        var was = before == null || before.matter().phase() == Phase.MERGED || before.matter().phase() == Phase.VOID ? null : before.matter().state();
        var is = change.matter.phase() == Phase.MERGED || change.matter.phase() == Phase.VOID ? null : change.matter.state();
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
        if ("due".equals(rule.budget()) && due == null && last != null && last.state() != Clock.State.RUNNING) {
            change.put(last.counting(last.countedFrom(), null, last.dueAt(), last.lastDay(), last.provisional()), ClockEntry.Kind.RESUME, change.act);
            return;
        }
        var day = due != null ? due : change.matter.dueOn();
        if ("due".equals(rule.budget()) && day == null) return;
        start(change, rule, null, day);
    }

    private void start(Change change, ClockRule rule, @Nullable Integer assignment, @Nullable LocalDate due) {
        var end = end(rule, change.now, due);
        var clock = new Clock(change.matter.tenant(), change.matter.id(), change.nextClock(), rule.name(), assignment, budget(rule), Clock.State.RUNNING,
                change.now, change.now, null, end.dueAt, end.lastDay, end.provisional, 0, null);
        change.put(clock, ClockEntry.Kind.START, change.act);
    }

    private void resume(Change change, Clock clock) {
        if (clock.budget().equals("due")) {
            var stopped = Objects.requireNonNull(clock.stoppedAt());
            var paused = deadlines.calendar().workingDaysBetween(dayOf(stopped), dayOf(change.now));
            var last = paused == 0 ? clock.lastDay() : deadlines.calendar().addWorkingDays(clock.lastDay(), paused);
            change.put(clock.counting(clock.countedFrom(), null, endOf(last), last, deadlines.calendar().provisional(last)), ClockEntry.Kind.RESUME, "paused:" + paused + "wd");
            return;
        }
        var left = clock.remaining();
        if (left == null) {
            var end = next(Rhythm.parse(clock.budget()), change.now);
            change.put(clock.counting(change.now, null, end.dueAt(), end.lastDay(), end.provisional()), ClockEntry.Kind.RESUME, change.act);
            return;
        }
        var end = deadlines.due(change.now, Left.parse(left));
        change.put(clock.counting(change.now, left, end.dueAt(), end.lastDay(), end.provisional()), ClockEntry.Kind.RESUME, "left:" + left);
    }

    private void stay(Change change, ClockRule rule, Clock clock, @Nullable LocalDate due, boolean extension) {
        if (rule.until() != null && rule.until().equals(change.act)) renew(change, clock);
        if (due != null && rule.budget() != null && (extension || rule.budget().equals("due")) && !due.equals(clock.lastDay()))
            change.put(extension ? clock.extended(endOf(due), due) : clock.redated(endOf(due), due, deadlines.calendar().provisional(due)),
                    ClockEntry.Kind.EXTEND, Objects.toString(change.words.get("reason"), change.act));
    }

    /** A report answers the round that is running, or, when late, every round up to today's. */
    private void renew(Change change, Clock clock) {
        var rhythm = Rhythm.parse(clock.budget());
        var today = dayOf(change.now);
        var after = clock.lastDay().isBefore(today) ? rhythm.startOf(today).minusDays(1) : rhythm.endOf(clock.lastDay().isAfter(rhythm.endOf(today)) ? rhythm.endOf(today) : today);
        var end = deadlines.next(rhythm, after);
        change.put(clock.redated(end.dueAt(), end.lastDay(), end.provisional()), ClockEntry.Kind.RENEW, change.act);
    }

    private void turnAssignments(Change change, ClockRule rule) {
        var stopped = change.matter.phase().done();
        for (var assignment : change.assignments.values()) {
            if (assignment.role().equals("lead")) continue;
            var clock = latest(change, rule.name(), assignment.no());
            var runs = assignment.open() && !stopped;
            var day = assignment.dueOn() != null ? assignment.dueOn() : change.matter.dueOn();
            if (!runs) leave(change, clock);
            else if (clock != null && clock.state() == Clock.State.PAUSED && CONTINUING.contains(change.act)) resume(change, clock);
            else if ((clock == null || !clock.running()) && (day != null || !"due".equals(rule.budget()))) start(change, rule, assignment.no(), day);
            else if (clock != null && day != null && "due".equals(rule.budget()) && !day.equals(clock.lastDay()) && assignment.dueOn() != null)
                change.put(clock.redated(endOf(day), day, deadlines.calendar().provisional(day)), ClockEntry.Kind.EXTEND, change.act);
        }
    }

    /** Recomputes running budgets after the calendar changed; a named day never moves. Says whether anything did. */
    boolean recalendar(Change change) {
        var moved = false;
        for (var clock : change.clocks.values().stream().filter(Clock::running).toList()) {
            var end = recounted(clock);
            if (end == null || end.dueAt().equals(clock.dueAt())) continue;
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
        var rule = type.clocks().get(clock.name());
        if (rule != null && rule.every() != null) return deadlines.next(Rhythm.parse(clock.budget()), Rhythm.parse(clock.budget()).startOf(clock.lastDay()).minusDays(1));
        return deadlines.due(clock.countedFrom(), Period.parse(clock.budget()));
    }

    private record End(Instant dueAt, LocalDate lastDay, boolean provisional) {
        static End of(Deadline deadline) {
            return new End(deadline.dueAt(), deadline.lastDay(), deadline.provisional());
        }
    }

    private End end(ClockRule rule, Instant from, @Nullable LocalDate due) {
        if ("due".equals(rule.budget())) return new End(endOf(Objects.requireNonNull(due)), due, deadlines.calendar().provisional(due));
        if (rule.every() != null) return End.of(next(Rhythm.parse(rule.every()), from));
        return End.of(deadlines.due(from, Period.parse(budget(rule))));
    }

    private Deadline next(Rhythm rhythm, Instant from) {
        var today = dayOf(from);
        var end = rhythm.nextEnd(today);
        var tooShort = rhythm != Rhythm.DAILY && today.plusDays(SHORTEST_ROUND_DAYS).isAfter(end);
        return deadlines.next(rhythm, tooShort ? end : today);
    }

    private @Nullable String left(Clock clock, Instant at) {
        if (clock.budget().equals("due")) return null;
        if (type.clocks().get(clock.name()).every() != null) return null;
        var end = recounted(clock);
        return end == null ? null : deadlines.left(end, at).toString();
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
