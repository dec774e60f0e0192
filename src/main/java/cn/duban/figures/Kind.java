package cn.duban.figures;

import static cn.duban_db.figures.Tables.STOOD;
import static org.jooq.impl.DSL.inline;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/**
 * What a number counts. Standing kinds count matters as they stand at an instant; the others count turns of a period. The
 * condition that counts is the one that lists the rows.
 */
public enum Kind {
    DRAFT((at, from) -> STOOD.PHASE.eq(inline("draft"))),
    OPEN((at, from) -> isOpen()),
    /** Due within seven days. */
    SOON((at, from) -> isOpen().and(STOOD.LATE_AT.gt(at)).and(STOOD.LATE_AT.le(at.plus(7, ChronoUnit.DAYS)))),
    LATE((at, from) -> isOpen().and(STOOD.LATE_AT.le(at))),
    LATE_WEEK((at, from) -> late(at, 0, 7)),
    LATE_MONTH((at, from) -> late(at, 7, 30)),
    LATE_QUARTER((at, from) -> late(at, 30, 90)),
    LATE_HALF_YEAR((at, from) -> late(at, 90, 180)),
    LATE_LONGER((at, from) -> isOpen().and(STOOD.LATE_AT.le(at.minus(180, ChronoUnit.DAYS)))),
    OPENED((at, from) -> turned(Turn.OPENED, at, from)),
    SETTLED((at, from) -> turned(Turn.SETTLED, at, from)),
    /** Settled, and whether on time can be said. */
    JUDGED((at, from) -> turned(Turn.SETTLED, at, from).and(STOOD.ON_TIME.isNotNull())),
    ON_TIME((at, from) -> turned(Turn.SETTLED, at, from).and(STOOD.ON_TIME.isTrue())),
    RETURNED((at, from) -> turned(Turn.RETURNED, at, from)),
    REOPENED((at, from) -> turned(Turn.REOPENED, at, from)),
    /** From one state to another; which ones stands in the cell. */
    MOVED((at, from) -> STOOD.FROM_STATE.isNotNull().and(during(at, from)));

    /** How late, in days, the longest last. */
    public static final List<Kind> AGES = List.of(LATE_WEEK, LATE_MONTH, LATE_QUARTER, LATE_HALF_YEAR, LATE_LONGER);

    static final List<Kind> STANDING = List.of(DRAFT, OPEN, SOON, LATE, LATE_WEEK, LATE_MONTH, LATE_QUARTER, LATE_HALF_YEAR, LATE_LONGER);
    static final List<Kind> TURNS = List.of(OPENED, SETTLED, JUDGED, ON_TIME, RETURNED, REOPENED);

    private final BiFunction<Instant, Instant, Condition> condition;

    Kind(BiFunction<Instant, Instant, Condition> condition) {
        this.condition = condition;
    }

    /** @param at the instant that is told of, a period's end @param from the period's beginning */
    Condition at(Instant at, Instant from) {
        return condition.apply(at, from);
    }

    public boolean standing() {
        return STANDING.contains(this);
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static @Nullable Kind of(@Nullable String word) {
        for (var kind : values()) if (kind.word().equals(word)) return kind;
        return null;
    }

    private static Condition isOpen() {
        return STOOD.PHASE.eq(inline("open"));
    }

    private static Condition late(Instant at, int more, int most) {
        return isOpen().and(STOOD.LATE_AT.le(at.minus(more, ChronoUnit.DAYS))).and(STOOD.LATE_AT.gt(at.minus(most, ChronoUnit.DAYS)));
    }

    private static Condition turned(Turn turn, Instant at, Instant from) {
        return STOOD.TURN.eq(inline(turn.word())).and(during(at, from));
    }

    private static Condition during(Instant at, Instant from) {
        return STOOD.BEGAN_AT.ge(from).and(STOOD.BEGAN_AT.lt(at));
    }
}
