package cn.duban.inspection.contact;

import static cn.duban_db.inspection.Tables.CONTACT_POINT;
import static cn.duban_db.inspection.Tables.LEAD;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import cn.duban.inspection.contact.ContactPoint.Kind;
import cn.duban.inspection.contact.ContactPoint.Lead;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.Opening;
import cn.duban.ledger.Secrecy;
import cn.duban.units.Directories;
import cn.duban.units.Post;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The register of contact points and what they brought; read by the supervisors alone. */
@Component
class Contacts {

    private static final int LONGEST_TITLE = 40;

    private final DSLContext sql;
    private final Ledger ledger;
    private final Directories directories;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Contacts(DSLContext sql, Ledger ledger, Directories directories, Clock clock, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.ledger = ledger;
        this.directories = directories;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    List<ContactPoint> list(Viewer viewer) {
        return fetch(seen(viewer), viewer);
    }

    Optional<ContactPoint> find(UUID id, Viewer viewer) {
        return fetch(seen(viewer).and(CONTACT_POINT.ID.eq(id)), viewer).stream().findFirst();
    }

    int waiting(Viewer viewer) {
        return viewer.has(Duty.SUPERVISE) ? sql.fetchCount(LEAD, LEAD.TENANT.eq(viewer.tenant()).and(LEAD.STATE.eq(inline("waiting"))).and(told(viewer))) : 0;
    }

    private static Condition seen(Viewer viewer) {
        viewer.require(Duty.SUPERVISE);
        return CONTACT_POINT.TENANT.eq(viewer.tenant());
    }

    /** What is said of a unit is read by nobody who is of it, by whichever post they look. */
    private Condition told(Viewer viewer) {
        var directory = directories.of(viewer.tenant());
        var own = Stream.concat(Stream.of(viewer.unit()), directory.postsOf(viewer.person()).stream().map(Post::unit)).flatMap(unit -> directory.lineage(unit).stream()).collect(Collectors.toSet());
        return LEAD.UNIT.isNull().or(LEAD.UNIT.notIn(own));
    }

    private List<ContactPoint> fetch(Condition which, Viewer viewer) {
        Field<List<Lead>> leads = multiset(select(LEAD.NO, LEAD.RECEIVED_ON, LEAD.TEXT, LEAD.UNIT, LEAD.STATE, LEAD.REASON, LEAD.MATTER, LEAD.ENTERED_NAME, LEAD.DECIDED_NAME).from(LEAD).where(LEAD.TENANT.eq(CONTACT_POINT.TENANT), LEAD.CONTACT.eq(CONTACT_POINT.ID), told(viewer)).orderBy(LEAD.NO.desc()))
                .convertFrom(rows -> rows.map(Records.mapping(Lead::new))).as("leads");
        return sql.select(CONTACT_POINT.TENANT, CONTACT_POINT.ID, CONTACT_POINT.KIND, CONTACT_POINT.NAME, CONTACT_POINT.POST, CONTACT_POINT.SINCE, CONTACT_POINT.UNTIL, leads).from(CONTACT_POINT).where(which).orderBy(CONTACT_POINT.UNTIL.isNotNull(), CONTACT_POINT.KIND, CONTACT_POINT.NAME)
                .fetch(r -> new ContactPoint(r.value1(), r.value2(), Kind.valueOf(r.value3().toUpperCase(Locale.ROOT)), r.value4(), r.value5(), r.value6(), r.value7(), r.value8()));
    }

    /** @return empty where one of that name is on the register already */
    Optional<UUID> add(Kind kind, String name, String post, LocalDate since, Viewer viewer) {
        viewer.require(Duty.SUPERVISE);
        var id = Ledger.newId();
        var added = sql.insertInto(CONTACT_POINT).set(CONTACT_POINT.TENANT, viewer.tenant()).set(CONTACT_POINT.ID, id).set(CONTACT_POINT.KIND, kind.name().toLowerCase(Locale.ROOT)).set(CONTACT_POINT.NAME, name).set(CONTACT_POINT.POST, post).set(CONTACT_POINT.SINCE, since)
                .set(CONTACT_POINT.ENTERED_BY, viewer.person()).set(CONTACT_POINT.ENTERED_NAME, name(viewer)).set(CONTACT_POINT.ENTERED_AT, clock.instant()).onConflictDoNothing().execute();
        return added == 1 ? Optional.of(id) : Optional.empty();
    }

    void end(UUID id, Viewer viewer) {
        var point = find(id, viewer).orElseThrow(NotFound::new);
        var today = directories.of(viewer.tenant()).today();
        sql.update(CONTACT_POINT).set(CONTACT_POINT.UNTIL, today.isBefore(point.since()) ? point.since() : today).where(CONTACT_POINT.TENANT.eq(viewer.tenant()), CONTACT_POINT.ID.eq(id), CONTACT_POINT.UNTIL.isNull()).execute();
    }

    @Transactional
    void bring(UUID id, LocalDate receivedOn, String text, @Nullable Integer unit, Viewer viewer) {
        sql.selectOne().from(CONTACT_POINT).where(CONTACT_POINT.ID.eq(id)).and(seen(viewer)).forUpdate().fetch();
        find(id, viewer).orElseThrow(NotFound::new);
        var next = select(coalesce(max(LEAD.NO), inline(0)).plus(1)).from(LEAD).where(LEAD.TENANT.eq(viewer.tenant()), LEAD.CONTACT.eq(id));
        sql.insertInto(LEAD).set(LEAD.TENANT, viewer.tenant()).set(LEAD.CONTACT, id).set(LEAD.NO, DSL.field(next)).set(LEAD.RECEIVED_ON, receivedOn).set(LEAD.TEXT, text).set(LEAD.UNIT, unit).set(LEAD.STATE, "waiting")
                .set(LEAD.ENTERED_BY, viewer.person()).set(LEAD.ENTERED_NAME, name(viewer)).set(LEAD.ENTERED_AT, clock.instant()).execute();
    }

    void leave(UUID id, int no, String reason, Viewer viewer) {
        waiting(id, no, viewer);
        if (reason.isBlank()) throw Refused.invalid("inspection.lead.reason", Words.say("inspection.reason.missing"), "");
        decide(id, no, "left", reason.strip(), null, viewer);
    }

    /** Opened as a matter that tells what was brought, and not by whom. */
    void open(UUID id, int no, Viewer viewer) {
        var lead = waiting(id, no, viewer);
        var fields = Map.of("source", "contact", "found-on", lead.receivedOn().toString());
        var roles = lead.unit() == null ? Map.<String, List<Integer>>of() : Map.of("lead", List.of(Objects.requireNonNull(lead.unit())));
        var opening = new Opening(Ledger.newId(), "inspection", "inspection-finding", title(lead.text()), lead.text(), fields, roles, null, lead.receivedOn(), null, 0, Secrecy.INTERNAL, false, null, null);
        var prepared = ledger.number(List.of(opening), viewer);
        transaction.executeWithoutResult(status -> {
            decide(id, no, "opened", null, opening.id(), viewer);
            ledger.openNumbered(prepared, viewer, null);
        });
    }

    private Lead waiting(UUID id, int no, Viewer viewer) {
        return find(id, viewer).orElseThrow(NotFound::new).leads().stream().filter(one -> one.no() == no && one.state().equals("waiting")).findFirst().orElseThrow(NotFound::new);
    }

    private void decide(UUID id, int no, String state, @Nullable String reason, @Nullable UUID matter, Viewer viewer) {
        var done = sql.update(LEAD).set(LEAD.STATE, state).set(LEAD.REASON, reason).set(LEAD.MATTER, matter).set(LEAD.DECIDED_NAME, name(viewer)).set(LEAD.DECIDED_AT, clock.instant())
                .where(LEAD.TENANT.eq(viewer.tenant()), LEAD.CONTACT.eq(id), LEAD.NO.eq(no), LEAD.STATE.eq("waiting")).execute();
        if (done == 0) throw Refused.conflict("inspection.changed", Words.say("inspection.changed"), Words.say("inspection.changed.next"));
    }

    private static String name(Viewer viewer) {
        return viewer.unitName() + " " + viewer.personName();
    }

    private static String title(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_TITLE ? line : line.substring(0, LONGEST_TITLE - 1) + "…";
    }
}
