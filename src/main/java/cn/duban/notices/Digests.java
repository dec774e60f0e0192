package cn.duban.notices;

import static cn.duban.web.Words.say;
import static cn.duban_db.notices.Tables.DELIVERY;
import static cn.duban_db.notices.Tables.NOTICE;
import static org.jooq.impl.DSL.max;

import cn.duban.ledger.Lamp;
import cn.duban.ledger.Matters;
import cn.duban.ledger.OwedRow;
import cn.duban.notices.Deliveries.Claimed;
import cn.duban.units.Directories;
import cn.duban.units.Tenants;
import cn.duban.web.Dates;
import cn.duban.web.Viewer;
import cn.duban.workdays.Calendars;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * One mail a working day: what is new and unread since the last one, and what is owed and late or about to be. It is put
 * together when it is sent, with what its reader may see at that moment; where there is nothing to say, none is sent.
 */
@Component
class Digests {

    static final LocalTime HOUR = LocalTime.of(7, 30);

    private static final int MOST = 100;

    private final DSLContext sql;
    private final Deliveries deliveries;
    private final Manners manners;
    private final Gateways gateways;
    private final Directories directories;
    private final Calendars calendars;
    private final Tenants tenants;
    private final Inbox inbox;
    private final Letters letters;
    private final Matters matters;
    private final MatterSubjects subjects;

    Digests(DSLContext sql, Deliveries deliveries, Manners manners, Gateways gateways, Directories directories, Calendars calendars, Tenants tenants, Inbox inbox, Letters letters, Matters matters, MatterSubjects subjects) {
        this.sql = sql;
        this.deliveries = deliveries;
        this.manners = manners;
        this.gateways = gateways;
        this.directories = directories;
        this.calendars = calendars;
        this.tenants = tenants;
        this.inbox = inbox;
        this.letters = letters;
        this.matters = matters;
        this.subjects = subjects;
    }

    /** Puts today's digests into the outbox, once its hour has come, on working days. */
    void enqueue() {
        tenants.each(tenant -> enqueue(tenant, deliveries.now()));
    }

    void enqueue(int tenant, Instant now) {
        var directory = directories.of(tenant);
        var local = now.atZone(directory.zone());
        var day = local.toLocalDate();
        if (local.toLocalTime().isBefore(HOUR) || !calendars.of(tenant, directory.region()).working(day) || !gateways.ways(tenant).has(Gateway.Kind.MAIL)) return;
        var here = directory.people().stream().map(p -> p.id()).collect(Collectors.toSet());
        for (var person : manners.digested(tenant)) if (here.contains(person)) enqueue(tenant, person, day, now);
    }

    private void enqueue(int tenant, int person, LocalDate day, Instant now) {
        sql.insertInto(DELIVERY).set(DELIVERY.TENANT, tenant).set(DELIVERY.ID, Enqueueing.IDS.generate()).set(DELIVERY.PERSON, person).set(DELIVERY.POST, 0)
                .set(DELIVERY.CHANNEL, Channel.DIGEST.word()).set(DELIVERY.DIGEST_ON, day).set(DELIVERY.STATE, "pending").set(DELIVERY.NOT_BEFORE, now).set(DELIVERY.MADE_AT, now)
                .onConflictDoNothing().execute();
    }

    /** What there is to say to this person now; empty where there is nothing, or they left. */
    Optional<Letter> of(Claimed claimed, Gateway gateway) {
        var directory = directories.of(claimed.tenant());
        var row = claimed.rows().getFirst();
        var since = since(claimed.tenant(), row.getPerson(), row.getDigestOn(), row.getMadeAt());
        var parts = new ArrayList<Letter.Part>();
        directory.person(row.getPerson()).filter(p -> p.hereOn(directory.today())).ifPresent(person -> directory.postsOf(person.id())
                .forEach(post -> part(directory.viewer(person, post), since, gateway).ifPresent(parts::add)));
        if (parts.isEmpty()) return Optional.empty();
        return Optional.of(new Letter(say("notices.out.digest", Dates.day(row.getDigestOn()), parts.stream().mapToInt(p -> p.news().size()).sum(), parts.stream().mapToInt(p -> p.late().size()).sum()), parts, letters.home()));
    }

    private Instant since(int tenant, int person, LocalDate day, Instant made) {
        var last = sql.select(max(DELIVERY.MADE_AT)).from(DELIVERY).where(DELIVERY.TENANT.eq(tenant), DELIVERY.PERSON.eq(person), DELIVERY.DIGEST_ON.lt(day)).fetchSingle().value1();
        return last == null ? made.minus(Duration.ofDays(1)) : last;
    }

    private Optional<Letter.Part> part(Viewer viewer, Instant since, Gateway gateway) {
        var fresh = sql.selectFrom(NOTICE).where(Inbox.own(viewer), NOTICE.READ_AT.isNull(), NOTICE.AT.gt(since)).orderBy(NOTICE.ID.desc()).limit(MOST).fetch();
        var news = inbox.rows(fresh, viewer).stream().map(notice -> letters.line(notice, gateway)).toList();
        var late = late(viewer, gateway);
        return news.isEmpty() && late.isEmpty() ? Optional.empty() : Optional.of(new Letter.Part(viewer.unitName() + " · " + viewer.postName(), news, late));
    }

    private List<Letter.Line> late(Viewer viewer, Gateway gateway) {
        var owed = matters.owed(viewer).rows().stream().filter(row -> row.kind() != OwedRow.Kind.BARRED).filter(row -> row.lamp() == Lamp.RED || row.lamp() == Lamp.YELLOW).limit(MOST).toList();
        var about = subjects.of(owed.stream().map(row -> row.matter().id().id()).collect(Collectors.toSet()), viewer);
        return owed.stream().filter(row -> about.containsKey(id(row))).map(row -> letters.line(row, about.get(id(row)), gateway)).toList();
    }

    private static java.util.UUID id(OwedRow row) {
        return row.matter().id().id();
    }
}
