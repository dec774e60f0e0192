package cn.duban.units;

import static cn.duban_db.units.Tables.TENANT;

import cn.duban.web.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * The directory of each tenant, kept in memory. A change made on this node shows at once; one made on another node shows
 * within {@link #TRUST}, when the tenant's version is read again. At midnight of the tenant's zone the day moves on.
 */
@Component
public class Directories {

    static final Duration TRUST = Duration.ofSeconds(2);

    private final Registers registers;
    private final DSLContext sql;
    private final Clock clock;
    private final Map<Integer, Held> held = new ConcurrentHashMap<>();

    Directories(Registers registers, DSLContext sql, Clock clock) {
        this.registers = registers;
        this.sql = sql;
        this.clock = clock;
    }

    private final Neighbours.Registered others = new Neighbours.Registered() {
        @Override
        public Optional<Directory> of(int government) {
            return held.containsKey(government) || sql.fetchExists(TENANT, TENANT.TENANT_.eq(government)) ? Optional.of(Directories.this.of(government)) : Optional.empty();
        }

        @Override
        public List<Directory> related(String region) {
            return sql.select(TENANT.TENANT_, TENANT.REGION).from(TENANT).orderBy(TENANT.REGION, TENANT.TENANT_).fetch().stream()
                    .filter(row -> Neighbours.related(region, row.value2())).map(row -> Directories.this.of(row.value1())).toList();
        }
    };

    private record Held(Directory directory, Instant checkedAt) {}

    /** @throws IllegalArgumentException when there is no such tenant */
    public Directory of(int tenant) {
        var now = clock.instant();
        var known = held.get(tenant);
        if (known != null && today(known.directory().zone(), now).equals(known.directory().today())) {
            if (Duration.between(known.checkedAt(), now).compareTo(TRUST) < 0) return known.directory();
            if (version(tenant) == known.directory().version()) {
                held.replace(tenant, known, new Held(known.directory(), now));
                return known.directory();
            }
        }
        var register = registers.of(tenant);
        var fresh = new Directory(register, today(ZoneId.of(register.zone()), now), others);
        held.merge(tenant, new Held(fresh, now), (old, mine) -> old.directory().version() > mine.directory().version() ? old : mine);
        return fresh;
    }

    /** Somebody as the records of another government name them: themselves at home, a person outside elsewhere. */
    public Viewer at(int government, Viewer viewer) {
        return viewer.tenant() == government ? viewer : Outside.viewer(government, viewer, of(viewer.tenant()).calledAbroad(viewer.unitName()));
    }

    /** Forget what is held: the next question reads again. */
    void changed(int tenant) {
        held.remove(tenant);
    }

    private int version(int tenant) {
        return sql.select(TENANT.VERSION).from(TENANT).where(TENANT.TENANT_.eq(tenant)).fetchSingle().value1();
    }

    private static LocalDate today(ZoneId zone, Instant now) {
        return now.atZone(zone).toLocalDate();
    }
}
