package cn.duban.ledger;

import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.length;
import static org.jooq.impl.DSL.lpad;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import cn.duban_db.ledger.tables.Matter;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * One total order of a list, with the place where a page ended: rows without the sorted value come last both ways, ties
 * are settled by id. The place is the last row's own value, so that rows that come or go meanwhile shift nothing.
 */
final class Keyset<T> {

    private final Field<T> key;
    private final Field<UUID> id;
    private final boolean descending;
    /** Every row has a value, so that its order is that of an index, and the place a place in it. */
    private final boolean always;
    private final Function<String, T> read;

    private Keyset(Field<T> key, Field<UUID> id, boolean descending, boolean always, Function<String, T> read) {
        this.key = key;
        this.id = id;
        this.descending = descending;
        this.always = always;
        this.read = read;
    }

    /** @param unitsByName all units in the order of their names, for sorting by unit */
    static Keyset<?> of(MatterQuery query, Matter m, Field<Integer> lead, List<Integer> unitsByName) {
        Function<String, String> text = Function.identity();
        return switch (query.sort()) {
            case DUE -> new Keyset<>(m.DUE_AT, m.ID, query.descending(), false, Instant::parse);
            case OPENED -> new Keyset<>(m.OPENED_AT, m.ID, query.descending(), true, Instant::parse);
            // a longer serial is a later one: 9 before 10
            case NUMBER -> new Keyset<>(plain(concat(lpad(length(m.NUMBER).cast(String.class), 4, "0"), m.NUMBER)), m.ID, query.descending(), true, text);
            case TITLE -> new Keyset<>(plain(m.TITLE), m.ID, query.descending(), true, text);
            case STATE -> new Keyset<>(plain(concat(m.TYPE, inline(" "), m.STATE)), m.ID, query.descending(), true, text);
            case UNIT -> new Keyset<>(DSL.field("array_position({0}, {1})", Integer.class, val(unitsByName.toArray(Integer[]::new)), lead), m.ID, query.descending(), false, Integer::valueOf);
        };
    }

    private static Field<String> plain(Field<String> text) {
        return text.collate("C");
    }

    Field<T> key() {
        return key;
    }

    List<OrderField<?>> order() {
        var order = descending ? key.desc() : key.asc();
        return List.of(always ? order : order.nullsLast(), descending ? id.desc() : id.asc());
    }

    Condition after(@Nullable ListMark mark) {
        if (mark == null) return noCondition();
        var furtherId = descending ? id.lt(mark.last()) : id.gt(mark.last());
        if (mark.key() == null) return key.isNull().and(furtherId);
        try {
            var value = read.apply(mark.key());
            if (always) return descending ? row(key, id).lt(value, mark.last()) : row(key, id).gt(value, mark.last());
            var further = descending ? key.lt(value) : key.gt(value);
            return further.or(key.eq(value).and(furtherId)).or(key.isNull());
        } catch (IllegalArgumentException | DateTimeParseException broken) {
            throw ListMark.unreadable();
        }
    }
}
