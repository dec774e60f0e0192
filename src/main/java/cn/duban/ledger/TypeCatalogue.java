package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.MATTER_TYPE;

import cn.duban.ledger.MatterTypes.Published;
import cn.duban.ledger.MatterTypes.Version;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The types that a tenant works with, for filters and overviews; looked up again every few seconds. */
@Component
public class TypeCatalogue {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final DSLContext sql;
    private final MatterTypes types;
    private final Clock clock;
    private final Map<Integer, Held> held = new ConcurrentHashMap<>();

    TypeCatalogue(DSLContext sql, MatterTypes types, Clock clock) {
        this.sql = sql;
        this.types = types;
        this.clock = clock;
    }

    /** @param judging where a step waits that whoever did the work may not take */
    private record Held(List<Published> types, List<OwnWork.Step> judging, Instant readAt) {}

    public List<Published> of(int tenant) {
        return held(tenant).types();
    }

    List<OwnWork.Step> judging(int tenant) {
        return held(tenant).judging();
    }

    private Held held(int tenant) {
        var now = clock.instant();
        var known = held.get(tenant);
        if (known == null || known.readAt().plus(FRESH).isBefore(now)) {
            var read = read(tenant);
            known = new Held(read, OwnWork.judging(read), now);
            held.put(tenant, known);
        }
        return known;
    }

    /** The tenant's own version of a type wins over the shipped one, the latest over those before it. */
    private List<Published> read(int tenant) {
        var found = new LinkedHashMap<String, Published>();
        sql.select(MATTER_TYPE.TENANT, MATTER_TYPE.NAME, MATTER_TYPE.VERSION, MATTER_TYPE.LEDGER).from(MATTER_TYPE)
                .where(MATTER_TYPE.TENANT.in(MatterTypes.SHIPPED, tenant), MATTER_TYPE.STATUS.eq("published"))
                .orderBy(MATTER_TYPE.LEDGER, MATTER_TYPE.NAME, MATTER_TYPE.TENANT.desc(), MATTER_TYPE.VERSION.desc())
                .forEach(r -> {
                    var version = new Version(r.value1(), r.value2(), r.value3());
                    found.computeIfAbsent(r.value2(), name -> new Published(version, r.value4(), types.version(version)));
                });
        return List.copyOf(found.values());
    }
}
