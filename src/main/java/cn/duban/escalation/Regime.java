package cn.duban.escalation;

import cn.duban.escalation.Climb.Next;
import cn.duban.ledger.type.MatterType.ClockRule;
import cn.duban.workdays.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ladders of a government, with its calendar: which of them judges a breach, and how far it climbed. Pure. */
record Regime(List<Ladder> ladders, WorkCalendar calendar, ZoneId zone) {

    Regime {
        ladders = List.copyOf(ladders);
    }

    /** The same with one more that is not published. */
    Regime with(Ladder draft) {
        return new Regime(java.util.stream.Stream.concat(ladders.stream(), java.util.stream.Stream.of(draft)).toList(), calendar, zone);
    }

    /** A step that comes next for a breach, and the ladder that says so. */
    record Judged(Ladder ladder, Next next) {}

    /** @param rule the clock in the type under which the matter stands */
    Optional<Judged> judge(Breach breach, @Nullable ClockRule rule) {
        if (rule == null || rule.opens() != null) return Optional.empty();
        return ladder(breach).flatMap(ladder -> climb(breach, ladder, rule).next().map(next -> new Judged(ladder, next)));
    }

    Climb climb(Breach breach, Ladder ladder, ClockRule rule) {
        var eve = ladder.since().minusDays(1);
        var base = ladder.backlog() && breach.day().isBefore(ladder.since()) && eve.isAfter(breach.lastDay()) ? eve : breach.lastDay();
        return new Climb(ladder.stepsFor(rule.breach()), base, breach.dueAt(), breach.beganAt(), breach.made(), calendar, zone);
    }

    /** The one by which it was judged before; else that of the day on which the clock ended; else the first that takes in what was late before it. */
    Optional<Ladder> ladder(Breach breach) {
        var before = breach.ladder();
        if (before != null) return ladders.stream().filter(ladder -> ladder.no() == before).findFirst();
        var covering = ladders.stream().filter(ladder -> ladder.scope().covers(breach.ledger(), breach.type(), breach.name())).toList();
        return on(breach.day(), covering).or(() -> covering.stream().filter(ladder -> ladder.backlog() && !ladder.steps().isEmpty() && ladder.since().isAfter(breach.day()))
                .min(Comparator.comparing(Ladder::since).thenComparing(Ladder::width)));
    }

    /** Which holds on a day for a clock: of the narrowest scope the latest, one without steps too, under which nothing is pressed. */
    static Optional<Ladder> on(LocalDate day, List<Ladder> covering) {
        for (int width = 0; width <= Ladder.WIDEST; width++) {
            int wide = width;
            var holds = covering.stream().filter(ladder -> ladder.width() == wide && !ladder.since().isAfter(day)).max(Comparator.comparing(Ladder::since).thenComparing(Ladder::no));
            if (holds.isPresent()) return holds;
        }
        return Optional.empty();
    }

    /** Until when clocks must be looked at whose steps have come: an end lies ahead of its first step by no more than that. */
    Instant horizon(Instant now) {
        var days = ladders.stream().mapToInt(Ladder::earliest).max().orElse(0);
        return days == 0 ? now : calendar.addWorkingDays(LocalDate.ofInstant(now, zone), days + 1).plusDays(1).atStartOfDay(zone).toInstant();
    }
}
