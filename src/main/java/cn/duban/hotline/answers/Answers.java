package cn.duban.hotline.answers;

import static cn.duban_db.hotline.Tables.ANSWER;
import static cn.duban_db.ledger.Tables.MATTER_ROW;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.position;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import cn.duban.hotline.WordSearch;
import cn.duban.hotline.answers.Answer.State;
import cn.duban.ledger.Ledger;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The published questions and answers, and those on their way. */
@Component
public class Answers {

    static final int LISTED = 50;

    private static final List<OrderField<?>> LATEST = List.of(ANSWER.CHECKED_AT.desc(), ANSWER.ID);

    private final DSLContext sql;
    private final Clock clock;

    Answers(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    public UUID propose(UUID ticket, AnswerForm form, String category, String unit, Viewer by) {
        var id = Ledger.newId();
        var kept = sql.insertInto(ANSWER).set(ANSWER.TENANT, by.tenant()).set(ANSWER.ID, id).set(ANSWER.TICKET, ticket).set(ANSWER.QUESTION, form.question()).set(ANSWER.ANSWER_, form.answer()).set(ANSWER.CATEGORY, category).set(ANSWER.UNIT, unit)
                .set(ANSWER.SEARCHED, WordSearch.spelled(form.question() + "\n" + form.answer())).set(ANSWER.STATE, State.PROPOSED.word()).set(ANSWER.PROPOSED_BY, by.person()).set(ANSWER.PROPOSED_NAME, by.unitName() + " " + by.personName()).set(ANSWER.PROPOSED_AT, clock.instant())
                .onConflictDoNothing().execute();
        if (kept == 0) throw Refused.conflict("hotline.answer.there", Words.say("hotline.answer.there"), Words.say("hotline.answer.there.next"));
        return id;
    }

    /** Published or returned by somebody who did not propose it; the database holds it too. */
    public void check(UUID id, boolean good, String reason, Viewer by) {
        var done = sql.update(ANSWER).set(ANSWER.STATE, (good ? State.PUBLISHED : State.RETURNED).word()).set(ANSWER.CHECKED_BY, by.person()).set(ANSWER.CHECKED_NAME, by.unitName() + " " + by.personName()).set(ANSWER.CHECKED_AT, clock.instant()).set(ANSWER.REASON, reason)
                .where(ANSWER.TENANT.eq(by.tenant()), ANSWER.ID.eq(id), ANSWER.STATE.eq(inline("proposed")), ANSWER.PROPOSED_BY.ne(by.person())).execute();
        if (done == 0) throw Refused.conflict("hotline.answer.own", Words.say("hotline.answer.own"), Words.say("hotline.answer.own.next"));
    }

    /** Whoever finds something wrong takes it off; the row stays. */
    void withdraw(UUID id, String reason, Viewer by) {
        sql.update(ANSWER).set(ANSWER.STATE, State.WITHDRAWN.word()).set(ANSWER.REASON, reason + "（" + by.unitName() + " " + by.personName() + "）").where(ANSWER.TENANT.eq(by.tenant()), ANSWER.ID.eq(id), ANSWER.STATE.eq(inline("published"))).execute();
    }

    Optional<Answer> find(int tenant, UUID id) {
        return rows(tenant, ANSWER.ID.eq(id), List.of(ANSWER.ID)).stream().findFirst();
    }

    public Optional<Answer> published(int tenant, UUID id) {
        return rows(tenant, ANSWER.ID.eq(id).and(open()), List.of(ANSWER.ID)).stream().findFirst();
    }

    /** Those of them that everybody may still read, however many and however old, the latest first. */
    public List<Answer> published(int tenant, Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : rows(tenant, ANSWER.ID.eq(any(ids.toArray(UUID[]::new))).and(open()), LATEST, ids.size());
    }

    /** What became of a ticket here, the last of it. */
    public Optional<Answer> of(int tenant, UUID ticket) {
        return rows(tenant, ANSWER.TICKET.eq(ticket), List.of(ANSWER.PROPOSED_AT.desc())).stream().findFirst();
    }

    List<Answer> all(int tenant, State state) {
        return rows(tenant, ANSWER.STATE.eq(inline(state.word())), List.of(ANSWER.PROPOSED_AT.desc(), ANSWER.ID));
    }

    /** What everybody finds: with a word in the question before those with it in the answer alone, the latest first. */
    public List<Answer> search(int tenant, WordSearch asked) {
        if (asked.empty()) return rows(tenant, open(), LATEST);
        Field<Integer> first = when(position(DSL.lower(ANSWER.QUESTION), val(asked.words().getFirst())).gt(0), inline(0)).otherwise(inline(1));
        return rows(tenant, open().and(asked.in(ANSWER.SEARCHED)), List.of(first, ANSWER.CHECKED_AT.desc(), ANSWER.ID));
    }

    /** Published, and of a ticket that may still be told of: its secrecy may be raised later. */
    private static Condition open() {
        return ANSWER.STATE.eq(inline("published")).and(notExists(selectOne().from(MATTER_ROW).where(MATTER_ROW.TENANT.eq(ANSWER.TENANT), MATTER_ROW.ID.eq(ANSWER.TICKET), MATTER_ROW.SECRECY.notIn(inline("public"), inline("internal")))));
    }

    private List<Answer> rows(int tenant, Condition which, List<? extends OrderField<?>> order) {
        return rows(tenant, which, order, LISTED);
    }

    private List<Answer> rows(int tenant, Condition which, List<? extends OrderField<?>> order, int most) {
        return sql.select(ANSWER.ID, ANSWER.TICKET, ANSWER.QUESTION, ANSWER.ANSWER_, ANSWER.CATEGORY, ANSWER.UNIT, ANSWER.STATE, ANSWER.PROPOSED_BY, ANSWER.PROPOSED_NAME, ANSWER.PROPOSED_AT, ANSWER.CHECKED_NAME, ANSWER.CHECKED_AT, ANSWER.REASON).from(ANSWER)
                .where(ANSWER.TENANT.eq(tenant), which).orderBy(order).limit(most)
                .fetch(r -> new Answer(r.value1(), r.value2(), r.value3(), r.value4(), r.value5(), r.value6(), State.valueOf(r.value7().toUpperCase(Locale.ROOT)), r.value8(), r.value9(), r.value10(), r.value11(), r.value12(), r.value13()));
    }
}
