package cn.duban.progress;

import static cn.duban_db.ledger.Tables.MATTER_ROW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Town;
import cn.duban.units.Directories;
import cn.duban.web.SignedIn;
import java.nio.charset.StandardCharsets;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

/** The pages of progress: whom they answer, what they keep, and what they say where something is wrong. */
@DubanTest
class ProgressPagesTest {

    @Autowired MockMvc http;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired Ledger ledger;
    @Autowired EvidenceFiles files;
    @Autowired DSLContext sql;

    Town town;
    MatterId id;
    String from = "";

    @BeforeEach
    void work() {
        town = new Town(cities, directories, ledger, files);
        id = town.aMeasureAtWork();
    }

    private MockHttpServletResponse ask(MockHttpServletRequestBuilder request, String login) throws Exception {
        return http.perform(request.with(SignedIn.as(town.as(login))).with(csrf())).andReturn().getResponse();
    }

    private MockHttpServletResponse send(MockMultipartHttpServletRequestBuilder request, String login) throws Exception {
        return http.perform(request.with(SignedIn.as(town.as(login))).with(csrf())).andReturn().getResponse();
    }

    private static String text(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockMultipartHttpServletRequestBuilder report(String text) {
        return multipart("/progress/" + id).param("text", text).param("step", "hand-in").param("from", from);
    }

    private String review(String login) throws Exception {
        return text(ask(get("/progress/review"), login));
    }

    @Test
    void answersOnlyWhomItConcerns() throws Exception {
        assertThat(ask(get("/progress/" + id), "permit.handle1").getStatus()).isEqualTo(404);
        assertThat(ask(get("/progress/" + new MatterId(id.tenant() + 1, id.id())), "eco.handle").getStatus()).isEqualTo(404);
        assertThat(ask(get("/progress/review"), "eco.handle").getStatus()).isEqualTo(403);
        assertThat(ask(get("/progress/missing"), "eco.handle").getStatus()).isEqualTo(403);
        assertThat(send(report("替别人报的"), "permit.handle1").getStatus()).isEqualTo(404);
        assertThat(text(ask(get("/progress/" + id), "eco.registry"))).contains("替本单位的人代报的");
        assertThat(text(ask(get("/progress/" + id), "eco.handle"))).doesNotContain("代报的");
    }

    @Test
    void saysWhatIsMissingAndKeepsWhatWasTyped() throws Exception {
        assertThat(text(send(report(" "), "eco.handle"))).contains("请写明本期进展");
        var unnamed = send(report("电话报来的进展"), "inspect1");
        assertThat(unnamed.getStatus()).isEqualTo(422);
        assertThat(text(unnamed)).contains("请填写被代报的人的姓名", "电话报来的进展");
    }

    @Test
    void handsInOnceAndReviewsOnce() throws Exception {
        from = text(ask(get("/progress/" + id), "eco.handle")).replaceAll("(?s).*name=\"from\" value=\"([0-9-]+)\".*", "$1");
        assertThat(send(report("<b>三处</b>排口已封堵两处"), "eco.handle").getRedirectedUrl()).isEqualTo("/progress?done");
        assertThat(send(report("<b>三处</b>排口已封堵两处"), "eco.handle").getRedirectedUrl()).as("clicked twice").isEqualTo("/progress?done");
        var other = send(report("又想起一件事"), "eco.handle2");
        assertThat(other.getStatus()).isEqualTo(409);
        assertThat(text(other)).contains("这一期已经报过", "又想起一件事");

        var page = review("inspect");
        assertThat(page).contains("&lt;b&gt;三处").doesNotContain("<b>三处");
        var word = page.replaceAll("(?s).*name=\"entry-([0-9a-f.-]+)\".*", "$1");
        var entry = page.replaceAll("(?s).*name=\"entry-[0-9a-f.-]+\" value=\"(\\d+)\".*", "$1");
        var bare = post("/progress/review").param("entry-" + word, entry);
        assertThat(ask(bare.param("reason-" + word, "只写了理由"), "inspect").getStatus()).as("a reason, and no choice").isEqualTo(422);
        var pass = post("/progress/review").param("entry-" + word, entry).param("decision-" + word, "pass");
        assertThat(ask(pass, "inspect").getRedirectedUrl()).isEqualTo("/progress/review?passed=1&returned=0");
        var again = post("/progress/review").param("entry-" + word, entry).param("decision-" + word, "pass");
        assertThat(ask(again, "inspect").getRedirectedUrl()).as("sent twice, done once").isEqualTo("/progress/review?passed=1&returned=0");
        var returned = post("/progress/review").param("entry-" + word, entry).param("decision-" + word, "return").param("reason-" + word, "晚了");
        var late = ask(returned, "inspect2");
        assertThat(late.getStatus()).isEqualTo(422);
        assertThat(text(late)).contains("已由别人审核", "您写的理由：晚了");
        assertThat(review("inspect")).contains("没有等待审核的进展");
    }

    /** From the page of the matter, while the first still waits: it replaces nothing, and nothing of it is passed unseen. */
    @Test
    void showsOneMoreReportOfTheRoundBesideTheFirst() throws Exception {
        assertThat(send(report("三处排口已封堵两处"), "eco.handle").getRedirectedUrl()).isEqualTo("/progress?done");
        var first = version();
        ledger.act(id, Act.of("report").saying("note", "补充：第三处也已封堵"), town.as("eco.handle"));
        assertThat(review("inspect")).contains("三处排口已封堵两处", "同一期又报：", "补充：第三处也已封堵", "value=\"" + first + "\"");
    }

    @Test
    void keepsAReportInReviewWhoseWordsWereErased() throws Exception {
        assertThat(send(report("联系人王某某的身体状况"), "eco.handle").getRedirectedUrl()).isEqualTo("/progress?done");
        ledger.act(id, Act.of("erase").saying("entry", String.valueOf(version())).saying("reason", "本人要求删除，依《个人信息保护法》第四十七条"), town.as("inspect"));
        var page = review("inspect");
        assertThat(page).contains("内容已按规定删去").doesNotContain("王某某");
        var word = page.replaceAll("(?s).*name=\"entry-([0-9a-f.-]+)\".*", "$1");
        var entry = page.replaceAll("(?s).*name=\"entry-[0-9a-f.-]+\" value=\"(\\d+)\".*", "$1");
        assertThat(ask(post("/progress/review").param("entry-" + word, entry).param("decision-" + word, "pass"), "inspect").getRedirectedUrl()).isEqualTo("/progress/review?passed=1&returned=0");
        assertThat(review("inspect")).contains("没有等待审核的进展");
    }

    private int version() {
        return sql.select(MATTER_ROW.VERSION).from(MATTER_ROW).where(MATTER_ROW.TENANT.eq(id.tenant()), MATTER_ROW.ID.eq(id.id())).fetchSingle().value1();
    }

    @Test
    void asksForNothingOnceThePeriodIsReported() throws Exception {
        from = text(ask(get("/progress/" + id), "eco.handle")).replaceAll("(?s).*name=\"from\" value=\"([0-9-]+)\".*", "$1");
        send(report("已清运垃圾三吨，月底前完成岸坡整治"), "eco.handle");
        assertThat(text(ask(get("/progress/" + id), "eco.handle"))).contains("本期已报", "下一期：", "这一期不用再报").doesNotContain("name=\"step\"");
        assertThat(text(ask(get("/progress/missing"), "inspect"))).contains("已报齐");
    }

    @Test
    void readsRowsThatNobodyWroteAsNone() throws Exception {
        assertThat(ask(post("/progress/review").param("entry-nothing", "1").param("decision-nothing", "pass"), "inspect").getRedirectedUrl()).isEqualTo("/progress/review?passed=0&returned=0");
        assertThat(ask(post("/progress/missing/reminders").param("row", "x", id.id() + ".1.2026-02-31"), "inspect").getRedirectedUrl()).startsWith("/progress/missing?rhythm=half-month").endsWith("reminded=0");
        assertThat(ask(get("/progress/missing?rhythm=never&from=gestern&unit=7"), "inspect").getStatus()).isEqualTo(200);
    }
}
