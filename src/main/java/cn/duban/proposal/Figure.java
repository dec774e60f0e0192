package cn.duban.proposal;

import static cn.duban.proposal.Course.M;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.not;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** One number of the page. The condition that counts it is the one that lists its rows; a rate names the number that it is a part of. */
public enum Figure {
    ALL(now -> counts()),
    REGISTERED(now -> counts().and(in("registered"))),
    OPEN(now -> counts().and(in("assigned", "disputed", "handling", "talked"))),
    DISPUTED(now -> counts().and(in("disputed"))),
    TALKED(now -> counts().and(Course.told("contact-on").isNotNull())),
    LATE(now -> counts().and(Course.late(now))),
    REPLIED(now -> counts().and(Course.isReplied())),
    IN_TIME(now -> counts().and(Course.isReplied()).and(Course.inTime())),
    A(now -> outcome("a")),
    B(now -> outcome("b")),
    C(now -> outcome("c")),
    D(now -> outcome("d")),
    PERIOD(now -> finish("period")),
    YEAR(now -> finish("year")),
    ACROSS(now -> counts().and(Course.promised())),
    CANNOT(now -> finish("cannot")),
    FELT(now -> counts().and(Course.felt("satisfied").or(Course.felt("basically")).or(Course.felt("dissatisfied")))),
    SATISFIED(now -> counts().and(Course.felt("satisfied"))),
    BASICALLY(now -> counts().and(Course.felt("basically"))),
    DISSATISFIED(now -> counts().and(Course.felt("dissatisfied"))),
    /** Replied to, and nobody has said yet what they think of it. */
    SILENT(now -> counts().and(in("replied"))),
    REDONE(now -> counts().and(Course.redone().gt(inline(0)))),
    CLOSED(now -> counts().and(in("closed"))),
    KEY(now -> counts().and(Course.told("key").eq(inline("true")))),
    KEY_OPEN(now -> counts().and(Course.told("key").eq(inline("true"))).and(not(Course.isReplied()))),
    WITHDRAWN(now -> asked().and(M.STATE.eq(inline("withdrawn")))),
    PROMISES(now -> promises()),
    PROMISES_LATE(now -> promises().and(M.PHASE.in(inline("draft"), inline("open"))).and(M.DUE_AT.le(now))),
    PROMISES_KEPT(now -> promises().and(M.STATE.eq(inline("done"))));

    public static final List<Figure> COURSE = List.of(ALL, REGISTERED, OPEN, DISPUTED, LATE, REPLIED, IN_TIME, SILENT, REDONE, CLOSED, WITHDRAWN);
    public static final List<Figure> OUTCOMES = List.of(A, B, C, D);
    public static final List<Figure> TIMES = List.of(PERIOD, YEAR, ACROSS, CANNOT);
    public static final List<Figure> FEELINGS = List.of(SATISFIED, BASICALLY, DISSATISFIED);
    public static final List<Figure> PROMISED = List.of(PROMISES, PROMISES_LATE, PROMISES_KEPT);
    public static final List<Figure> KEYS = List.of(KEY, KEY_OPEN);
    public static final List<Figure> UNITS = List.of(ALL, LATE, REPLIED, IN_TIME, A, FELT, SATISFIED, DISSATISFIED, REDONE);

    private final Function<Instant, Condition> condition;

    Figure(Function<Instant, Condition> condition) {
        this.condition = condition;
    }

    Condition at(Instant now) {
        return condition.apply(now);
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Figure> of(String word) {
        return Stream.of(values()).filter(figure -> figure.word().equals(word)).findFirst();
    }

    /** What it is a share of; nothing where it is no rate. */
    public @Nullable Figure whole() {
        return switch (this) {
            case IN_TIME, A, B, C, D, PERIOD, YEAR, ACROSS, CANNOT, FELT -> REPLIED;
            case SATISFIED, BASICALLY, DISSATISFIED -> FELT;
            case REPLIED, TALKED -> ALL;
            case PROMISES_KEPT -> PROMISES;
            default -> null;
        };
    }

    private static Condition asked() {
        return M.TYPE.in(Course.inlined(ProposalKind.TYPES)).and(M.PHASE.notIn(inline("void"), inline("merged")));
    }

    /** What was withdrawn in writing counts nowhere else. */
    private static Condition counts() {
        return asked().and(M.STATE.ne(inline("withdrawn")));
    }

    private static Condition promises() {
        return M.TYPE.in(Course.inlined(ProposalKind.PROMISES)).and(M.PHASE.notIn(inline("void"), inline("merged")));
    }

    private static Condition outcome(String of) {
        return counts().and(Course.isReplied()).and(Course.told("class").eq(inline(of)));
    }

    private static Condition finish(String when) {
        return counts().and(Course.answered()).and(Course.told("finish").eq(inline(when)));
    }

    private static Condition in(String... states) {
        return M.STATE.in(Stream.of(states).map(state -> (Field<String>) inline(state)).toList());
    }
}
