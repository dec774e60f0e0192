package cn.duban.hotline.hook;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.DubanTest;
import cn.duban.hotline.HotlineFixture;
import cn.duban.hotline.Ticket;
import cn.duban.hotline.Tickets;
import cn.duban.hotline.channel.Courier;
import cn.duban.hotline.channel.Hooks.Hook;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Personal;
import cn.duban.ledger.Postman;
import cn.duban.ledger.Town;
import cn.duban.ledger.Verifier;
import cn.duban.rating.Level;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From the text that reports to the figure that rates the answer: by the door for texts alone. */
@DubanTest
class RatedByTextTest {

    private static final String PHONE = "13911114444";

    @Autowired Town towns;
    @Autowired Ledger ledger;
    @Autowired HotlineFixture hotline;
    @Autowired Tickets tickets;
    @Autowired Personal personal;
    @Autowired Knocks knocks;
    @Autowired Courier courier;
    @Autowired Postman postman;
    @Autowired Verifier verifier;
    @Autowired DSLContext sql;

    private Town town;
    private int tenant;
    private OtherSide there;
    private Hook sms;
    private int next;

    @BeforeEach
    void textsComeAndGo() throws Exception {
        town = towns.another();
        tenant = town.city.tenant();
        hotline.opens(town);
        there = new OtherSide();
        knocks.textsLeaveTo(town, there.url());
        sms = knocks.hook(town, "sms", "");
    }

    @AfterEach
    void stop() {
        there.close();
    }

    private String writes(String text) throws Exception {
        return knocks.text(sms, "r" + next++, PHONE, text);
    }

    private Ticket ticket(MatterId id) {
        return tickets.find(id).orElseThrow();
    }

    private void leaves() {
        postman.deliver(tenant);
        courier.send(tenant);
    }

    private MatterId reported(String text) throws Exception {
        assertThat(writes("新诉求 " + text)).isEqualTo("ticket");
        return new MatterId(tenant, personal.found(tenant, Personal.Kind.PHONE, PHONE, 9).getFirst());
    }

    private MatterId replied(String text) throws Exception {
        var id = reported(text);
        ledger.act(id, Act.of("dispatch").role("lead", town.unit("市住建局")).field("category", "市政设施·路灯").field("grade", "usual").due(town.today().plusDays(7)), town.as("hotline.registry"));
        ledger.act(id, Act.of("receive"), town.as("housing.registry"));
        ledger.act(id, Act.of("draft").saying("note", "路灯已换新。"), town.as("housing.handle1"));
        ledger.act(id, Act.of("reply"), town.as("housing"));
        leaves();
        return id;
    }

    private int given(MatterId id) {
        return sql.fetchOptional("select g.level from rating.given g join rating.service s on s.tenant = g.tenant and s.id = g.service where g.tenant = ? and s.matter = ? and g.channel = 'text'", tenant, id.id()).map(r -> r.get(0, Integer.class)).orElse(0);
    }

    @Test
    void asksWithTheAnswerAndTakesTheFigureOnce() throws Exception {
        var id = replied("云栖路路灯三天不亮");
        assertThat(there.last()).contains(ticket(id).number(), "路灯已换新", "请回复数字评价", "5非常满意");
        assertThat(ticket(id).state()).as("nobody who says nothing is satisfied").isEqualTo("replied");
        assertThat(writes("5")).isEqualTo("rating");
        assertThat(ticket(id).state()).isEqualTo("closed");
        assertThat(ticket(id).rating()).contains(Level.VERY_SATISFIED);
        leaves();
        assertThat(given(id)).as("in the room of ratings").isEqualTo(5);
        assertThat(knocks.text(sms, "r1", PHONE, "5")).as("brought again").isEqualTo("rating");
        assertThat(writes("1")).as("rated is rated; it is kept as what was written").isEqualTo("addition");
        assertThat(ticket(id).rating()).contains(Level.VERY_SATISFIED);
        assertThat(given(id)).isEqualTo(5);
        assertThat(writes("五一广场的路灯也不亮")).as("of a rated and closed one nothing goes on").isEqualTo("ticket");
        assertThat(verifier.breaks(tenant)).isEmpty();
    }

    @Test
    void isOverForWhoeverWasJoinedOnceTheyRated() throws Exception {
        var master = hotline.reported(town, Map.of("phone", "13911119999")).id();
        var joined = reported("云栖路12号门口的污水井堵了三天");
        ledger.act(joined, Act.of("merge").other(master.id()).saying("reason", "同一件事"), town.as("hotline.registry"));
        ledger.act(master, Act.of("answer-now").field("category", "市政设施·路灯").saying("note", "昨天已经疏通。"), town.as("hotline.registry"));
        leaves();
        assertThat(there.last()).contains("请回复数字评价");
        assertThat(writes("井盖也破了")).as("still to be rated").isEqualTo("addition");
        assertThat(writes("5")).isEqualTo("rating");
        assertThat(writes("望江街路灯三天不亮")).as("another thing").isEqualTo("ticket");
        assertThat(ticket(joined).joined()).isTrue();
    }

    @Test
    void doesItAgainWhereTheWordSaysDissatisfied() throws Exception {
        var id = replied("云栖路路灯三天不亮");
        assertThat(writes("不满意，还是不亮")).isEqualTo("rating");
        assertThat(ticket(id).state()).isEqualTo("again");
        assertThat(ticket(id).last("dissatisfied").orElseThrow().reason()).isEqualTo("还是不亮");
        leaves();
        assertThat(given(id)).isEqualTo(2);
        assertThat(writes("今晚也没亮")).as("while it is done again").isEqualTo("addition");
        assertThat(ticket(id).last("supplement").orElseThrow().note()).isEqualTo("今晚也没亮");
    }

    @Test
    void keepsWhateverIsNoRatingAndLeavesItUnrated() throws Exception {
        var id = replied("云栖路路灯三天不亮");
        assertThat(writes("5号楼那一盏还没修")).isEqualTo("addition");
        assertThat(ticket(id).state()).isEqualTo("replied");
        assertThat(ticket(id).rating()).isEmpty();
        assertThat(given(id)).isZero();
        assertThat(personal.found(tenant, Personal.Kind.PHONE, PHONE, 9)).hasSize(1);
        assertThat(writes("4")).as("still to be rated").isEqualTo("rating");
    }

    @Test
    void takesAFigureForWhatWasAskedLastAndTheNumberForAnother() throws Exception {
        var first = replied("云栖路路灯三天不亮");
        var second = replied("望江街井盖松动");
        assertThat(there.last()).contains("您另有答复没有评价", ticket(second).number() + " 5");
        assertThat(writes("4")).isEqualTo("rating");
        assertThat(ticket(second).rating()).contains(Level.SATISFIED);
        assertThat(ticket(first).rating()).isEmpty();
        assertThat(writes("4")).as("it was asked last, and is rated: no other one is meant").isEqualTo("addition");
        assertThat(ticket(first).rating()).isEmpty();
        assertThat(writes(ticket(first).number() + " 2")).isEqualTo("rating");
        assertThat(ticket(first).state()).isEqualTo("again");
    }

    @Test
    void asksWhoeverWasAnsweredAtOnce() throws Exception {
        var id = reported("请问公园几点关门");
        ledger.act(id, Act.of("answer-now").field("category", "市政设施·路灯").saying("note", "二十二时关门。"), town.as("hotline.registry"));
        leaves();
        assertThat(there.last()).contains("请回复数字评价");
        assertThat(knocks.text(sms, "elsewhere", "13911115555", "5")).as("somebody else's figure is no rating of it").isNotEqualTo("rating");
        assertThat(writes("3")).isEqualTo("rating");
        assertThat(ticket(id).rating()).contains(Level.BASICALLY);
    }

    @Test
    void holdsUpNobodyWhereOneSystemOfAKindDoesNotAnswer() throws Exception {
        var dead = knocks.hook(town, "message", "http://127.0.0.1:1/in");
        var alive = knocks.hook(town, "message", there.url());
        for (var hook : java.util.List.of(dead, alive)) knocks.send(hook, "messages", "{\"id\":\"1\",\"from\":\"o" + hook.no() + "\",\"text\":\"请问公园几点关门\"}");
        knocks.send(dead, "messages", "{\"id\":\"2\",\"from\":\"oAnother\",\"text\":\"请问公园几点关门\"}");
        assertThat(sql.execute("update hotline.outgoing set not_before = not_before - interval '1 minute' where tenant = ? and target = ?", tenant, dead.source())).isEqualTo(2);
        courier.send(tenant);
        assertThat(there.arrived).singleElement().satisfies(said -> assertThat(said.get("account").asString()).isEqualTo("o" + alive.no()));
        assertThat(sql.fetchCount(sql.selectOne().from("hotline.outgoing").where("tenant = ? and target = ? and not_before > now()", tenant, dead.source()))).as("what else waits for it waits as long").isEqualTo(2);
    }
}
