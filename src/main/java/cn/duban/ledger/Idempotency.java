package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.IDEMPOTENCY;

import cn.duban.crypto.CanonicalJson;
import cn.duban.web.Viewer;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** The same request sent twice is done once: the second gets the first one's answer. */
@Component
class Idempotency {

    /** @param request digest of what was asked */
    record Key(int tenant, int post, int person, String key, Hex request) {}

    /** One act that was done under a key: its matter and the entry that says so. */
    record Earlier(UUID matter, int no) {}

    private static final TypeReference<List<Earlier>> ANSWER = new TypeReference<>() {};

    private final DSLContext sql;

    Idempotency(DSLContext sql) {
        this.sql = sql;
    }

    static Key key(Viewer viewer, String key, Object request) {
        return new Key(viewer.tenant(), viewer.post(), viewer.person(), key, Hex.of(CanonicalJson.digest(Rows.image(request))));
    }

    /** What the person did under the key before, in the order asked; nothing when it is new. Another request under the same key is refused. */
    List<Earlier> earlier(Key key) {
        return sql.select(IDEMPOTENCY.REQUEST, IDEMPOTENCY.ANSWER).from(IDEMPOTENCY)
                .where(IDEMPOTENCY.TENANT.eq(key.tenant()), IDEMPOTENCY.POST.eq(key.post()), IDEMPOTENCY.PERSON.eq(key.person()), IDEMPOTENCY.KEY.eq(key.key()))
                .fetchOptional(row -> {
                    if (!Arrays.equals(row.value1(), key.request().bytes()))
                        throw Refusal.of("idempotency", "这个幂等键已经用于另一个请求，请换一个。", "This Idempotency-Key was used for another request; use a new one.").thrown();
                    return Rows.JSON.readValue(row.value2().data(), ANSWER);
                }).orElse(List.of());
    }
}
