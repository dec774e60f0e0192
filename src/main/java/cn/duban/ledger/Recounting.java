package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.CLOCK;
import static cn.duban_db.ledger.Tables.RECOUNT;

import cn.duban.units.Directories;
import cn.duban.workdays.CalendarChanged;
import java.time.Clock;
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
 * matter, by a recorded act where a deadline really moves. Done twice it moves nothing twice.
 */
@Component
public class Recounting {

    private static final Logger log = LoggerFactory.getLogger(Recounting.class);
    private static final int PAGE = 100;

    private final DSLContext sql;
    private final Ledger ledger;
    private final Dossiers dossiers;
    private final MatterTypes types;
    private final Directories directories;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Recounting(DSLContext sql, Ledger ledger, Dossiers dossiers, MatterTypes types, Directories directories, Clock clock, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.ledger = ledger;
        this.dossiers = dossiers;
        this.types = types;
        this.directories = directories;
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
        var moved = 0;
        var wishes = sql.select(RECOUNT.TENANT, RECOUNT.NO, RECOUNT.FIRST_DAY).from(RECOUNT).orderBy(RECOUNT.TENANT, RECOUNT.NO).fetch();
        for (var wish : wishes) {
            moved += recount(wish.value1(), wish.value3());
            sql.deleteFrom(RECOUNT).where(RECOUNT.TENANT.eq(wish.value1()), RECOUNT.NO.eq(wish.value2())).execute();
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
                .where(CLOCK.TENANT.eq(tenant), CLOCK.STATE.eq("running"), CLOCK.BUDGET.ne("due"), CLOCK.LAST_DAY.ge(from), CLOCK.MATTER.gt(after))
                .orderBy(CLOCK.MATTER).limit(PAGE).fetch(CLOCK.MATTER);
    }

    /** A page in one act; where somebody acted on one of them meanwhile, one by one. */
    private int recount(int tenant, List<UUID> page) {
        try {
            return transaction.execute(status -> {
                var directory = directories.of(tenant);
                var changes = new ArrayList<Change>();
                for (var dossier : dossiers.of(tenant, page)) {
                    var change = new Change("recalendar", dossier, ledger.now());
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
