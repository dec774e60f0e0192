package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.DELIVERED;
import static cn.duban_db.ledger.Tables.ENTRY;
import static cn.duban_db.ledger.Tables.MATTER;
import static cn.duban_db.ledger.Tables.OUTBOX;
import static org.jooq.impl.DSL.row;

import cn.duban.ledger.type.Phase;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands committed acts to the listeners: rows written in the act's transaction, claimed with {@code SKIP LOCKED} by whichever
 * node comes first, deleted once every listener is served. A listener that fails is tried again; the others are not.
 */
@Component
class Outbox implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);
    private static final int BATCH = 100;

    private final DSLContext sql;
    private final ObjectProvider<MatterListener> listeners;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("outbox").factory());
    private final AtomicBoolean woken = new AtomicBoolean();

    Outbox(DSLContext sql, ObjectProvider<MatterListener> listeners, Clock clock, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.listeners = listeners;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        worker.scheduleWithFixedDelay(this::wake, 5, 5, TimeUnit.SECONDS);
    }

    void wakeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                if (woken.compareAndSet(false, true)) worker.execute(Outbox.this::wake);
            }
        });
    }

    private void wake() {
        woken.set(false);
        try {
            while (dispatch() == BATCH) { /* until the box is empty */ }
        } catch (RuntimeException e) {
            log.warn("The outbox could not be emptied; it is tried again in a few seconds.", e);
        }
    }

    private record Waiting(int tenant, UUID matter, int no, MatterActed event) {}

    /** Serves one batch; says how many rows were claimed. */
    int dispatch() {
        return transaction.execute(status -> {
            var claimed = sql.select(OUTBOX.TENANT, OUTBOX.MATTER, OUTBOX.NO, MATTER.LEDGER, MATTER.TYPE, ENTRY.ACT, ENTRY.TO_STATE, MATTER.PHASE)
                    .from(OUTBOX).join(ENTRY).on(row(ENTRY.TENANT, ENTRY.MATTER, ENTRY.NO).eq(row(OUTBOX.TENANT, OUTBOX.MATTER, OUTBOX.NO)))
                    .join(MATTER).on(row(MATTER.TENANT, MATTER.ID).eq(row(OUTBOX.TENANT, OUTBOX.MATTER)))
                    .orderBy(OUTBOX.AT).limit(BATCH).forUpdate().of(OUTBOX).skipLocked()
                    .fetch(r -> new Waiting(r.value1(), r.value2(), r.value3(), new MatterActed(new MatterId(r.value1(), r.value2()), r.value3(),
                            r.value4(), r.value5(), r.value6(), r.value7(), Phase.valueOf(r.value8().toUpperCase(Locale.ROOT)))));
            var served = claimed.stream().filter(this::serve).toList();
            forget(served);
            return served.isEmpty() ? 0 : claimed.size();
        });
    }

    private boolean serve(Waiting waiting) {
        var done = sql.select(DELIVERED.LISTENER).from(DELIVERED).where(DELIVERED.TENANT.eq(waiting.tenant()), DELIVERED.MATTER.eq(waiting.matter()), DELIVERED.NO.eq(waiting.no())).fetchSet(DELIVERED.LISTENER);
        var all = true;
        for (var listener : listeners.orderedStream().toList()) {
            if (done.contains(listener.name())) continue;
            try {
                listener.acted(waiting.event());
                sql.insertInto(DELIVERED).values(waiting.tenant(), waiting.matter(), waiting.no(), listener.name(), clock.instant()).execute();
            } catch (RuntimeException e) {
                log.warn("{} did not take {}; it is tried again.", listener.name(), waiting.event(), e);
                all = false;
            }
        }
        return all;
    }

    private void forget(List<Waiting> served) {
        if (served.isEmpty()) return;
        var keys = served.stream().map(w -> row(w.tenant(), w.matter(), w.no())).toList();
        sql.deleteFrom(OUTBOX).where(row(OUTBOX.TENANT, OUTBOX.MATTER, OUTBOX.NO).in(keys)).execute();
        sql.deleteFrom(DELIVERED).where(row(DELIVERED.TENANT, DELIVERED.MATTER, DELIVERED.NO).in(keys)).execute();
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }
}
