package cn.duban.hotline.figures;

import static cn.duban_db.ledger.Tables.ACT_ROW;
import static cn.duban_db.ledger.Tables.MATTER_ROW;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import cn.duban.hotline.JoinedFigures;
import cn.duban.hotline.Ticket;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** What is counted of the tickets that came in within a month: each condition counts a number and lists the rows behind it. */
public enum Figure {
    RECEIVED(noCondition()),
    CLOSED(Figures.closed()),
    DECLINED(Figures.M.STATE.eq(inline("declined")).and(Figures.M.PHASE.notIn(inline("merged"), inline("void")))),
    /** Goes on in another ticket that says the same; its caller is told there. */
    MERGED(Figures.M.PHASE.eq(inline("merged"))),
    OPEN(Figures.M.PHASE.in(inline("draft"), inline("open"))),
    /** Closed, and the last reply came by the day that was promised; one answered at once had none. */
    ON_TIME(Figures.closed().and(Figures.M.DUE_ON.isNull().or(coalesce(Figures.repliedOn(), Figures.M.DUE_ON).le(Figures.M.DUE_ON)))),
    /** Closed, or done again for a caller who was not satisfied, or joined to one that was answered and its caller done with: whoever had their chance to say what they think. Satisfied, dissatisfied and unrated make it up. */
    ASKED(late -> Figures.closed().or(Figures.doneAgain()).or(JoinedFigures.due(Figures.M, late)).or(JoinedFigures.dissatisfied(Figures.M))),
    SATISFIED(Figures.closed().and(Figures.told("pleased").ne(inline(""))).and(Figures.heard()).or(JoinedFigures.satisfied(Figures.M))),
    DISSATISFIED(Figures.closed().and(Figures.told("pleased").eq(inline(""))).and(Figures.told("displeased").ne(inline(""))).and(Figures.heard()).or(Figures.doneAgain()).or(JoinedFigures.dissatisfied(Figures.M))),
    /** Of those asked the ones who said nothing: no satisfaction. */
    UNRATED(late -> Figures.closed().and(Figures.heard().not().or(Figures.told("pleased").eq(inline("")).and(Figures.told("displeased").eq(inline(""))))).or(JoinedFigures.due(Figures.M, late).andNot(JoinedFigures.satisfied(Figures.M))));

    public static final List<Figure> SHOWN = List.of(values());

    private final Function<Instant, Condition> counted;

    Figure(Condition condition) {
        this(late -> condition);
    }

    Figure(Function<Instant, Condition> counted) {
        this.counted = counted;
    }

    /** @param late whatever was answered before it should have been called about by now */
    Condition condition(Instant late) {
        return counted.apply(late);
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Figure> named(String word) {
        return Arrays.stream(values()).filter(figure -> figure.word().equals(word)).findFirst();
    }

    /** The columns that conditions speak of. */
    static final class Figures {
        static final cn.duban_db.ledger.tables.MatterRow M = MATTER_ROW.as("m");
        private static final cn.duban_db.ledger.tables.ActRow A = ACT_ROW.as("a");

        private Figures() {}

        static Condition closed() {
            return M.STATE.eq(inline("closed")).and(M.PHASE.notIn(inline("merged"), inline("void")));
        }

        static Condition doneAgain() {
            return M.STATE.in(inline("again"), inline("reopened")).and(told("displeased").ne(inline(""))).and(M.PHASE.in(inline("draft"), inline("open")));
        }

        /** Whether the caller said anything since the last reply: what was said of one before it is no word on this one. */
        static Condition heard() {
            return last(List.of("reply")).le(last(Ticket.SAYING));
        }

        private static Field<Integer> last(List<String> acts) {
            return coalesce(field(select(max(A.NO)).from(A).where(A.TENANT.eq(M.TENANT), A.MATTER.eq(M.ID), A.ACT.in(acts.stream().map(DSL::inline).toList()))), inline(0));
        }

        static Field<String> told(String name) {
            return coalesce(jsonbGetAttributeAsText(M.FIELDS, inline(name)), inline(""));
        }

        /** In the time of most of the country, as deadlines of the hotline are. */
        static Field<LocalDate> repliedOn() {
            return field(select(field("({0} at time zone 'Asia/Shanghai')::date", LocalDate.class, max(A.AT))).from(A).where(A.TENANT.eq(M.TENANT), A.MATTER.eq(M.ID), A.ACT.eq(inline("reply"))));
        }
    }
}
