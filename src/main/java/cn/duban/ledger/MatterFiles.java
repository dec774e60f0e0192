package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.ENTRY;
import static cn.duban_db.ledger.Tables.EVIDENCE;
import static cn.duban_db.ledger.Tables.MATTER;

import cn.duban.evidence.EvidenceReaders;
import cn.duban.evidence.FileId;
import cn.duban.ledger.MatterTypes.Version;
import cn.duban.units.Directories;
import cn.duban.web.Viewer;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** A file is open to whoever sees a matter that it is evidence of. */
@Component
class MatterFiles implements EvidenceReaders {

    private final DSLContext sql;
    private final Sight sight;
    private final Directories directories;
    private final MatterTypes types;
    private final Hosts hosts;

    MatterFiles(DSLContext sql, Sight sight, Directories directories, Hosts hosts, MatterTypes types) {
        this.hosts = hosts;
        this.sql = sql;
        this.sight = sight;
        this.directories = directories;
        this.types = types;
    }

    @Override
    public boolean mayRead(Viewer viewer, FileId file) {
        return hosts.guise(viewer, file.tenant()).filter(as -> sql.fetchExists(sql.selectOne().from(EVIDENCE)
                .join(MATTER).on(MATTER.TENANT.eq(EVIDENCE.TENANT), MATTER.ID.eq(EVIDENCE.MATTER))
                .where(serves(as, file)))).isPresent();
    }

    @Override
    public List<Use> uses(Viewer viewer, FileId file) {
        return hosts.guise(viewer, file.tenant()).map(as -> sql.selectDistinct(MATTER.NUMBER, MATTER.TITLE, MATTER.ID, MATTER.TYPE_TENANT, MATTER.TYPE, MATTER.TYPE_VERSION, ENTRY.NO, ENTRY.ACT, ENTRY.PERSON_NAME, ENTRY.UNIT_NAME).from(EVIDENCE)
                .join(MATTER).on(MATTER.TENANT.eq(EVIDENCE.TENANT), MATTER.ID.eq(EVIDENCE.MATTER))
                .join(ENTRY).on(ENTRY.TENANT.eq(EVIDENCE.TENANT), ENTRY.MATTER.eq(EVIDENCE.MATTER), ENTRY.NO.eq(EVIDENCE.ENTRY), ENTRY.TENANT.eq(file.tenant()))
                .where(serves(as, file)).orderBy(MATTER.NUMBER, ENTRY.NO)
                .fetch(r -> new Use(r.value1(), r.value2(), "/matters/" + new MatterId(file.tenant(), r.value3()) + "#entry-" + r.value7(),
                        NextAct.called(types.version(new Version(r.value4(), r.value5(), r.value6())), r.value8()).in(LocaleContextHolder.getLocale()), r.value9() + " · " + r.value10()))).orElse(List.of());
    }

    private Condition serves(Viewer viewer, FileId file) {
        return EVIDENCE.TENANT.eq(file.tenant()).and(EVIDENCE.HASH.eq(file.hex())).and(sight.of(viewer, directories.of(viewer.tenant()), Sight.MATTERS));
    }
}
