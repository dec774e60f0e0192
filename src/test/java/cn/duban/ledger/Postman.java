package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.OUTBOX;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Hands every committed act of a tenant to the listeners, for tests that look at what came of it. */
@Component
public class Postman {

    private final Outbox outbox;
    private final DSLContext sql;

    Postman(Outbox outbox, DSLContext sql) {
        this.outbox = outbox;
        this.sql = sql;
    }

    public void deliver(int tenant) {
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            outbox.dispatch(tenant);
            return !sql.fetchExists(OUTBOX, OUTBOX.TENANT.eq(tenant));
        });
    }
}
