package cn.duban.ledger;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Entries by matter and number, as a table to join with: two arrays, so that the statement is the same however many they are. As a list
 * of pairs each row would be compared with every one of them.
 */
record EntryKeys(Table<?> table, Field<UUID> matter, Field<Integer> no) {

    static <T> EntryKeys of(Collection<T> some, Function<T, UUID> matter, ToIntFunction<T> no) {
        var keys = DSL.table("unnest({0}, {1})", val(some.stream().map(matter).toArray(UUID[]::new), SQLDataType.UUID.array()), val(some.stream().map(no::applyAsInt).toArray(Integer[]::new), SQLDataType.INTEGER.array()));
        // by their names: of a table in plain words jOOQ knows no columns
        return new EntryKeys(keys.as("wanted", "matter", "no"), field(name("wanted", "matter"), UUID.class), field(name("wanted", "no"), Integer.class));
    }
}
