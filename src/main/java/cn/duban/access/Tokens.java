package cn.duban.access;

import static cn.duban_db.access.Tables.ACCOUNT;
import static cn.duban_db.access.Tables.TOKEN;

import cn.duban.web.Viewer;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tokens of programs: {@code duban_<tenant>_<secret>}, 256 random bits of which only the SHA-256 is kept. The tenant is
 * in the clear so that the look-up names it, as every statement does.
 */
@Component
class Tokens {

    private static final Pattern FORM = Pattern.compile("duban_([0-9]{1,9})_[A-Za-z0-9_-]{43}");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final DSLContext sql;
    private final Roster roster;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    /** One for all, so that two of the same millisecond still rise and lists keep their order. */
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    Tokens(DSLContext sql, Roster roster, Clock clock) {
        this.sql = sql;
        this.roster = roster;
        this.clock = clock;
    }

    /** Issues a token for the viewer in their present post; the text returned is never to be had again. */
    String issue(Viewer viewer, String name, LocalDate expiresOn) {
        var secret = new byte[32];
        random.nextBytes(secret);
        var token = "duban_" + viewer.tenant() + "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        sql.insertInto(TOKEN)
                .set(TOKEN.TENANT, viewer.tenant()).set(TOKEN.ID, ids.generate())
                .set(TOKEN.DIGEST, digest(token)).set(TOKEN.NAME, name)
                .set(TOKEN.PERSON, viewer.person()).set(TOKEN.POST, viewer.post())
                .set(TOKEN.CREATED_BY, viewer.person()).set(TOKEN.CREATED_AT, clock.instant())
                .set(TOKEN.EXPIRES_ON, expiresOn)
                .execute();
        return token;
    }

    /** Whom a token stands for: nobody once it is revoked, past its last day, its account shut, or its person no longer in the post. */
    Optional<Viewer> viewer(String token) {
        var form = FORM.matcher(token);
        if (!form.matches()) return Optional.empty();
        var tenant = Integer.parseInt(form.group(1));
        var today = today();
        var found = sql.select(TOKEN.ID, TOKEN.PERSON, TOKEN.POST, TOKEN.LAST_USED_ON).from(TOKEN)
                .leftJoin(ACCOUNT).on(ACCOUNT.TENANT.eq(TOKEN.TENANT), ACCOUNT.PERSON.eq(TOKEN.PERSON))
                .where(TOKEN.TENANT.eq(tenant), TOKEN.DIGEST.eq(digest(token)), TOKEN.REVOKED_AT.isNull(), TOKEN.EXPIRES_ON.ge(today),
                        ACCOUNT.DISABLED_AT.isNull())
                .fetchOptional(Records.mapping(Use::new));
        found.filter(use -> !today.equals(use.lastUsedOn())).ifPresent(use -> sql.update(TOKEN)
                .set(TOKEN.LAST_USED_ON, today)
                .where(TOKEN.TENANT.eq(tenant), TOKEN.ID.eq(use.id())).execute());
        return found.flatMap(use -> roster.viewer(tenant, use.person(), use.post()));
    }

    List<TokenRow> ofPerson(Viewer viewer) {
        return rows(viewer, TOKEN.PERSON.eq(viewer.person()), 200);
    }

    /** The tokens of everybody, the valid ones first, the newest of either sort first. @param after the last one of the page before */
    List<TokenRow> all(Viewer administrator, @Nullable Place after, int most) {
        if (after == null) return rows(administrator, DSL.noCondition(), most);
        var further = after.spent() ? spent().and(TOKEN.ID.lt(after.id())) : spent().or(TOKEN.ID.lt(after.id()));
        return rows(administrator, further, most);
    }

    /** A place in the list of all tokens. */
    record Place(boolean spent, UUID id) {}

    /** Whatever a person's tokens could do is over: their account was shut, or their password was reset. */
    void revokeAll(int tenant, int person, int by) {
        sql.update(TOKEN).set(TOKEN.REVOKED_AT, clock.instant()).set(TOKEN.REVOKED_BY, by)
                .where(TOKEN.TENANT.eq(tenant), TOKEN.PERSON.eq(person), TOKEN.REVOKED_AT.isNull()).execute();
    }

    /** Revokes a token of the viewer, or of anybody of the tenant where an administrator asks. */
    boolean revoke(Viewer viewer, UUID id) {
        return sql.update(TOKEN).set(TOKEN.REVOKED_AT, clock.instant()).set(TOKEN.REVOKED_BY, viewer.person())
                .where(TOKEN.TENANT.eq(viewer.tenant()), TOKEN.ID.eq(id), TOKEN.REVOKED_AT.isNull(),
                        viewer.has(Viewer.Duty.ADMINISTER) ? DSL.noCondition() : TOKEN.PERSON.eq(viewer.person()))
                .execute() == 1;
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(ZONE));
    }

    private Condition spent() {
        return TOKEN.REVOKED_AT.isNotNull().or(TOKEN.EXPIRES_ON.lt(today()));
    }

    private List<TokenRow> rows(Viewer viewer, Condition which, int most) {
        var today = today();
        return sql.select(TOKEN.ID, TOKEN.NAME, TOKEN.PERSON, TOKEN.POST, TOKEN.CREATED_AT, TOKEN.EXPIRES_ON, TOKEN.REVOKED_AT, TOKEN.LAST_USED_ON)
                .from(TOKEN).where(TOKEN.TENANT.eq(viewer.tenant()), which)
                .orderBy(DSL.field(spent()), TOKEN.ID.desc()).limit(most)
                .fetch(row -> new TokenRow(
                        row.value1(), row.value2(), roster.name(viewer.tenant(), row.value3()), roster.postName(viewer.tenant(), row.value4()),
                        row.value5(), row.value6(), row.value8(),
                        row.value7() != null ? TokenRow.State.REVOKED : row.value6().isBefore(today) ? TokenRow.State.EXPIRED : TokenRow.State.VALID));
    }

    private record Use(UUID id, int person, int post, @Nullable LocalDate lastUsedOn) {}

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
