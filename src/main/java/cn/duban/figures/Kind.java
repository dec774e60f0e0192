package cn.duban.figures;

import static cn.duban_db.figures.Tables.STOOD;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;

import cn.duban.ledger.type.Phase;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/**
 * What a number counts. Standing kinds count matters as they stand at an instant; the others count turns of a period. What a
 * kind is stands here once: the condition that counts and lists the rows, and what a stretch adds to the sums, are made of it.
 */
public enum Kind {
    DRAFT(Phase.DRAFT, null, null),
    OPEN(Phase.OPEN, null, null),
    /** Due within seven days. */
    SOON(Phase.OPEN, -7, 0),
    LATE(Phase.OPEN, 0, null),
    LATE_WEEK(Phase.OPEN, 0, 7),
    LATE_MONTH(Phase.OPEN, 7, 30),
    LATE_QUARTER(Phase.OPEN, 30, 90),
    LATE_HALF_YEAR(Phase.OPEN, 90, 180),
    LATE_LONGER(Phase.OPEN, 180, null),
    OPENED(Turn.OPENED),
    SETTLED(Turn.SETTLED),
    /** Settled, and whether on time can be said. */
    JUDGED(Turn.SETTLED),
    ON_TIME(Turn.SETTLED),
    RETURNED(Turn.RETURNED),
    REOPENED(Turn.REOPENED),
    /** From one state to another; which ones stands in the cell. */
    MOVED(null);

    /** How late, in days, the longest last. */
    public static final List<Kind> AGES = List.of(LATE_WEEK, LATE_MONTH, LATE_QUARTER, LATE_HALF_YEAR, LATE_LONGER);

    static final List<Kind> STANDING = Arrays.stream(values()).filter(Kind::standing).toList();
    static final List<Kind> TURNS = Arrays.stream(values()).filter(kind -> kind.turn != null).toList();

    /** Days from the hour at which a matter is late to those at which it comes into a kind or leaves one. */
    static final SortedSet<Integer> THRESHOLDS = STANDING.stream().flatMap(kind -> Stream.of(kind.from, kind.until)).filter(Objects::nonNull).collect(Collectors.toCollection(TreeSet::new));

    private final @Nullable Phase phase;
    private final @Nullable Integer from;
    private final @Nullable Integer until;
    private final @Nullable Turn turn;

    /** @param from days from the hour at which it is late, that hour included @param until the same, excluded */
    Kind(Phase phase, @Nullable Integer from, @Nullable Integer until) {
        this.phase = phase;
        this.from = from;
        this.until = until;
        this.turn = null;
    }

    Kind(@Nullable Turn turn) {
        this.phase = null;
        this.from = null;
        this.until = null;
        this.turn = turn;
    }

    Condition at(Counts.Moment moment) {
        if (standing()) return standsAt(moment.at());
        var during = moment.holds(STOOD.BEGAN_AT);
        return turn == null ? STOOD.FROM_STATE.isNotNull().and(during) : STOOD.TURN.eq(inline(turn.word())).and(judged()).and(during);
    }

    private Condition standsAt(Instant at) {
        return STOOD.PHASE.eq(inline(Objects.requireNonNull(phase).name().toLowerCase(Locale.ROOT)))
                .and(from == null ? noCondition() : STOOD.LATE_AT.le(at.minus(from, ChronoUnit.DAYS)))
                .and(until == null ? noCondition() : STOOD.LATE_AT.gt(at.minus(until, ChronoUnit.DAYS)));
    }

    private Condition judged() {
        return this == JUDGED ? STOOD.ON_TIME.isNotNull() : this == ON_TIME ? STOOD.ON_TIME.isTrue() : noCondition();
    }

    /** When a stretch counts in it; null where it never does. */
    @Nullable Contribution of(Stretch stretch) {
        if (phase == null || stretch.phase() != phase) return null;
        var whole = new Contribution(stretch.beganAt(), stretch.endedAt());
        var counts = from == null && until == null ? whole : stretch.lateAt() == null ? null : whole.within(stretch.lateAt(), from, until);
        return counts == null || counts.never() ? null : counts;
    }

    /** Whether a stretch began with what is counted in it. */
    boolean began(Stretch stretch) {
        return turn != null && stretch.turn() == turn && (this != JUDGED || stretch.onTime() != null) && (this != ON_TIME || Boolean.TRUE.equals(stretch.onTime()));
    }

    public boolean standing() {
        return phase != null;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static @Nullable Kind of(@Nullable String word) {
        for (var kind : values()) if (kind.word().equals(word)) return kind;
        return null;
    }
}
