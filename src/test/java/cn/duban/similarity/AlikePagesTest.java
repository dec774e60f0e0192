package cn.duban.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.duban.DubanTest;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Town;
import cn.duban.similarity.meaning.EmbeddingFixture;
import cn.duban.web.SignedIn;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Look-alikes on pages, with script and without, and over the API. */
@DubanTest
class AlikePagesTest {

    @Autowired MockMvc http;
    @Autowired Town towns;
    @Autowired Ledger ledger;
    @Autowired EmbeddingFixture embeddings;

    private Town town;

    @BeforeEach
    void aCityOfItsOwn() {
        town = towns.another();
    }

    @Test
    void standsBesideTheMatterAsALinkThatFillsItself() throws Exception {
        var one = open("翠屏公园健身器材<b>锈蚀");
        var other = open("翠屏公园的健身器材锈蚀损坏");
        embeddings.settle(town);
        assertThat(page(get("/matters/" + one), "inspect")).contains("<h2 id=\"alikes\">相似事项</h2>", "hx-get=\"/matters/" + one + "/alikes\"", "<a href=\"/matters/" + one + "/alikes\">查看相似事项</a>");
        assertThat(page(get("/matters/" + one + "/alikes").header("HX-Request", "true"), "inspect")).contains("/matters/" + other, "<mark>健身器材", "提到同一地点：翠屏公园", "意思相近（0.")
                .doesNotContain("<html", "/matters/" + one + "\"");
        assertThat(page(get("/matters/" + other + "/alikes"), "inspect")).contains("<html", "回到这件事", "/matters/" + one, "&lt;b&gt;").doesNotContain("<b>锈蚀");
        assertThat(status(get("/matters/" + one + "/alikes"), "eco.handle")).isEqualTo(404);
    }

    @Test
    void tellsBeforeSomethingIsEntered() throws Exception {
        var known = open("滨湖栈道夜间照明全部熄灭");
        embeddings.settle(town);
        assertThat(page(get("/alikes"), "inspect")).contains("立项前查重", "name=\"body\"");
        var asked = post("/alikes").with(csrf()).param("title", "滨湖栈道晚上没有灯").param("body", "<script>");
        assertThat(page(asked, "inspect")).contains("/matters/" + known, "value=\"滨湖栈道晚上没有灯\"", "&lt;script&gt;").doesNotContain("<script>\"");
        assertThat(page(post("/alikes").with(csrf()).param("title", " "), "inspect")).contains("请先写上名称或者内容");
        assertThat(page(post("/alikes").with(csrf()).param("title", "滨湖栈道晚上没有灯").header("HX-Request", "true"), "permit.handle1")).contains("没有发现").doesNotContain(known.toString());
    }

    @Test
    void answersProgramsWithTheReasons() throws Exception {
        var known = open("梧桐巷公厕长期关闭无人管理");
        embeddings.settle(town);
        var asked = post("/api/v1/alikes").with(csrf()).contentType(MediaType.APPLICATION_JSON).content("{\"title\": \"梧桐巷公共厕所一直锁着\"}");
        var answer = JsonMapper.shared().readTree(page(asked, "inspect"));
        assertThat(answer.get("basis").asString()).isEqualTo("MEANING_AND_WORDING");
        var hit = answer.get("hits").get(0);
        assertThat(hit.get("row").get("id").asString()).isEqualTo(known.toString());
        assertThat(hit.get("meaning").asDouble()).isBetween(0.6, 1.0);
        assertThat(hit.get("reasons").toString()).contains("梧桐巷", "意思相近");
        assertThat(status(post("/api/v1/alikes").with(csrf()).contentType(MediaType.APPLICATION_JSON).content("{\"title\": \" \"}"), "inspect")).isEqualTo(400);
        assertThat(JsonMapper.shared().readTree(page(get("/api/v1/matters/" + known + "/alikes"), "inspect")).get("hits").isArray()).isTrue();
    }

    @Test
    void showsUnderAReportWhatItRepeats() throws Exception {
        var id = town.aMeasureAtWork();
        var said = "已会同街道对临河餐饮单位逐家排查，督促其安装隔油设施。";
        ledger.act(id, Act.of("report").saying("note", said), town.as("eco.handle"));
        var entry = ledger.act(id, Act.of("report").saying("note", said), town.as("eco.handle")).entry();
        var address = "/matters/" + id + "/entries/" + entry + "/progress";
        assertThat(page(get("/matters/" + id), "inspect")).contains("hx-get=\"" + address + "\"", "<a href=\"" + address + "\">与以往进展比对</a>");
        assertThat(page(get(address).header("HX-Request", "true"), "inspect")).contains("照搬", "与上期相似 100%", "#entry-" + (entry - 1), "<mark>已会同街道").doesNotContain("<html");
        assertThat(page(get(address), "inspect")).contains("<html", "回到这件事");
        assertThat(status(get("/matters/" + id + "/entries/1/progress"), "inspect")).isEqualTo(404);
    }

    private MatterId open(String title) {
        return ledger.open(town.measure(title), town.as("inspect"), null).id();
    }

    private String page(MockHttpServletRequestBuilder request, String login) throws Exception {
        var response = http.perform(request.with(SignedIn.as(town.as(login)))).andReturn().getResponse();
        assertThat(response.getStatus()).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private int status(MockHttpServletRequestBuilder request, String login) throws Exception {
        return http.perform(request.with(SignedIn.as(town.as(login)))).andReturn().getResponse().getStatus();
    }
}
