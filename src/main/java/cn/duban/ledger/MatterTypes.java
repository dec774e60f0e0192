package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.MATTER_TYPE;

import cn.duban.ledger.type.MatterType;
import cn.duban.ledger.type.ShippedTypes;
import cn.duban.ledger.type.TypeReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The versions of all matter types. A published version never changes, so it is read once; which one is current is looked
 * up again every few seconds, so that another node's publication is seen.
 */
@Component
public class MatterTypes {

    /** Shipped types belong to no tenant. */
    static final int SHIPPED = 0;

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final DSLContext sql;
    private final Clock clock;
    private final Map<Version, MatterType> versions = new ConcurrentHashMap<>();
    private final Map<String, Current> current = new ConcurrentHashMap<>();

    MatterTypes(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** One version: of the product (tenant 0) or of a tenant. */
    public record Version(int tenant, String name, int version) {

        public boolean shipped() {
            return tenant == SHIPPED;
        }

        /** As it stands in addresses: {@code 3} for the tenant's own third, {@code shipped-3} for the product's. */
        public String word() {
            return shipped() ? "shipped-" + version : String.valueOf(version);
        }

        /** @return empty where the word names no version */
        public static Optional<Version> of(int tenant, String name, String word) {
            var shipped = word.startsWith("shipped-");
            var number = shipped ? word.substring(8) : word;
            return number.matches("[1-9]\\d{0,5}") ? Optional.of(new Version(shipped ? SHIPPED : tenant, name, Integer.parseInt(number))) : Optional.empty();
        }
    }

    public record Published(Version version, String ledger, MatterType type) {}

    private record Current(Version version, String ledger, Instant readAt) {}

    /** The type of a matter, as pinned when it was opened or moved. */
    public MatterType of(Matter matter) {
        return version(new Version(matter.typeTenant(), matter.type(), matter.typeVersion()));
    }

    public MatterType version(Version wanted) {
        var known = versions.get(wanted);
        if (known != null) return known;
        var found = sql.select(MATTER_TYPE.YAML, MATTER_TYPE.STATUS).from(MATTER_TYPE)
                .where(MATTER_TYPE.TENANT.eq(wanted.tenant()), MATTER_TYPE.NAME.eq(wanted.name()), MATTER_TYPE.VERSION.eq(wanted.version()))
                .fetchOptional().orElseThrow(() -> new NoSuchElementException("No matter type " + wanted));
        var type = read(wanted, found.value1());
        // a draft may still change, here or on another node
        if (!found.value2().equals("draft")) versions.put(wanted, type);
        return type;
    }

    /** Every version under which a matter of the tenant can stand: all that were ever published. */
    List<Version> published(int tenant) {
        return sql.select(MATTER_TYPE.TENANT, MATTER_TYPE.NAME, MATTER_TYPE.VERSION).from(MATTER_TYPE)
                .where(MATTER_TYPE.TENANT.in(SHIPPED, tenant), MATTER_TYPE.STATUS.ne("draft"))
                .fetch(r -> new Version(r.value1(), r.value2(), r.value3()));
    }

    /** The version that new matters are opened under: the tenant's own where it published one, else the shipped one. */
    public Published current(int tenant, String name) {
        var now = clock.instant();
        var known = current.get(tenant + "/" + name);
        if (known == null || known.readAt().plus(FRESH).isBefore(now)) {
            known = look(tenant, name, now).orElseThrow(() -> Refusal.of("input", "没有“" + name + "”这类事项。", "There is no matter type " + name + ".").thrown());
            current.put(tenant + "/" + name, known);
        }
        return new Published(known.version(), known.ledger(), version(known.version()));
    }

    private Optional<Current> look(int tenant, String name, Instant now) {
        var today = LocalDate.ofInstant(now, ZoneId.of("Asia/Shanghai"));
        return sql.select(MATTER_TYPE.TENANT, MATTER_TYPE.VERSION, MATTER_TYPE.LEDGER).from(MATTER_TYPE)
                .where(MATTER_TYPE.TENANT.in(SHIPPED, tenant), MATTER_TYPE.NAME.eq(name), MATTER_TYPE.STATUS.eq("published"))
                .and(MATTER_TYPE.VALID_FROM.isNull().or(MATTER_TYPE.VALID_FROM.le(today)))
                .and(MATTER_TYPE.VALID_TO.isNull().or(MATTER_TYPE.VALID_TO.gt(today)))
                .orderBy(MATTER_TYPE.TENANT.desc(), MATTER_TYPE.VERSION.desc()).limit(1)
                .fetchOptional(r -> new Current(new Version(r.value1(), name, r.value2()), r.value3(), now));
    }

    void forget(int tenant, String name) {
        current.remove(tenant + "/" + name);
    }

    /** Puts the types that came with this release beside the earlier ones: a changed file is a new version. */
    @Transactional
    public void ship() {
        ShippedTypes.texts().forEach((name, yaml) -> {
            var last = sql.select(MATTER_TYPE.VERSION, MATTER_TYPE.YAML).from(MATTER_TYPE)
                    .where(MATTER_TYPE.TENANT.eq(SHIPPED), MATTER_TYPE.NAME.eq(name)).orderBy(MATTER_TYPE.VERSION.desc()).limit(1).fetchOptional();
            if (last.isPresent() && last.get().value2().equals(yaml)) return;
            var now = clock.instant();
            sql.insertInto(MATTER_TYPE).set(MATTER_TYPE.TENANT, SHIPPED).set(MATTER_TYPE.NAME, name)
                    .set(MATTER_TYPE.VERSION, last.map(r -> r.value1() + 1).orElse(1)).set(MATTER_TYPE.LEDGER, ShippedTypes.ledgerOf(name))
                    .set(MATTER_TYPE.STATUS, "published").set(MATTER_TYPE.YAML, yaml)
                    .set(MATTER_TYPE.DRAFTED_AT, now).set(MATTER_TYPE.PUBLISHED_AT, now)
                    .onConflictDoNothing().execute();
        });
    }

    private static MatterType read(Version version, String yaml) {
        var type = Objects.requireNonNull(TypeReader.read(yaml, version.name() + ".yaml").type(), version::toString);
        return new MatterType(version.name(), version.version(), type.label(), type.number(), type.parent(), type.roles(), type.fields(), type.states(), type.actions(), type.clocks(), type.shown());
    }
}
