package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.DELIVERED;
import static cn.duban_db.ledger.Tables.ENTRY;
import static cn.duban_db.ledger.Tables.MATTER;
import static cn.duban_db.ledger.Tables.OUTBOX;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import cn.duban.ledger.type.Phase;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.Select;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands committed acts to the listeners: rows written in the act's transaction, claimed with {@code SKIP LOCKED} by whichever
 * node comes first, deleted once every listener is served. A listener that fails is tried again; the others are not.
 * One government after the other, so that each claim stays on the machine where its rows are.
 */
@Component
class Outbox implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);
    private static final int BATCH = 250;
    /** So that what is committed in one moment is handed on together: each listener asks a few statements however many acts there are. */
    private static final int GATHERED_MS = 50;

    private final DSLContext sql;
    private final ObjectProvider<MatterListener> listeners;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final TransactionTemplate savepoint;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("outbox").factory());
    private final AtomicBoolean woken = new AtomicBoolean();
    private volatile long restsUntil = System.nanoTime();

    /** @param serving whether this process also serves what others left: a command that looks at a folder beside the server does not */
    Outbox(DSLContext sql, ObjectProvider<MatterListener> listeners, Clock clock, PlatformTransactionManager transactions, @Value("${duban.outbox:true}") boolean serving) {
        this.sql = sql;
        this.listeners = listeners;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.savepoint = new TransactionTemplate(transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED));
        if (serving) worker.scheduleWithFixedDelay(this::wake, 5, 5, TimeUnit.SECONDS);
    }

    void wakeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                if (woken.compareAndSet(false, true)) worker.schedule(Outbox.this::wake, GATHERED_MS, TimeUnit.MILLISECONDS);
            }
        });
    }

    /** Of what was done to many at once this node hands nothing on for so long at most. Asked again, the time begins anew. */
    void rest(Duration atMost) {
        var rested = resting();
        restsUntil = System.nanoTime() + atMost.toNanos();
        if (rested && !resting()) worker.execute(this::wake);
    }

    private boolean resting() {
        return System.nanoTime() - restsUntil < 0;
    }

    private void wake() {
        woken.set(false);
        try {
            // in rounds: a government whose box is never empty keeps no other waiting. Who comes meanwhile wakes again
            var tenants = waiting();
            for (var some = true; some; ) {
                some = false;
                for (var tenant : tenants) some |= dispatch(tenant) > 0;
            }
        } catch (RuntimeException e) {
            log.warn("The outbox could not be emptied; it is tried again in a few seconds.", e);
        }
    }

    /** While it rests, what may wait is not walked through: an import wakes it with every batch. */
    private List<Integer> waiting() {
        return sql.selectDistinct(OUTBOX.TENANT).from(OUTBOX).where(resting() ? not(condition(OUTBOX.LATER)) : noCondition()).fetch(OUTBOX.TENANT);
    }

    /** Serves one batch of a government; says how many rows were claimed. */
    int dispatch(int tenant) {
        return transaction.execute(status -> {
            // claimed before anything is looked up: a box that fills faster than it is emptied is not joined as a whole for every batch
            var next = name("next").as(select(OUTBOX.MATTER, OUTBOX.NO, OUTBOX.AT).from(OUTBOX).where(OUTBOX.TENANT.eq(tenant), due()).orderBy(OUTBOX.LATER, OUTBOX.AT, OUTBOX.NO).limit(BATCH).forUpdate().skipLocked());
            var matter = next.field(OUTBOX.MATTER);
            var claimed = sql.with(next).select(ENTRY.TENANT, ENTRY.MATTER, ENTRY.NO, MATTER.LEDGER, MATTER.TYPE, ENTRY.ACT, ENTRY.TO_STATE, MATTER.PHASE)
                    .from(next).join(ENTRY).on(ENTRY.TENANT.eq(tenant), ENTRY.MATTER.eq(matter), ENTRY.NO.eq(next.field(OUTBOX.NO)))
                    .join(MATTER).on(MATTER.TENANT.eq(tenant), MATTER.ID.eq(matter))
                    .orderBy(next.field(OUTBOX.AT), ENTRY.NO)
                    .fetch(r -> new MatterActed(new MatterId(r.value1(), r.value2()), r.value3(), r.value4(), r.value5(), r.value6(), r.value7(), Phase.valueOf(r.value8().toUpperCase(Locale.ROOT))));
            if (claimed.isEmpty()) return 0;
            var failed = serve(tenant, claimed);
            forget(tenant, claimed.stream().filter(event -> !failed.contains(event)).toList());
            return failed.size() == claimed.size() ? 0 : claimed.size();
        });
    }

    /** Not before an earlier act on the same matter that may wait; where some listener only refuses that one, the others have had it. */
    private Condition due() {
        var earlier = OUTBOX.as("earlier");
        var tried = selectOne().from(DELIVERED).where(DELIVERED.TENANT.eq(earlier.TENANT), DELIVERED.MATTER.eq(earlier.MATTER), DELIVERED.NO.eq(earlier.NO));
        var alone = notExists(selectOne().from(earlier).where(earlier.TENANT.eq(OUTBOX.TENANT), earlier.MATTER.eq(OUTBOX.MATTER), earlier.NO.lt(OUTBOX.NO), condition(earlier.LATER), notExists(tried)));
        return resting() ? not(condition(OUTBOX.LATER)).and(alone) : condition(OUTBOX.LATER).or(alone);
    }

    /** @return what some listener did not take; those that did are noted, and not served again */
    private Set<MatterActed> serve(int tenant, List<MatterActed> claimed) {
        var earlier = sql.select(DELIVERED.TENANT, DELIVERED.MATTER, DELIVERED.NO, DELIVERED.LISTENER).from(DELIVERED).where(DELIVERED.TENANT.eq(tenant), row(DELIVERED.MATTER, DELIVERED.NO).in(keys(claimed)))
                .fetchGroups(DELIVERED.LISTENER, r -> new Key(r.value1(), r.value2(), r.value3()));
        var taken = new LinkedHashMap<String, List<MatterActed>>();
        var failed = new LinkedHashSet<MatterActed>();
        for (var listener : listeners.orderedStream().toList()) {
            var served = earlier.getOrDefault(listener.name(), List.of());
            var waiting = claimed.stream().filter(event -> !served.contains(Key.of(event))).toList();
            var refused = took(listener, waiting) ? Set.<MatterActed>of() : waiting.stream().filter(event -> waiting.size() == 1 || !took(listener, List.of(event))).collect(Collectors.toSet());
            failed.addAll(refused);
            taken.put(listener.name(), waiting.stream().filter(event -> !refused.contains(event)).toList());
        }
        taken.forEach((listener, events) -> events.stream().filter(failed::contains).forEach(event ->
                sql.insertInto(DELIVERED).values(event.matter().tenant(), event.matter().id(), event.entry(), listener, clock.instant()).execute()));
        return failed;
    }

    /** What a listener wrote before it failed is taken back, and nothing else. */
    private boolean took(MatterListener listener, List<MatterActed> events) {
        if (events.isEmpty()) return true;
        try {
            savepoint.executeWithoutResult(status -> listener.acted(events));
            return true;
        } catch (RuntimeException e) {
            log.warn("{} did not take {}; it is tried again.", listener.name(), events.size() == 1 ? events.getFirst() : events.size() + " acts at once", e);
            return false;
        }
    }

    private record Key(int tenant, UUID matter, int no) {
        static Key of(MatterActed event) {
            return new Key(event.matter().tenant(), event.matter().id(), event.entry());
        }
    }

    private static Select<Record2<UUID, Integer>> keys(List<MatterActed> events) {
        var keys = EntryKeys.of(events, event -> event.matter().id(), MatterActed::entry);
        return select(keys.matter(), keys.no()).from(keys.table());
    }

    private void forget(int tenant, List<MatterActed> served) {
        if (served.isEmpty()) return;
        sql.deleteFrom(OUTBOX).where(OUTBOX.TENANT.eq(tenant), row(OUTBOX.MATTER, OUTBOX.NO).in(keys(served))).execute();
        sql.deleteFrom(DELIVERED).where(DELIVERED.TENANT.eq(tenant), row(DELIVERED.MATTER, DELIVERED.NO).in(keys(served))).execute();
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }
}
