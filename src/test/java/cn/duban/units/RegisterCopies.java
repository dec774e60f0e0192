package cn.duban.units;

import static cn.duban_db.units.Tables.CHANGE;
import static cn.duban_db.units.Tables.HOLDING;
import static cn.duban_db.units.Tables.PERSON;
import static cn.duban_db.units.Tables.POST;
import static cn.duban_db.units.Tables.POST_CHARGE;
import static cn.duban_db.units.Tables.TENANT;
import static cn.duban_db.units.Tables.UNIT;
import static cn.duban_db.units.Tables.UNIT_NAME;
import static cn.duban_db.units.Tables.UNIT_PARENT;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A government once more, row by row, for tests that want one of their own and do not ask how it was founded. */
@Component
public class RegisterCopies {

    /** In the order in which they refer to each other. */
    private static final List<Table<?>> REGISTER = List.of(TENANT, CHANGE, UNIT, UNIT_NAME, UNIT_PARENT, POST, POST_CHARGE, PERSON, HOLDING);

    private final DSLContext sql;
    private final Tenants tenants;

    RegisterCopies(DSLContext sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    @Transactional
    public int of(int government) {
        int copy = tenants.next();
        for (var table : REGISTER) insert(table, government, copy);
        return copy;
    }

    private void insert(Table<?> table, int government, int copy) {
        var tenant = Objects.requireNonNull(table.field(TENANT.TENANT_));
        var values = Arrays.stream(table.fields()).map(field -> field.equals(tenant) ? val(copy) : field).toArray(Field<?>[]::new);
        sql.insertInto(table, table.fields()).select(select(values).from(table).where(tenant.eq(government))).execute();
    }
}
