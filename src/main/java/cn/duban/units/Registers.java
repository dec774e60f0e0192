package cn.duban.units;

import static cn.duban_db.units.Tables.HOLDING;
import static cn.duban_db.units.Tables.PERSON;
import static cn.duban_db.units.Tables.POST;
import static cn.duban_db.units.Tables.POST_CHARGE;
import static cn.duban_db.units.Tables.TENANT;
import static cn.duban_db.units.Tables.UNIT;
import static cn.duban_db.units.Tables.UNIT_NAME;
import static cn.duban_db.units.Tables.UNIT_PARENT;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import cn.duban.web.Viewer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Reads all rows of a tenant in one statement, so that they belong together. */
@Component
class Registers {

    private final DSLContext sql;

    Registers(DSLContext sql) {
        this.sql = sql;
    }

    Register of(int tenant) {
        return sql.select(
                        TENANT.TENANT_, TENANT.NAME, TENANT.REGION, TENANT.ZONE, TENANT.VERSION,
                        multiset(select(UNIT.UNIT_, UNIT.KIND, UNIT.OPENED_ON, UNIT.CLOSED_ON, UNIT.SUCCESSOR)
                                .from(UNIT).where(UNIT.TENANT.eq(TENANT.TENANT_)))
                                .convertFrom(r -> r.map(mapping((unit, kind, opened, closed, successor) ->
                                        new Register.UnitRow(unit, Unit.Kind.valueOf(kind), opened, closed, successor)))),
                        multiset(select(UNIT_NAME.UNIT, UNIT_NAME.NAME, UNIT_NAME.SHORT_NAME, UNIT_NAME.SINCE, UNIT_NAME.UNTIL)
                                .from(UNIT_NAME).where(UNIT_NAME.TENANT.eq(TENANT.TENANT_)))
                                .convertFrom(r -> r.map(mapping(UnitName::new))),
                        multiset(select(UNIT_PARENT.UNIT, UNIT_PARENT.PARENT, UNIT_PARENT.SINCE, UNIT_PARENT.UNTIL)
                                .from(UNIT_PARENT).where(UNIT_PARENT.TENANT.eq(TENANT.TENANT_)))
                                .convertFrom(r -> r.map(mapping(UnitParent::new))),
                        multiset(select(POST.POST_, POST.UNIT, POST.OPENED_ON, POST.CLOSED_ON)
                                .from(POST).where(POST.TENANT.eq(TENANT.TENANT_)))
                                .convertFrom(r -> r.map(mapping(Register.PostRow::new))),
                        multiset(select(POST_CHARGE.POST, POST_CHARGE.NAME, POST_CHARGE.HEAD, POST_CHARGE.DUTIES, POST_CHARGE.SINCE, POST_CHARGE.UNTIL)
                                .from(POST_CHARGE).where(POST_CHARGE.TENANT.eq(TENANT.TENANT_)))
                                .convertFrom(r -> r.map(mapping((post, name, head, duties, since, until) ->
                                        new Register.Charge(post, name, head, duties(duties), since, until)))),
                        multiset(select(PERSON.PERSON_, PERSON.NAME, PERSON.WORK_PHONE, PERSON.SINCE, PERSON.UNTIL)
                                .from(PERSON).where(PERSON.TENANT.eq(TENANT.TENANT_)))
                                .convertFrom(r -> r.map(mapping(Person::new))),
                        multiset(select(HOLDING.POST, HOLDING.PERSON, HOLDING.SINCE, HOLDING.UNTIL)
                                .from(HOLDING).where(HOLDING.TENANT.eq(TENANT.TENANT_)))
                                .convertFrom(r -> r.map(mapping(Holding::new))))
                .from(TENANT)
                .where(TENANT.TENANT_.eq(tenant))
                .fetchOptional(mapping(Register::new))
                .orElseThrow(() -> new IllegalArgumentException("There is no tenant " + tenant + "."));
    }

    static Set<Viewer.Duty> duties(String[] names) {
        var duties = EnumSet.noneOf(Viewer.Duty.class);
        Arrays.stream(names).map(Viewer.Duty::valueOf).forEach(duties::add);
        return duties;
    }

    static String[] names(Set<Viewer.Duty> duties) {
        return duties.stream().sorted().map(Enum::name).toArray(String[]::new);
    }
}
