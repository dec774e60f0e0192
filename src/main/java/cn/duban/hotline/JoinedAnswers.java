package cn.duban.hotline;

import static cn.duban_db.hotline.Tables.JOINED_VERSION;
import static org.jooq.impl.DSL.any;

import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The answer to a master as the callers of the tickets joined to it read it, by whatever way: the version that was written for them, else what its own caller reads; and in either, what
 * is some caller's own is hidden behind a mark, also where somebody was joined only later. Whoever is to read it goes through here.
 */
@Component
public class JoinedAnswers {

    private final DSLContext sql;
    private final Tickets tickets;
    private final Callers callers;
    private final Ledger ledger;
    private final Clock clock;

    JoinedAnswers(DSLContext sql, Tickets tickets, Callers callers, Ledger ledger, Clock clock) {
        this.sql = sql;
        this.tickets = tickets;
        this.callers = callers;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** How the words of one master read. @param versions by the entries that they stand for */
    public record Reading(PersonalScreen screen, Map<Integer, String> versions) {

        public String text(int entry, String said) {
            return screen.redacted(versions.getOrDefault(entry, said));
        }
    }

    /** What answers for a ticket, as its own caller reads it: itself, or the master that it was joined to. */
    public Ticket answering(Ticket own) {
        return tickets.master(own).map(this::read).orElse(own);
    }

    public Ticket read(Ticket master) {
        return Objects.requireNonNull(read(master.id().tenant(), List.of(master)).get(master.id().id()));
    }

    /** Several masters, in as many statements as one. */
    public Map<UUID, Ticket> read(int tenant, Collection<Ticket> masters) {
        var readings = readings(tenant, masters.stream().map(master -> master.id().id()).toList());
        return masters.stream().collect(Collectors.toMap(master -> master.id().id(), master -> master.read(readings.get(master.id().id()))));
    }

    /** Of several masters, in as many statements as of one. */
    public Map<UUID, Reading> readings(int tenant, Collection<UUID> masters) {
        var readings = new HashMap<UUID, Reading>();
        if (masters.isEmpty()) return readings;
        callers.screens(tenant, masters).forEach((master, screen) -> readings.put(master, new Reading(screen, new HashMap<>())));
        sql.select(JOINED_VERSION.MASTER, JOINED_VERSION.ENTRY, JOINED_VERSION.TEXT).from(JOINED_VERSION).where(JOINED_VERSION.TENANT.eq(tenant), JOINED_VERSION.MASTER.eq(any(masters.toArray(UUID[]::new)))).forEach(r -> readings.get(r.value1()).versions().put(r.value2(), r.value3()));
        return readings;
    }

    /** The version that was written for this entry. */
    public Optional<String> version(MatterId master, int entry) {
        return sql.select(JOINED_VERSION.TEXT).from(JOINED_VERSION).where(JOINED_VERSION.TENANT.eq(master.tenant()), JOINED_VERSION.MASTER.eq(master.id()), JOINED_VERSION.ENTRY.eq(entry)).fetchOptional(JOINED_VERSION.TEXT);
    }

    /** In the place of the one before, with a line in the chain that has its words. @param text that the screen finds nothing in */
    @Transactional
    public void write(Ticket master, int entry, String text, Viewer by) {
        ledger.act(master.id(), Act.of("comment").saying("note", Words.in(Words.CHINESE, "hotline.for-joined.written", text)), by);
        sql.insertInto(JOINED_VERSION).set(JOINED_VERSION.TENANT, master.id().tenant()).set(JOINED_VERSION.MASTER, master.id().id()).set(JOINED_VERSION.ENTRY, entry).set(JOINED_VERSION.TEXT, text).set(JOINED_VERSION.PERSON, by.person()).set(JOINED_VERSION.NAME, by.personName()).set(JOINED_VERSION.AT, clock.instant())
                .onConflict(JOINED_VERSION.TENANT, JOINED_VERSION.MASTER, JOINED_VERSION.ENTRY).doUpdate().set(JOINED_VERSION.TEXT, text).set(JOINED_VERSION.PERSON, by.person()).set(JOINED_VERSION.NAME, by.personName()).set(JOINED_VERSION.AT, clock.instant()).execute();
    }
}
