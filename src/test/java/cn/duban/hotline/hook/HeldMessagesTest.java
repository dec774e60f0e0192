package cn.duban.hotline.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.duban.DubanTest;
import cn.duban.hotline.HotlineFixture;
import cn.duban.hotline.Tickets;
import cn.duban.hotline.channel.Courier;
import cn.duban.hotline.channel.Hooks.Hook;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Personal;
import cn.duban.ledger.Postman;
import cn.duban.ledger.Town;
import cn.duban.web.SignedIn;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

/** What waits apart is read whole, corrected and entered; what was kept long enough goes, and nothing that waits. */
@DubanTest
class HeldMessagesTest {

    private static final String PHONE = "13911116666";
    private static final String LONG = "云栖路路灯三天不亮。".repeat(600) + "请打13800001111，最后一句。";

    @Autowired MockMvc http;
    @Autowired Town towns;
    @Autowired Ledger ledger;
    @Autowired HotlineFixture hotline;
    @Autowired Tickets tickets;
    @Autowired Personal personal;
    @Autowired Knocks knocks;
    @Autowired Courier courier;
    @Autowired Postman postman;
    @Autowired DSLContext sql;

    private Town town;
    private int tenant;

    @BeforeEach
    void aLine() {
        town = towns.another();
        tenant = town.city.tenant();
        hotline.opens(town);
    }

    private MockHttpServletResponse ask(MockHttpServletRequestBuilder request, String login) throws Exception {
        return http.perform(request.with(SignedIn.as(town.as(login))).with(csrf())).andReturn().getResponse();
    }

    private String page(MockHttpServletRequestBuilder request) throws Exception {
        return ask(request, "hotline.registry").getContentAsString(StandardCharsets.UTF_8);
    }

    private Hook platform() {
        return knocks.hook(town, "platform", "");
    }

    private String handedDown(Hook platform, String number, String name, String text) throws Exception {
        return knocks.send(platform, "tickets", JsonMapper.shared().writeValueAsString(Map.of("number", number, "text", text, "name", name, "phone", PHONE))).get("became").asString();
    }

    private String key() throws Exception {
        var key = Pattern.compile("name=\"key\" value=\"([0-9a-f]{64})\"").matcher(page(get("/hotline/held")));
        assertThat(key.find()).isTrue();
        return key.group(1);
    }

    @Test
    void isReadWholeCorrectedAndEntered() throws Exception {
        var platform = platform();
        var name = "路".repeat(60);
        assertThat(handedDown(platform, "P-1", name, LONG)).isEqualTo("held");
        var key = key();
        var one = get("/hotline/held/one").param("source", platform.source()).param("key", key);
        assertThat(ask(one, "housing.registry").getStatus()).isEqualTo(403);
        assertThat(page(one)).contains("最后一句", "不能照原样受理", "138********", "139****66").doesNotContain("13800001111", PHONE, name);
        var look = post("/hotline/held/one/contact").param("source", platform.source()).param("key", key);
        assertThat(ask(look, "hotline.registry").getStatus()).as("nobody looks without saying what for").isEqualTo(422);
        assertThat(page(post("/hotline/held/one/contact").param("source", platform.source()).param("key", key).param("purpose", "姓名过长要改正"))).contains(PHONE, name, "查看联系方式：姓名过长要改正");
        assertThat(page(get("/hotline/held/one").param("source", platform.source()).param("key", key))).as("kept on record, and shut again").contains("查看联系方式：姓名过长要改正").doesNotContain(PHONE);
        assertThat(ask(post("/hotline/held/one").param("until", "" + Instant.now()).param("source", platform.source()).param("key", key).param("body", "短"), "hotline.registry").getStatus()).as("still wrong").isEqualTo(422);
        var there = ask(post("/hotline/held/one").param("until", "" + Instant.now()).param("source", platform.source()).param("key", key).param("kind", "complaint").param("title", "云栖路路灯").param("body", "云栖路路灯三天不亮，见附件。").param("name", "路小满"), "hotline.registry").getRedirectedUrl();
        var id = MatterId.valueOf(there.substring(there.lastIndexOf('/') + 1));
        assertThat(tickets.find(id).orElseThrow().body()).isEqualTo("云栖路路灯三天不亮，见附件。");
        assertThat(personal.of(id)).containsEntry(Personal.Kind.NAME, "路小满").containsEntry(Personal.Kind.PHONE, PHONE);
        assertThat(sql.fetchCount(sql.selectOne().from("hotline.outgoing").where("tenant = ?", tenant))).as("its platform has no address that anything could be sent to").isZero();
        assertThat(page(get("/matters/" + id))).contains("来件全文.txt");
        assertThat(handedDown(platform, "P-1", name, LONG)).as("brought again, it is what the desk made of it").isEqualTo("ticket");
        assertThat(page(get("/hotline/held"))).contains("没有单独存放的来件");
    }

    @Test
    void losesNothingOfALongText() throws Exception {
        var platform = platform();
        assertThat(handedDown(platform, "P-2", "路小满", LONG)).isEqualTo("ticket");
        var id = new MatterId(tenant, personal.found(tenant, Personal.Kind.PHONE, PHONE, 9).getFirst());
        assertThat(tickets.find(id).orElseThrow().body()).hasSize(5000);
        assertThat(handedDown(platform, "P-2", "路小满", LONG)).isEqualTo("ticket");
        assertThat(tickets.find(id).orElseThrow().done().stream().filter(done -> String.valueOf(done.note()).contains("全文见附件"))).as("once").hasSize(1);
        assertThat(page(get("/matters/" + id))).contains("来件全文.txt");
        var sms = knocks.hook(town, "sms", "");
        assertThat(knocks.text(sms, "1", PHONE, tickets.find(id).orElseThrow().number() + " " + LONG)).isEqualTo("addition");
        assertThat(tickets.find(id).orElseThrow().done().stream().filter(done -> String.valueOf(done.note()).contains("全文见附件"))).hasSize(2);
    }

    @Test
    void leavesWhatCameSinceThePageWasRead() throws Exception {
        var sms = knocks.hook(town, "sms", "");
        for (int i = 0; i < 11; i++) knocks.text(sms, "" + i, PHONE, "第 " + i + " 件事要说");
        var until = Pattern.compile("name=\"until\" value=\"([^\"]+)\"").matcher(page(get("/hotline/held/one").param("source", "sms").param("key", key())));
        assertThat(until.find()).isTrue();
        assertThat(knocks.text(sms, "11", PHONE, "燃气有味道，没有人看过")).isEqualTo("held");
        assertThat(ask(post("/hotline/held/laying-aside").param("source", "sms").param("key", key()), "hotline.registry").getStatus()).as("up to where").isEqualTo(422);
        ask(post("/hotline/held/laying-aside").param("source", "sms").param("key", key()).param("until", until.group(1)), "hotline.registry");
        assertThat(page(get("/hotline/held"))).contains("燃气有味道").doesNotContain("第 10 件事要说");
    }

    @Test
    void boundsWhatEverNewSendersBringInAnHourAndTellsTheDesk() throws Exception {
        var sms = knocks.hook(town, "sms", "");
        sql.execute("insert into hotline.arrival (tenant, source, digest, became, matter, at) select ?, 'sms', decode(md5(i::text) || md5(i::text), 'hex'), 'ticket', gen_random_uuid(), now() from generate_series(1, 999) i", tenant);
        assertThat(knocks.text(sms, "1", "13911110001", "云栖路路灯三天不亮")).isEqualTo("ticket");
        assertThat(knocks.text(sms, "2", "13911110002", "望江街井盖松动")).isEqualTo("held");
        assertThat(page(get("/hotline"))).contains("有 1 件来件单独存放");
        assertThat(page(get("/hotline/held"))).contains("望江街井盖松动");
        assertThat(handedDown(platform(), "P-3", "路小满", "请问公园几点关门")).as("another system is not held up").isEqualTo("ticket");
        sql.execute("update hotline.arrival set at = at - interval '61 minutes' where tenant = ?", tenant);
        assertThat(knocks.text(sms, "3", "13911110003", "江滨路积水")).isEqualTo("ticket");
    }

    @Test
    void addsWhatWasHeldOnTheWayToItsTicketThere() throws Exception {
        var sms = knocks.hook(town, "sms", "");
        assertThat(knocks.text(sms, "0", PHONE, "云栖路路灯三天不亮")).isEqualTo("ticket");
        var id = new MatterId(tenant, personal.found(tenant, Personal.Kind.PHONE, PHONE, 1).getFirst());
        var number = tickets.find(id).orElseThrow().number();
        for (int i = 1; i < 10; i++) assertThat(knocks.text(sms, "" + i, PHONE, number + " 第 " + i + " 晚还是不亮")).isEqualTo("addition");
        assertThat(knocks.text(sms, "10", PHONE, number + " 第十晚还是不亮")).isEqualTo("held");
        assertThat(ask(post("/hotline/held/taking").param("until", "" + Instant.now()).param("source", "sms").param("key", key()), "hotline.registry").getRedirectedUrl()).endsWith("/" + id);
        assertThat(tickets.find(id).orElseThrow().last("supplement").orElseThrow().note()).isEqualTo("第十晚还是不亮");
        assertThat(personal.found(tenant, Personal.Kind.PHONE, PHONE, 9)).hasSize(1);
        assertThat(knocks.text(sms, "10", PHONE, number + " 第十晚还是不亮")).as("brought again").isEqualTo("addition");
    }

    @Test
    void keepsTheWholeOfWhatTheDeskCorrected() throws Exception {
        var sms = knocks.hook(town, "sms", "");
        assertThat(knocks.text(sms, "0", PHONE, "云栖路路灯三天不亮")).isEqualTo("ticket");
        var id = new MatterId(tenant, personal.found(tenant, Personal.Kind.PHONE, PHONE, 1).getFirst());
        for (int i = 1; i < 11; i++) knocks.text(sms, "" + i, PHONE, tickets.find(id).orElseThrow().number() + " 第 " + i + " 晚还是不亮");
        assertThat(ask(post("/hotline/held/one").param("until", "" + Instant.now()).param("source", "sms").param("key", key()).param("body", "第十晚还是不亮。".repeat(300)), "hotline.registry").getRedirectedUrl()).endsWith("/" + id);
        assertThat(page(get("/matters/" + id))).contains("来件全文.txt");
    }

    @Test
    void readsAndSettlesSoManyAtOnceAndTellsOfTheOthers() throws Exception {
        var sms = knocks.hook(town, "sms", "");
        for (int i = 0; i < 213; i++) knocks.text(sms, "" + i, PHONE, "第 " + i + " 件事要说");
        assertThat(page(get("/hotline/held/one").param("source", "sms").param("key", key()))).contains("第 209 件事要说", "另有 3 件不在这一页上").doesNotContain("第 210 件事要说");
        ask(post("/hotline/held/laying-aside").param("until", "" + Instant.now()).param("source", "sms").param("key", key()), "hotline.registry");
        assertThat(page(get("/hotline/held"))).contains("第 210 件事要说", "3 件").doesNotContain("第 209 件事要说");
    }

    @Test
    void letsGoOfWhatWasKeptLongEnoughAndOfNothingThatWaits() throws Exception {
        var platform = platform();
        for (var number : new String[] {"aside", "waits"}) assertThat(handedDown(platform, number, "路".repeat(60), "云栖路" + number + "路灯不亮")).isEqualTo("held");
        ask(post("/hotline/held/laying-aside").param("until", "" + Instant.now()).param("source", platform.source()).param("key", key()), "hotline.registry");
        var sms = knocks.hook(town, "sms", "");
        assertThat(knocks.text(sms, "open", PHONE, "云栖路路灯三天不亮")).isEqualTo("ticket");
        assertThat(knocks.text(sms, "over", "13911117777", "请问公园几点关门")).isEqualTo("ticket");
        var over = new MatterId(tenant, personal.found(tenant, Personal.Kind.PHONE, "13911117777", 1).getFirst());
        ledger.act(over, Act.of("answer-now").field("category", "市政设施·路灯").saying("note", "二十二时关门。"), town.as("hotline.registry"));
        // the answer itself is owed after the act, and would otherwise come to be owed whenever the outbox is emptied
        postman.deliver(tenant);
        sql.execute("update hotline.outgoing set state = 'sent', done_at = now() where tenant = ? and matter = ?", tenant, over.id());
        sql.execute("update hotline.outgoing set state = 'failed', done_at = now() where tenant = ? and matter <> ?", tenant, over.id());
        courier.sweep(tenant);
        assertThat(counts()).as("nothing is old").isEqualTo("2 held, 3 outgoing, 4 arrivals");
        sql.execute("update hotline.held set at = at - interval '400 days', done_at = done_at - interval '400 days' where tenant = ?", tenant);
        sql.execute("update hotline.outgoing set made_at = made_at - interval '400 days', done_at = done_at - interval '400 days' where tenant = ?", tenant);
        sql.execute("update hotline.arrival set at = at - interval '1200 days' where tenant = ?", tenant);
        courier.sweep(tenant);
        assertThat(counts()).as("the settled ticket was settled today; what failed was not answered").isEqualTo("1 held, 1 outgoing, 3 arrivals");
        sql.execute("update ledger.matter set settled_at = settled_at - interval '1200 days' where tenant = ? and id = ?", tenant, over.id());
        courier.sweep(tenant);
        assertThat(counts()).isEqualTo("1 held, 1 outgoing, 2 arrivals");
        assertThat(page(get("/hotline/held"))).contains("路灯不亮");
    }

    private String counts() {
        return sql.fetchCount(sql.selectOne().from("hotline.held").where("tenant = ?", tenant)) + " held, " + sql.fetchCount(sql.selectOne().from("hotline.outgoing").where("tenant = ?", tenant)) + " outgoing, " + sql.fetchCount(sql.selectOne().from("hotline.arrival").where("tenant = ?", tenant)) + " arrivals";
    }
}
