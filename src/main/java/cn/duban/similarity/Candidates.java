package cn.duban.similarity;

import static cn.duban_db.ledger.Tables.SUBJECT_ROW;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.unnest;
import static org.jooq.impl.DSL.val;

import cn.duban.ledger.MatterId;
import cn.duban.ledger.MatterQuery;
import cn.duban.ledger.Matters;
import cn.duban.similarity.meaning.Subject;
import cn.duban.web.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Reads what may be alike, as far as a viewer may see it. */
@Component
public class Candidates {

    private final DSLContext sql;
    private final Matters matters;

    Candidates(DSLContext sql, Matters matters) {
        this.sql = sql;
        this.matters = matters;
    }

    /** What a matter is about; empty when there is none, or not for this viewer. */
    Optional<Subject> subject(MatterId id, Viewer viewer) {
        if (id.tenant() != viewer.tenant()) return Optional.empty();
        return Optional.ofNullable(subjects(List.of(id.id()), viewer).get(id.id()));
    }

    /** Of these what they are about, without those that the viewer may not see. */
    public Map<UUID, Subject> subjects(Collection<UUID> ids, Viewer viewer) {
        return sql.select(SUBJECT_ROW.ID, SUBJECT_ROW.TITLE, SUBJECT_ROW.BODY).from(SUBJECT_ROW)
                .crossJoin(lateral(matters.admitting(MatterQuery.all(), viewer, SUBJECT_ROW.ID).asTable("admitting")))
                .where(SUBJECT_ROW.TENANT.eq(viewer.tenant()), SUBJECT_ROW.ID.in(ids))
                .fetchMap(SUBJECT_ROW.ID, r -> new Subject(r.value2(), r.value3()));
    }

    /** Of these, in their order, the first that the viewer may see: once enough are found, no more are looked at. */
    List<UUID> seen(List<UUID> ids, Viewer viewer, int most) {
        var asked = unnest(val(ids.toArray(UUID[]::new), SQLDataType.UUID.array())).withOrdinality().as("asked", "id", "place");
        var id = field(name("asked", "id"), SQLDataType.UUID);
        return sql.select(id).from(asked).crossJoin(lateral(matters.admitting(MatterQuery.all(), viewer, id).asTable("admitting")))
                .orderBy(field(name("asked", "place"))).limit(most).fetch(id);
    }
}
