package cn.duban.notices;

import static cn.duban_db.ledger.Tables.MATTER_ROW;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;

import cn.duban.ledger.MatterId;
import cn.duban.ledger.Matters;
import cn.duban.ledger.Secrecy;
import cn.duban.ledger.Sight;
import cn.duban.units.Directories;
import cn.duban.web.Viewer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** Matters as notices name them, with the ledger's own sight. */
@Component
class MatterSubjects implements Subjects {

    static final String NAME = "matter";

    private final DSLContext sql;
    private final Sight sight;
    private final Directories directories;

    private final Matters matters;

    MatterSubjects(DSLContext sql, Sight sight, Directories directories, Matters matters) {
        this.matters = matters;
        this.sql = sql;
        this.sight = sight;
        this.directories = directories;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Condition visible(Field<UUID> key, Viewer viewer) {
        return matters.guises(viewer).stream().map(as -> (Condition) exists(selectOne().from(MATTER_ROW).where(MATTER_ROW.ID.eq(key), seen(as)))).reduce(Condition::or).orElseThrow();
    }

    /** Also those on the ledgers of other governments on which the viewer works. */
    @Override
    public Map<UUID, Subject> of(Collection<UUID> keys, Viewer viewer) {
        var found = new HashMap<UUID, Subject>();
        for (var as : matters.guises(viewer)) found.putAll(on(as, keys));
        return found;
    }

    private Map<UUID, Subject> on(Viewer as, Collection<UUID> keys) {
        return sql.select(MATTER_ROW.ID, MATTER_ROW.NUMBER, MATTER_ROW.TITLE, MATTER_ROW.SECRECY).from(MATTER_ROW)
                .where(MATTER_ROW.ID.in(keys), seen(as))
                .fetchMap(MATTER_ROW.ID, r -> new Subject(r.value2(), r.value3(), "/matters/" + new MatterId(as.tenant(), r.value1()), Secrecy.valueOf(r.value4().toUpperCase(Locale.ROOT))));
    }

    private Condition seen(Viewer viewer) {
        return sight.of(viewer, directories.of(viewer.tenant()), new Sight.Columns(MATTER_ROW.TENANT, MATTER_ROW.ID, MATTER_ROW.PHASE, MATTER_ROW.SECRECY));
    }
}
