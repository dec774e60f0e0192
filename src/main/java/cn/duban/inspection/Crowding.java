package cn.duban.inspection;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * What an inspection comes too near to, before it is approved: another at the same unit within the days between, more than the unit or the
 * government is to bear in a year, longer than one may last (《政府督查工作条例》第十五条). Pure.
 */
final class Crowding {

    /** What is to take place, or may yet. */
    record Planned(UUID id, List<Integer> units, LocalDate first, LocalDate last, int days) {

        int year() {
            return first.getYear();
        }
    }

    /**
     * @param unit the unit that it concerns; 0 for the government as a whole
     * @param found how many there are, this one among them; of {@code TWICE}, how many others
     * @param limit how many there may be; of {@code TWICE}, the days that should lie between
     * @param others the other inspections that are counted
     */
    record Crowd(Rule rule, int unit, int found, int limit, List<UUID> others) {}

    enum Rule { TWICE, UNIT_COUNT, UNIT_DAYS, TOTAL_COUNT, TOTAL_DAYS, TOO_LONG }

    private final Collection<Planned> all;
    private final Limits limits;

    /** @param all of every year, since a year's end is no gap */
    Crowding(Collection<Planned> all, Limits limits) {
        this.all = all;
        this.limits = limits;
    }

    List<Crowd> of(Planned one) {
        var crowds = new ArrayList<Crowd>();
        var on = one.first();
        for (var unit : one.units()) {
            var quota = limits.of(unit, on);
            var there = all.stream().filter(other -> !other.id().equals(one.id()) && other.units().contains(unit)).toList();
            quota.map(Quota::gap).ifPresent(gap -> {
                var near = there.stream().filter(other -> between(one, other) < gap).map(Planned::id).toList();
                if (!near.isEmpty()) crowds.add(new Crowd(Rule.TWICE, unit, near.size(), gap, near));
            });
            var year = there.stream().filter(other -> other.year() == one.year()).toList();
            quota.ifPresent(limit -> beyond(one, year, unit, limit, Rule.UNIT_COUNT, Rule.UNIT_DAYS, crowds));
        }
        var year = all.stream().filter(other -> !other.id().equals(one.id()) && other.year() == one.year()).toList();
        limits.total(on).ifPresent(limit -> beyond(one, year, 0, limit, Rule.TOTAL_COUNT, Rule.TOTAL_DAYS, crowds));
        limits.total(on).map(Quota::longest).or(() -> limits.each(on).map(Quota::longest)).filter(longest -> one.days() > longest)
                .ifPresent(longest -> crowds.add(new Crowd(Rule.TOO_LONG, 0, one.days(), longest, List.of())));
        return crowds;
    }

    private static void beyond(Planned one, List<Planned> others, int unit, Quota limit, Rule count, Rule days, List<Crowd> crowds) {
        var ids = others.stream().map(Planned::id).toList();
        var most = limit.most();
        if (most != null && others.size() + 1 > most) crowds.add(new Crowd(count, unit, others.size() + 1, most, ids));
        var mostDays = limit.mostDays();
        var sum = one.days() + others.stream().mapToInt(Planned::days).sum();
        if (mostDays != null && sum > mostDays) crowds.add(new Crowd(days, unit, sum, mostDays, ids));
    }

    /** Whole days between the end of the earlier and the beginning of the later; none where they meet or overlap. */
    static long between(Planned one, Planned other) {
        if (!one.last().isBefore(other.first()) && !other.last().isBefore(one.first())) return -1;
        return one.last().isBefore(other.first()) ? ChronoUnit.DAYS.between(one.last(), other.first()) - 1 : ChronoUnit.DAYS.between(other.last(), one.first()) - 1;
    }
}
