package cn.duban.hotline.open311;

import static cn.duban_db.hotline.Tables.CLIENT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;

import cn.duban.crypto.Sm3;
import cn.duban.units.Directories;
import cn.duban.web.Viewer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keys of programs: {@code o311_<tenant>_<secret>}, 256 random bits of which only the digest is kept; shown once, revoked for good. */
@Component
public class Clients {

    private static final Pattern FORM = Pattern.compile("o311_([0-9]{1,9})_[A-Za-z0-9_-]{43}");
    private static final int LOCK = 0x6f333131;

    private final DSLContext sql;
    private final Directories directories;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Clients(DSLContext sql, Directories directories, Clock clock) {
        this.sql = sql;
        this.directories = directories;
        this.clock = clock;
    }

    record Client(int tenant, int no, String name) {

        /** What its reports are counted under. */
        String source() {
            return "open311/" + no;
        }
    }

    public record Row(int no, String name, String issuedName, Instant issuedAt, @Nullable Instant revokedAt, @Nullable LocalDate usedOn) {}

    @Transactional
    public String issue(String name, Viewer by) {
        var secret = new byte[32];
        random.nextBytes(secret);
        var key = "o311_" + by.tenant() + "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        sql.select(field("pg_advisory_xact_lock({0}, {1})", Object.class, inline(LOCK), inline(by.tenant()))).fetch();
        int no = sql.select(coalesce(max(CLIENT.NO), inline(0)).plus(1)).from(CLIENT).where(CLIENT.TENANT.eq(by.tenant())).fetchSingle().value1();
        sql.insertInto(CLIENT).set(CLIENT.TENANT, by.tenant()).set(CLIENT.NO, no).set(CLIENT.NAME, name).set(CLIENT.DIGEST, digest(key)).set(CLIENT.ISSUED_BY, by.person()).set(CLIENT.ISSUED_NAME, by.unitName() + " " + by.personName())
                .set(CLIENT.ISSUED_AT, clock.instant()).execute();
        return key;
    }

    /** Whose key it is; nobody's once it is revoked. */
    Optional<Client> of(String key) {
        var form = FORM.matcher(key);
        if (!form.matches()) return Optional.empty();
        var tenant = Integer.parseInt(form.group(1));
        var found = sql.select(CLIENT.NO, CLIENT.NAME, CLIENT.USED_ON).from(CLIENT).where(CLIENT.TENANT.eq(tenant), CLIENT.DIGEST.eq(digest(key)), CLIENT.REVOKED_AT.isNull()).fetchOptional();
        found.ifPresent(row -> {
            var today = directories.of(tenant).today();
            if (!today.equals(row.value3())) sql.update(CLIENT).set(CLIENT.USED_ON, today).where(CLIENT.TENANT.eq(tenant), CLIENT.NO.eq(row.value1())).execute();
        });
        return found.map(row -> new Client(tenant, row.value1(), row.value2()));
    }

    List<Row> all(int tenant) {
        return sql.select(CLIENT.NO, CLIENT.NAME, CLIENT.ISSUED_NAME, CLIENT.ISSUED_AT, CLIENT.REVOKED_AT, CLIENT.USED_ON).from(CLIENT).where(CLIENT.TENANT.eq(tenant)).orderBy(field(CLIENT.REVOKED_AT.isNotNull()), CLIENT.NO.desc()).limit(200)
                .fetch(Records.mapping(Row::new));
    }

    boolean revoke(int no, Viewer by) {
        return sql.update(CLIENT).set(CLIENT.REVOKED_AT, clock.instant()).set(CLIENT.REVOKED_NAME, by.unitName() + " " + by.personName()).where(CLIENT.TENANT.eq(by.tenant()), CLIENT.NO.eq(no), CLIENT.REVOKED_AT.isNull()).execute() == 1;
    }

    private static byte[] digest(String key) {
        return Sm3.digest(key.getBytes(StandardCharsets.US_ASCII));
    }
}
