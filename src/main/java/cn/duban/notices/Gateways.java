package cn.duban.notices;

import static cn.duban_db.notices.Tables.GATEWAY;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import cn.duban.crypto.Sealer;
import cn.duban.ledger.Secrecy;
import cn.duban.web.Viewer;
import cn.duban_db.notices.tables.records.GatewayRecord;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The gateways of each tenant, their secrets sealed at rest. */
@Component
class Gateways {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final DSLContext sql;
    private final Sealer sealer;
    private final Clock clock;

    Gateways(DSLContext sql, Sealer sealer, Clock clock) {
        this.sql = sql;
        this.sealer = sealer;
        this.clock = clock;
    }

    List<Gateway> all(int tenant) {
        return sql.selectFrom(GATEWAY).where(GATEWAY.TENANT.eq(tenant)).orderBy(GATEWAY.GATEWAY_).fetch(this::read);
    }

    Optional<Gateway> of(int tenant, int gateway) {
        return sql.selectFrom(GATEWAY).where(GATEWAY.TENANT.eq(tenant), GATEWAY.GATEWAY_.eq(gateway)).fetchOptional(this::read);
    }

    Optional<Gateway> of(int tenant, Gateway.Kind kind) {
        return sql.selectFrom(GATEWAY).where(GATEWAY.TENANT.eq(tenant), GATEWAY.KIND.eq(word(kind)), GATEWAY.ACTIVE.isTrue()).fetchOptional(this::read);
    }

    /** What a tenant has set up: kinds, and robots by the unit whose group they write to. */
    record Ways(Set<Gateway.Kind> kinds, Map<Integer, List<Integer>> robots) {
        boolean isEmpty() {
            return kinds.isEmpty();
        }

        boolean has(Gateway.Kind kind) {
            return kinds.contains(kind);
        }
    }

    /** Without opening any secret. */
    Ways ways(int tenant) {
        var active = sql.select(GATEWAY.KIND, GATEWAY.UNIT, GATEWAY.GATEWAY_).from(GATEWAY).where(GATEWAY.TENANT.eq(tenant), GATEWAY.ACTIVE.isTrue()).orderBy(GATEWAY.GATEWAY_).fetch();
        return new Ways(active.stream().map(r -> Gateway.Kind.valueOf(r.value1().toUpperCase(Locale.ROOT))).collect(Collectors.toSet()),
                active.stream().filter(r -> r.value2() != null).collect(Collectors.groupingBy(r -> r.value2(), Collectors.mapping(r -> r.value3(), Collectors.toList()))));
    }

    /** A new one where the number is 0. */
    @Transactional
    int save(Gateway gateway, Viewer administrator) {
        var number = gateway.gateway() != 0 ? gateway.gateway()
                : sql.select(coalesce(max(GATEWAY.GATEWAY_), 0).plus(1)).from(GATEWAY).where(GATEWAY.TENANT.eq(gateway.tenant())).fetchSingle().value1();
        var row = new GatewayRecord();
        row.setTenant(gateway.tenant());
        row.setGateway(number);
        row.setKind(word(gateway.kind()));
        row.setUnit(gateway.unit());
        row.setName(gateway.name());
        row.setActive(gateway.active());
        row.setSettings(JSONB.valueOf(JSON.writeValueAsString(gateway.settings())));
        row.setSealed(sealer.seal(JSON.writeValueAsString(gateway.secrets()), place(gateway.tenant(), number)));
        row.setTitles(gateway.titles().name().toLowerCase(Locale.ROOT));
        row.setChangedAt(clock.instant());
        row.setChangedBy(administrator.person());
        sql.insertInto(GATEWAY).set(row).onConflict(GATEWAY.TENANT, GATEWAY.GATEWAY_).doUpdate().set(row).execute();
        return number;
    }

    private Gateway read(GatewayRecord r) {
        return new Gateway(r.getTenant(), r.getGateway(), Gateway.Kind.valueOf(r.getKind().toUpperCase(Locale.ROOT)), r.getUnit(), r.getName(), r.getActive(),
                JSON.readValue(r.getSettings().data(), TEXTS), JSON.readValue(sealer.openText(r.getSealed(), place(r.getTenant(), r.getGateway())), TEXTS),
                Secrecy.valueOf(r.getTitles().toUpperCase(Locale.ROOT)));
    }

    private static String place(int tenant, int gateway) {
        return "notices.gateway/" + tenant + "/" + gateway;
    }

    private static String word(Gateway.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
