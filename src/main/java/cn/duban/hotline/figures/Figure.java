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

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;

/** What is counted of the tickets that came in within a month: each condition counts a number and lists the rows behind it. */
public enum Figure {
    RECEIVED(noCondition()),
    CLOSED(Figures.M.STATE.eq(inline("closed")).and(Figures.M.PHASE.notIn(inline("merged"), inline("void")))),
    DECLINED(Figures.M.STATE.eq(inline("declined")).and(Figures.M.PHASE.notIn(inline("merged"), inline("void")))),
    /** Goes on in another ticket that says the same; its caller is told there. */
    MERGED(Figures.M.PHASE.eq(inline("merged"))),
    OPEN(Figures.M.PHASE.in(inline("draft"), inline("open"))),
    /** Closed, and the last reply came by the day that was promised; one answered at once had none. */
    ON_TIME(CLOSED.condition.and(Figures.M.DUE_ON.isNull().or(coalesce(Figures.repliedOn(), Figures.M.DUE_ON).le(Figures.M.DUE_ON)))),
    SATISFIED(CLOSED.condition.and(Figures.told("pleased").ne(inline("")))),
    DISSATISFIED(CLOSED.condition.and(Figures.told("displeased").ne(inline(""))).or(Figures.M.STATE.in(inline("again"), inline("reopened")).and(Figures.told("displeased").ne(inline(""))).and(Figures.M.PHASE.in(inline("draft"), inline("open"))))),
    /** Closed without anybody having said what they think: no satisfaction. */
    UNRATED(CLOSED.condition.and(Figures.told("pleased").eq(inline(""))).and(Figures.told("displeased").eq(inline(""))));

    public static final List<Figure> SHOWN = List.of(values());

    private final Condition condition;

    Figure(Condition condition) {
        this.condition = condition;
    }

    Condition condition() {
        return condition;
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

        static Field<String> told(String name) {
            return coalesce(jsonbGetAttributeAsText(M.FIELDS, inline(name)), inline(""));
        }

        /** In the time of most of the country, as deadlines of the hotline are. */
        static Field<LocalDate> repliedOn() {
            return field(select(field("({0} at time zone 'Asia/Shanghai')::date", LocalDate.class, max(A.AT))).from(A).where(A.TENANT.eq(M.TENANT), A.MATTER.eq(M.ID), A.ACT.eq(inline("reply"))));
        }
    }
}
