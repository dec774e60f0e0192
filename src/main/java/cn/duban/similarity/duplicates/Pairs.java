package cn.duban.similarity.duplicates;

import static cn.duban_db.similarity.Tables.APART;
import static cn.duban_db.similarity.Tables.EMBEDDING;
import static cn.duban_db.similarity.Tables.PAIR;
import static cn.duban_db.similarity.Tables.PAIRED;
import static cn.duban_db.ledger.Tables.MATTER_ROW;
import static cn.duban_db.ledger.Tables.SUBJECT_ROW;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import cn.duban.ledger.MatterQuery;
import cn.duban.ledger.Matters;
import cn.duban.similarity.meaning.Subject;
import cn.duban.web.Viewer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows of pairs, and what is still to be held against the others. */
@Component
class Pairs {

    private final DSLContext sql;
    private final Matters matters;

    Pairs(DSLContext sql, Matters matters) {
        this.sql = sql;
        this.matters = matters;
    }

    /** A matter with its embedding whose pairs were not sought yet. */
    record Due(UUID matter, byte[] vector, byte[] digest) {}

    /**
     * In the order of their ids.
     *
     * @param from what was written before this was held against the others already @param below what was written before this can be found in the
     *     index by now, so that of two new ones each can find the other
     */
    List<Due> due(int tenant, long from, long below, @Nullable UUID after, int most) {
        return sql.select(EMBEDDING.MATTER, EMBEDDING.VECTOR, EMBEDDING.DIGEST).from(EMBEDDING)
                .leftJoin(PAIRED).on(PAIRED.TENANT.eq(EMBEDDING.TENANT), PAIRED.MATTER.eq(EMBEDDING.MATTER))
                .where(EMBEDDING.TENANT.eq(tenant), EMBEDDING.WRITTEN_IN.ge(from), EMBEDDING.WRITTEN_IN.lt(below), after == null ? noCondition() : EMBEDDING.MATTER.gt(after)).and(PAIRED.MATTER.isNull().or(PAIRED.DIGEST.ne(EMBEDDING.DIGEST)).or(PAIRED.VERSION.ne(Judge.VERSION)))
                .orderBy(EMBEDDING.MATTER).limit(most).fetch(r -> new Due(r.value1(), r.value2(), r.value3()));
    }

    /** Of these matters what they are about; without those that were voided or merged away. Nobody reads it: pairs are shown to those only who see both sides. */
    Map<UUID, Subject> subjects(int tenant, Collection<UUID> ids) {
        return sql.select(SUBJECT_ROW.ID, SUBJECT_ROW.TITLE, SUBJECT_ROW.BODY).from(SUBJECT_ROW)
                .where(SUBJECT_ROW.TENANT.eq(tenant), SUBJECT_ROW.ID.in(ids), SUBJECT_ROW.PHASE.notIn("merged", "void")).fetchMap(SUBJECT_ROW.ID, r -> new Subject(r.value2(), r.value3()));
    }

    /** Of these the matter above, where there is one: a part repeats its whole and is no duplicate of it. */
    Map<UUID, UUID> parents(int tenant, Collection<UUID> ids) {
        return sql.select(MATTER_ROW.ID, MATTER_ROW.PARENT).from(MATTER_ROW).where(MATTER_ROW.TENANT.eq(tenant), MATTER_ROW.ID.in(ids), MATTER_ROW.PARENT.isNotNull()).fetchMap(MATTER_ROW.ID, MATTER_ROW.PARENT);
    }

    /** What was found of some matters, in place of what was found before. */
    void put(int tenant, Collection<Due> sought, Collection<Pair> found) {
        var ids = sought.stream().map(Due::matter).toList();
        sql.transaction(configuration -> {
            var tx = configuration.dsl();
            tx.deleteFrom(PAIR).where(PAIR.TENANT.eq(tenant)).and(PAIR.ONE.in(ids).or(PAIR.OTHER.in(ids))).execute();
            var writes = new ArrayList<Query>();
            for (var pair : found) writes.add(tx.insertInto(PAIR, PAIR.TENANT, PAIR.ONE, PAIR.OTHER, PAIR.SCORE, PAIR.MEANING).values(tenant, pair.one(), pair.other(), (float) pair.score(), (float) pair.meaning())
                    .onConflict(PAIR.TENANT, PAIR.ONE, PAIR.OTHER).doUpdate().set(PAIR.SCORE, (float) pair.score()).set(PAIR.MEANING, (float) pair.meaning()));
            for (var due : sought) writes.add(tx.insertInto(PAIRED, PAIRED.TENANT, PAIRED.MATTER, PAIRED.DIGEST, PAIRED.VERSION).values(tenant, due.matter(), due.digest(), Judge.VERSION)
                    .onConflict(PAIRED.TENANT, PAIRED.MATTER).doUpdate().set(PAIRED.DIGEST, due.digest()).set(PAIRED.VERSION, Judge.VERSION));
            tx.batch(writes).execute();
        });
    }

    /** Rows of matters whose embedding is gone: done long ago, voided, merged away. */
    void forget(int tenant) {
        var gone = sql.select(PAIRED.MATTER).from(PAIRED).where(PAIRED.TENANT.eq(tenant)).and(notExists(selectOne().from(EMBEDDING).where(EMBEDDING.TENANT.eq(tenant), EMBEDDING.MATTER.eq(PAIRED.MATTER)))).fetch(PAIRED.MATTER);
        if (gone.isEmpty()) return;
        sql.deleteFrom(PAIR).where(PAIR.TENANT.eq(tenant)).and(PAIR.ONE.in(gone).or(PAIR.OTHER.in(gone))).execute();
        sql.deleteFrom(PAIRED).where(PAIRED.TENANT.eq(tenant), PAIRED.MATTER.in(gone)).execute();
    }

    /** The likeliest of which the viewer sees both sides, one of them among what is asked for, without those that are said to be apart. */
    List<Pair> seen(MatterQuery query, double least, Viewer viewer, int most) {
        return sql.select(PAIR.ONE, PAIR.OTHER, PAIR.SCORE, PAIR.MEANING).from(PAIR).where(PAIR.TENANT.eq(viewer.tenant()), PAIR.SCORE.ge((float) least))
                .and(exists(matters.admitting(MatterQuery.all(), viewer, PAIR.ONE))).and(exists(matters.admitting(MatterQuery.all(), viewer, PAIR.OTHER)))
                .and(exists(matters.admitting(query, viewer, PAIR.ONE)).or(exists(matters.admitting(query, viewer, PAIR.OTHER))))
                .and(notExists(selectOne().from(APART).where(APART.TENANT.eq(inline(viewer.tenant())), APART.ONE.eq(PAIR.ONE), APART.OTHER.eq(PAIR.OTHER))))
                .orderBy(PAIR.SCORE.desc(), PAIR.ONE, PAIR.OTHER).limit(most).fetch(r -> new Pair(r.value1(), r.value2(), r.value3(), r.value4()));
    }
}
