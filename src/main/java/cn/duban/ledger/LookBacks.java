package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.CLOCK;
import static cn.duban_db.ledger.Tables.MATTER;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;

import cn.duban.ledger.type.MatterType.ClockRule;
import cn.duban.units.Directories;
import cn.duban.units.Tenants;
import cn.duban.units.Unit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens the later review (回头看) when the clock that promised it runs out: derived from the settled matter, which it leaves
 * settled, with the same roles. The clock stops with an entry in the same act, so that two nodes open one.
 */
@Component
public class LookBacks {

    private static final Logger log = LoggerFactory.getLogger(LookBacks.class);
    private static final int BATCH = 200;

    private final DSLContext sql;
    private final Ledger ledger;
    private final Dossiers dossiers;
    private final MatterTypes types;
    private final Directories directories;
    private final Tenants tenants;
    private final TransactionTemplate transaction;

    LookBacks(DSLContext sql, Ledger ledger, Dossiers dossiers, MatterTypes types, Directories directories, Tenants tenants, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.ledger = ledger;
        this.dossiers = dossiers;
        this.types = types;
        this.directories = directories;
        this.tenants = tenants;
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Due(int tenant, UUID matter, int clock) {}

    /** Opens what is due; says how many were opened. */
    public int open() {
        return tenants.all().stream().mapToInt(this::open).sum();
    }

    int open(int tenant) {
        var opened = 0;
        for (var due : due(tenant, ledger.now())) opened += opened(due) ? 1 : 0;
        return opened;
    }

    private List<Due> due(int tenant, Instant now) {
        // of the types and not of the matters: nobody walks a million of them to learn under which few versions they were opened
        var opening = types.published(tenant).stream().flatMap(version -> types.version(version).clocks().values().stream().filter(c -> c.opens() != null)
                .map(c -> row(version.tenant(), version.name(), version.version(), c.name()))).toList();
        return sql.select(CLOCK.TENANT, CLOCK.MATTER, CLOCK.NO).from(CLOCK)
                .join(MATTER).on(MATTER.TENANT.eq(CLOCK.TENANT), MATTER.ID.eq(CLOCK.MATTER))
                .where(CLOCK.TENANT.eq(tenant), CLOCK.STATE.eq(inline("running")), CLOCK.DUE_AT.le(now), row(MATTER.TYPE_TENANT, MATTER.TYPE, MATTER.TYPE_VERSION, CLOCK.NAME).in(opening))
                .orderBy(CLOCK.DUE_AT).limit(BATCH)
                .fetch(r -> new Due(r.value1(), r.value2(), r.value3()));
    }

    /** Another node may have been faster, or a type may not be current: the next round sees. */
    private boolean opened(Due due) {
        try {
            return open(due);
        } catch (Refusal.Refused refused) {
            log.warn("No review was opened for {}: {}", due, refused.refusal().en());
            return false;
        }
    }

    /** Read and decided outside the transaction: the version of the origin tells whether anything happened since. */
    private boolean open(Due due) {
        var directory = directories.of(due.tenant());
        var origin = dossiers.of(new MatterId(due.tenant(), due.matter())).orElseThrow(Ledger::nothing);
        var now = ledger.now(List.of(origin));
        var type = types.of(origin.matter());
        var clock = origin.clocks().stream().filter(c -> c.no() == due.clock() && c.running() && c.breachedAt(now)).findFirst();
        var opens = clock.map(c -> type.clocks().get(c.name())).map(ClockRule::opens);
        if (opens.isEmpty()) return false;
        var owner = origin.bearing(type.supervisor().orElseThrow().name()).map(Responsibility::unit).findFirst();
        var supervisor = owner.flatMap(directory::living).map(Unit::id).orElseThrow(() ->
                Refusal.of("role", "原事项的督查单位已经撤销，也没有承接单位。", "The supervising unit was closed without a successor.").thrown());
        var review = new LookBack(type, origin).opening(types.current(due.tenant(), opens.get()).type(), directory, null);
        var viewer = Automaton.supervising(directory, supervisor);
        var draft = ledger.numbered(review, viewer, directory);
        var changes = List.of(stopped(origin, clock.get(), review.id(), now), ledger.opened(draft, viewer, directory, now, null));
        transaction.executeWithoutResult(status -> ledger.write(changes, viewer, null));
        return true;
    }

    private static Change stopped(Dossier origin, Clock clock, UUID review, Instant now) {
        var change = new Change(LookBack.ACT, origin, now);
        LookBack.keep(change, Optional.of(clock), now);
        LookBack.derive(change, review);
        return change;
    }
}
