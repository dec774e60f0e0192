package cn.duban.ledger;

import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.length;
import static org.jooq.impl.DSL.lpad;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import cn.duban_db.ledger.tables.Matter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
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
    private final Function<String, T> read;

    private Keyset(Field<T> key, Field<UUID> id, boolean descending, Function<String, T> read) {
        this.key = key;
        this.id = id;
        this.descending = descending;
        this.read = read;
    }

    /** @param unitsByName all units in the order of their names, for sorting by unit */
    static Keyset<?> of(MatterQuery query, Matter m, Field<Integer> lead, List<Integer> unitsByName) {
        Function<String, String> text = Function.identity();
        return switch (query.sort()) {
            case DUE -> new Keyset<>(m.DUE_AT, m.ID, query.descending(), Instant::parse);
            case OPENED -> new Keyset<>(m.OPENED_AT, m.ID, query.descending(), Instant::parse);
            // a longer serial is a later one: 9 before 10
            case NUMBER -> new Keyset<>(plain(concat(lpad(length(m.NUMBER).cast(String.class), 4, "0"), m.NUMBER)), m.ID, query.descending(), text);
            case TITLE -> new Keyset<>(plain(m.TITLE), m.ID, query.descending(), text);
            case STATE -> new Keyset<>(plain(concat(m.TYPE, inline(" "), m.STATE)), m.ID, query.descending(), text);
            case UNIT -> new Keyset<>(DSL.field("array_position({0}, {1})", Integer.class, val(unitsByName.toArray(Integer[]::new)), lead), m.ID, query.descending(), Integer::valueOf);
        };
    }

    private static Field<String> plain(Field<String> text) {
        return text.collate("C");
    }

    Field<T> key() {
        return key;
    }

    List<OrderField<?>> order() {
        return List.of(descending ? key.desc().nullsLast() : key.asc().nullsLast(), descending ? id.desc() : id.asc());
    }

    Condition after(@Nullable String token) {
        if (token == null) return noCondition();
        try {
            var place = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            var last = UUID.fromString(place.substring(0, 36));
            var furtherId = descending ? id.lt(last) : id.gt(last);
            if (place.length() == 36) return key.isNull().and(furtherId);
            var value = read.apply(place.substring(36));
            var further = descending ? key.lt(value) : key.gt(value);
            return further.or(key.eq(value).and(furtherId)).or(key.isNull());
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeParseException broken) {
            throw Refusal.of("input", "翻页的位置无法识别，请从第一页重新打开。", "The place to continue from cannot be read; open the first page again.").thrown();
        }
    }

    static String token(@Nullable Object key, UUID id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((id + (key == null ? "" : key.toString())).getBytes(StandardCharsets.UTF_8));
    }
}
