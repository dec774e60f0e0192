package cn.duban.ledger;

import cn.duban.ledger.type.MatterType.Action;
import cn.duban.ledger.type.MatterType;
import cn.duban.workdays.Deadlines;
import cn.duban.workdays.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a budget may be prolonged: before its end, to a later day, and no further than the law leaves ({@code up-to}), counted from
 * the day on which the clock began. A day that was named has rules of its own ({@link Needs#wrongDay}). Pure.
 */
record Prolonging(MatterType type, Dossier dossier, Deadlines deadlines, Instant now) {

    @Nullable Refusal refused(Action action, @Nullable LocalDate due) {
        if (due == null || !action.extension()) return null;
        for (var clock : budgets()) {
            if (clock.breachedAt(now))
                return Refusal.of("too-late", "期限已于" + clock.lastDay() + "届满，延期须在届满之前批准。", "The time ran out on " + clock.lastDay() + "; an extension must be granted before.");
            if (!due.isAfter(clock.lastDay()))
                return Refusal.of("input", "延期后的日期须晚于原期限" + clock.lastDay() + "。", "The new day must lie after " + clock.lastDay() + ".");
            var most = latest(action, clock);
            if (most != null && due.isAfter(most))
                return Refusal.of("input", "最长只能延期到" + most + "，请填不晚于这一天的日期。", "The latest day possible is " + most + ".");
        }
        return null;
    }

    /** The latest day that an extension may name; null where the type sets none, or nothing runs that it prolongs. */
    @Nullable LocalDate latest(Action action) {
        return budgets().stream().findFirst().map(clock -> latest(action, clock)).orElse(null);
    }

    private @Nullable LocalDate latest(Action action, Clock clock) {
        return action.upTo() == null ? null : deadlines.due(clock.startedAt(), Period.parse(action.upTo())).lastDay();
    }

    /** The budgets that an extension moves: those that run now, unless a day was named. */
    private List<Clock> budgets() {
        var running = dossier.clocks().stream().filter(clock -> clock.running() && clock.assignment() == null).toList();
        if (running.stream().anyMatch(clock -> clock.budget().equals("due"))) return List.of();
        return running.stream().filter(clock -> type.clocks().containsKey(clock.name()) && type.clocks().get(clock.name()).budget() != null).toList();
    }
}
