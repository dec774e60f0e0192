package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.PERSONAL;

import cn.duban.crypto.SealedRows;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Citizens' personal data is the one thing that this room keeps sealed. */
@Component
class PersonalRows implements SealedRows {

    private final DSLContext sql;

    PersonalRows(DSLContext sql) {
        this.sql = sql;
    }

    /** Asked once at a start, of all tenants: they share the key file. */
    @Override
    public boolean any() {
        return sql.fetchExists(PERSONAL, PERSONAL.ERASED_AT.isNull());
    }
}
