package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.EVIDENCE;
import static cn.duban_db.ledger.Tables.MATTER;

import cn.duban.evidence.EvidenceReaders;
import cn.duban.evidence.FileId;
import cn.duban.units.Directories;
import cn.duban.web.Viewer;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** A file is open to whoever sees a matter that it is evidence of. */
@Component
class MatterFiles implements EvidenceReaders {

    private final DSLContext sql;
    private final Sight sight;
    private final Directories directories;

    private final Hosts hosts;

    MatterFiles(DSLContext sql, Sight sight, Directories directories, Hosts hosts) {
        this.hosts = hosts;
        this.sql = sql;
        this.sight = sight;
        this.directories = directories;
    }

    @Override
    public boolean mayRead(Viewer viewer, FileId file) {
        return hosts.guise(viewer, file.tenant()).filter(as -> sql.fetchExists(sql.selectOne().from(EVIDENCE)
                .join(MATTER).on(MATTER.TENANT.eq(EVIDENCE.TENANT), MATTER.ID.eq(EVIDENCE.MATTER))
                .where(serves(as, file)))).isPresent();
    }

    @Override
    public List<Use> uses(Viewer viewer, FileId file) {
        return hosts.guise(viewer, file.tenant()).map(as -> sql.selectDistinct(MATTER.NUMBER, MATTER.TITLE, MATTER.ID).from(EVIDENCE)
                .join(MATTER).on(MATTER.TENANT.eq(EVIDENCE.TENANT), MATTER.ID.eq(EVIDENCE.MATTER))
                .where(serves(as, file)).orderBy(MATTER.NUMBER)
                .fetch(r -> new Use(r.value1(), r.value2(), "/matters/" + new MatterId(file.tenant(), r.value3())))).orElse(List.of());
    }

    private Condition serves(Viewer viewer, FileId file) {
        return EVIDENCE.TENANT.eq(file.tenant()).and(EVIDENCE.HASH.eq(file.hex())).and(sight.of(viewer, directories.of(viewer.tenant()), Sight.MATTERS));
    }
}
