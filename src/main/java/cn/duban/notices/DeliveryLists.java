package cn.duban.notices;

import static cn.duban_db.notices.Tables.DELIVERY;
import static cn.duban_db.notices.Tables.NOTICE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.noCondition;

import cn.duban.units.Directories;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The outbox as an administrator reads it, the latest first. */
@Component
class DeliveryLists {

    private final DSLContext sql;
    private final Directories directories;
    private final Clock clock;

    DeliveryLists(DSLContext sql, Directories directories, Clock clock) {
        this.sql = sql;
        this.directories = directories;
        this.clock = clock;
    }

    List<DeliveryRow> list(int tenant, String state, @Nullable UUID before, int most) {
        var directory = directories.of(tenant);
        return sql.select(DELIVERY.ID, DELIVERY.PERSON, DELIVERY.CHANNEL, coalesce(NOTICE.KIND, ""), DELIVERY.STATE, DELIVERY.ATTEMPTS, DELIVERY.MADE_AT, DELIVERY.NOT_BEFORE, DELIVERY.DONE_AT, DELIVERY.ANSWER)
                .from(DELIVERY).leftJoin(NOTICE).on(NOTICE.TENANT.eq(DELIVERY.TENANT), NOTICE.ID.eq(DELIVERY.NOTICE))
                .where(DELIVERY.TENANT.eq(tenant)).and(state.isEmpty() ? noCondition() : DELIVERY.STATE.eq(state)).and(before == null ? noCondition() : DELIVERY.ID.lt(before))
                .orderBy(DELIVERY.ID.desc()).limit(most)
                .fetch(r -> new DeliveryRow(r.value1(), directory.person(r.value2()).map(p -> p.name()).orElse(""), r.value3(), r.value4(), r.value5(), r.value6(), r.value7(), r.value8(), r.value9(), r.value10()));
    }

    Map<String, Integer> counts(int tenant) {
        return sql.select(DELIVERY.STATE, count()).from(DELIVERY).where(DELIVERY.TENANT.eq(tenant)).groupBy(DELIVERY.STATE).fetchMap(DELIVERY.STATE, count());
    }

    /** A failed one, with everything that went in the same message, is tried from the beginning, under the same number. */
    boolean retry(int tenant, UUID id) {
        var message = sql.select(coalesce(DELIVERY.MESSAGE, DELIVERY.ID)).from(DELIVERY).where(DELIVERY.TENANT.eq(tenant), DELIVERY.ID.eq(id), DELIVERY.STATE.eq("failed")).fetchOptional();
        return message.isPresent() && sql.update(DELIVERY).set(DELIVERY.STATE, "pending").set(DELIVERY.ATTEMPTS, 0).set(DELIVERY.NOT_BEFORE, clock.instant()).setNull(DELIVERY.DONE_AT)
                .where(DELIVERY.TENANT.eq(tenant), DELIVERY.STATE.eq("failed")).and(DELIVERY.MESSAGE.eq(message.get().value1()).or(DELIVERY.ID.eq(id))).execute() > 0;
    }
}
