package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.IDEMPOTENCY;

import cn.duban.crypto.CanonicalJson;
import cn.duban.web.Viewer;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The same request sent twice is done once: the second gets the first one's answer. */
@Component
class Idempotency {

    /** @param request digest of what was asked */
    record Key(int tenant, int post, String key, Hex request) {}

    record Earlier(UUID matter, int no) {}

    private final DSLContext sql;

    Idempotency(DSLContext sql) {
        this.sql = sql;
    }

    static Key key(Viewer viewer, String key, Object request) {
        return new Key(viewer.tenant(), viewer.post(), key, Hex.of(CanonicalJson.digest(Rows.image(request))));
    }

    /** What the key did before; another request under the same key is refused. */
    Optional<Earlier> earlier(Key key) {
        return sql.select(IDEMPOTENCY.REQUEST, IDEMPOTENCY.MATTER, IDEMPOTENCY.NO).from(IDEMPOTENCY)
                .where(IDEMPOTENCY.TENANT.eq(key.tenant()), IDEMPOTENCY.POST.eq(key.post()), IDEMPOTENCY.KEY.eq(key.key()))
                .fetchOptional(row -> {
                    if (!Arrays.equals(row.value1(), key.request().bytes()))
                        throw Refusal.of("idempotency", "这个幂等键已经用于另一个请求，请换一个。", "This Idempotency-Key was used for another request; use a new one.").thrown();
                    return new Earlier(row.value2(), row.value3());
                });
    }
}
