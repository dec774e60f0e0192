package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.EVIDENCE;
import static cn.duban_db.ledger.Tables.MATTER;
import static org.jooq.impl.DSL.selectOne;

import cn.duban.evidence.EvidenceReaders;
import cn.duban.evidence.FileId;
import cn.duban.units.Directories;
import cn.duban.web.Viewer;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Whoever sees a matter may read its evidence. */
@Component
class MatterEvidence implements EvidenceReaders {

    private final DSLContext sql;
    private final MatterLists lists;
    private final Directories directories;

    MatterEvidence(DSLContext sql, MatterLists lists, Directories directories) {
        this.sql = sql;
        this.lists = lists;
        this.directories = directories;
    }

    @Override
    public boolean mayRead(Viewer viewer, FileId file) {
        var m = MATTER.as("m");
        return file.tenant() == viewer.tenant() && sql.fetchExists(selectOne().from(EVIDENCE).join(m).on(m.TENANT.eq(EVIDENCE.TENANT), m.ID.eq(EVIDENCE.MATTER))
                .where(EVIDENCE.TENANT.eq(file.tenant()), EVIDENCE.HASH.eq(file.hex())).and(lists.seen(m, viewer, directories.of(viewer.tenant()))));
    }
}
