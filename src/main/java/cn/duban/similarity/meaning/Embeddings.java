package cn.duban.similarity.meaning;

import static cn.duban_db.ledger.Tables.SUBJECT_ROW;
import static cn.duban_db.similarity.Routines.digest;
import static cn.duban_db.similarity.Routines.settledBelow;
import static cn.duban_db.similarity.Routines.thisTransaction;
import static cn.duban_db.similarity.Tables.EMBEDDING;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows of embeddings, one for each open or recent matter. */
@Component
class Embeddings {

    /** A matter counts as recent for so many years after it was done. */
    private static final int YEARS = 2;

    /** Read in one statement. */
    private static final int MANY = 1_000;

    private final DSLContext sql;
    private final Clock clock;

    Embeddings(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A matter whose embedding is to be computed. */
    record Due(int tenant, UUID matter, Subject subject) {}

    record Kept(UUID matter, byte[] vector) {}

    /** Of these matters, those that have no embedding of their present words by the present model. */
    List<Due> due(int tenant, List<UUID> matters) {
        return due(tenant, SUBJECT_ROW.ID.in(matters), matters.size());
    }

    /** The same of all matters of a tenant, in the order of their ids from the newest down, so that a walk reads each once. */
    List<Due> dueBelow(int tenant, @Nullable UUID below, int most) {
        return due(tenant, below == null ? noCondition() : SUBJECT_ROW.ID.lt(below), most);
    }

    private List<Due> due(int tenant, Condition which, int most) {
        return sql.select(SUBJECT_ROW.ID, SUBJECT_ROW.TITLE, SUBJECT_ROW.BODY).from(SUBJECT_ROW)
                .leftJoin(EMBEDDING).on(EMBEDDING.TENANT.eq(SUBJECT_ROW.TENANT), EMBEDDING.MATTER.eq(SUBJECT_ROW.ID))
                .where(SUBJECT_ROW.TENANT.eq(tenant)).and(which).and(recent())
                .and(EMBEDDING.MATTER.isNull().or(EMBEDDING.MODEL.ne(Encoder.MODEL)).or(EMBEDDING.DIGEST.ne(digest(SUBJECT_ROW.TITLE, SUBJECT_ROW.BODY))))
                .orderBy(SUBJECT_ROW.ID.desc()).limit(most)
                .fetch(r -> new Due(tenant, r.value1(), new Subject(r.value2(), r.value3())));
    }

    private Condition recent() {
        return SUBJECT_ROW.PHASE.in("draft", "open", "settled").or(SUBJECT_ROW.PHASE.eq("ended").and(SUBJECT_ROW.SETTLED_AT.gt(since())));
    }

    private Instant since() {
        return clock.instant().atZone(ZoneOffset.UTC).minusYears(YEARS).toInstant();
    }

    void put(Due due, byte[] vector) {
        sql.insertInto(EMBEDDING, EMBEDDING.TENANT, EMBEDDING.MATTER, EMBEDDING.MODEL, EMBEDDING.DIGEST, EMBEDDING.VECTOR, EMBEDDING.WRITTEN_IN)
                .select(select(val(due.tenant()), val(due.matter()), val(Encoder.MODEL),
                        val(due.subject().digest()), val(vector), thisTransaction()))
                .onConflict(EMBEDDING.TENANT, EMBEDDING.MATTER).doUpdate()
                .set(EMBEDDING.MODEL, excluded(EMBEDDING.MODEL)).set(EMBEDDING.DIGEST, excluded(EMBEDDING.DIGEST))
                .set(EMBEDDING.VECTOR, excluded(EMBEDDING.VECTOR)).set(EMBEDDING.WRITTEN_IN, excluded(EMBEDDING.WRITTEN_IN))
                .execute();
    }

    /** Rows of matters done long ago, voided or merged away. */
    int forget(int tenant) {
        return sql.deleteFrom(EMBEDDING).where(EMBEDDING.TENANT.eq(tenant))
                .and(notExists(selectOne().from(SUBJECT_ROW).where(SUBJECT_ROW.TENANT.eq(tenant), SUBJECT_ROW.ID.eq(EMBEDDING.MATTER)).and(recent()))).execute();
    }

    /** Every transaction below this number has ended, and what it wrote can be read. */
    long settled() {
        return sql.select(settledBelow()).fetchSingle().value1();
    }

    /** What was written from one such mark to the next. */
    List<Kept> written(int tenant, long from, long below) {
        return sql.select(EMBEDDING.MATTER, EMBEDDING.VECTOR).from(EMBEDDING)
                .where(EMBEDDING.TENANT.eq(tenant), EMBEDDING.MODEL.eq(Encoder.MODEL), EMBEDDING.WRITTEN_IN.ge(from), EMBEDDING.WRITTEN_IN.lt(below))
                .fetch(r -> new Kept(r.value1(), r.value2()));
    }

    /** All, the newest matters first. */
    List<Kept> below(int tenant, @Nullable UUID below, int most) {
        return sql.select(EMBEDDING.MATTER, EMBEDDING.VECTOR).from(EMBEDDING)
                .where(EMBEDDING.TENANT.eq(tenant), EMBEDDING.MODEL.eq(Encoder.MODEL)).and(below == null ? noCondition() : EMBEDDING.MATTER.lt(below))
                .orderBy(EMBEDDING.MATTER.desc()).limit(most).fetch(r -> new Kept(r.value1(), r.value2()));
    }

    /** The embedding of a matter, if it is of these words. */
    byte @Nullable [] of(int tenant, UUID matter, Subject subject) {
        return sql.select(EMBEDDING.VECTOR).from(EMBEDDING).where(EMBEDDING.TENANT.eq(tenant), EMBEDDING.MATTER.eq(matter), EMBEDDING.MODEL.eq(Encoder.MODEL), EMBEDDING.DIGEST.eq(subject.digest()))
                .fetchOne(EMBEDDING.VECTOR);
    }

    /** Of as many of these as have one by the present model. */
    Map<UUID, byte[]> of(int tenant, Collection<UUID> matters) {
        var found = new HashMap<UUID, byte[]>();
        var all = List.copyOf(matters);
        for (int from = 0; from < all.size(); from += MANY)
            sql.select(EMBEDDING.MATTER, EMBEDDING.VECTOR).from(EMBEDDING).where(EMBEDDING.TENANT.eq(tenant), EMBEDDING.MODEL.eq(Encoder.MODEL), EMBEDDING.MATTER.eq(any(all.subList(from, Math.min(all.size(), from + MANY)).toArray(UUID[]::new))))
                    .forEach(r -> found.put(r.value1(), r.value2()));
        return found;
    }
}
