package cn.duban.publication;

import cn.duban.ledger.MatterThen;
import cn.duban.ledger.type.Phase;
import cn.duban.workdays.Rhythm;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts the matters of a period: the only place where the figures of a periodic bulletin come from. Every figure is the set of the matters
 * counted, and a function of their entries alone. What was voided or merged away is not counted.
 *
 * @param matters as they stood at the end, in the order of their numbers
 * @param before as they stood at the beginning, by id; without those opened since
 * @param from the beginning
 * @param until the end, or the moment at which it was drafted where that came first
 */
record PeriodTally(List<MatterThen> matters, Map<UUID, MatterThen> before, Instant from, Instant until, ZoneId zone) {

    private static final Set<String> RHYTHMS = Stream.of(Rhythm.values()).map(Rhythm::toString).collect(Collectors.toSet());

    static PeriodTally of(List<MatterThen> matters, List<MatterThen> before, Instant from, Instant until, ZoneId zone) {
        var counted = matters.stream().filter(m -> m.matter().phase() != Phase.VOID && m.matter().phase() != Phase.MERGED)
                .sorted(java.util.Comparator.comparing(m -> m.matter().number())).toList();
        return new PeriodTally(counted, before.stream().collect(Collectors.toMap(m -> m.matter().id(), m -> m)), from, until, zone);
    }

    private LocalDate on() {
        return LocalDate.ofInstant(until, zone);
    }

    private boolean within(Instant at) {
        return !at.isBefore(from) && !at.isAfter(until);
    }

    Predicate<MatterThen> openBefore() {
        return m -> before.containsKey(m.matter().id()) && awake(before.get(m.matter().id()));
    }

    Predicate<MatterThen> opened() {
        return m -> within(m.matter().openedAt());
    }

    Predicate<MatterThen> settled() {
        return m -> m.matter().phase().done() && m.matter().settledAt() != null && within(m.matter().settledAt());
    }

    /** Settled in the period by the day that it had. */
    Predicate<MatterThen> onTime() {
        return settled().and(m -> m.dueDay() != null && !LocalDate.ofInstant(m.matter().settledAt(), zone).isAfter(m.dueDay()));
    }

    Predicate<MatterThen> settledWithDay() {
        return settled().and(m -> m.dueDay() != null);
    }

    Predicate<MatterThen> open() {
        return PeriodTally::awake;
    }

    /** Not handed out yet, so in nobody's hands but the supervisor's. */
    Predicate<MatterThen> drafts() {
        return m -> m.matter().phase() == Phase.DRAFT;
    }

    Predicate<MatterThen> overdue() {
        return m -> late(m, on());
    }

    Predicate<MatterThen> overdueBefore() {
        return m -> before.containsKey(m.matter().id()) && late(before.get(m.matter().id()), LocalDate.ofInstant(from, zone));
    }

    /** Overdue at the beginning of the period already. */
    Predicate<MatterThen> stillOverdue() {
        return overdue().and(overdueBefore());
    }

    Predicate<MatterThen> newlyOverdue() {
        return overdue().and(stillOverdue().negate());
    }

    Predicate<MatterThen> returned() {
        return said("return");
    }

    /** Settled once, and open again within the period. */
    Predicate<MatterThen> reopened() {
        return said("redo").or(m -> before.containsKey(m.matter().id()) && before.get(m.matter().id()).matter().phase().done() && awake(m));
    }

    /** A round of progress ended without a report, or with one that was returned. */
    Predicate<MatterThen> unreported() {
        return m -> awake(m) && m.clocks().stream().anyMatch(clock -> clock.running() && clock.assignment() == null && RHYTHMS.contains(clock.budget()) && !clock.dueAt().isAfter(until));
    }

    private Predicate<MatterThen> said(String act) {
        return m -> m.said().stream().anyMatch(said -> said.act().equals(act) && said.what().equals("reason") && within(said.at()));
    }

    private static boolean awake(MatterThen m) {
        return !m.matter().phase().done() && m.matter().phase() != Phase.VOID && m.matter().phase() != Phase.MERGED;
    }

    private static boolean late(MatterThen m, LocalDate on) {
        var due = m.dueDay();
        return awake(m) && due != null && due.isBefore(on);
    }

    Set<UUID> ids(Predicate<MatterThen> which) {
        return matters.stream().filter(which).map(m -> m.matter().id()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What there was to do: open at the beginning, come or settled since. */
    Set<UUID> worked() {
        return ids(openBefore().or(opened()).or(settled()));
    }

    /** The same period of some of its matters. */
    PeriodTally only(List<MatterThen> some) {
        return new PeriodTally(some, before, from, until, zone);
    }
}
