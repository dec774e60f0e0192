package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.CLOCK;
import static cn.duban_db.ledger.Tables.RECOUNT;
import static org.jooq.impl.DSL.inline;

import cn.duban.units.Directories;
import cn.duban.units.Tenants;
import cn.duban.workdays.CalendarChanged;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts running budgets again when a calendar changed: the wish is written with the change and fulfilled later, matter by
 * matter, by a recorded act where a deadline really moves. Done twice it moves nothing twice; and a young wish is fulfilled
 * once more, because another node may have counted by the calendar it held a moment longer.
 */
@Component
public class Recounting {

    private static final Logger log = LoggerFactory.getLogger(Recounting.class);
    private static final int PAGE = 100;

    /** Far longer than any node trusts the calendar it holds, an act takes, and clocks of nodes differ. */
    private static final Duration KNOWN = Duration.ofSeconds(30);

    private final DSLContext sql;
    private final Ledger ledger;
    private final Dossiers dossiers;
    private final MatterTypes types;
    private final Directories directories;
    private final Tenants tenants;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Recounting(DSLContext sql, Ledger ledger, Dossiers dossiers, MatterTypes types, Directories directories, Tenants tenants, Clock clock, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.ledger = ledger;
        this.dossiers = dossiers;
        this.types = types;
        this.directories = directories;
        this.tenants = tenants;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** In the transaction of the change, so that neither is lost without the other. */
    @EventListener
    void changed(CalendarChanged changed) {
        sql.insertInto(RECOUNT, RECOUNT.TENANT, RECOUNT.FIRST_DAY, RECOUNT.ASKED_AT)
                .values(changed.tenant(), changed.firstDay(), clock.instant()).execute();
    }

    /** Fulfils all wishes; says how many matters moved. */
    public int catchUp() {
        return tenants.all().stream().mapToInt(this::catchUp).sum();
    }

    private int catchUp(int tenant) {
        var moved = 0;
        var known = clock.instant().minus(KNOWN);
        var wishes = sql.select(RECOUNT.NO, RECOUNT.FIRST_DAY, RECOUNT.ASKED_AT).from(RECOUNT).where(RECOUNT.TENANT.eq(tenant)).orderBy(RECOUNT.NO).fetch();
        for (var wish : wishes) {
            moved += recount(tenant, wish.value2());
            if (wish.value3().isBefore(known)) sql.deleteFrom(RECOUNT).where(RECOUNT.TENANT.eq(tenant), RECOUNT.NO.eq(wish.value1())).execute();
        }
        return moved;
    }

    private int recount(int tenant, LocalDate from) {
        var moved = 0;
        UUID after = new UUID(0, 0);
        for (List<UUID> page; !(page = page(tenant, from, after)).isEmpty(); after = page.getLast()) moved += recount(tenant, page);
        return moved;
    }

    private List<UUID> page(int tenant, LocalDate from, UUID after) {
        return sql.selectDistinct(CLOCK.MATTER).from(CLOCK)
                .where(CLOCK.TENANT.eq(tenant), CLOCK.STATE.eq(inline("running")), CLOCK.BUDGET.ne("due"), CLOCK.LAST_DAY.ge(from), CLOCK.MATTER.gt(after))
                .orderBy(CLOCK.MATTER).limit(PAGE).fetch(CLOCK.MATTER);
    }

    /** A page in one act; where somebody acted on one of them meanwhile, one by one. */
    private int recount(int tenant, List<UUID> page) {
        try {
            return transaction.execute(status -> {
                var directory = directories.of(tenant);
                var changes = new ArrayList<Change>();
                for (var dossier : dossiers.of(tenant, page)) {
                    var change = new Change("recalendar", dossier, ledger.now(List.of(dossier)));
                    var lifecycle = ledger.lifecycle(types.of(dossier.matter()), directory);
                    if (new Ticking(lifecycle.type(), lifecycle.deadlines()).recalendar(change)) changes.add(change);
                }
                if (!changes.isEmpty()) ledger.write(changes, Automaton.of(tenant), null);
                return changes.size();
            });
        } catch (Refusal.Refused conflict) {
            if (page.size() > 1) return page.stream().mapToInt(one -> recount(tenant, List.of(one))).sum();
            log.warn("{} is counted again with the next change: {}", page, conflict.refusal().en());
            return 0;
        }
    }
}
