package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.PERSONAL;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;

import cn.duban.crypto.Sealer;
import java.text.Normalizer;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Citizens' names, telephones, addresses and accounts, each sealed under the matter that it belongs to, here and nowhere else. A telephone or an address of mail is found again
 * by its keyed digest, without any row being opened.
 *
 * <p>Whoever asks has made sure that it is owed to the reader: nothing here knows who looks.
 */
@Component
public class Personal {

    public enum Kind {
        NAME, PHONE, ID_NUMBER, ADDRESS, MAIL, ACCOUNT, OTHER;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether somebody is found by it again. */
        boolean finds() {
            return this == PHONE || this == ID_NUMBER || this == MAIL || this == ACCOUNT;
        }
    }

    private final DSLContext sql;
    private final Sealer sealer;
    private final Clock clock;

    Personal(DSLContext sql, Sealer sealer, Clock clock) {
        this.sql = sql;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** In the transaction that opens the matter, or that says why it is corrected; blank texts are not kept, one of the same kind takes the place of the one before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(MatterId matter, Map<Kind, String> texts) {
        texts.forEach((kind, text) -> {
            forget(matter, List.of(kind));
            if (text.isBlank()) return;
            var id = Ledger.newId();
            sql.insertInto(PERSONAL).set(PERSONAL.TENANT, matter.tenant()).set(PERSONAL.ID, id).set(PERSONAL.MATTER, matter.id()).set(PERSONAL.KIND, kind.word())
                    .set(PERSONAL.SEALED, sealer.seal(text.strip(), place(matter.tenant(), id, kind))).set(PERSONAL.FOUND_BY, kind.finds() ? index(kind, text) : null).set(PERSONAL.ADDED_AT, clock.instant()).execute();
        });
    }

    /** For good: row, kind and times stay, the text and what it is found by go. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(MatterId matter, Collection<Kind> kinds) {
        sql.update(PERSONAL).set(PERSONAL.SEALED, new byte[0]).setNull(PERSONAL.FOUND_BY).set(PERSONAL.ERASED_AT, clock.instant())
                .where(PERSONAL.TENANT.eq(matter.tenant()), PERSONAL.MATTER.eq(matter.id()), PERSONAL.KIND.in(kinds.stream().map(Kind::word).toList()), PERSONAL.ERASED_AT.isNull()).execute();
    }

    public Map<Kind, String> of(MatterId matter) {
        return of(matter.tenant(), List.of(matter.id())).getOrDefault(matter.id(), Map.of());
    }

    /** Of several matters, in one statement; a matter with nothing is not among them. */
    public Map<UUID, Map<Kind, String>> of(int tenant, Collection<UUID> matters) {
        var all = new HashMap<UUID, Map<Kind, String>>();
        sql.select(PERSONAL.ID, PERSONAL.MATTER, PERSONAL.KIND, PERSONAL.SEALED).from(PERSONAL).where(PERSONAL.TENANT.eq(tenant), PERSONAL.MATTER.in(matters), PERSONAL.ERASED_AT.isNull())
                .forEach(r -> {
                    var kind = Kind.valueOf(r.value3().toUpperCase(Locale.ROOT));
                    all.computeIfAbsent(r.value2(), none -> new EnumMap<>(Kind.class)).put(kind, sealer.openText(r.value4(), place(tenant, r.value1(), kind)));
                });
        return all;
    }

    /** Matters whose telephone or number this is, the latest first. */
    public List<UUID> found(int tenant, Kind kind, String text, int most) {
        TableField<?, UUID> matter = PERSONAL.MATTER;
        return sql.select(matter).from(PERSONAL).where(PERSONAL.TENANT.eq(tenant), PERSONAL.KIND.eq(kind.word()), PERSONAL.FOUND_BY.eq(index(kind, text)), PERSONAL.FOUND_BY.isNotNull(), PERSONAL.ERASED_AT.isNull())
                .groupBy(matter).orderBy(max(PERSONAL.ADDED_AT).desc()).limit(inline(Math.max(1, most))).fetch(matter);
    }

    /** Who is who among several matters, without anybody being named: the same text for the same telephone. A matter without one is not among them. */
    public Map<UUID, String> callers(int tenant, Collection<UUID> matters) {
        var callers = new HashMap<UUID, String>();
        sql.select(PERSONAL.MATTER, PERSONAL.FOUND_BY).from(PERSONAL).where(PERSONAL.TENANT.eq(tenant), PERSONAL.MATTER.in(matters), PERSONAL.KIND.eq(inline(Kind.PHONE.word())), PERSONAL.FOUND_BY.isNotNull(), PERSONAL.ERASED_AT.isNull())
                .forEach(r -> callers.put(r.value1(), HexFormat.of().formatHex(r.value2())));
        return callers;
    }

    /** The same number however it was typed: with spaces, in full width, with the country's code. */
    public static String plain(@Nullable String number) {
        var digits = Normalizer.normalize(number == null ? "" : number, Normalizer.Form.NFKC).replaceAll("[^0-9+Xx]", "").toUpperCase(Locale.ROOT);
        return digits.replaceFirst("^(\\+|00)86", "").replace("+", "");
    }

    private byte[] index(Kind kind, String text) {
        return sealer.index(kind == Kind.MAIL || kind == Kind.ACCOUNT ? written(kind, text) : plain(text), "ledger.personal/" + kind.word());
    }

    /** Servers of mail tell no small letter from a capital one; a messaging account does. */
    private static String written(Kind kind, String text) {
        return kind == Kind.MAIL ? text.strip().toLowerCase(Locale.ROOT) : text.strip();
    }

    private static String place(int tenant, UUID id, Kind kind) {
        return "ledger.personal/" + tenant + "/" + id + "/" + kind.word();
    }
}
