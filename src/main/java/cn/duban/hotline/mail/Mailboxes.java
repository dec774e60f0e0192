package cn.duban.hotline.mail;

import static cn.duban_db.hotline.Tables.MAILBOX;

import cn.duban.crypto.Sealer;
import cn.duban.hotline.channel.ReplyAddress;
import cn.duban.web.Viewer;
import cn.duban_db.hotline.tables.records.MailboxRecord;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The mailbox of each government, its password sealed at rest. */
@Component
class Mailboxes implements ReplyAddress {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final DSLContext sql;
    private final Sealer sealer;
    private final Clock clock;

    Mailboxes(DSLContext sql, Sealer sealer, Clock clock) {
        this.sql = sql;
        this.sealer = sealer;
        this.clock = clock;
    }

    Optional<Mailbox> find(int tenant) {
        return sql.selectFrom(MAILBOX).where(MAILBOX.TENANT.eq(tenant)).fetchOptional(this::read);
    }

    @Override
    public Optional<String> of(int tenant) {
        return sql.select(MAILBOX.SETTINGS).from(MAILBOX).where(MAILBOX.TENANT.eq(tenant)).fetchOptional(r -> JSON.readValue(r.value1().data(), TEXTS).getOrDefault("address", ""));
    }

    /** Another mailbox is read from now on; the same one goes on where it was. */
    void save(Mailbox box, Viewer by) {
        var before = find(box.tenant());
        var same = before.filter(was -> was.host().equals(box.host()) && was.user().equals(box.user()) && was.folder().equals(box.folder())).isPresent();
        var row = new MailboxRecord();
        row.setTenant(box.tenant());
        row.setSettings(JSONB.valueOf(JSON.writeValueAsString(Map.of("host", box.host(), "port", "" + box.port(), "security", box.security(), "user", box.user(), "address", box.address(), "folder", box.folder()))));
        row.setSealed(sealer.seal(box.password(), place(box.tenant())));
        row.setActive(box.active());
        row.setChangedBy(by.person());
        row.setChangedName(by.unitName() + " " + by.personName());
        row.setChangedAt(clock.instant());
        if (!same) {
            row.setSince(clock.instant());
            row.setValidity(0L);
            row.setLast(0L);
            row.setFault("");
            row.setFaultySince(null);
        }
        sql.insertInto(MAILBOX).set(row).onConflict(MAILBOX.TENANT).doUpdate().set(row).execute();
    }

    void readTo(int tenant, long validity, long last) {
        sql.update(MAILBOX).set(MAILBOX.VALIDITY, validity).set(MAILBOX.LAST, last).where(MAILBOX.TENANT.eq(tenant)).execute();
    }

    void wentWell(int tenant) {
        sql.update(MAILBOX).set(MAILBOX.READ_AT, clock.instant()).set(MAILBOX.FAULT, "").setNull(MAILBOX.FAULTY_SINCE).where(MAILBOX.TENANT.eq(tenant)).execute();
    }

    void failed(int tenant, String fault) {
        sql.update(MAILBOX).set(MAILBOX.FAULT, fault.length() <= 300 ? fault : fault.substring(0, 300)).set(MAILBOX.FAULTY_SINCE, DSL.coalesce(MAILBOX.FAULTY_SINCE, DSL.val(clock.instant()))).where(MAILBOX.TENANT.eq(tenant)).execute();
    }

    private Mailbox read(MailboxRecord r) {
        var settings = JSON.readValue(r.getSettings().data(), TEXTS);
        return new Mailbox(r.getTenant(), settings.get("host"), Integer.parseInt(settings.get("port")), settings.get("security"), settings.get("user"), sealer.openText(r.getSealed(), place(r.getTenant())), settings.get("address"), settings.get("folder"),
                r.getActive(), r.getSince(), r.getValidity(), r.getLast(), r.getReadAt(), r.getFault(), r.getFaultySince());
    }

    private static String place(int tenant) {
        return "hotline.mailbox/" + tenant;
    }
}
