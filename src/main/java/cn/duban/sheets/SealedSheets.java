package cn.duban.sheets;

import static cn.duban_db.sheets.Tables.INTAKE;
import static cn.duban_db.sheets.Tables.LINE;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;

import cn.duban.crypto.SealedRows;
import cn.duban.units.Tenants;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Rows that name people are sealed until they are on the ledger. */
@Component
class SealedSheets implements SealedRows {

    private final DSLContext sql;
    private final Tenants tenants;

    SealedSheets(DSLContext sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    @Override
    public boolean any() {
        return tenants.all().stream().anyMatch(tenant -> sql.fetchExists(INTAKE, INTAKE.TENANT.eq(tenant), INTAKE.SOURCE.isNotNull(), exists(selectOne().from(LINE).where(LINE.TENANT.eq(INTAKE.TENANT), LINE.INTAKE.eq(INTAKE.ID), LINE.SEALED.isNotNull()))));
    }
}
