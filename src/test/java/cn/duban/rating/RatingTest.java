package cn.duban.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import cn.duban.DubanTest;
import cn.duban.crypto.Sm3;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.hotline.HotlineFixture;
import cn.duban.hotline.Tickets;
import cn.duban.ledger.AYear;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Matters;
import cn.duban.ledger.Pages;
import cn.duban.ledger.Postman;
import cn.duban.ledger.Town;
import cn.duban.ledger.Verifier;
import cn.duban.units.Directories;
import cn.duban.web.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A service is rated once, by device, link or telephone; a bad rating is followed up and decided by others than the rated; nobody's silence is satisfaction. */
@DubanTest
class RatingTest {

    private static final Pattern TOKEN = Pattern.compile("device_\\d+_[\\w-]{43}");
    private static final Pattern MATTER = Pattern.compile("/matters/(\\d+-[0-9a-f-]{36})");
    private static final String PHONE = "13698765432";

    @Autowired MockMvc http;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired Ledger ledger;
    @Autowired EvidenceFiles files;
    @Autowired Offices offices;
    @Autowired Services services;
    @Autowired Links links;
    @Autowired Matters matters;
    @Autowired HotlineFixture hotline;
    @Autowired Tickets tickets;
    @Autowired cn.duban.hotline.Links ticketLinks;
    @Autowired Postman postman;
    @Autowired Verifier verifier;
    @Autowired AYear year;
    @Autowired DSLContext sql;
    @Autowired cn.duban.hotline.Ratings ticketRatings;

    private Town town;
    private Pages pages;

    @BeforeEach
    void aCityWithAnOffice() {
        town = new Town(cities, directories, ledger, files);
        pages = new Pages(http, town);
        offices.set(town.unit("12345热线中心"), town.today(), town.as("admin"));
    }

    private MockHttpServletResponse citizen(MockHttpServletRequestBuilder request, String address) throws Exception {
        return http.perform(request.with(csrf()).with(sent -> {
            sent.setRemoteAddr(address);
            return sent;
        })).andReturn().getResponse();
    }

    private UUID served(String item, String login) {
        var by = town.as(login);
        return services.offer(new Service(by.tenant(), Ledger.newId(), item, by.unit(), by.person(), null, 0, null, Instant.now()));
    }

    private String link(UUID service) {
        return links.path(town.city.tenant(), service);
    }

    private MatterId bad(UUID service, String words) throws Exception {
        assertThat(citizen(post(link(service)).param("level", "very-dissatisfied").param("words", words).param("phone", PHONE), "192.0.2." + (1 + service.hashCode() % 100 & 127)).getStatus()).isEqualTo(200);
        var owed = matters.owed(town.as("hotline.registry")).rows().stream().filter(row -> !row.elsewhere()).map(row -> row.matter()).filter(row -> row.type().equals(Rectifying.TYPE)).toList();
        return owed.getLast().id();
    }

    private Act contact() {
        return Act.of("contact").role("lead", town.unit("市住建局")).due(town.today().plusDays(7)).saying("note", "已电话联系");
    }

    @Test
    void isRatedOnceOnASignedLinkAndABadOneIsFollowedUp() throws Exception {
        var service = served("社保关系转移", "housing.handle1");
        assertThat(Pages.text(citizen(get(link(service)), "192.0.2.9"))).contains("社保关系转移", "非常满意").doesNotContain("checked");
        assertThat(citizen(get(link(service).replaceFirst("of/..", "of/__")), "192.0.2.9").getStatus()).as("signed by nobody here").isEqualTo(404);
        assertThat(citizen(post(link(service)), "192.0.2.9").getStatus()).as("no level is chosen beforehand").isEqualTo(422);
        var id = bad(service, "跑了三趟，电话13711112222没人接");
        assertThat(citizen(post(link(service)).param("level", "satisfied"), "192.0.2.9").getStatus()).as("once").isEqualTo(422);
        assertThat(pages.ask(get("/matters/" + id), "housing.registry").getStatus()).as("before the rater was contacted").isEqualTo(404);
        ledger.act(id, contact(), town.as("hotline.registry"));
        var matter = pages.page("/matters/" + id, "housing.registry");
        assertThat(matter).as("the rated unit").contains("差评整改：社保关系转移", "137********", "联系方式").doesNotContain("13711112222", PHONE);
        assertThat(pages.page("/ratings/bad/" + id + "/rater", "housing.registry")).contains("不向被评单位提供").doesNotContain("136");
        assertThat(pages.ask(post("/ratings/bad/" + id + "/rater").param("purpose", "看看是谁"), "housing").getStatus()).isEqualTo(403);
        assertThat(pages.page("/ratings/bad/" + id + "/rater", "hotline.registry")).contains("136****32").doesNotContain(PHONE);
        assertThat(Pages.text(pages.ask(post("/ratings/bad/" + id + "/rater").param("purpose", "联系评价人了解情况"), "hotline.registry"))).contains(PHONE);
        assertThat(pages.page("/matters/" + id, "hotline.registry")).contains("查看了评价人联系方式", "联系评价人了解情况");
        assertThat(verifier.breaks(town.city.tenant())).isEmpty();
    }

    @Test
    void decidesNothingOnItsOwn() throws Exception {
        var id = bad(served("公积金提取", "housing.handle1"), "态度不好");
        ledger.act(id, contact(), town.as("hotline.registry"));
        ledger.act(id, Act.of("appeal").saying("reason", "评的不是本窗口"), town.as("housing.registry"));
        for (var login : List.of("housing", "housing.registry"))
            assertThatThrownBy(() -> ledger.act(id, Act.of("allow").saying("reason", "确属误评"), town.as(login))).isInstanceOf(Refused.class);
        ledger.act(id, Act.of("dismiss").saying("reason", "监控显示就是本窗口").due(town.today().plusDays(9)), town.as("hotline.registry"));
        assertThatThrownBy(() -> ledger.act(id, Act.of("appeal").saying("reason", "再申诉"), town.as("housing.registry"))).as("once").isInstanceOf(Refused.class);
        ledger.act(id, Act.of("rectify").saying("note", "已道歉并重新培训"), town.as("housing.registry"));
        assertThatThrownBy(() -> ledger.act(id, Act.of("close").field("outcome", "fixed").saying("note", "满意"), town.as("housing"))).isInstanceOf(Refused.class);
        ledger.act(id, Act.of("again").saying("reason", "评价人说没有人道歉").due(town.today().plusDays(9)), town.as("hotline.registry"));
        ledger.act(id, Act.of("rectify").saying("note", "窗口负责人上门道歉"), town.as("housing.registry"));
        ledger.act(id, Act.of("close").field("outcome", "fixed").saying("note", "评价人满意"), town.as("hotline.registry"));
        var month = YearMonth.from(town.today());
        assertThat(pages.page("/ratings/rows?figure=rectified&month=" + month, "hotline.registry")).contains("公积金提取");
        ledger.act(id, Act.of("redo").saying("reason", "又来投诉").due(town.today().plusDays(9)), town.as("hotline.registry"));
        assertThat(pages.page("/ratings/rows?figure=rectified&month=" + month, "hotline.registry")).doesNotContain("公积金提取");
        assertThat(verifier.breaks(town.city.tenant())).isEmpty();
    }

    @Test
    void takesEachRateOfRowsThatItLeadsTo() throws Exception {
        var month = YearMonth.from(town.today());
        var id = bad(served("公积金提取", "housing.handle1"), "态度不好");
        ledger.act(id, contact(), town.as("hotline.registry"));
        ledger.act(id, Act.of("appeal").saying("reason", "评的不是本窗口"), town.as("housing.registry"));
        ledger.act(id, Act.of("allow").saying("reason", "确属误评"), town.as("hotline.registry"));
        assertThat(pages.page("/ratings", "hotline.registry")).as("unfounded: in no rate").contains("figure=counted&amp;month=" + month, "figure=sure&amp;month=" + month).doesNotContain("（0/1）");
        for (var figure : List.of("counted", "sure")) assertThat(pages.page("/ratings/rows?figure=" + figure + "&month=" + month, "hotline.registry")).doesNotContain("公积金提取");
        var lawful = bad(served("施工许可", "housing.handle1"), "不给办");
        ledger.act(lawful, contact(), town.as("hotline.registry"));
        ledger.act(lawful, Act.of("rectify").saying("note", "缺少施工图，依法不能办"), town.as("housing.registry"));
        ledger.act(lawful, Act.of("close").field("outcome", "explained").saying("note", "已经解释"), town.as("hotline.registry"));
        assertThat(pages.page("/ratings/rows?figure=rectified&month=" + month, "hotline.registry")).as("explained is not put right").doesNotContain("施工许可");
    }

    @Test
    void keepsTheRaterFromAnOfficeThatWasRatedItself() throws Exception {
        assertThat(citizen(post(link(served("热线投诉", "hotline.handle"))).param("level", "very-dissatisfied").param("phone", PHONE), "192.0.2.200").getStatus()).isEqualTo(200);
        var id = MATTER.matcher(pages.page("/ratings/rows?figure=bad&month=" + YearMonth.from(town.today()), "hotline.registry")).results().findFirst().orElseThrow().group(1);
        assertThat(pages.page("/ratings/bad/" + id + "/rater", "hotline.registry")).contains("不向被评单位提供").doesNotContain("136");
        assertThat(pages.ask(post("/ratings/bad/" + id + "/rater").param("purpose", "看看是谁"), "hotline.registry").getStatus()).isEqualTo(403);
        var other = bad(served("公积金提取", "housing.handle1"), "语气很凶");
        for (int i = 0; i < 2; i++) bad(served("公积金提取", "housing.handle1"), "语气很凶");
        assertThat(pages.page("/ratings/bad/" + other + "/rater", "hotline.registry")).as("the office is told of a doubt").contains("话一模一样", "136****32");
    }

    @Test
    void takesVisitsOfADeviceOnceAndNoOthers() throws Exception {
        var token = TOKEN.matcher(Pages.text(pages.ask(post("/ratings/devices").param("name", "3号窗口").param("unit", "" + town.unit("市住建局")), "hotline.registry"))).results().findFirst().orElseThrow().group();
        assertThat(pages.page("/ratings/devices", "hotline.registry")).contains("3号窗口").doesNotContain(token);
        assertThat(pages.ask(get("/ratings/devices"), "housing.registry").getStatus()).isEqualTo(403);
        var visit = UUID.randomUUID();
        var clerk = town.as("housing.handle1").personName();
        var body = "{\"item\":\"公积金提取\",\"clerk\":\"" + clerk + "\"}";
        assertThat(device(visit, body, "device_1_" + "A".repeat(43)).getStatus()).isEqualTo(401);
        assertThat(Pages.text(device(visit, body, token))).contains("\"level\":null", "/public/ratings/of/");
        assertThat(Pages.text(device(visit, body.replace("}", ",\"level\":4}"), token))).contains("\"level\":4", "\"link\":null");
        assertThat(device(visit, body.replace("}", ",\"level\":4}"), token).getStatus()).as("the same again").isEqualTo(200);
        assertThat(device(visit, body.replace("}", ",\"level\":1}"), token).getStatus()).as("something else").isEqualTo(409);
        assertThat(Pages.text(device(UUID.randomUUID(), body.replace(clerk, "查无此人"), token))).contains("没有这位工作人员");
        assertThat(Pages.text(device(UUID.randomUUID(), body.replace("}", ",\"level\":9}"), token))).contains("rating.device.level");
        assertThat(device(UUID.randomUUID(), "{", token).getStatus()).isEqualTo(400);
        pages.ask(post("/ratings/devices/" + Objects.requireNonNull(services.find(town.city.tenant(), visit).orElseThrow().device()) + "/revoke"), "hotline.registry");
        assertThat(device(UUID.randomUUID(), body, token).getStatus()).as("shut out").isEqualTo(401);
        assertThat(pages.page("/ratings/rows?figure=good&month=" + YearMonth.from(town.today()), "housing.handle1")).as("of oneself").contains("公积金提取", clerk);
        assertThat(pages.page("/ratings/rows?figure=good&month=" + YearMonth.from(town.today()), "eco.handle")).doesNotContain("公积金提取");
    }

    private MockHttpServletResponse device(UUID visit, String body, String token) throws Exception {
        return http.perform(put("/api/v1/devices/visits/" + visit).header("Authorization", "Bearer " + token).contentType(MediaType.APPLICATION_JSON).content(body)).andReturn().getResponse();
    }

    @Test
    void marksWhatLooksLikeRatingOneselfAndDropsNothing() throws Exception {
        for (int i = 0; i < 3; i++) assertThat(citizen(post(link(served("不动产登记", "housing.handle1"))).param("level", "very-satisfied"), "203.0.113.77").getStatus()).isEqualTo(200);
        assertThat(citizen(post(link(served("不动产登记", "housing.handle1"))).param("level", "very-satisfied"), "203.0.113.78").getStatus()).isEqualTo(200);
        assertThat(pages.ask(post(link(served("施工许可", "housing.handle1"))).param("level", "very-satisfied"), "housing.handle1").getStatus()).isEqualTo(200);
        served("施工许可", "housing.handle1");
        var month = YearMonth.from(town.today());
        assertThat(pages.page("/ratings/rows?figure=doubtful&month=" + month, "hotline.registry")).contains("同一来源多次", "工作人员登录中");
        assertThat(pages.page("/ratings", "hotline.registry")).as("five of six rated, all good; without the four in doubt one").contains("100%（5/5）", "100%（1/1）", "83.33%（5/6）");
        assertThat(pages.page("/ratings", "housing")).contains("不动产登记");
        assertThat(pages.page("/ratings", "eco.registry")).doesNotContain("不动产登记");
    }

    @Test
    void publishesMonthsThatHaveEndedWithoutNamingAnybody() throws Exception {
        var by = town.as("housing.handle1");
        var last = YearMonth.from(town.today()).minusMonths(1);
        var then = last.atDay(10).atStartOfDay(town.directory().zone()).toInstant();
        for (int i = 0; i < 4; i++) {
            var id = services.offer(new Service(by.tenant(), Ledger.newId(), "=不动产,登记", by.unit(), by.person(), null, 0, null, then));
            if (i < 2) services.rateOnce(by.tenant(), id, Services.Said.of(i == 0 ? Level.SATISFIED : Level.DISSATISFIED, "", Rater.called()));
        }
        served("今天的事", "housing.handle1");
        var open = Pages.text(citizen(get("/public/ratings?line=" + by.tenant()), "192.0.2.1"));
        assertThat(open).contains("50%（1/2）", "50%（2/4）", "工程质量安全科").doesNotContain("今天的事", by.personName());
        assertThat(Pages.text(citizen(get("/public/ratings?line=" + by.tenant() + "&month=" + last.plusMonths(1)), "192.0.2.1"))).as("a month that has not ended").doesNotContain("今天的事");
        assertThat(Pages.text(citizen(get("/public/ratings/board.csv?line=" + by.tenant() + "&month=" + last), "192.0.2.1"))).contains("\"'=不动产,登记\",4,2,2,1,1,0,0,0");
        assertThat(Pages.text(citizen(get("/public/ratings/board.json?line=" + by.tenant() + "&month=" + last), "192.0.2.1"))).contains("\"unrated\":2", "\"month\":\"" + last + "\"");
    }

    @Test
    void staysAsItWasPublishedAndACorrectionStandsBeside() throws Exception {
        var by = town.as("housing.handle1");
        var last = YearMonth.from(town.today()).minusMonths(1);
        var then = last.atDay(10).atStartOfDay(town.directory().zone()).toInstant();
        var good = services.offer(new Service(by.tenant(), Ledger.newId(), "不动产登记", by.unit(), by.person(), null, 0, null, then));
        var bad = services.offer(new Service(by.tenant(), Ledger.newId(), "不动产登记", by.unit(), by.person(), null, 0, null, then));
        services.offer(new Service(by.tenant(), Ledger.newId(), "不动产登记", by.unit(), by.person(), null, 0, null, then));
        services.rateOnce(by.tenant(), good, Services.Said.of(Level.SATISFIED, "", Rater.called()));
        var page = "/public/ratings?line=" + by.tenant() + "&month=" + last;
        assertThat(pages.page(page, "")).contains("还没有发布", "100%（1/1）");
        var running = pages.ask(post("/ratings/months").param("month", YearMonth.from(town.today()).toString()), "hotline.registry");
        assertThat(running.getStatus()).isEqualTo(422);
        assertThat(Pages.text(running)).contains("还没有结束", last.plusMonths(2).atDay(1).toString());
        assertThat(publishes(last, "", "housing.registry")).isEqualTo(403);
        assertThat(publishes(last, "", "hotline.registry")).isEqualTo(302);
        services.rateOnce(by.tenant(), bad, Services.Said.of(Level.DISSATISFIED, "", Rater.called()));
        assertThat(pages.page("/ratings?month=" + last, "hotline.registry")).as("counted now").contains("50%（1/2）", "更正发布");
        assertThat(pages.page(page, "")).as("as it was published").contains("第 1 版", "100%（1/1）").doesNotContain("50%（1/2）");
        assertThat(pages.page("/public/ratings/board.json?line=" + by.tenant() + "&month=" + last, "")).contains("\"version\":1", "\"bad\":0");
        assertThat(pages.page("/public/ratings/board.csv?line=" + by.tenant() + "&month=" + last, "")).contains("version,published_at", "不动产登记,3,1,2,1,0,0,0,0,1,2");
        assertThat(publishes(last, "", "hotline.registry")).as("a correction says why").isEqualTo(422);
        assertThat(publishes(last, "来电13911112222", "hotline.registry")).isEqualTo(422);
        assertThat(publishes(last, "补登迟到的评价", "hotline.registry")).isEqualTo(302);
        assertThat(publishes(last, "再来一次", "hotline.registry")).as("nothing changed").isEqualTo(409);
        assertThat(pages.page(page, "")).contains("第 2 版", "50%（1/2）", "更正理由：补登迟到的评价", "&amp;version=1").doesNotContain(by.personName());
        assertThat(pages.page(page + "&version=1", "")).contains("100%（1/1）", "这一版已被更正");
        var content = pages.page("/public/ratings/board.content.json?line=" + by.tenant() + "&month=" + last + "&version=1", "");
        assertThat(pages.page(page + "&version=1", "")).as("whoever takes the text finds the digest").contains(Sm3.hex(Sm3.digest(content.getBytes(StandardCharsets.UTF_8))));
        assertThat(year.breaks(by.tenant())).isEmpty();
        assertThatThrownBy(() -> sql.execute("update figures.published_month set content = '{}' where tenant = ?", by.tenant())).hasMessageContaining("stays as it was");
    }

    private int publishes(YearMonth month, String reason, String login) throws Exception {
        return pages.ask(post("/ratings/months").param("month", month.toString()).param("reason", reason), login).getStatus();
    }

    @Test
    void marksWhatTheClerkMayHaveRated() throws Exception {
        var by = town.as("housing.handle1");
        var doubtful = "/ratings/rows?figure=doubtful&month=" + YearMonth.from(town.today());
        var onTheClerks = served("窗口电脑上评的", "housing.handle1");
        var byTheCitizen = served("回家评的", "housing.handle1");
        for (var one : List.of(onTheClerks, byTheCitizen)) pages.page("/ratings/services/" + one, "housing.handle1");
        rated(onTheClerks, "127.0.0.1");
        rated(byTheCitizen, "203.0.113.41");
        assertThat(pages.page(doubtful, "hotline.registry")).contains("窗口电脑上评的", "出示评价码的设备上评的").doesNotContain("回家评的");
        var old = Instant.now().minusSeconds(3 * 3600);
        var reopened = services.offer(new Service(by.tenant(), Ledger.newId(), "下班前又打开", by.unit(), by.person(), null, 0, null, old));
        var looked = services.offer(new Service(by.tenant(), Ledger.newId(), "办公室看过", by.unit(), by.person(), null, 0, null, old));
        pages.page("/ratings/services/" + reopened, "housing.handle1");
        pages.page("/ratings/services/" + looked, "hotline.registry");
        rated(reopened, "203.0.113.42");
        rated(looked, "203.0.113.43");
        assertThat(pages.page("/ratings/rows?figure=doubtful&month=" + YearMonth.from(old.atZone(town.directory().zone())), "hotline.registry")).contains("下班前又打开", "事后又调出评价码").doesNotContain("办公室看过");
    }

    private void rated(UUID service, String address) throws Exception {
        assertThat(citizen(post(link(service)).param("level", "very-satisfied"), address).getStatus()).isEqualTo(200);
    }

    @Test
    void marksWhatTheDeskAnsweredAndHeardItself() throws Exception {
        hotline.opens(town);
        var id = hotline.reported(town, Map.of()).id();
        ledger.act(id, Act.of("answer-now").field("category", "市政设施·排水内涝").saying("note", "当场解释清楚了。"), town.as("hotline.registry"));
        postman.deliver(town.city.tenant());
        ticketRatings.rate(id, 0, Level.SATISFIED, "", town.as("hotline.registry"));
        assertThat(pages.page("/ratings/rows?figure=doubtful&month=" + YearMonth.from(town.today()), "hotline.registry")).contains("市政设施", "工作人员登录中");
    }

    @Test
    void countsTicketsOfTheHotlineAndDoesThemAgainByThemselves() throws Exception {
        hotline.opens(town);
        var id = hotline.replied(town, Map.of());
        postman.deliver(town.city.tenant());
        var month = YearMonth.from(town.today());
        assertThat(pages.page("/ratings/rows?figure=unrated&month=" + month, "hotline.registry")).contains("12345热线 市政设施");
        var first = tickets.find(id).orElseThrow().reply().orElseThrow().no();
        assertThat(citizen(post(ticketLinks.rating(id, first)).param("level", "dissatisfied").param("words", "又堵了"), "192.0.2.3").getStatus()).isEqualTo(200);
        ledger.act(id, Act.of("draft").saying("note", "已更换管道。"), town.as("housing.handle1"));
        ledger.act(id, Act.of("reply"), town.as("housing"));
        ledger.act(id, Act.of("satisfied").field("pleased", "very").field("displeased", ""), town.as("hotline.registry"));
        postman.deliver(town.city.tenant());
        assertThat(pages.page("/ratings/rows?figure=bad&month=" + month, "hotline.registry")).contains("又堵了").doesNotContain("整改情况");
        assertThat(pages.page("/ratings/rows?figure=good&month=" + month, "hotline.registry")).contains("非常满意");
        assertThat(pages.page("/ratings/rows?figure=unrated&month=" + month, "hotline.registry")).contains("没有明细");
    }

    @Test
    void printsACodeForAVisit() throws Exception {
        assertThat(pages.page("/ratings/visits/new", "housing.handle1")).contains("办事事项");
        assertThat(pages.ask(post("/ratings/visits").param("item", "找13912345678"), "housing.handle1").getStatus()).isEqualTo(422);
        var slip = pages.ask(post("/ratings/visits").param("item", "施工许可"), "housing.handle1").getRedirectedUrl();
        assertThat(pages.page(Objects.requireNonNull(slip), "housing.handle1")).contains("class=\"qr\"", "/public/ratings/of/", "施工许可");
        assertThat(pages.ask(get(slip), "eco.handle").getStatus()).isEqualTo(404);
    }
}
