package cn.duban.hotline;

import static cn.duban_db.hotline.Tables.CODE;
import static cn.duban_db.hotline.Tables.DRAFT;
import static cn.duban_db.hotline.Tables.HELD;
import static cn.duban_db.hotline.Tables.HOOK;
import static cn.duban_db.hotline.Tables.MAILBOX;

import cn.duban.crypto.SealedRows;
import cn.duban.units.Tenants;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Drafts are sealed, and codes are digests keyed by the same file: with another one, no caller could follow a ticket any more. */
@Component
class SealedCalls implements SealedRows {

    private final DSLContext sql;
    private final Tenants tenants;

    SealedCalls(DSLContext sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    @Override
    public boolean any() {
        return tenants.all().stream().anyMatch(tenant -> sql.fetchExists(CODE, CODE.TENANT.eq(tenant)) || sql.fetchExists(DRAFT, DRAFT.TENANT.eq(tenant))
                || sql.fetchExists(HELD, HELD.TENANT.eq(tenant)) || sql.fetchExists(MAILBOX, MAILBOX.TENANT.eq(tenant)) || sql.fetchExists(HOOK, HOOK.TENANT.eq(tenant)));
    }
}
