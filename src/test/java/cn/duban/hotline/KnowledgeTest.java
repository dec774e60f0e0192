package cn.duban.hotline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.Pages;
import cn.duban.ledger.Town;
import cn.duban.units.Directories;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What agents answer from has an owner, a last day and a button for whoever finds it wrong. */
@DubanTest
class KnowledgeTest {

    @Autowired MockMvc http;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired Ledger ledger;
    @Autowired EvidenceFiles files;
    @Autowired HotlineFixture hotline;
    @Autowired DSLContext sql;

    private Town town;
    private Pages pages;

    @BeforeEach
    void aCityOfItsOwn() {
        town = new Town(cities, directories, ledger, files);
        pages = new Pages(http, town);
        hotline.opens(town);
    }

    private MockHttpServletRequestBuilder typed(String path) {
        return post(path).param("title", "灵活就业人员怎么交社保").param("body", "带身份证到任一街道便民服务中心办理，也可以网上办。").param("sources", "明人社〔2026〕3号").param("expires", town.today().plusDays(30).toString()).param("unit", "" + town.unit("市人社局")).param("open", "true");
    }

    private String entry() throws Exception {
        return Objects.requireNonNull(pages.ask(typed("/hotline/knowledge"), "hotline.registry").getRedirectedUrl());
    }

    private void checked(String entry, int version) throws Exception {
        assertThat(pages.ask(post(entry + "/check").param("seen", "" + version), "hotline.handle").getStatus()).isEqualTo(302);
    }

    private String asked(String words) throws Exception {
        return pages.page("/public/hotline/answers?line=" + town.city.tenant() + "&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8), "");
    }

    private String known(String body) throws Exception {
        return Pages.text(pages.ask(post("/hotline/knowledge/known").header("HX-Request", "true").param("body", body), "hotline.handle"));
    }

    @Test
    void standsBesideTheCallAndBeforeThePublicUntilItsLastDay() throws Exception {
        var wrong = pages.ask(typed("/hotline/knowledge").param("unit", "0"), "housing.registry");
        assertThat(wrong.getStatus()).as("another unit's").isEqualTo(422);
        var entry = entry();
        assertThat(known("我是灵活就业人员，想问社保怎么交")).contains("灵活就业人员怎么交社保", "明人社〔2026〕3号");
        await().untilAsserted(() -> assertThat(known("没有单位的自由职业者怎样缴纳社会保险")).as("in other words").contains("灵活就业人员怎么交社保"));
        assertThat(known("门前污水井堵了三天没人管")).contains("没有相近的");
        assertThat(pages.ask(post("/hotline/knowledge/known").param("body", "社保"), "housing.registry").getStatus()).isEqualTo(403);
        assertThat(asked("社保")).as("nobody but the writer has read it").contains("没有找到");
        assertThat(pages.ask(post(entry + "/check").param("seen", "1"), "hotline.registry").getStatus()).as("one's own").isEqualTo(409);
        assertThat(pages.ask(post(entry + "/check").param("seen", "1"), "housing.registry").getStatus()).as("neither owner nor desk").isEqualTo(403);
        assertThat(pages.page(entry, "hotline.handle")).contains("等另一个人核对", entry + "/check");
        checked(entry, 1);
        assertThat(asked("社保")).contains("灵活就业人员怎么交社保");
        assertThat(pages.ask(typed(entry).param("seen", "1"), "hotline.registry").getStatus()).isEqualTo(302);
        assertThat(asked("社保")).as("changed since").contains("没有找到");
        assertThat(pages.ask(post(entry + "/check").param("seen", "1"), "hotline.handle").getStatus()).as("the version before").isEqualTo(409);
        checked(entry, 2);
        var open = "/public/hotline/knowledge/" + town.city.tenant() + "-" + entry.replaceFirst(".*/", "");
        assertThat(pages.page(open, "")).contains("便民服务中心");
        sql.execute("update hotline.knowledge set expires_on = ? where tenant = ?", town.today().minusDays(1), town.city.tenant());
        assertThat(asked("社保")).contains("没有找到");
        assertThat(pages.ask(get(open), "").getStatus()).isEqualTo(404);
        assertThat(known("我是灵活就业人员，想问社保怎么交")).contains("已过期");
        assertThat(pages.page(entry, "hotline.registry")).contains("已过期");
    }

    @Test
    void makesWhatIsWrongATaskOfItsOwner() throws Exception {
        var entry = entry();
        checked(entry, 1);
        var open = "/public/hotline/knowledge/" + town.city.tenant() + "-" + entry.replaceFirst(".*/", "");
        assertThat(pages.ask(post(open).param("words", "打13912345678问我"), "").getStatus()).isEqualTo(422);
        assertThat(Pages.text(pages.ask(post(open).param("words", "便民服务中心说今年不能办了"), ""))).contains("三个工作日内答复");
        assertThat(pages.ask(post(entry + "/wrong").param("words", "文号写错了"), "housing.registry").getStatus()).as("whoever reads it").isEqualTo(302);
        assertThat(pages.page("/hotline/knowledge", "hotline.registry")).contains("有人说不对的知识 2 条");
        assertThat(pages.page(entry, "housing.registry")).contains("便民服务中心说今年不能办了").doesNotContain("name=\"answer\"");
        assertThat(pages.ask(typed(entry).param("seen", "1"), "housing.registry").getStatus()).as("not the owner").isEqualTo(403);
        var answer = Pattern.compile(entry + "/wrong/[0-9a-f-]{36}").matcher(pages.page(entry, "hotline.registry")).results().map(found -> found.group()).toList();
        assertThat(pages.ask(post(answer.getFirst()).param("do", "corrected").param("answer", ""), "hotline.registry").getStatus()).isEqualTo(422);
        assertThat(pages.ask(typed(entry).param("seen", "1"), "hotline.registry").getStatus()).isEqualTo(302);
        assertThat(pages.ask(typed(entry).param("seen", "1"), "hotline.registry").getStatus()).as("changed meanwhile").isEqualTo(409);
        for (var one : answer) assertThat(pages.ask(post(one).param("do", "corrected").param("answer", "已更正"), "hotline.registry").getStatus()).isEqualTo(302);
        assertThat(pages.ask(post(answer.getFirst()).param("do", "right").param("answer", "再答一次"), "hotline.registry").getStatus()).isEqualTo(409);
        assertThat(pages.page("/hotline/knowledge", "hotline.registry")).doesNotContain("有人说不对");
    }
}
