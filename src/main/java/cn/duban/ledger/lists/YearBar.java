package cn.duban.ledger.lists;

import cn.duban.ledger.Lamp;
import cn.duban.ledger.MatterRow;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One matter drawn along a year. Days are counted from the first of January, which is 0. Pure.
 *
 * @param planned from the day it was received to its due day; where it has none, to its settling or today
 * @param late from the due day to today, where it is overdue
 * @param settled the day on which it was settled
 * @param open it has no due day
 * @param beyond the due day lies in a later year
 * @param backwards the due day lies before the one on which it was received
 */
public record YearBar(MatterRow row, @Nullable Span planned, @Nullable Span late, @Nullable Integer settled, boolean open, boolean beyond, boolean backwards, String colour) {

    /** @param from the first day @param length at least one */
    public record Span(int from, int length) {}

    static YearBar of(MatterRow row, int year, LocalDate today) {
        var facts = row.facts();
        var due = facts.dueOn();
        var end = Objects.requireNonNullElse(due, facts.settledOn() == null ? today : facts.settledOn());
        var backwards = due != null && due.isBefore(facts.receivedOn());
        var begin = facts.receivedOn().isAfter(end) ? end : facts.receivedOn();
        var late = row.lamp() == Lamp.RED && due != null && due.isBefore(today) ? span(due.plusDays(1), today, year) : null;
        return new YearBar(row, span(begin, end, year), late, facts.settledOn() == null || facts.settledOn().getYear() != year ? null : facts.settledOn().getDayOfYear() - 1,
                due == null, due != null && due.getYear() > year && begin.getYear() <= year, backwards, colour(row, today));
    }

    /** What of it lies in the year. */
    private static @Nullable Span span(LocalDate from, LocalDate to, int year) {
        var first = LocalDate.ofYearDay(year, 1);
        var last = first.plusYears(1).minusDays(1);
        if (to.isBefore(first) || from.isAfter(last)) return null;
        var begin = from.isBefore(first) ? first : from;
        var end = to.isAfter(last) ? last : to;
        return new Span(begin.getDayOfYear() - 1, (int) ChronoUnit.DAYS.between(begin, end) + 1);
    }

    public boolean elsewhere() {
        return planned == null && late == null && settled == null;
    }

    /** The bar ends on the due day and shows how that stands: a clock that ends before it is about another step. */
    private static String colour(MatterRow row, LocalDate today) {
        if (row.phase().done()) return "done";
        var due = row.facts().dueOn();
        var nearest = row.dueDay();
        if (due == null || row.lamp() == null || due.isAfter(today) && nearest != null && nearest.isBefore(due)) return "blue";
        return row.lamp().word();
    }
}
