package cn.duban.notices;

import static cn.duban_db.notices.Tables.CHOICE;
import static cn.duban_db.notices.Tables.MANNER;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import cn.duban.crypto.Sealer;
import cn.duban.notices.Manner.Choice;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How people want to be told. Addresses and telephones are sealed, opened for sending only, and never printed. */
@Component
class Manners {

    private final DSLContext sql;
    private final Sealer sealer;
    private final Clock clock;

    Manners(DSLContext sql, Sealer sealer, Clock clock) {
        this.sql = sql;
        this.sealer = sealer;
        this.clock = clock;
    }

    Manner of(int tenant, int person) {
        return of(tenant, List.of(person)).get(person);
    }

    /** Everybody asked for, as they chose or as usual, in one statement. */
    Map<Integer, Manner> of(int tenant, Collection<Integer> people) {
        Field<Map<Choice, Boolean>> chosen = multiset(select(CHOICE.KIND, CHOICE.CHANNEL, CHOICE.WANTED).from(CHOICE)
                .where(CHOICE.TENANT.eq(MANNER.TENANT), CHOICE.PERSON.eq(MANNER.PERSON)))
                .convertFrom(rows -> rows.stream().filter(r -> Kind.named(r.value1()).isPresent())
                        .collect(Collectors.toMap(r -> new Choice(Kind.named(r.value1()).orElseThrow(), Channel.named(r.value2())), r -> r.value3())));
        var known = new HashMap<>(sql.select(MANNER.PERSON, MANNER.MAIL_MASKED, MANNER.PHONE_MASKED, MANNER.DIGEST, MANNER.QUIET_FROM, MANNER.QUIET_TO, MANNER.LANGUAGE, chosen)
                .from(MANNER).where(MANNER.TENANT.eq(tenant), MANNER.PERSON.in(people))
                .fetchMap(MANNER.PERSON, r -> new Manner(r.value1(), r.value2(), r.value3(), r.value4(), new QuietHours(r.value5(), r.value6()), r.value7(), r.value8())));
        people.forEach(person -> known.computeIfAbsent(person, Manner::usual));
        return known;
    }

    /** Everybody whom a digest could reach. */
    List<Integer> digested(int tenant) {
        return sql.select(MANNER.PERSON).from(MANNER).where(MANNER.TENANT.eq(tenant), MANNER.DIGEST.isTrue(), MANNER.MAIL.isNotNull()).fetch(MANNER.PERSON);
    }

    Optional<String> mail(int tenant, int person) {
        return open(tenant, person, MANNER.MAIL, "mail");
    }

    Optional<String> phone(int tenant, int person) {
        return open(tenant, person, MANNER.PHONE, "phone");
    }

    private Optional<String> open(int tenant, int person, TableField<?, byte[]> column, String what) {
        return sql.select(column).from(MANNER).where(MANNER.TENANT.eq(tenant), MANNER.PERSON.eq(person)).fetchOptional(column)
                .map(sealed -> sealer.openText(sealed, place(tenant, person, what)));
    }

    /**
     * Everything that a person chose.
     *
     * @param mail a new address; empty to give none any more; null to keep what is there
     * @param phone likewise
     */
    @Transactional
    void save(int tenant, Manner manner, @Nullable String mail, @Nullable String phone) {
        var row = sql.newRecord(MANNER);
        row.setTenant(tenant);
        row.setPerson(manner.person());
        row.setDigest(manner.digest());
        row.setQuietFrom(manner.quiet().from());
        row.setQuietTo(manner.quiet().to());
        row.setLanguage(manner.language());
        row.setChangedAt(clock.instant());
        if (mail != null) {
            row.setMail(mail.isEmpty() ? null : sealer.seal(mail, place(tenant, manner.person(), "mail")));
            row.setMailMasked(Masks.mail(mail));
        }
        if (phone != null) {
            row.setPhone(phone.isEmpty() ? null : sealer.seal(phone, place(tenant, manner.person(), "phone")));
            row.setPhoneMasked(Masks.phone(phone));
        }
        sql.insertInto(MANNER).set(row).onConflict(MANNER.TENANT, MANNER.PERSON).doUpdate().set(row).execute();
        sql.deleteFrom(CHOICE).where(CHOICE.TENANT.eq(tenant), CHOICE.PERSON.eq(manner.person())).execute();
        manner.chosen().forEach((choice, wanted) -> sql.insertInto(CHOICE).set(CHOICE.TENANT, tenant).set(CHOICE.PERSON, manner.person())
                .set(CHOICE.KIND, choice.kind().word()).set(CHOICE.CHANNEL, choice.channel().word()).set(CHOICE.WANTED, wanted).execute());
    }

    private static String place(int tenant, int person, String what) {
        return "notices." + what + "/" + tenant + "/" + person;
    }
}
