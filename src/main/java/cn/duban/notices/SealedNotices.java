package cn.duban.notices;

import static cn.duban_db.notices.Tables.GATEWAY;
import static cn.duban_db.notices.Tables.MANNER;

import cn.duban.crypto.SealedRows;
import cn.duban.units.Tenants;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Addresses, telephones and the secrets of gateways are what this room keeps sealed. */
@Component
class SealedNotices implements SealedRows {

    private final DSLContext sql;
    private final Tenants tenants;

    SealedNotices(DSLContext sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /** Asked once at a start, of all tenants: they share the key file. */
    @Override
    public boolean any() {
        return tenants.all().stream().anyMatch(tenant -> sql.fetchExists(GATEWAY, GATEWAY.TENANT.eq(tenant))
                || sql.fetchExists(MANNER, MANNER.TENANT.eq(tenant).and(MANNER.MAIL.isNotNull().or(MANNER.PHONE.isNotNull()))));
    }
}
