package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.PERSONAL;

import cn.duban.crypto.SealedRows;
import cn.duban.units.Tenants;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Citizens' personal data is the one thing that this room keeps sealed. */
@Component
class PersonalRows implements SealedRows {

    private final DSLContext sql;
    private final Tenants tenants;

    PersonalRows(DSLContext sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /** Asked once at a start, of all tenants: they share the key file. */
    @Override
    public boolean any() {
        return tenants.all().stream().anyMatch(tenant -> sql.fetchExists(PERSONAL, PERSONAL.TENANT.eq(tenant), PERSONAL.ERASED_AT.isNull()));
    }
}
