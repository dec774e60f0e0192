package cn.duban.inspection.draw;

import static cn.duban.inspection.Inspections.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.inspection.Inspections;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.Town;
import cn.duban.units.Directories;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A draw is bound, witnessed, sealed, opened, and drawn again by whoever has its record and nothing of this house. */
@DubanTest
class DrawTest {

    private static final HexFormat HEX = HexFormat.of();

    @Autowired MockMvc http;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired Ledger ledger;
    @Autowired EvidenceFiles files;

    Town town;
    Inspections here;
    UUID inspection;

    @BeforeEach
    void approved() throws Exception {
        town = new Town(cities, directories, ledger, files);
        here = new Inspections(http, town);
        inspection = here.approved("窗口服务督查", town.today(), 5, "市财政局");
    }

    private String again = "";

    private String prepared(int wanted, String barred, String... units) throws Exception {
        var form = post("/inspections/" + inspection + "/draws").param("wanted", String.valueOf(wanted)).param("recent", "90").param("barred", barred).param("again", again);
        for (var unit : units) form.param("units", String.valueOf(town.unit(unit)));
        return here.ask(form, "inspect").getRedirectedUrl();
    }

    private static MockHttpServletRequestBuilder witnessed(String draw) {
        return post(draw + "/drawing").param("name", "荀守拙", "骆怀瑾", "", "").param("post", "市委巡察办主任", "秘书长", "", "").param("words", "三十六", "风调雨顺", "", "");
    }

    private JsonNode opened(String draw) throws Exception {
        assertThat(here.ask(witnessed(draw), "inspect").getRedirectedUrl()).isEqualTo(draw);
        assertThat(here.ask(post(draw + "/opening"), "inspect").getRedirectedUrl()).isEqualTo(draw);
        return JsonMapper.builder().build().readTree(here.ask(get(draw + "/record"), "inspect").getContentAsByteArray());
    }

    private static byte[] sm3(byte[]... parts) {
        var sm3 = new SM3Digest();
        for (var part : parts) sm3.update(part, 0, part.length);
        var digest = new byte[32];
        sm3.doFinal(digest, 0);
        return digest;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<Integer> numbers(JsonNode list) {
        return list.valueStream().map(one -> one.intValue()).toList();
    }

    /** Step by step as the page says it, with a digest of another library and a reader of JSON. */
    @Test
    void isDrawnAgainByAnybodyFromItsRecord() throws Exception {
        var draw = prepared(2, "", "市生态环境局", "市住建局", "市人社局");
        var bound = here.page(draw, "inspect");
        var record = opened(draw);
        var pool = record.get("pool").stringValue();
        assertThat(HEX.formatHex(sm3(utf8(pool)))).isEqualTo(record.get("pool-sm3").stringValue()).isSubstringOf(bound);
        var secret = HEX.parseHex(record.get("secret").stringValue());
        assertThat(HEX.formatHex(sm3(secret))).isEqualTo(record.get("secret-sm3").stringValue()).isSubstringOf(bound);
        var seed = sm3(sm3(utf8(pool)), secret, utf8(record.get("witnesses").stringValue()));
        assertThat(HEX.formatHex(seed)).isEqualTo(record.get("seed").stringValue());
        var order = new ArrayList<>(JsonMapper.builder().build().readTree(pool).get("candidates").valueStream().map(one -> one.get("person").intValue()).toList());
        order.sort(Comparator.comparing(person -> HEX.formatHex(sm3(seed, utf8(String.valueOf(person))))));
        assertThat(order).hasSizeGreaterThan(5).isEqualTo(numbers(record.get("order")));
        assertThat(order.subList(0, 2)).isEqualTo(numbers(record.get("team")));
        assertThat(here.page(draw, "inspect")).contains("结果一致", "风调雨顺");
        assertThat(here.page("/inspections/draws/how", "eco.handle")).contains("怎样重新抽一遍");
    }

    @Test
    void keepsNamesSealedUntilItIsOpened() throws Exception {
        var draw = prepared(1, "", "市生态环境局");
        assertThat(here.ask(post(draw + "/opening"), "inspect").getStatus()).as("before it was drawn").isEqualTo(409);
        assertThat(text(here.ask(post(draw + "/drawing").param("name", "荀守拙").param("post", "主任").param("words", "一"), "inspect"))).contains("至少要有两名不同的见证人");
        assertThat(text(here.ask(post(draw + "/drawing").param("name", "祁正言", "骆怀瑾").param("post", "主任", "秘书长").param("words", "一", "二"), "inspect"))).contains("主持抽取的人不能同时是见证人", "骆怀瑾");
        here.ask(witnessed(draw), "inspect");
        var sealed = here.page(draw, "inspect");
        assertThat(sealed).contains("名单已抽出，封存").doesNotContain("抽取顺序", "风调雨顺");
        assertThat(here.ask(get(draw + "/record"), "inspect").getStatus()).isEqualTo(404);
        assertThat(here.ask(witnessed(draw), "inspect").getStatus()).as("drawn until it suits").isEqualTo(409);
        assertThat(here.ask(get(draw), "eco.handle").getStatus()).isEqualTo(404);
        here.ask(post(draw + "/opening"), "inspect");
        assertThat(here.page(draw, "inspect")).contains("抽取顺序");
    }

    @Test
    void leavesOutWhoMustStandAsideAndSaysWhy() throws Exception {
        var first = opened(prepared(1, "林晚照：与经办人有亲属关系", "市生态环境局"));
        assertThat(first.get("pool").stringValue()).contains("\"reason\":\"与经办人有亲属关系\"");
        assertThat(numbers(first.get("order"))).doesNotContain(town.as("eco.handle").person());
        assertThat(prepared(1, "", "市生态环境局")).as("drawn until it suits").isNull();
        again = "第一次抽到的人调离";
        var second = opened(prepared(1, "", "市生态环境局"));
        assertThat(second.get("pool").stringValue()).contains("90 天内参加过督查", "第一次抽到的人调离");
        assertThat(numbers(second.get("order"))).doesNotContainAnyElementsOf(numbers(first.get("team")));
        var form = here.ask(post("/inspections/" + inspection + "/draws").param("wanted", "9").param("recent", "x").param("barred", "没有此人：亲属\n林晚照"), "inspect");
        assertThat(form.getStatus()).isEqualTo(422);
        assertThat(text(form)).contains("没有叫“没有此人”的在职人员", "请填写天数", "请至少选一个单位");
        assertThat(text(here.ask(post("/inspections/" + inspection + "/draws").param("wanted", "60").param("recent", "0").param("again", "人不够").param("units", String.valueOf(town.unit("市生态环境局"))), "inspect"))).contains("抽不出 60 人");
    }

    @Test
    void sendsTheNextWhereSomebodyDeclines() throws Exception {
        var draw = prepared(1, "", "市生态环境局", "市人社局");
        var record = opened(draw);
        var order = numbers(record.get("order"));
        var went = login(order.getFirst());
        assertThat(here.page("/inspections/" + inspection, went)).as("whoever goes sees it").contains("窗口服务督查");
        assertThat(here.ask(get("/inspections/" + inspection), login(order.get(1))).getStatus()).isEqualTo(404);
        assertThat(here.ask(post(draw + "/declining").param("person", String.valueOf(order.getFirst())).param("reason", " "), "inspect").getStatus()).isEqualTo(422);
        assertThat(here.ask(post(draw + "/declining").param("person", String.valueOf(order.getFirst())).param("reason", "住院"), "inspect").getStatus()).isEqualTo(302);
        assertThat(here.page(draw, "inspect")).contains("不参加：住院");
        assertThat(here.ask(get("/inspections/" + inspection), went).getStatus()).isEqualTo(404);
        assertThat(here.page("/inspections/" + inspection, login(order.get(1)))).contains("窗口服务督查");
        assertThat(here.ask(post(draw + "/declining").param("person", String.valueOf(order.getFirst())).param("reason", "住院"), "inspect").getStatus()).as("gone already").isEqualTo(404);
    }

    /** Two who prepare at once do not get two draws to choose from. */
    @Test
    void isPreparedOnceHoweverManyPrepareItAtOnce() throws Exception {
        try (var people = Executors.newFixedThreadPool(4)) {
            var asked = new ArrayList<Future<String>>();
            for (int i = 0; i < 4; i++) asked.add(people.submit(() -> String.valueOf(prepared(1, "", "市生态环境局"))));
            var made = new ArrayList<String>();
            for (var one : asked) made.add(one.get());
            assertThat(made).filteredOn(one -> one.startsWith("/inspections/draws/")).hasSize(1);
        }
    }

    @Test
    void tellsThoseWhoAreDrawnOnceItIsOpenedAndNotBefore() throws Exception {
        var draw = prepared(3, "", "市生态环境局");
        here.ask(witnessed(draw), "inspect");
        assertThat(here.page("/notices", "eco.handle")).doesNotContain("您被抽中参加督查");
        here.ask(post(draw + "/opening"), "inspect");
        assertThat(here.page("/notices", "eco.handle")).contains("您被抽中参加督查", "窗口服务督查");
        assertThat(here.page("/notices", "labour.handle")).doesNotContain("您被抽中参加督查");
    }

    @Test
    void letsGoWhoIsDrawnAgainAfterTheyDeclined() throws Exception {
        var first = opened(prepared(1, "", "市人社局"));
        var person = numbers(first.get("team")).getFirst();
        var draw = here.page("/inspections/" + inspection, "inspect").replaceAll("(?s).*(/inspections/draws/[0-9a-f]{8}-[0-9a-f-]{27}).*", "$1");
        here.ask(post(draw + "/declining").param("person", String.valueOf(person)).param("reason", "住院"), "inspect");
        assertThat(here.ask(get("/inspections/" + inspection), login(person)).getStatus()).isEqualTo(404);
        again = "人手不够，全部参加";
        var second = post("/inspections/" + inspection + "/draws").param("wanted", "2").param("recent", "0").param("again", again).param("units", String.valueOf(town.unit("市人社局")));
        var record = opened(here.ask(second, "inspect").getRedirectedUrl());
        assertThat(numbers(record.get("team"))).contains(person);
        assertThat(here.page("/inspections/" + inspection, login(person))).contains("窗口服务督查");
    }

    private MockHttpServletResponse expert(String name, String unit) throws Exception {
        return here.ask(post("/inspections/experts").param("name", name).param("unit", unit).param("field", "环境工程"), "inspect");
    }

    @Test
    void drawsExpertsFromOutsideWhoSignInNowhere() throws Exception {
        assertThat(expert("沈知味", "明川大学").getStatus()).isEqualTo(302);
        assertThat(expert("钟离远", "市财政局").getStatus()).isEqualTo(302);
        assertThat(text(expert("沈知味", "明川大学"))).contains("已经登记过同名的专家");
        assertThat(text(expert("13812345678", ""))).contains("手机号码", "请写明工作单位");
        assertThat(here.ask(get("/inspections/experts"), "eco.handle").getStatus()).isEqualTo(403);
        assertThat(here.page("/inspections/" + inspection + "/draws/new", "inspect")).contains("环境工程（2 人）");
        var form = post("/inspections/" + inspection + "/draws").param("wanted", "1").param("recent", "90").param("fields", "环境工程");
        var record = opened(here.ask(form, "inspect").getRedirectedUrl());
        assertThat(numbers(record.get("team"))).containsExactly(-1);
        assertThat(record.get("pool").stringValue()).as("who works for the inspected unit stands aside").containsPattern("excluded\".*钟离远.*reason");
        assertThat(here.page("/inspections/" + inspection, "inspect")).contains("沈知味 明川大学");
        var second = post("/inspections/" + inspection + "/draws").param("wanted", "1").param("recent", "90").param("again", "再请一位").param("fields", "环境工程");
        assertThat(text(here.ask(second, "inspect"))).as("went just now").contains("抽不出 1 人");
        assertThat(here.ask(post("/inspections/experts/1/ending"), "inspect").getStatus()).isEqualTo(302);
        assertThat(here.page("/inspections/" + inspection + "/draws/new", "inspect")).contains("环境工程（1 人）");
    }

    private String login(int person) {
        return town.city.logins().entrySet().stream().filter(entry -> entry.getValue() == person).findFirst().orElseThrow().getKey();
    }
}
