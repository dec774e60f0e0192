package cn.duban.notices;

import static cn.duban_db.notices.Tables.DELIVERY;

import cn.duban.ledger.Postman;
import cn.duban.ledger.Secrecy;
import cn.duban.ledger.Town;
import cn.duban.notices.Manner.Choice;
import cn.duban_db.notices.tables.records.DeliveryRecord;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/** The invented city with gateways, and people who want to be told at any hour. */
final class Office {

    static final QuietHours NEVER = new QuietHours(LocalTime.NOON, LocalTime.NOON);

    private final DSLContext sql;
    private final Town town;
    private final Gateways gateways;
    private final Manners manners;
    private final Postman postman;

    Office(DSLContext sql, Town town, Gateways gateways, Manners manners, Postman postman) {
        this.sql = sql;
        this.town = town;
        this.gateways = gateways;
        this.manners = manners;
        this.postman = postman;
    }

    int tenant() {
        return town.city.tenant();
    }

    void mail(int port, Secrecy titles) {
        save(Gateway.Kind.MAIL, null, Map.of("host", "127.0.0.1", "port", "" + port, "security", "none", "user", "", "sender", "duban@mingchuan.example"), Map.of(), titles);
    }

    void sms(String url, Secrecy titles) {
        save(Gateway.Kind.SMS, null, Map.of("url", url, "sign", "明川督办"), Map.of("secret", "between us"), titles);
    }

    int robot(Gateway.Kind kind, String unit, String url, String secret) {
        return save(kind, town.unit(unit), Map.of("quietFrom", "12:00", "quietTo", "12:00"), Map.of("url", url, "secret", secret), Secrecy.PUBLIC);
    }

    private int save(Gateway.Kind kind, Integer unit, Map<String, String> settings, Map<String, String> secrets, Secrecy titles) {
        var number = gateways.all(tenant()).stream().filter(g -> g.kind() == kind && unit == null).map(Gateway::gateway).findFirst().orElse(0);
        return gateways.save(new Gateway(tenant(), number, kind, unit, "明川市督办平台", true, settings, secrets, titles), town.as("admin"));
    }

    /** Everything by these channels, the digest apart. */
    void wants(String login, QuietHours quiet, Channel... channels) {
        var person = town.as(login).person();
        var chosen = new HashMap<Choice, Boolean>();
        for (var channel : Channel.CHOSEN) for (var kind : Kind.values()) chosen.put(new Choice(kind, channel), List.of(channels).contains(channel));
        manners.save(tenant(), new Manner(person, "", "", List.of(channels).contains(Channel.DIGEST), quiet, "zh", chosen), address(login), "139" + String.format("%08d", tenant() * 1000L + person));
    }

    String address(String login) {
        return login + "@" + tenant() + ".mingchuan.example";
    }

    /** Hands every act to the listeners, and lets the minute pass in which messages are gathered. */
    void aMinuteLater() {
        postman.deliver(tenant());
        ripen();
    }

    void ripen() {
        sql.update(DELIVERY).set(DELIVERY.NOT_BEFORE, DELIVERY.NOT_BEFORE.minus(new org.jooq.types.DayToSecond(0, 0, 2))).where(DELIVERY.TENANT.eq(tenant()), DELIVERY.STATE.eq("pending")).execute();
    }

    /** As after the pause before another attempt. */
    void hoursLater() {
        sql.update(DELIVERY).set(DELIVERY.NOT_BEFORE, DELIVERY.MADE_AT).where(DELIVERY.TENANT.eq(tenant()), DELIVERY.STATE.eq("pending")).execute();
    }

    List<DeliveryRecord> outbox() {
        return sql.selectFrom(DELIVERY).where(DELIVERY.TENANT.eq(tenant())).orderBy(DELIVERY.ID).fetch();
    }
}
