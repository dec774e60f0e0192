package cn.duban.proposal;

import static cn.duban_db.ledger.Tables.ACT_ROW;
import static cn.duban_db.ledger.Tables.CLOCK_ROW;
import static cn.duban_db.ledger.Tables.MATTER_ROW;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** What was done to each suggestion, as columns beside its row: the last reply, what was thought of it, how often it was done again. */
final class Course {

    static final String REPLY = "reply";
    static final String PROMISING = "reply-promising";
    static final List<String> REPLIES = List.of(REPLY, PROMISING);
    static final List<String> FEELINGS = List.of("satisfied", "basically", "dissatisfied");

    static final cn.duban_db.ledger.tables.MatterRow M = MATTER_ROW.as("m");

    /** The suggestion that a promise stands under. */
    static final cn.duban_db.ledger.tables.MatterRow ABOVE = MATTER_ROW.as("above");

    private static final cn.duban_db.ledger.tables.ActRow A = ACT_ROW.as("a");

    private static final Table<?> DONE = lateral(select(
            last(REPLY).as(REPLY), last(PROMISING).as(PROMISING), last("satisfied").as("satisfied"), last("basically").as("basically"), last("dissatisfied").as("dissatisfied"),
            count().filterWhere(A.ACT.eq(inline("dissatisfied"))).as("redone"), min(A.AT).filterWhere(A.ACT.in(inlined(REPLIES))).as("first_reply"))
            .from(A).where(A.TENANT.eq(M.TENANT), A.MATTER.eq(M.ID))).as("course");

    private Course() {}

    private static Field<Integer> last(String act) {
        return max(A.NO).filterWhere(A.ACT.eq(inline(act)));
    }

    static List<Field<String>> inlined(List<String> words) {
        return words.stream().map(word -> (Field<String>) inline(word)).toList();
    }

    /** Every matter of the room, with its course, and with the suggestion above it where it is a promise. */
    static Table<? extends Record> rows() {
        return M.crossJoin(DONE).leftJoin(ABOVE).on(ABOVE.TENANT.eq(M.TENANT), ABOVE.ID.eq(M.PARENT));
    }

    static Field<Integer> entry(String act) {
        return Objects.requireNonNull(DONE.field(act, Integer.class));
    }

    /** The entry of the last reply, of whichever kind; nothing before the first. */
    static Field<Integer> replied() {
        return org.jooq.impl.DSL.greatest(entry(REPLY), entry(PROMISING));
    }

    static Condition isReplied() {
        return entry(REPLY).isNotNull().or(entry(PROMISING).isNotNull());
    }

    /** Of the reply that stands, and of no earlier one. */
    static Condition felt(String how) {
        return entry(how).gt(replied()).and(Stream.of("satisfied", "basically", "dissatisfied").filter(other -> !other.equals(how))
                .map(other -> entry(other).isNull().or(entry(other).lt(entry(how)))).reduce(Condition::and).orElseThrow());
    }

    static Condition promised() {
        return entry(PROMISING).isNotNull().and(entry(REPLY).isNull().or(entry(REPLY).lt(entry(PROMISING))));
    }

    static Condition answered() {
        return isReplied().and(org.jooq.impl.DSL.not(promised()));
    }

    static Field<Integer> redone() {
        return Objects.requireNonNull(DONE.field("redone", Integer.class));
    }

    static Field<Instant> firstReply() {
        return Objects.requireNonNull(DONE.field("first_reply", Instant.class));
    }

    static Field<String> told(String name) {
        return jsonbGetAttributeAsText(M.FIELDS, inline(name));
    }

    static Field<String> session() {
        return org.jooq.impl.DSL.coalesce(jsonbGetAttributeAsText(ABOVE.FIELDS, inline("session")), told("session"));
    }

    /** The last clock for the first reply was stopped in time. */
    static Condition inTime() {
        var c = CLOCK_ROW.as("c");
        var later = CLOCK_ROW.as("later");
        var latest = field(select(max(later.NO)).from(later).where(later.TENANT.eq(M.TENANT), later.MATTER.eq(M.ID), later.NAME.eq(inline("reply"))));
        return exists(selectOne().from(c).where(c.TENANT.eq(M.TENANT), c.MATTER.eq(M.ID), c.NO.eq(latest), c.STATE.eq(inline("stopped")), c.STOPPED_AT.lt(c.DUE_AT)));
    }

    /** The time to reply, for the first time or again, is over. */
    static Condition late(Instant now) {
        var c = CLOCK_ROW.as("c");
        return exists(selectOne().from(c).where(c.TENANT.eq(M.TENANT), c.MATTER.eq(M.ID), c.NAME.in(inline("reply"), inline("again")), c.STATE.eq(inline("running")), c.DUE_AT.le(now)));
    }
}
