package cn.duban.supervision;

import static cn.duban_db.supervision.Tables.TARGET;
import static cn.duban_db.supervision.Tables.TARGET_VALUE;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import cn.duban.ledger.MatterId;
import cn.duban.ledger.MatterQuery;
import cn.duban.ledger.Matters;
import cn.duban.supervision.Target.Counting;
import cn.duban.supervision.Target.Direction;
import cn.duban.supervision.Target.State;
import cn.duban.supervision.Target.Value;
import cn.duban.web.Viewer;
import cn.duban.workdays.Rhythm;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows of targets and their values; lists hold only those whose matter the viewer may see. */
@Component
class Targets {

    static final int MOST = 1000;

    private static final Field<List<Value>> VALUES = multiset(select(TARGET_VALUE.STARTS_ON, TARGET_VALUE.NO, TARGET_VALUE.VALUE, TARGET_VALUE.STATE, TARGET_VALUE.UNIT, TARGET_VALUE.PERSON, TARGET_VALUE.ENTRY, TARGET_VALUE.AT, TARGET_VALUE.REVIEW)
            .from(TARGET_VALUE).where(TARGET_VALUE.TENANT.eq(TARGET.TENANT), TARGET_VALUE.TARGET.eq(TARGET.ID)).orderBy(TARGET_VALUE.STARTS_ON, TARGET_VALUE.NO))
            .convertFrom(rows -> rows.map(r -> new Value(r.value1(), r.value2(), r.value3(), r.value4(), r.value5(), r.value6(), r.value7(), r.value8(), r.value9()))).as("values");

    private final DSLContext sql;
    private final Matters matters;

    Targets(DSLContext sql, Matters matters) {
        this.sql = sql;
        this.matters = matters;
    }

    List<Target> all(Viewer viewer) {
        return seen(viewer, TARGET.STATE.ne("dropped"));
    }

    List<Target> of(MatterId matter, Viewer viewer) {
        return seen(viewer, TARGET.MATTER.eq(matter.id()).and(TARGET.STATE.ne("dropped")));
    }

    Optional<Target> find(UUID id, Viewer viewer) {
        return seen(viewer, TARGET.ID.eq(id)).stream().findFirst();
    }

    private List<Target> seen(Viewer viewer, Condition which) {
        return sql.select(TARGET.asterisk()).select(VALUES).from(TARGET).crossJoin(lateral(matters.admitting(MatterQuery.all(), viewer, TARGET.MATTER).asTable("admitting")))
                .where(TARGET.TENANT.eq(viewer.tenant()), which).orderBy(TARGET.MATTER, TARGET.AT, TARGET.ID).limit(MOST).fetch(Targets::target);
    }

    /** Whatever anybody may see of them: for the proof. */
    List<Target> everything(int tenant) {
        return sql.select(TARGET.asterisk()).select(VALUES).from(TARGET).where(TARGET.TENANT.eq(tenant)).orderBy(TARGET.ID).fetch(Targets::target);
    }

    private static Target target(Record r) {
        var direction = r.get(TARGET.DIRECTION);
        return new Target(r.get(TARGET.ID), new MatterId(r.get(TARGET.TENANT), r.get(TARGET.MATTER)), r.get(TARGET.NAME), r.get(TARGET.UNIT), direction == null ? null : Direction.valueOf(direction.toUpperCase(Locale.ROOT).replace('-', '_')),
                r.get(TARGET.GOAL), Counting.valueOf(r.get(TARGET.COUNTING).toUpperCase(Locale.ROOT)), Rhythm.parse(r.get(TARGET.RHYTHM)), r.get(TARGET.FROM_ON), r.get(TARGET.TO_ON), r.get(TARGET.WORDS), r.get(TARGET.FLAG),
                State.valueOf(r.get(TARGET.STATE).toUpperCase(Locale.ROOT)), r.get(TARGET.ENTRY), r.get(TARGET.VERSION), r.get(VALUES));
    }

    void insert(Target target, Instant now) {
        sql.insertInto(TARGET).set(TARGET.TENANT, target.matter().tenant()).set(TARGET.ID, target.id()).set(TARGET.MATTER, target.matter().id()).set(TARGET.NAME, target.name()).set(TARGET.UNIT, target.unit())
                .set(TARGET.DIRECTION, word(target.direction())).set(TARGET.GOAL, target.goal()).set(TARGET.COUNTING, target.counting().word()).set(TARGET.RHYTHM, target.rhythm().toString())
                .set(TARGET.FROM_ON, target.from()).set(TARGET.TO_ON, target.to()).set(TARGET.WORDS, target.words()).set(TARGET.FLAG, target.flag()).set(TARGET.STATE, target.state().name().toLowerCase(Locale.ROOT))
                .set(TARGET.ENTRY, target.entry()).set(TARGET.VERSION, target.version()).set(TARGET.AT, now).execute();
    }

    /** @return false where somebody was faster */
    boolean update(Target target) {
        return sql.update(TARGET).set(TARGET.NAME, target.name()).set(TARGET.UNIT, target.unit()).set(TARGET.DIRECTION, word(target.direction())).set(TARGET.GOAL, target.goal()).set(TARGET.COUNTING, target.counting().word())
                .set(TARGET.RHYTHM, target.rhythm().toString()).set(TARGET.FROM_ON, target.from()).set(TARGET.TO_ON, target.to()).set(TARGET.STATE, target.state().name().toLowerCase(Locale.ROOT)).set(TARGET.ENTRY, target.entry())
                .set(TARGET.VERSION, target.version() + 1).where(TARGET.TENANT.eq(target.matter().tenant()), TARGET.ID.eq(target.id()), TARGET.VERSION.eq(target.version())).execute() == 1;
    }

    private static @Nullable String word(@Nullable Direction direction) {
        return direction == null ? null : direction.word();
    }

    void insert(Target target, Value value) {
        sql.insertInto(TARGET_VALUE).set(TARGET_VALUE.TENANT, target.matter().tenant()).set(TARGET_VALUE.TARGET, target.id()).set(TARGET_VALUE.STARTS_ON, value.startsOn()).set(TARGET_VALUE.NO, value.no()).set(TARGET_VALUE.VALUE, value.value())
                .set(TARGET_VALUE.STATE, value.state()).set(TARGET_VALUE.UNIT, value.unit()).set(TARGET_VALUE.PERSON, value.person()).set(TARGET_VALUE.ENTRY, value.entry()).set(TARGET_VALUE.AT, value.at()).execute();
    }

    /** @return false where somebody reviewed it before */
    boolean review(Target target, Value value, boolean confirmed, int entry, Instant now) {
        return sql.update(TARGET_VALUE).set(TARGET_VALUE.STATE, confirmed ? "confirmed" : "returned").set(TARGET_VALUE.REVIEW, entry).set(TARGET_VALUE.REVIEWED_AT, now)
                .where(TARGET_VALUE.TENANT.eq(target.matter().tenant()), TARGET_VALUE.TARGET.eq(target.id()), TARGET_VALUE.STARTS_ON.eq(value.startsOn()), TARGET_VALUE.NO.eq(value.no()), TARGET_VALUE.STATE.eq("reported")).execute() == 1;
    }
}
