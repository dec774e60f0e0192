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
 * @param planned from the day it was received to the one that was promised; where none was, to its settling or today
 * @param late from the promised day to today, where it is overdue
 * @param settled the day on which it was settled
 * @param open no day was promised
 */
public record YearBar(MatterRow row, @Nullable Span planned, @Nullable Span late, @Nullable Integer settled, boolean open) {

    /** @param from the first day @param length at least one */
    public record Span(int from, int length) {}

    static YearBar of(MatterRow row, int year, LocalDate today) {
        var facts = row.facts();
        var promised = facts.dueOn() != null ? facts.dueOn() : facts.settledOn() == null ? row.dueDay() : null;
        var end = Objects.requireNonNullElse(promised, facts.settledOn() == null ? today : facts.settledOn());
        var begin = facts.receivedOn().isAfter(end) ? end : facts.receivedOn();
        var late = row.lamp() == Lamp.RED && promised != null && promised.isBefore(today) ? span(promised.plusDays(1), today, year) : null;
        return new YearBar(row, span(begin, end, year), late, facts.settledOn() == null || facts.settledOn().getYear() != year ? null : facts.settledOn().getDayOfYear() - 1, promised == null);
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

    public String colour() {
        return row.phase().done() ? "done" : row.lamp() == null ? "blue" : row.lamp().word();
    }
}
