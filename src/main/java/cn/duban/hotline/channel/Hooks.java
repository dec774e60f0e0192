package cn.duban.hotline.channel;

import static cn.duban_db.hotline.Tables.HOOK;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;

import cn.duban.crypto.Sealer;
import cn.duban.sheets.RowDoor.Source;
import cn.duban.web.Viewer;
import cn.duban_db.hotline.tables.records.HookRecord;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may knock from outside, and where answers go back to: each with a secret of its own, sealed. */
@Component
public class Hooks {

    public static final List<String> KINDS = List.of("sms", "message", "phone", "platform");
    private static final int LOCK = 0x686f6f6b;

    private final DSLContext sql;
    private final Sealer sealer;
    private final Clock clock;

    Hooks(DSLContext sql, Sealer sealer, Clock clock) {
        this.sql = sql;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** @param no its number within the tenant; 0 for a new one @param url where answers are posted to; may be empty */
    public record Hook(int tenant, int no, String kind, String name, String url, String secret, boolean active, @Nullable Instant usedAt) {

        /** What its messages are counted under. Texts go back through the one gateway for texts, whoever brought them. */
        public String source() {
            return kind.equals("sms") ? "sms" : kind + "/" + no;
        }

        /** Records print themselves; secrets do not belong there. */
        @Override
        public String toString() {
            return kind + " " + tenant + "/" + no;
        }
    }

    public Optional<Hook> find(int tenant, int no) {
        return sql.selectFrom(HOOK).where(HOOK.TENANT.eq(tenant), HOOK.NO.eq(no)).fetchOptional(this::read);
    }

    Optional<Hook> find(int tenant, String source) {
        var at = source.indexOf('/');
        return at < 0 || !source.substring(at + 1).matches("\\d{1,9}") ? Optional.empty() : find(tenant, Integer.parseInt(source.substring(at + 1)));
    }

    public List<Hook> all(int tenant) {
        return sql.selectFrom(HOOK).where(HOOK.TENANT.eq(tenant)).orderBy(HOOK.KIND, HOOK.NO).limit(200).fetch(this::read);
    }

    /** Platforms above, also those without a machine that knocks: their sheets come and go under the same name. */
    public List<Source> platforms(int tenant) {
        return sql.select(HOOK.NO, HOOK.NAME).from(HOOK).where(HOOK.TENANT.eq(tenant), HOOK.KIND.eq("platform"), HOOK.ACTIVE.isTrue()).orderBy(HOOK.NO).fetch(r -> new Source("platform/" + r.value1(), r.value2()));
    }

    /** Whether answers are sent there; a platform without an address asks for them, or is handed them as a sheet. */
    boolean answered(int tenant, String source) {
        return !source.startsWith("platform/") || find(tenant, source).filter(hook -> !hook.url().isEmpty()).isPresent();
    }

    /** Whether one of this kind may knock; no secret is opened for it, since the desk's page asks every few seconds. */
    public boolean any(int tenant, String kind) {
        return sql.fetchExists(HOOK, HOOK.TENANT.eq(tenant), HOOK.KIND.eq(kind), HOOK.ACTIVE.isTrue());
    }

    /** Once an hour is enough to see that somebody still knocks. */
    public void used(Hook hook) {
        var now = clock.instant();
        if (hook.usedAt() == null || hook.usedAt().isBefore(now.minusSeconds(3600))) sql.update(HOOK).set(HOOK.USED_AT, now).where(HOOK.TENANT.eq(hook.tenant()), HOOK.NO.eq(hook.no())).execute();
    }

    @Transactional
    public int save(Hook hook, Viewer by) {
        sql.select(field("pg_advisory_xact_lock({0}, {1})", Object.class, inline(LOCK), inline(by.tenant()))).fetch();
        int no = hook.no() != 0 ? hook.no() : sql.select(coalesce(max(HOOK.NO), inline(0)).plus(1)).from(HOOK).where(HOOK.TENANT.eq(hook.tenant())).fetchSingle().value1();
        var row = new HookRecord();
        row.setTenant(hook.tenant());
        row.setNo(no);
        row.setKind(hook.kind());
        row.setName(hook.name());
        row.setUrl(hook.url());
        row.setSealed(sealer.seal(hook.secret(), place(hook.tenant(), no)));
        row.setActive(hook.active());
        row.setChangedBy(by.person());
        row.setChangedName(by.unitName() + " " + by.personName());
        row.setChangedAt(clock.instant());
        sql.insertInto(HOOK).set(row).onConflict(HOOK.TENANT, HOOK.NO).doUpdate().set(row).execute();
        return no;
    }

    private Hook read(HookRecord r) {
        return new Hook(r.getTenant(), r.getNo(), r.getKind(), r.getName(), r.getUrl(), sealer.openText(r.getSealed(), place(r.getTenant(), r.getNo())), r.getActive(), r.getUsedAt());
    }

    private static String place(int tenant, int no) {
        return "hotline.hook/" + tenant + "/" + no;
    }
}
