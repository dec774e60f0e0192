package cn.duban.hotline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.ledger.AYear;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Opening;
import cn.duban.ledger.Pages;
import cn.duban.ledger.Secrecy;
import cn.duban.ledger.Town;
import cn.duban.units.Directories;
import cn.duban.web.SignedIn;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Viewer;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A month of the hotline is told once, and its media column is a bulletin like any other: what was published stays, whatever is laid out or counted later. */
@DubanTest
class ColumnBulletinTest {

    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
    private static final Pattern SLUG = Pattern.compile("/public/bulletins/(\\d+-[0-9a-f-]{36})");

    @Autowired MockMvc http;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired Ledger ledger;
    @Autowired EvidenceFiles files;
    @Autowired HotlineFixture hotline;
    @Autowired AYear year;
    @Autowired DSLContext sql;

    private Town town;
    private Pages pages;
    private YearMonth last;

    @BeforeEach
    void aCityOfItsOwn() {
        town = new Town(cities, directories, ledger, files);
        pages = new Pages(http, town);
        hotline.opens(town);
        last = YearMonth.from(town.today()).minusMonths(1);
    }

    private MatterId came(int day, String category) {
        var then = year.ledgerAt(Clock.fixed(last.atDay(day).atTime(10, 0).atZone(town.directory().zone()).toInstant(), town.directory().zone()));
        return then.open(new Opening(Ledger.newId(), Tickets.LEDGER, Tickets.TYPE, "路灯不亮", "路灯不亮，已经一个月了。", Map.of("channel", "phone", "kind", "complaint", "category", category), Map.of(), null, null, null, 0, Secrecy.INTERNAL, false, null, null), town.as("hotline.registry"), null).id();
    }

    private int posted(String path, String... named) throws Exception {
        var request = post(path);
        for (int i = 0; i < named.length; i += 2) request.param(named[i], named[i + 1]);
        return pages.ask(request, "hotline.registry").getStatus();
    }

    private MockHttpServletResponse signs(MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request.with(SignedIn.as(head())).with(csrf())).andReturn().getResponse();
    }

    private Viewer head() {
        var directory = town.directory();
        return directory.lineage(town.unit("12345热线中心")).stream().flatMap(unit -> directory.posts(unit).stream()).filter(post -> post.has(Duty.SIGN))
                .flatMap(post -> directory.holders(post.id()).stream().map(person -> directory.viewer(person, post))).findFirst().orElseThrow();
    }

    private String version(String bulletin) throws Exception {
        var found = VERSION.matcher(pages.page(bulletin, "hotline.registry"));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void freezesTheMonthOfTheHotline() throws Exception {
        came(10, "市政设施·排水内涝");
        var open = "/public/hotline/figures?line=" + town.city.tenant() + "&month=" + last;
        assertThat(pages.page(open, "")).contains("还没有发布");
        assertThat(pages.ask(post("/hotline/figures/months").param("month", last.toString()), "housing").getStatus()).isEqualTo(403);
        assertThat(posted("/hotline/figures/months", "month", last.plusMonths(1).toString())).as("it has not ended").isEqualTo(422);
        assertThat(posted("/hotline/figures/months", "month", last.toString())).isEqualTo(302);
        came(12, "教育·入学");
        assertThat(pages.page(open, "")).contains("第 1 版", "市政设施").doesNotContain("教育");
        assertThat(pages.page("/hotline/figures?month=" + last, "hotline.registry")).as("counted now").contains("教育", "更正发布");
        assertThat(pages.page("/public/hotline/figures.csv?line=" + town.city.tenant() + "&month=" + last, "")).contains("version,published_at", "市政设施,,1,0,0,0,1,0,0,0,0,0,1,").doesNotContain("教育");
        assertThat(pages.page("/public/hotline/figures.json?line=" + town.city.tenant() + "&month=" + last, "")).contains("\"digest\":\"").doesNotContain("教育");
        assertThat(posted("/hotline/figures/months", "month", last.toString(), "reason", "补录一件来信")).isEqualTo(302);
        assertThat(pages.page(open, "")).contains("第 2 版", "教育", "更正理由：补录一件来信");
        assertThat(pages.page(open + "&version=1", "")).contains("这一版已被更正").doesNotContain("教育");
    }

    @Test
    void keepsAQuestionThatWasChosenHoweverManyCameAfterIt() throws Exception {
        came(10, "市政设施·排水内涝");
        sql.execute("insert into hotline.answer (tenant, id, ticket, question, answer, category, unit, searched, state, proposed_by, proposed_name, proposed_at, checked_by, checked_name, checked_at) "
                + "select ?, gen_random_uuid(), gen_random_uuid(), '第' || i || '问怎样办？', '第' || i || '答照此办。', '教育', '市教育局', '', 'published', 1, '甲', now(), 2, '乙', now() + i * interval '1 minute' from generate_series(1, 51) i", town.city.tenant());
        var oldest = sql.fetchValue("select id from hotline.answer where tenant = ? and question = '第1问怎样办？'", town.city.tenant()).toString();
        var month = last.toString();
        assertThat(posted("/hotline/column", "month", month, "template", "热点回音 {月份}\n{问答}", "answers", oldest)).isEqualTo(302);
        assertThat(pages.page("/hotline/column?month=" + month, "hotline.registry")).as("to be left out again").contains("第51问", "value=\"" + oldest + "\" checked", "第1答照此办");
        assertThat(posted("/hotline/figures/months", "month", month)).isEqualTo(302);
        var bulletin = Objects.requireNonNull(pages.ask(post("/hotline/column/bulletin").param("month", month), "hotline.registry").getRedirectedUrl());
        assertThat(pages.page(bulletin, "hotline.registry")).contains("第1答照此办");
    }

    @Test
    void becomesABulletinThatStaysWhatItWas() throws Exception {
        came(10, "市政设施·排水内涝");
        came(11, "市政设施·排水内涝");
        came(12, "教育·入学");
        var month = last.toString();
        assertThat(posted("/hotline/column/bulletin", "month", month)).as("not saved").isEqualTo(409);
        assertThat(posted("/hotline/column", "month", month, "template", "热点回音 {月份}\n12345热线共收到群众诉求{收到}件，办结{办结}件。\n问得最多的是：{热点}\n请继续拨打12345。")).isEqualTo(302);
        var refused = pages.ask(post("/hotline/column/bulletin").param("month", month), "hotline.registry");
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(Pages.text(refused)).contains("数据还没有发布");
        assertThat(posted("/hotline/figures/months", "month", month)).isEqualTo(302);
        assertThat(pages.ask(post("/hotline/column/bulletin").param("month", month), "housing").getStatus()).isEqualTo(403);
        var bulletin = Objects.requireNonNull(pages.ask(post("/hotline/column/bulletin").param("month", month), "hotline.registry").getRedirectedUrl());
        assertThat(pages.page(bulletin, "hotline.registry")).contains("热点回音 " + last.getYear() + "年" + last.getMonthValue() + "月", "（第", "SM3");
        assertThat(posted(bulletin + "/redactions", "words", "教育", "reason", "涉及一所学校")).isEqualTo(302);
        assertThat(posted(bulletin + "/review", "version", version(bulletin), "vouched", "true")).isEqualTo(302);
        assertThat(posted(bulletin + "/approval", "version", version(bulletin))).as("nobody approves their own words").isEqualTo(403);
        assertThat(signs(post(bulletin + "/approval").param("version", version(bulletin))).getStatus()).isEqualTo(302);
        assertThat(signs(post(bulletin + "/publication")).getStatus()).isEqualTo(302);
        var slug = SLUG.matcher(pages.page(bulletin, "hotline.registry")).results().map(found -> found.group()).findFirst().orElseThrow();
        came(13, "教育·入学");
        assertThat(posted("/hotline/column", "month", month, "template", "另一个样子 {月份}\n收到{收到}件。")).isEqualTo(302);
        assertThat(posted("/hotline/figures/months", "month", month, "reason", "补录一件来信")).isEqualTo(302);
        assertThat(pages.page(slug, "")).contains("共收到群众诉求3件", "市政设施：2件", "已公布的").doesNotContain("教育", "另一个样子");
        assertThat(pages.page(slug + "/verification", "")).contains("核验通过");
        assertThat(pages.page(bulletin, "hotline.registry")).as("for the staff as well").contains("请继续拨打12345").doesNotContain("另一个样子");
        assertThat(year.breaks(town.city.tenant())).isEmpty();
        assertThatThrownBy(() -> sql.execute("update hotline.media_column set template = 'x' where tenant = ?", town.city.tenant())).hasMessageContaining("stays as it was laid out");
        assertThat(signs(post(bulletin + "/withdrawal").param("reason", "数据另有更正")).getStatus()).isEqualTo(302);
        assertThat(pages.page(slug, "")).contains("数据另有更正").doesNotContain("共收到群众诉求");
        assertThat(pages.ask(get(slug + "/docx"), "").getStatus()).isEqualTo(404);
    }
}
