package cn.duban.hotline.call;

import static cn.duban_db.hotline.Tables.DRAFT;

import cn.duban.crypto.Sealer;
import cn.duban.web.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The agent's screen as it is being filled in: kept at every pause, sealed, for the one person in the one post, until it is a ticket or thrown away. */
@Component
public class CallDrafts {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> TYPED = new TypeReference<>() {};
    private static final int LISTED = 20;

    private final DSLContext sql;
    private final Sealer sealer;
    private final Clock clock;

    CallDrafts(DSLContext sql, Sealer sealer, Clock clock) {
        this.sql = sql;
        this.sealer = sealer;
        this.clock = clock;
    }

    public record Kept(UUID id, Instant at) {}

    public void keep(UUID id, Map<String, String> typed, Viewer viewer) {
        var sealed = sealer.seal(JSON.writeValueAsString(typed), place(viewer.tenant(), id));
        sql.insertInto(DRAFT).set(DRAFT.TENANT, viewer.tenant()).set(DRAFT.ID, id).set(DRAFT.PERSON, viewer.person()).set(DRAFT.POST, viewer.post()).set(DRAFT.SEALED, sealed).set(DRAFT.AT, clock.instant())
                .onConflict(DRAFT.TENANT, DRAFT.ID).doUpdate().set(DRAFT.SEALED, sealed).set(DRAFT.AT, clock.instant())
                .where(DRAFT.TENANT.eq(viewer.tenant()), DRAFT.PERSON.eq(viewer.person()), DRAFT.POST.eq(viewer.post())).execute();
    }

    Optional<Map<String, String>> find(UUID id, Viewer viewer) {
        return sql.select(DRAFT.SEALED).from(DRAFT).where(DRAFT.TENANT.eq(viewer.tenant()), DRAFT.ID.eq(id), DRAFT.PERSON.eq(viewer.person()), DRAFT.POST.eq(viewer.post())).fetchOptional(DRAFT.SEALED)
                .map(sealed -> JSON.readValue(sealer.openText(sealed, place(viewer.tenant(), id)), TYPED));
    }

    /** The latest first. */
    public List<Kept> of(Viewer viewer) {
        return sql.select(DRAFT.ID, DRAFT.AT).from(DRAFT).where(DRAFT.TENANT.eq(viewer.tenant()), DRAFT.PERSON.eq(viewer.person()), DRAFT.POST.eq(viewer.post())).orderBy(DRAFT.AT.desc()).limit(LISTED)
                .fetch(r -> new Kept(r.value1(), r.value2()));
    }

    void drop(UUID id, Viewer viewer) {
        sql.deleteFrom(DRAFT).where(DRAFT.TENANT.eq(viewer.tenant()), DRAFT.ID.eq(id), DRAFT.PERSON.eq(viewer.person())).execute();
    }

    private static String place(int tenant, UUID id) {
        return "hotline.draft/" + tenant + "/" + id;
    }
}
