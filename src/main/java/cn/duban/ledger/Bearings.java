package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.BEARING;
import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.unnest;
import static org.jooq.impl.DSL.val;

import cn.duban_db.ledger.tables.Bearing;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;

/**
 * Matters that some units or posts bear, the nearest end first, out of an index in that very order: bearer by bearer no more
 * than are wanted, then the nearest of them all. So a page costs what it shows, however much was ever borne.
 */
final class Bearings {

    /** Where no clock runs; such matters stand last. */
    static final Field<Instant> NEVER = cast(inline("infinity"), BEARING.DUE_AT);

    private Bearings() {}

    /** Where the page before ended; {@code dueAt} is null among the matters without a running clock. */
    record Place(@Nullable Instant dueAt, UUID matter) {}

    /** By whom: the column of units or that of posts, and which of them. */
    record Bearers(Function<Bearing, Field<Integer>> column, Collection<Integer> which) {

        static Bearers units(Collection<Integer> which) {
            return new Bearers(b -> b.UNIT, which);
        }

        static Bearers posts(Collection<Integer> which) {
            return new Bearers(b -> b.POST, which);
        }
    }

    /** The nearest matters and their ends, each once. @param wanted what must hold of a bearing beside who bears, and that it is borne now */
    static Select<Record2<UUID, Instant>> nearest(int tenant, Bearers bearers, Function<Bearing, Condition> wanted, @Nullable Place after, int most) {
        if (bearers.which().size() == 1) return own(tenant, bearers, val(bearers.which().iterator().next()), wanted, after, most);
        var bearer = field(name("bearer", "id"), Integer.class);
        var own = lateral(own(tenant, bearers, bearer, wanted, after, most)).as("own", "matter", "due_at");
        var matter = own.field("matter", BEARING.MATTER.getDataType());
        var dueAt = own.field("due_at", BEARING.DUE_AT.getDataType());
        return selectDistinct(matter, dueAt).from(unnest(bearers.which().toArray(Integer[]::new)).as("bearer", "id")).crossJoin(own).orderBy(dueAt, matter).limit(inline(most));
    }

    private static Select<Record2<UUID, Instant>> own(int tenant, Bearers bearers, Field<Integer> bearer, Function<Bearing, Condition> wanted, @Nullable Place after, int most) {
        var b = BEARING.as("b");
        return selectDistinct(b.MATTER, b.DUE_AT).from(b)
                .where(b.TENANT.eq(tenant), bearers.column().apply(b).eq(bearer), condition(b.NOW)).and(wanted.apply(b)).and(further(b, after))
                .orderBy(b.DUE_AT, b.MATTER).limit(inline(most));
    }

    static Condition ending(Bearing b) {
        return b.DUE_AT.lt(NEVER);
    }

    private static Condition further(Bearing b, @Nullable Place after) {
        if (after == null) return noCondition();
        return row(b.DUE_AT, b.MATTER).gt(after.dueAt() == null ? NEVER : val(after.dueAt()), val(after.matter()));
    }
}
