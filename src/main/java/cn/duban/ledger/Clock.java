package cn.duban.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A budget of time and where it stands; its {@link ClockEntry journal} says how it came there. Overdue is derived.
 *
 * @param assignment the assignment it belongs to; null for a clock of the matter
 * @param budget {@code due}, a period such as {@code 5wd}, or a rhythm such as {@code half-month}
 * @param countedFrom from when the budget, or what {@code remaining} says was left of it, is counted; of a rhythm a moment in
 *     the round that is running, whose end may have rolled over into the next one
 * @param remaining what is counted from there; null while the whole budget is
 * @param dueAt the instant after which it is overdue; of a stopped clock the one it had
 * @param provisional a day on the way lies in a year whose notice was not known
 */
public record Clock(
        int tenant,
        UUID matter,
        int no,
        String name,
        @Nullable Integer assignment,
        String budget,
        State state,
        Instant startedAt,
        Instant countedFrom,
        @Nullable String remaining,
        Instant dueAt,
        LocalDate lastDay,
        boolean provisional,
        int extended,
        @Nullable Instant stoppedAt) {

    public enum State { RUNNING, PAUSED, STOPPED }

    public boolean running() {
        return state == State.RUNNING;
    }

    public boolean breachedAt(Instant now) {
        return !(stoppedAt == null ? now : stoppedAt).isBefore(dueAt);
    }

    Clock stopped(Instant at, State as, @Nullable String left) {
        return new Clock(tenant, matter, no, name, assignment, budget, as, startedAt, countedFrom, left, dueAt, lastDay, provisional, extended, at);
    }

    Clock counting(Instant from, @Nullable String left, Instant due, LocalDate last, boolean unsure) {
        return new Clock(tenant, matter, no, name, assignment, budget, State.RUNNING, startedAt, from, left, due, last, unsure, extended, null);
    }

    Clock extended(Instant due, LocalDate last) {
        return new Clock(tenant, matter, no, name, assignment, budget, state, startedAt, countedFrom, remaining, due, last, provisional, extended + 1, stoppedAt);
    }

    /** On to another round of its rhythm. */
    Clock renewed(Instant round, Instant due, LocalDate last, boolean unsure) {
        return new Clock(tenant, matter, no, name, assignment, budget, state, startedAt, round, remaining, due, last, unsure, extended, stoppedAt);
    }

    Clock redated(Instant due, LocalDate last, boolean unsure) {
        return new Clock(tenant, matter, no, name, assignment, budget, state, startedAt, countedFrom, remaining, due, last, unsure, extended, stoppedAt);
    }
}
