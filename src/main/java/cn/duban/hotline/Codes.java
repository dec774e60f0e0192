package cn.duban.hotline;

import static cn.duban_db.hotline.Tables.CODE;
import static cn.duban_db.ledger.Tables.MATTER_ROW;

import cn.duban.crypto.Sealer;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Personal;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The query codes (查询码): eight characters that are not mistaken for one another, told once and kept as a keyed digest. A code opens its ticket
 * together with the number, or with the telephone that the caller left.
 */
@Component
public class Codes {

    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LENGTH = 8;
    private static final int MOST = 200;

    private final DSLContext sql;
    private final Sealer sealer;
    private final Personal personal;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Codes(DSLContext sql, Sealer sealer, Personal personal, Clock clock) {
        this.sql = sql;
        this.sealer = sealer;
        this.personal = personal;
        this.clock = clock;
    }

    /** A new code for a ticket; the one before opens nothing any more. */
    @Transactional(propagation = Propagation.REQUIRED)
    public String issue(MatterId ticket) {
        var code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        var digest = digest(ticket.id(), code.toString());
        sql.insertInto(CODE).set(CODE.TENANT, ticket.tenant()).set(CODE.MATTER, ticket.id()).set(CODE.CODE_, digest).set(CODE.AT, clock.instant())
                .onConflict(CODE.TENANT, CODE.MATTER).doUpdate().set(CODE.CODE_, digest).set(CODE.AT, clock.instant()).execute();
        return code.toString();
    }

    public boolean issued(MatterId ticket) {
        return sql.fetchExists(CODE, CODE.TENANT.eq(ticket.tenant()), CODE.MATTER.eq(ticket.id()));
    }

    /** @param who the number of the ticket, or the telephone that was left with it */
    public Optional<MatterId> opened(int tenant, String who, String code) {
        var number = Normalizer.normalize(who, Normalizer.Form.NFKC).strip().replaceAll("[\\s—–－]", "");
        var asked = sql.select(MATTER_ROW.ID).from(MATTER_ROW).where(MATTER_ROW.TENANT.eq(tenant), MATTER_ROW.NUMBER.eq(number), MATTER_ROW.TYPE.eq(Tickets.TYPE)).fetch(MATTER_ROW.ID);
        return first(tenant, asked.isEmpty() ? personal.found(tenant, Personal.Kind.PHONE, who, MOST) : asked, code);
    }

    private Optional<MatterId> first(int tenant, List<UUID> tickets, String code) {
        if (tickets.isEmpty()) return Optional.empty();
        var typed = Normalizer.normalize(code, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
        return sql.select(CODE.MATTER, CODE.CODE_).from(CODE).where(CODE.TENANT.eq(tenant), CODE.MATTER.in(tickets)).fetch().stream()
                .filter(row -> MessageDigest.isEqual(row.value2(), digest(row.value1(), typed))).findFirst().map(row -> new MatterId(tenant, row.value1()));
    }

    private byte[] digest(UUID ticket, String code) {
        return sealer.index(ticket + "/" + code, "hotline.code");
    }
}
