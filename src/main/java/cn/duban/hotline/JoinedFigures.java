package cn.duban.hotline;

import static cn.duban_db.hotline.Tables.JOINED_CALL;
import static cn.duban_db.ledger.Tables.ACT_ROW;
import static cn.duban_db.ledger.Tables.MATTER_ROW;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import cn.duban_db.ledger.tables.ActRow;
import cn.duban_db.ledger.tables.MatterRow;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** Conditions over a ticket {@code m} by which figures count the callers of joined tickets: each one of them rated, or did not. */
public final class JoinedFigures {

    private static final ActRow A = ACT_ROW.as("a");
    private static final ActRow SINCE = ACT_ROW.as("since");
    private static final MatterRow MASTER = MATTER_ROW.as("master");

    private JoinedFigures() {}

    /** Joined, its master answered, and its caller done with: they said something, were called in vain, or the day to call them passed. @param late what was answered before it */
    public static Condition due(MatterRow m, Instant late) {
        var answered = selectOne().from(MASTER).where(MASTER.TENANT.eq(m.TENANT), MASTER.ID.eq(m.MERGED_INTO), MASTER.STATE.in(inline("replied"), inline("closed")));
        return m.PHASE.eq(inline("merged")).and(exists(answered)).and(exists(asked(m, Joined.DONE_WITH)).or(answered(m, A.AT).lt(late)));
    }

    /** Its caller rated the answer that stands, and goes on under its master. */
    public static Condition satisfied(MatterRow m) {
        return m.PHASE.eq(inline("merged")).and(exists(asked(m, List.of("rated"))));
    }

    /** Its caller was not satisfied with the answer to the master, and nobody has answered since it goes on alone. */
    public static Condition dissatisfied(MatterRow m) {
        var since = selectOne().from(SINCE).where(SINCE.TENANT.eq(m.TENANT), SINCE.MATTER.eq(m.ID), SINCE.ACT.in(answering()), SINCE.AT.gt(JOINED_CALL.AT));
        return m.PHASE.in(inline("draft"), inline("open")).and(exists(selectOne().from(JOINED_CALL).where(JOINED_CALL.TENANT.eq(m.TENANT), JOINED_CALL.MATTER.eq(m.ID), JOINED_CALL.LEVEL.lt(inline(3)), notExists(since))));
    }

    /** What became of the caller with the answer that stands. */
    static Select<Record1<Integer>> asked(MatterRow m, List<String> said) {
        return selectOne().from(JOINED_CALL).where(JOINED_CALL.TENANT.eq(m.TENANT), JOINED_CALL.MATTER.eq(m.ID), JOINED_CALL.MASTER.eq(m.MERGED_INTO), JOINED_CALL.ANSWER.eq(answered(m, A.NO)), JOINED_CALL.SAID.in(said.stream().map(DSL::inline).toList()));
    }

    /** Of the last answer to the master. */
    static <T> Field<T> answered(MatterRow m, Field<T> what) {
        return field(select(max(what)).from(A).where(A.TENANT.eq(m.TENANT), A.MATTER.eq(m.MERGED_INTO), A.ACT.in(answering())));
    }

    private static List<? extends Field<String>> answering() {
        return Ticket.ANSWERING.stream().map(DSL::inline).toList();
    }
}
