package cn.duban.hotline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.duban.DubanTest;
import cn.duban.crypto.CanonicalJson;
import cn.duban.crypto.Sm3;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.Pages;
import cn.duban.ledger.Town;
import cn.duban.units.Author;
import cn.duban.units.Directories;
import cn.duban.units.People;
import cn.duban.web.SignedIn;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A month is drawn once it has ended, by a seed that was bound; who marks, who is marked and who decides are three people. */
@DubanTest
class QualityTest {

    private static final Pattern CHECK = Pattern.compile("/hotline/quality/[0-9a-f-]{36}");

    @Autowired MockMvc http;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired Ledger ledger;
    @Autowired EvidenceFiles files;
    @Autowired HotlineFixture hotline;
    @Autowired DeskChange desks;
    @Autowired Intake intake;
    @Autowired People people;
    @Autowired DSLContext sql;

    private Town town;
    private Pages pages;

    @BeforeEach
    void aCityOfItsOwn() {
        town = new Town(cities, directories, ledger, files);
        pages = new Pages(http, town);
        hotline.opens(town);
    }

    private void called(String login, String body) {
        intake.take(UUID.randomUUID(), intake.report(town.city.tenant(), Map.of("kind", "complaint", "channel", "phone", "body", body)), town.as(login));
    }

    /** All that came so far came last month. */
    private YearMonth lastMonth() {
        var last = YearMonth.from(town.today()).minusMonths(1);
        sql.execute("update ledger.matter set opened_at = ?::timestamptz where tenant = ?", last.atDay(15).atStartOfDay(town.directory().zone()).toInstant().toString(), town.city.tenant());
        return last;
    }

    private MockHttpServletRequestBuilder draws(YearMonth month, String each, String words) {
        return post("/hotline/quality").param("month", month.toString()).param("each", each).param("words", words);
    }

    @Test
    void marksWhatASeedDrewAndHearsWhoWasMarked() throws Exception {
        for (int i = 0; i < 4; i++) called("hotline.registry", "第" + i + "个路灯不亮，已经一个月了。");
        called("hotline.handle", "公交车晚点，等了四十分钟。");
        hotline.reported(town, Map.of());
        assertThat(pages.ask(get("/hotline/quality"), "housing").getStatus()).isEqualTo(403);
        var last = lastMonth();
        var here = "/hotline/quality?month=" + last;
        var running = pages.ask(draws(last.plusMonths(1), "2", "早一点抽"), "hotline.registry");
        assertThat(running.getStatus()).isEqualTo(409);
        assertThat(Pages.text(running)).contains(last.plusMonths(1) + " 还没有结束，不能抽取", last.plusMonths(2).atDay(1).toString());
        assertThat(Pages.text(pages.ask(draws(last, "2", "没有封存"), "hotline.registry"))).contains("还没有封存种子");
        for (int again = 0; again < 2; again++) assertThat(pages.ask(post("/hotline/quality/binding").param("month", last.toString()), "hotline.registry").getStatus()).isEqualTo(302);
        var bound = pages.page(here, "hotline.registry");
        assertThat(bound).contains("密值的 SM3", "本月结束以后才封存");
        assertThat(pages.ask(get("/hotline/quality/record?month=" + last), "hotline.registry").getStatus()).as("the secret is nobody's before").isEqualTo(404);
        assertThat(pages.ask(draws(last, "0", ""), "hotline.registry").getStatus()).isEqualTo(422);
        assertThat(pages.ask(draws(last, "2", "第2026081期"), "hotline.registry").getStatus()).isEqualTo(302);
        assertThat(pages.ask(draws(last, "2", "换一个"), "hotline.registry").getStatus()).as("once").isEqualTo(409);
        var record = CanonicalJson.tree(pages.ask(get("/hotline/quality/record?month=" + last), "hotline.registry").getContentAsByteArray());
        var secret = Sm3.parse(record.path("secret").asString());
        assertThat(bound).as("bound before the words were spoken").contains(Sm3.hex(Sm3.digest(secret)));
        var seed = Sm3.hex(Sm3.digest(Sm3.digest(record.path("pool").asString().getBytes(StandardCharsets.UTF_8)), secret, "第2026081期".getBytes(StandardCharsets.UTF_8)));
        assertThat(record.path("seed").asString()).as("whoever has the record draws it again").isEqualTo(seed);
        assertThatThrownBy(() -> sql.execute("update hotline.sample_secret set secret = commitment where tenant = ?", town.city.tenant())).hasMessageContaining("bound once");
        var shown = pages.page(here, "hotline.handle");
        assertThat(shown).contains(seed);
        var checks = CHECK.matcher(shown).results().map(found -> found.group()).toList();
        assertThat(checks).as("two of four and one of one; nobody took the citizen's own").hasSize(3);
        assertThat(shown).contains("第2026081期");
        var own = checks.stream().filter(check -> open(check, "hotline.registry").contains("自己的工单由别人打分")).findFirst().orElseThrow();
        var marks = Map.of("mark-manner", "20", "mark-record", "25", "mark-category", "20", "mark-answer", "15", "mark-time", "10");
        assertThat(pages.ask(typed(own + "/score", marks), "hotline.registry").getStatus()).as("one's own").isEqualTo(409);
        assertThat(pages.ask(typed(own + "/score", Map.of("mark-manner", "21")), "hotline.handle").getStatus()).isEqualTo(422);
        assertThat(pages.ask(typed(own + "/score", marks), "hotline.handle").getStatus()).isEqualTo(302);
        assertThat(pages.page(here, "hotline.handle")).contains("90.0（90/1）");
        assertThat(pages.ask(post(own + "/appeal").param("words", "记录是完整的"), "hotline.handle").getStatus()).as("not whoever marked").isEqualTo(409);
        assertThat(pages.ask(post(own + "/appeal").param("words", "记录是完整的"), "hotline.registry").getStatus()).isEqualTo(302);
        for (var login : new String[] {"hotline.registry", "hotline.handle"}) assertThat(pages.ask(post(own + "/decision").param("points", "95").param("words", "属实"), login).getStatus()).as(login).isEqualTo(409);
        var directory = town.directory();
        var head = directory.peopleNamed("徐望舒").getFirst();
        var third = directory.viewer(head, directory.postsOf(head.id()).stream().filter(post -> post.unit() == town.unit("12345热线中心")).findFirst().orElseThrow());
        assertThat(http.perform(post(own + "/decision").param("points", "95").param("words", "录音里都有").with(SignedIn.as(third)).with(csrf())).andReturn().getResponse().getStatus()).isEqualTo(302);
        assertThat(pages.page(here, "hotline.handle")).contains("95.0（95/1）", "已认定");
    }

    @Test
    void drawsFromTwoAgentsOfOneName() throws Exception {
        people.correct(Author.of(town.as("admin")), town.as("hotline.handle").person(), town.as("hotline.registry").personName(), "", town.today());
        called("hotline.registry", "路灯不亮，已经一个月了。");
        called("hotline.handle", "公交车晚点，等了四十分钟。");
        var last = lastMonth();
        pages.ask(post("/hotline/quality/binding").param("month", last.toString()), "hotline.registry");
        pages.ask(draws(last, "5", "同名"), "hotline.registry");
        assertThat(CHECK.matcher(pages.page("/hotline/quality?month=" + last, "hotline.handle")).results().map(found -> found.group()).distinct()).hasSize(2);
    }

    @Test
    void drawsFromWhatTheDeskBeforeHandledAndNeverFromNothing() throws Exception {
        var last = YearMonth.from(town.today()).minusMonths(1);
        pages.ask(post("/hotline/quality/binding").param("month", last.toString()), "hotline.registry");
        var empty = pages.ask(draws(last, "5", "没有工单"), "hotline.registry");
        assertThat(empty.getStatus()).isEqualTo(409);
        assertThat(Pages.text(empty)).contains("没有热线人员受理或转派的工单", "抽取机会仍然保留");
        called("hotline.registry", "路灯不亮，已经一个月了。");
        called("hotline.handle", "公交车晚点，等了四十分钟。");
        lastMonth();
        desks.set(town.unit("市政府督查室"), town.today(), town.as("admin"));
        assertThat(pages.ask(draws(last, "5", "换了单位"), "inspect1").getStatus()).as("nothing was drawn before").isEqualTo(302);
        assertThat(CHECK.matcher(pages.page("/hotline/quality?month=" + last, "inspect1")).results().map(found -> found.group()).distinct()).hasSize(2);
    }

    private String open(String check, String login) {
        try {
            return pages.page(check, login);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static MockHttpServletRequestBuilder typed(String path, Map<String, String> typed) {
        var request = post(path);
        typed.forEach(request::param);
        return request;
    }
}
