package cn.duban.rating.device;

import static cn.duban_db.rating.Tables.DEVICE;

import cn.duban.crypto.Sm3;
import cn.duban.ledger.Ledger;
import cn.duban.web.Viewer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.springframework.stereotype.Component;

/** Devices and their tokens, {@code device_<tenant>_<secret>}: 256 random bits, of which only the SM3 is kept. */
@Component
class Devices {

    private static final Pattern FORM = Pattern.compile("device_([0-9]{1,9})_[A-Za-z0-9_-]{43}");

    private final DSLContext sql;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Devices(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** @return the token, told once */
    String add(String name, int unit, Viewer by) {
        var secret = new byte[32];
        random.nextBytes(secret);
        var token = "device_" + by.tenant() + "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        sql.insertInto(DEVICE).set(DEVICE.TENANT, by.tenant()).set(DEVICE.ID, Ledger.newId()).set(DEVICE.NAME, name).set(DEVICE.UNIT, unit).set(DEVICE.DIGEST, digest(token)).set(DEVICE.ENTERED_BY, by.person())
                .set(DEVICE.ENTERED_NAME, by.unitName() + " " + by.personName()).set(DEVICE.ENTERED_AT, clock.instant()).execute();
        return token;
    }

    Optional<Device> of(String token) {
        var form = FORM.matcher(token);
        if (!form.matches()) return Optional.empty();
        return rows(Integer.parseInt(form.group(1)), DEVICE.DIGEST.eq(digest(token)).and(DEVICE.REVOKED_AT.isNull())).stream().findFirst();
    }

    /** Those at work first. */
    List<Device> all(int tenant) {
        return rows(tenant, DEVICE.NAME.isNotNull());
    }

    void revoke(UUID id, Viewer by) {
        sql.update(DEVICE).set(DEVICE.REVOKED_AT, clock.instant()).where(DEVICE.TENANT.eq(by.tenant()), DEVICE.ID.eq(id), DEVICE.REVOKED_AT.isNull()).execute();
    }

    private List<Device> rows(int tenant, Condition which) {
        return sql.select(DEVICE.TENANT, DEVICE.ID, DEVICE.NAME, DEVICE.UNIT, DEVICE.ENTERED_AT, DEVICE.REVOKED_AT).from(DEVICE).where(DEVICE.TENANT.eq(tenant), which).orderBy(DEVICE.REVOKED_AT.desc().nullsFirst(), DEVICE.ID).limit(500)
                .fetch(Records.mapping(Device::new));
    }

    private static byte[] digest(String token) {
        return Sm3.digest(token.getBytes(StandardCharsets.US_ASCII));
    }
}
