package cn.duban.escalation;

import static cn.duban_db.escalation.Tables.DOCUMENT;
import static cn.duban_db.escalation.Tables.LADDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.duban.AtOnce;
import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.ledger.AYear;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Town;
import cn.duban.units.Directories;
import cn.duban.web.SignedIn;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Ladders as a government writes them: typed, looked at, published; and what comes next by them. */
@DubanTest
class LadderPagesTest {

    @Autowired MockMvc http;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired Ledger ledger;
    @Autowired EvidenceFiles files;
    @Autowired AYear year;
    @Autowired DSLContext sql;
    @Autowired Firing firing;
    @Autowired Forms forms;
    @Autowired Ladders ladders;
    @Autowired AtOnce atOnce;

    private Town town;
    private int tenant;
    private MatterId late;

    @BeforeEach
    void somethingLate() {
        town = new Town(cities, directories, ledger, files);
        tenant = town.city.tenant();
        var then = year.ledgerAt(Clock.offset(Clock.systemUTC(), Duration.ofDays(-40)));
        late = then.open(town.measure("清理河道"), town.as("inspect"), null).id();
        then.act(late, Act.of("assign").role("leader", town.post("vice1")).role("lead", town.unit("市生态环境局")).due(town.today().minusDays(20)), town.as("inspect"));
        then.act(late, Act.of("receive"), town.as("eco.registry"));
    }

    private MockHttpServletResponse ask(MockHttpServletRequestBuilder request, String login) throws Exception {
        return http.perform(request.with(SignedIn.as(town.as(login))).with(csrf())).andReturn().getResponse();
    }

    private String page(String path, String login) throws Exception {
        var response = ask(get(path), login);
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private static MockHttpServletRequestBuilder form(String step, String since, String days) {
        return post("/escalation/ladders").param("step", step).param("name", "131督办制").param("scope", "rectification/rectification-measure/rectify").param("since", since).param("appeal", "30d").param("decision", "10wd").param("reason", "明督发〔2026〕1号")
                .param("kind", "order.blue", "conference").param("from", "after", "unanswered").param("days", days, "1").param("working", "yes", "yes").param("only", "", "").param("to", "unit", "head").param("reply", "1", "3").param("points", "0", "1")
                .param("signed", "no", "yes").param("basis", "131督办办法", "131督办办法").param("called", "", "5+N会商").param("participants", "", "主办单位和5家成员单位");
    }

    @Test
    void looksAheadAndWritesNothing() throws Exception {
        var answer = ask(form("preview", town.today().toString(), "3"), "inspect");
        var preview = answer.getContentAsString(StandardCharsets.UTF_8);
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(preview).contains("蓝色督办单：1 件", "清理河道", "没有写入任何内容", "131督办制");
        assertThat(sql.fetchCount(LADDER, LADDER.TENANT.eq(tenant))).isZero();
        assertThat(sql.fetchCount(DOCUMENT, DOCUMENT.TENANT.eq(tenant))).isZero();
    }

    @Test
    void keepsWhatWasTypedAndSaysWhatIsWrongAtItsField() throws Exception {
        var answer = ask(form("publish", "2020-01-01", "很快"), "inspect");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).contains("今天或者以后的日期", "href=\"#days-0\"", "value=\"很快\"", "5+N会商");
        assertThat(ask(form("add", town.today().toString(), "3"), "inspect").getContentAsString(StandardCharsets.UTF_8)).contains("第 3 步");
        assertThat(ask(form("remove-1", town.today().toString(), "3"), "inspect").getContentAsString(StandardCharsets.UTF_8)).doesNotContain("value=\"5+N会商\"");
        assertThat(ask(form("publish", town.today().toString(), "3"), "eco.handle").getStatus()).isEqualTo(403);
    }

    @Test
    void isPublishedFromADayOnAndTheOldOneStaysReadable() throws Exception {
        var published = ask(form("publish", town.today().toString(), "3"), "inspect").getRedirectedUrl();
        assertThat(page(published, "eco.handle")).contains("131督办制", "蓝色督办单", "5+N会商（会商）", "明督发〔2026〕1号", "须督查签发", "按规则直接发出");
        assertThat(page("/escalation/ladders", "eco.handle")).contains("131督办制", "通用督办阶梯", "现行");
        assertThat(ask(form("publish", town.today().plusDays(9).toString(), "7"), "inspect").getRedirectedUrl()).isEqualTo("/escalation/ladders/2");
        assertThat(page(published, "inspect")).contains("第 3 个工作日");
        assertThat(page("/escalation/ladders", "inspect")).contains("未生效");
        assertThat(ask(get("/escalation/ladders/99"), "inspect").getStatus()).isEqualTo(404);
    }

    /** What was late before the room began counts from then: a chaser on the first working day, which may be today, and nothing more on it. */
    @Test
    void showsWhatComesNextAndWhy() throws Exception {
        firing.fire(tenant, Clock.systemUTC().instant());
        int made = sql.fetchCount(DOCUMENT, DOCUMENT.TENANT.eq(tenant));
        assertThat(made).as("no flood on the first day").isLessThanOrEqualTo(1);
        var coming = page("/escalation/coming?days=14", "inspect");
        assertThat(coming).contains(made == 0 ? "催办单" : "黄色督办单", "清理河道", "整改时限", "通用督办阶梯", "市生态环境局");
        assertThat(page("/escalation/coming?days=14", "finance.handle")).doesNotContain("清理河道");
        firing.fire(tenant, Clock.systemUTC().instant().plus(Duration.ofDays(5)));
        assertThat(page("/escalation?kind=chaser", "inspect")).contains("催办〔");
        assertThat(page("/escalation?kind=listed", "inspect")).contains("没有符合条件的单据");
        assertThat(page("/escalation", "finance.handle")).doesNotContain("催办〔");
    }

    @Test
    void twoThatPublishAtATimeBothDo() throws Exception {
        var now = Clock.systemUTC().instant();
        var ladder = new Ladder(0, "不督办", Ladder.Scope.ALL, town.today(), false, "30d", "30d", List.of(), "试验", "");
        assertThat(atOnce.second(() -> ladders.publish(ladder, town.as("inspect"), now), () -> ladders.publish(ladder, town.as("inspect1"), now))).isEqualTo(2);
        var form = new Form(Kind.CHASER, 0, town.today(), "催〔{年}〕{号}号", "催办", "请办理。", "");
        atOnce.second(() -> forms.add(form, town.as("inspect"), now), () -> {
            forms.add(form, town.as("inspect1"), now);
            return true;
        });
        assertThat(forms.all(tenant, Kind.CHASER)).extracting(Form::no).containsExactly(0, 1, 2);
    }

    @Test
    void givesEveryDocumentATitle() throws Exception {
        forms.add(new Form(Kind.CHASER, 0, town.today(), "催〔{年}〕{号}号", "{参加单位}催办", "请办理。", ""), town.as("inspect"), Clock.systemUTC().instant());
        firing.fire(tenant, Clock.systemUTC().instant());
        firing.fire(tenant, Clock.systemUTC().instant().plus(Duration.ofDays(12)));
        assertThat(sql.select(DOCUMENT.TITLE).from(DOCUMENT).where(DOCUMENT.TENANT.eq(tenant)).fetch(DOCUMENT.TITLE)).contains("催办单：清理河道").doesNotContain("");
    }

    @Test
    void numbersAndWordsDocumentsAsAGovernmentWantsThemFromADayOn() throws Exception {
        var wrong = ask(post("/escalation/forms/chaser").param("pattern", "催{年}").param("title", "催办{什么}").param("body", "请办理。").param("since", town.today().toString()), "inspect");
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(wrong.getContentAsString(StandardCharsets.UTF_8)).contains("没有这样的内容可填：什么", "{年} 和 {号}", "催办{什么}");
        assertThat(ask(post("/escalation/forms/chaser").param("pattern", "明督催〔{年}〕{号}号").param("title", "催办：{事项}").param("body", "请{收文}抓紧办理。").param("since", town.today().toString()), "inspect").getStatus()).isEqualTo(302);
        firing.fire(tenant, Clock.systemUTC().instant());
        firing.fire(tenant, Clock.systemUTC().instant().plus(Duration.ofDays(12)));
        assertThat(page("/escalation?kind=chaser", "inspect")).contains("明督催〔", "催办：清理河道");
        assertThat(forms.on(town.today().minusDays(1), tenant, Kind.CHASER).pattern()).as("before its day").isEqualTo("催办〔{年}〕{号}号");
        assertThat(ask(post("/escalation/forms/chaser").param("pattern", "x"), "eco.handle").getStatus()).isEqualTo(403);
    }
}
