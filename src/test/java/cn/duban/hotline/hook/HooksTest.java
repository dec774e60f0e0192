package cn.duban.hotline.hook;

import static cn.duban.hotline.hook.Knocks.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.duban.DubanTest;
import cn.duban.hotline.HotlineFixture;
import cn.duban.hotline.Ticket;
import cn.duban.hotline.Tickets;
import cn.duban.hotline.channel.Courier;
import cn.duban.hotline.channel.Hooks;
import cn.duban.hotline.channel.Hooks.Hook;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Personal;
import cn.duban.ledger.Postman;
import cn.duban.ledger.Town;
import cn.duban.web.SignedIn;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Texts, messages, calls and what platforms hand down: signed, once each, into the same queue, and the answer back by the same way. */
@DubanTest
class HooksTest {

    private static final String PHONE = "13911112222";

    @Autowired MockMvc http;
    @Autowired Town towns;
    @Autowired Ledger ledger;
    @Autowired HotlineFixture hotline;
    @Autowired Hooks hooks;
    @Autowired Knocks knocks;
    @Autowired Personal personal;
    @Autowired Tickets tickets;
    @Autowired Postman postman;
    @Autowired Courier courier;
    @Autowired Rings rings;
    @Autowired DSLContext sql;

    private OtherSide there;
    private List<JsonNode> arrived;
    private Town town;
    private int tenant;

    @BeforeEach
    void anotherSide() throws Exception {
        town = towns.another();
        tenant = town.city.tenant();
        hotline.opens(town);
        there = new OtherSide();
        arrived = there.arrived;
        knocks.textsLeaveTo(town, there.url());
    }

    @AfterEach
    void stop() {
        there.close();
    }

    private Hook hook(String kind) {
        return knocks.hook(town, kind, kind.equals("sms") || kind.equals("phone") ? "" : there.url());
    }

    private MockHttpServletRequestBuilder signed(MockHttpServletRequestBuilder request, Hook hook, String text) {
        return knocks.signed(request, hook, text);
    }

    private JsonNode send(Hook hook, String end, String json) throws Exception {
        return knocks.send(hook, end, json);
    }

    private List<Ticket> of(Personal.Kind kind, String text) {
        return personal.found(tenant, kind, text, 50).stream().map(id -> tickets.find(new MatterId(tenant, id)).orElseThrow()).toList();
    }

    private void replied(MatterId id) {
        ledger.act(id, Act.of("dispatch").role("lead", town.unit("市住建局")).field("category", "市政设施·路灯").field("grade", "usual").due(town.today().plusDays(7)), town.as("hotline.registry"));
        ledger.act(id, Act.of("receive"), town.as("housing.registry"));
        ledger.act(id, Act.of("draft").saying("note", "路灯已换新。"), town.as("housing.handle1"));
        ledger.act(id, Act.of("reply"), town.as("housing"));
        postman.deliver(tenant);
        courier.send(tenant);
    }

    @Test
    void answersATextByText() throws Exception {
        var sms = hook("sms");
        var text = "{\"id\":\"7001\",\"from\":\"+86 139 1111 2222\",\"text\":\"云栖路路灯三天不亮，投诉\"}";
        assertThat(send(sms, "texts", text).get("became").asString()).isEqualTo("ticket");
        assertThat(send(sms, "texts", text).get("became").asString()).as("brought twice").isEqualTo("ticket");
        courier.send(tenant);
        var ticket = of(Personal.Kind.PHONE, PHONE).getFirst();
        assertThat(of(Personal.Kind.PHONE, PHONE)).hasSize(1);
        assertThat(ticket.field("channel")).isEqualTo("sms");
        assertThat(arrived).singleElement().satisfies(said -> {
            assertThat(said.get("phone").asString()).isEqualTo(PHONE);
            assertThat(said.get("text").asString()).contains(ticket.number(), "查询码");
        });
        assertThat(send(sms, "texts", "{\"id\":\"7002\",\"from\":\"" + PHONE + "\",\"text\":\"" + ticket.number() + " 今天还是不亮\"}").get("became").asString()).isEqualTo("addition");
        assertThat(send(sms, "texts", "{\"id\":\"7003\",\"from\":\"13900000000\",\"text\":\"" + ticket.number() + " 别人的号码\"}").get("became").asString()).as("somebody else's is no addition").isEqualTo("ticket");
        assertThat(tickets.find(ticket.id()).orElseThrow().last("supplement").orElseThrow().note()).isEqualTo("今天还是不亮");
        replied(ticket.id());
        assertThat(arrived.getLast().get("text").asString()).contains("已答复", "路灯已换新");
    }

    @Test
    void answersAMessageWhereTheAccountIsKept() throws Exception {
        var message = hook("message");
        send(message, "messages", "{\"id\":\"1\",\"from\":\"oAbc-Xyz\",\"text\":\"请问公园几点关门\"}");
        courier.send(tenant);
        var ticket = of(Personal.Kind.ACCOUNT, "oAbc-Xyz").getFirst();
        assertThat(ticket.field("kind")).isEqualTo("enquiry");
        assertThat(arrived.getLast().get("account").asString()).isEqualTo("oAbc-Xyz");
        assertThat(arrived.getLast().get("event").asString()).isEqualTo("taken");
    }

    @Test
    void takesAnAccountOfAnotherSystemForSomebodyElse() throws Exception {
        var one = hook("message");
        var other = hook("message");
        send(one, "messages", "{\"id\":\"1\",\"from\":\"1001\",\"text\":\"云栖路路灯三天不亮，投诉\"}");
        var ticket = of(Personal.Kind.ACCOUNT, "1001").getFirst();
        replied(ticket.id());
        assertThat(send(other, "messages", "{\"id\":\"2\",\"from\":\"1001\",\"text\":\"5\"}").get("became").asString()).as("asked there alone").isNotIn("rating", "addition");
        assertThat(send(other, "messages", "{\"id\":\"3\",\"from\":\"1001\",\"text\":\"" + ticket.number() + " 还是不亮\"}").get("became").asString()).isNotIn("rating", "addition");
        assertThat(send(one, "messages", "{\"id\":\"4\",\"from\":\"1001\",\"text\":\"" + ticket.number() + " 今晚亮了\"}").get("became").asString()).isEqualTo("addition");
        assertThat(send(one, "messages", "{\"id\":\"5\",\"from\":\"1001\",\"text\":\"5\"}").get("became").asString()).isEqualTo("rating");
    }

    @Test
    void holdsApartWhatOneTelephoneSendsTooMuchOf() throws Exception {
        var sms = hook("sms");
        for (int i = 0; i < 12; i++) send(sms, "texts", "{\"id\":\"" + i + "\",\"from\":\"" + PHONE + "\",\"text\":\"第 " + i + " 条短信\"}");
        assertThat(of(Personal.Kind.PHONE, PHONE)).hasSize(10);
        assertThat(http.perform(get("/hotline/held").with(SignedIn.as(town.as("hotline.registry")))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8)).contains("2 件", "139****22").doesNotContain(PHONE);
    }

    @Test
    void losesNoWordOfWhatTheDeskTakesTogether() throws Exception {
        var sms = hook("sms");
        for (int i = 0; i < 13; i++) send(sms, "texts", "{\"id\":\"" + i + "\",\"from\":\"" + PHONE + "\",\"text\":\"第 " + Math.min(i, 11) + " 件事要说\"}");
        var id = heldTaken("sms");
        assertThat(tickets.find(id).orElseThrow().body()).startsWith("第 10 件事要说\n\n第 11 件事要说\n").contains("共 3 件");
        assertThat(send(sms, "texts", "{\"id\":\"12\",\"from\":\"" + PHONE + "\",\"text\":\"第 11 件事要说\"}").get("became").asString()).as("brought again, it is what the desk made of it").isEqualTo("ticket");
        arrived.clear();
        courier.send(tenant);
        replied(id);
        assertThat(arrived.getLast().get("text").asString()).contains("已答复");
    }

    /** What the desk makes of what is held first. */
    private MatterId heldTaken(String source) throws Exception {
        var held = http.perform(get("/hotline/held").with(SignedIn.as(town.as("hotline.registry")))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        var key = Pattern.compile("name=\"key\" value=\"([0-9a-f]{64})\"").matcher(held);
        assertThat(key.find()).isTrue();
        var there = http.perform(post("/hotline/held/taking").param("until", "" + Instant.now()).param("source", source).param("key", key.group(1)).with(SignedIn.as(town.as("hotline.registry"))).with(csrf())).andReturn().getResponse().getRedirectedUrl();
        return MatterId.valueOf(there.substring(there.lastIndexOf('/') + 1));
    }

    @Test
    void holdsEachOrderOfAPlatformByItselfAndAnswersUnderItsNumber() throws Exception {
        var platform = hook("platform");
        for (var number : List.of("P-1", "P-2")) assertThat(send(platform, "tickets", "{\"number\":\"" + number + "\",\"text\":\"云栖路" + number + "路灯不亮\",\"name\":\"" + "路".repeat(60) + "\"}").get("became").asString()).isEqualTo("held");
        assertThat(told(platform, "P-1").get("state").asString()).isEqualTo("held");
        assertThat(http.perform(get("/hotline/held").with(SignedIn.as(town.as("hotline.registry")))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8)).contains("P-1路灯不亮", "P-2路灯不亮").doesNotContain("2 件");
    }

    private JsonNode told(Hook platform, String number) throws Exception {
        var asked = path(platform, "tickets") + "?number=" + number;
        return JsonMapper.shared().readTree(http.perform(signed(get(URI.create(asked)), platform, asked)).andReturn().getResponse().getContentAsByteArray());
    }

    @Test
    void readsPastWhatNoLedgerCanHold() throws Exception {
        assertThat(send(hook("message"), "messages", "{\"id\":\"1\",\"from\":\"oAbc\",\"text\":\"请问\\u0000公园\\ud83d几点\\u202e关门\"}").get("became").asString()).isEqualTo("ticket");
        assertThat(of(Personal.Kind.ACCOUNT, "oAbc").getFirst().body()).isEqualTo("请问公园几点关门");
    }

    @Test
    void sendsTheOthersWhereOneAnswerCannotBePutTogether() throws Exception {
        var message = hook("message");
        send(message, "messages", "{\"id\":\"1\",\"from\":\"oFirst\",\"text\":\"请问公园几点关门\"}");
        assertThat(sql.execute("update hotline.outgoing set sealed = '\\x00', not_before = not_before - interval '1 second' where tenant = ?", tenant)).isOne();
        send(message, "messages", "{\"id\":\"2\",\"from\":\"oSecond\",\"text\":\"请问公园几点关门\"}");
        courier.send(tenant);
        assertThat(arrived).singleElement().satisfies(said -> assertThat(said.get("account").asString()).isEqualTo("oSecond"));
    }

    @Test
    void takesWhatAPlatformHandsDownOnceAndAnswersUnderItsNumber() throws Exception {
        var platform = hook("platform");
        var order = "{\"number\":\"P2026-0007\",\"title\":\"路灯不亮\",\"text\":\"云栖路路灯三天不亮\",\"kind\":\"complaint\",\"category\":\"路灯\",\"area\":\"云栖街道\",\"place\":\"云栖路\",\"lat\":31.2,\"long\":121.4,\"name\":\"路小满\",\"phone\":\"" + PHONE + "\"}";
        var number = send(platform, "tickets", order).get("ticket").asString();
        assertThat(send(platform, "tickets", order).get("ticket").asString()).isEqualTo(number);
        var ticket = of(Personal.Kind.PHONE, PHONE).getFirst();
        assertThat(ticket.fields()).containsEntry("category", "市政设施·路灯").containsEntry("point", "31.200000,121.400000").containsEntry("channel", "platform");
        replied(ticket.id());
        assertThat(arrived.getLast().get("number").asString()).isEqualTo("P2026-0007");
        assertThat(arrived.getLast().get("text").asString()).isEqualTo("路灯已换新。");
        var told = told(platform, "P2026-0007");
        assertThat(send(platform, "tickets", "{\"number\":\"P2026-0008\",\"text\":\"请问公园几点关门\",\"kind\":\"inquiry\"}").get("became").asString()).as("a kind that is not known here").isEqualTo("ticket");
        assertThat(told.get("answer").asString()).isEqualTo("路灯已换新。");
        assertThat(told.get("state").asString()).isEqualTo("replied");
    }

    @Test
    void opensTheScreenWithTheNumberAndWritesHowLongTheCallWas() throws Exception {
        var phone = hook("phone");
        send(phone, "calls", "{\"id\":\"c1\",\"event\":\"ringing\",\"from\":\"" + PHONE + "\",\"at\":\"2026-11-29T09:00:00+08:00\"}");
        var agent = town.as("hotline.registry");
        var page = http.perform(get("/hotline/ringing").with(SignedIn.as(agent))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).doesNotContain(PHONE);
        send(phone, "calls", "{\"id\":\"c1\",\"event\":\"answered\",\"from\":\"" + PHONE + "\",\"agent\":\"" + agent.personName() + "\",\"at\":\"2026-11-29T09:00:05+08:00\"}");
        var id = UUID.fromString(send(phone, "calls", "{\"id\":\"c1\",\"event\":\"answered\",\"from\":\"" + PHONE + "\"}").get("call").asString());
        assertThat(rings.find(tenant, id)).isPresent();
        assertThat(http.perform(post("/hotline/ringing/" + id).with(SignedIn.as(agent)).with(csrf())).andReturn().getResponse().getRedirectedUrl()).isEqualTo("/hotline/calls/" + id);
        assertThat(http.perform(get("/hotline/calls/" + id).with(SignedIn.as(agent))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8)).contains(PHONE);
        http.perform(post("/hotline/calls/" + id).param("phone", PHONE).param("kind", "complaint").param("channel", "phone").param("body", "云栖路路灯三天不亮。").with(SignedIn.as(agent)).with(csrf()));
        send(phone, "calls", "{\"id\":\"c1\",\"event\":\"ended\",\"at\":\"2026-11-29T09:03:25+08:00\"}");
        postman.deliver(tenant);
        assertThat(tickets.find(new MatterId(tenant, id)).orElseThrow().last("comment").orElseThrow().note()).isEqualTo("通话时长 3 分 20 秒");
    }

    @Test
    void opensTheScreenByItselfBeforeWhoeverAnswered() throws Exception {
        var phone = hook("phone");
        var agent = town.as("hotline.registry");
        var id = send(phone, "calls", "{\"id\":\"c2\",\"event\":\"answered\",\"from\":\"" + PHONE + "\",\"agent\":\"" + agent.personName() + "\",\"at\":\"" + java.time.OffsetDateTime.now() + "\"}").get("call").asString();
        assertThat(http.perform(get("/hotline/ringing").header("HX-Request", "true").with(SignedIn.as(town.as("hotline.handle")))).andReturn().getResponse().getHeader("HX-Redirect")).isNull();
        assertThat(http.perform(get("/hotline/ringing").header("HX-Request", "true").with(SignedIn.as(agent))).andReturn().getResponse().getHeader("HX-Redirect")).isEqualTo("/hotline/calls/" + id);
    }

    @Test
    void turnsAwayWhoeverCannotSign() throws Exception {
        var sms = hook("sms");
        var text = "{\"id\":\"1\",\"from\":\"" + PHONE + "\",\"text\":\"路灯三天不亮\"}";
        var old = "" + (System.currentTimeMillis() - 600_000);
        for (var request : List.of(post(path(sms, "texts")).content(text), signed(post(path(sms, "texts")).content(text + " "), sms, text), signed(post(path(sms, "messages")).content(text), sms, text),
                signed(post("/api/hotline/hooks/" + tenant + "-99/texts").content(text), sms, text),
                post(path(sms, "texts")).content(text).header("X-Duban-Timestamp", old).header("X-Duban-Signature", HexFormat.of().formatHex(Knocking.signature("between us", old, text.getBytes(StandardCharsets.UTF_8))))))
            assertThat(http.perform(request).andReturn().getResponse().getStatus()).isEqualTo(401);
        assertThat(of(Personal.Kind.PHONE, PHONE)).isEmpty();
        MockHttpServletResponse missing = http.perform(signed(post(path(sms, "texts")).content("{}"), sms, "{}")).andReturn().getResponse();
        assertThat(missing.getStatus()).isEqualTo(422);
        assertThat(missing.getContentAsString(StandardCharsets.UTF_8)).contains("hotline.hook.field");
    }

    @Test
    void showsASecretOnceAndChangesIt() throws Exception {
        var shown = http.perform(post("/hotline/settings/hooks").param("kind", "platform").param("name", "省平台").param("url", "https://platform.example/in").with(SignedIn.as(town.as("admin"))).with(csrf())).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        var hook = hooks.all(tenant).getFirst();
        assertThat(shown).contains(hook.secret(), path(hook, "tickets"));
        assertThat(http.perform(get("/hotline/settings/hooks").with(SignedIn.as(town.as("admin")))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8)).contains("省平台").doesNotContain(hook.secret());
        http.perform(post("/hotline/settings/hooks/" + hook.no() + "/secret").with(SignedIn.as(town.as("admin"))).with(csrf()));
        assertThat(hooks.find(tenant, hook.no()).orElseThrow().secret()).isNotEqualTo(hook.secret());
        assertThat(http.perform(get("/hotline/settings/hooks").with(SignedIn.as(town.as("hotline.registry")))).andReturn().getResponse().getStatus()).isEqualTo(403);
    }

    @Test
    void sendsAnswersToNoMachineInside() throws Exception {
        for (var url : List.of("http://localhost:9/in", "http://169.254.169.254/latest")) {
            var refused = http.perform(post("/hotline/settings/hooks").param("kind", "platform").param("name", "省平台").param("url", url).with(SignedIn.as(town.as("admin"))).with(csrf())).andReturn().getResponse();
            assertThat(refused.getStatus()).isEqualTo(422);
            assertThat(refused.getContentAsString(StandardCharsets.UTF_8)).contains("--duban.outward.allowed");
        }
        var inside = knocks.hook(town, "message", "http://localhost:9/in");
        send(inside, "messages", "{\"id\":\"1\",\"from\":\"oInside\",\"text\":\"请问公园几点关门\"}");
        courier.send(tenant);
        assertThat(http.perform(get("/hotline/settings/outgoing").with(SignedIn.as(town.as("admin")))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8)).contains("通到本机", "失败");
    }
}
