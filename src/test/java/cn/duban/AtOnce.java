package cn.duban;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two do something at a time: the second begins while the first is not through, and waits for it. */
@Component
public class AtOnce {

    private final DSLContext sql;
    private final TransactionTemplate transaction;

    AtOnce(DSLContext sql, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @return what came of the second */
    public <T> T second(Runnable first, Callable<T> second) throws Exception {
        try (var threads = Executors.newSingleThreadExecutor()) {
            var late = transaction.execute(status -> {
                first.run();
                var begun = threads.submit(second);
                untilItWaits(begun);
                return begun;
            });
            return late.get(30, TimeUnit.SECONDS);
        }
    }

    private void untilItWaits(Future<?> begun) {
        while (!begun.isDone() && !sql.fetchExists(table(name("pg_locks")), field(name("granted"), Boolean.class).isFalse())) Thread.onSpinWait();
    }
}
