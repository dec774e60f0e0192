package cn.duban.ledger.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterTypes;
import cn.duban.ledger.Town;
import cn.duban.ledger.TypeDrafts;
import cn.duban.ledger.type.ShippedTypes;
import cn.duban.units.Directories;
import cn.duban.web.SignedIn;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** A government writes its own types through the pages alone. */
@DubanTest
class TypeWritingTest {

    private static final String MEASURE = "rectification-measure";
    private static final String TEXT = ShippedTypes.texts().get(MEASURE);

    @Autowired MockMvc http;
    @Autowired Ledger ledger;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired EvidenceFiles files;
    @Autowired TypeDrafts drafts;
    @Autowired MatterTypes types;

    private Town town;

    @BeforeEach
    void aCityOfItsOwn() {
        town = new Town(cities, directories, ledger, files);
    }

    private MockHttpServletResponse open(String path, String login) throws Exception {
        return http.perform(get(URI.create(path)).with(SignedIn.as(town.as(login)))).andReturn().getResponse();
    }

    private String page(String path, String login) throws Exception {
        var response = open(path, login);
        assertThat(response.getStatus()).as(path + " " + login).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse send(String path, String login, String... typed) throws Exception {
        var request = post(path).with(SignedIn.as(town.as(login))).with(csrf());
        for (int i = 0; i < typed.length; i += 2) request.param(typed[i], typed[i + 1]);
        return http.perform(request).andReturn().getResponse();
    }

    private MockHttpServletResponse copy() throws Exception {
        return send("/types/" + MEASURE + "/shipped-1/copy", "admin");
    }

    private int revision() {
        return drafts.of(town.as("admin"), MEASURE).orElseThrow().revision();
    }

    private MockHttpServletResponse type(String login, int revision, String text) throws Exception {
        return send("/types/" + MEASURE + "/draft", login, "ledger", "rectification", "revision", "" + revision, "yaml", text);
    }

    @Test
    void copiesAShippedTypeAndSaysWhatIsWrongInWhichLine() throws Exception {
        assertThat(copy().getRedirectedUrl()).isEqualTo("/types/" + MEASURE + "/draft");
        assertThat(page("/types/" + MEASURE + "/draft", "admin")).contains("没有问题", "<svg class=\"states\"", "id=\"line-1\"").doesNotContain("class=\"faulty\"");
        var line = TEXT.substring(0, TEXT.indexOf("  close:")).split("\n").length + 1;
        var faulty = type("admin", revision(), TEXT.replace("close:   { zh: 销号,       en: Close out,        from: submitted, to: closed,    by: supervisor, except: [lead, assist]", "close:   { zh: 销号,       en: Close out,        from: submitted, to: closed,    by: lead"));
        assertThat(faulty.getStatus()).isEqualTo(200);
        assertThat(faulty.getContentAsString(StandardCharsets.UTF_8)).contains("data-line=\"" + line + "\"", "<li id=\"line-" + line + "\" class=\"faulty\"", "不能由办理该事项的");
    }

    @Test
    void keepsATextThatCannotBeReadAtAll() throws Exception {
        copy();
        var broken = "type: rectification-measure\nstates: {\n  :::\n这里还没写完";
        var answer = type("admin", revision(), broken).getContentAsString(StandardCharsets.UTF_8);
        assertThat(answer).contains("不符合 YAML 格式", "这里还没写完", "草稿已保存");
        assertThat(drafts.of(town.as("admin"), MEASURE).orElseThrow().yaml()).isEqualTo(broken);
        assertThat(page("/types/" + MEASURE + "/draft", "inspect")).contains("这里还没写完");
        assertThat(page("/types/" + MEASURE + "/1", "admin")).contains("这个草稿还读不出内容");
        assertThat(open("/types/" + MEASURE + "/1/rehearsal", "admin").getStatus()).isEqualTo(409);
    }

    @Test
    void losesNothingWhereTwoWriteAtOnce() throws Exception {
        copy();
        var seen = revision();
        assertThat(type("inspect", seen, TEXT.replace("5wd", "7wd")).getStatus()).isEqualTo(200);
        var late = type("admin", seen, TEXT.replace("5wd", "9wd"));
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(late.getContentAsString(StandardCharsets.UTF_8)).contains("您的改动还没有保存", "祁正言", "budget: 9wd", "line-removed", "budget: 7wd", "name=\"revision\" value=\"" + revision() + "\"");
        assertThat(type("admin", revision(), TEXT.replace("5wd", "9wd")).getStatus()).isEqualTo(200);
        assertThat(drafts.of(town.as("admin"), MEASURE).orElseThrow().yaml()).contains("9wd");
        assertThat(type("admin", seen, TEXT.replace("5wd", "9wd")).getStatus()).as("the same text is kept already").isEqualTo(200);
    }

    @Test
    void keepsWhatIsTypedAfterTheDraftIsGone() throws Exception {
        copy();
        send("/types/" + MEASURE + "/draft/discard", "inspect");
        assertThat(type("admin", 1, TEXT.replace("5wd", "9wd")).getContentAsString(StandardCharsets.UTF_8)).contains("已另存为新的草稿", "budget: 9wd");
        assertThat(drafts.of(town.as("admin"), MEASURE).orElseThrow().yaml()).contains("9wd");
    }

    @Test
    void refusesWhoeverMayNotWrite() throws Exception {
        for (var login : List.of("eco.handle", "inspect1", "mayor")) {
            assertThat(send("/types/" + MEASURE + "/shipped-1/copy", login).getStatus()).as(login).isEqualTo(403);
            assertThat(open("/types/new", login).getStatus()).isEqualTo(403);
            assertThat(open("/types/" + MEASURE + "/draft", login).getStatus()).isEqualTo(403);
            assertThat(open("/types/" + MEASURE + "/shipped-1/move", login).getStatus()).isEqualTo(403);
        }
        copy();
        assertThat(page("/types/" + MEASURE, "eco.handle")).doesNotContain("本级第 1 版");
        assertThat(open("/types/" + MEASURE + "/1", "eco.handle").getStatus()).as("a draft is for those who write").isEqualTo(404);
        assertThat(copy().getStatus()).as("one draft at a time").isEqualTo(409);
        assertThat(send("/types/" + MEASURE + "/shipped-1/withdrawal", "admin", "reason", "不要了").getStatus()).as("what is shipped stays").isEqualTo(404);
    }

    @Test
    void beginsANewTypeFromTheShortestThatHolds() throws Exception {
        var wrong = send("/types/new", "admin", "name", "重点 工作", "ledger", "supervision");
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(wrong.getContentAsString(StandardCharsets.UTF_8)).contains("重点 工作", "代号只能用小写字母");
        assertThat(send("/types/new", "admin", "name", MEASURE, "ledger", "rectification").getContentAsString(StandardCharsets.UTF_8)).contains("已经有这个代号");
        assertThat(send("/types/new", "admin", "name", "key-task", "ledger", "supervision").getRedirectedUrl()).isEqualTo("/types/key-task/draft");
        assertThat(page("/types/key-task/draft", "admin")).contains("type: key-task", "没有问题");
        assertThat(send("/types/key-task/draft", "admin", "ledger", "supervision", "revision", "1", "yaml", drafts.of(town.as("admin"), "key-task").orElseThrow().yaml().replace("type: key-task", "type: other")).getContentAsString(StandardCharsets.UTF_8))
                .contains("不能改名为“other”");
        assertThat(send("/types/key-task/draft/discard", "admin").getRedirectedUrl()).isEqualTo("/types");
        assertThat(open("/types/key-task/draft", "admin").getStatus()).isEqualTo(404);
    }

    @Test
    void comparesInWordsAndInLinesAndPublishesWithAReason() throws Exception {
        copy();
        type("admin", revision(), TEXT.replace("while: submitted, budget: 5wd", "while: submitted, budget: 3wd").replace("sustain: { zh: 转长期坚持, en: Keep as standing commitment, from: submitted, to: standing, by: supervisor, except: [lead, assist]", "sustain: { zh: 转长期坚持, en: Keep as standing commitment, from: submitted, to: standing, by: supervisor, except: [lead, assist], most: 2"));
        assertThat(page("/types/" + MEASURE + "/1/difference", "admin")).contains("“核查时限”由5个工作日缩短为3个工作日。", "“转长期坚持”今后最多2次，原来不限。", "line-removed", "budget: 3wd");
        assertThat(page("/types/" + MEASURE + "/draft/publication", "admin")).contains("“核查时限”由5个工作日缩短为3个工作日。");

        var silent = send("/types/" + MEASURE + "/draft/publication", "admin", "revision", "" + revision(), "from", town.today().toString());
        assertThat(silent.getStatus()).isEqualTo(422);
        assertThat(silent.getContentAsString(StandardCharsets.UTF_8)).contains("请写明理由");
        var past = send("/types/" + MEASURE + "/draft/publication", "admin", "revision", "" + revision(), "from", "2020-01-01", "reason", "加快核查");
        assertThat(past.getContentAsString(StandardCharsets.UTF_8)).contains("生效日期不能早于今天", "加快核查");
        var stale = send("/types/" + MEASURE + "/draft/publication", "admin", "revision", "1", "from", town.today().toString(), "reason", "加快核查");
        assertThat(stale.getContentAsString(StandardCharsets.UTF_8)).contains("有人改动了这份草稿");
        assertThat(send("/types/" + MEASURE + "/draft/publication", "admin", "revision", "" + revision(), "from", town.today().toString(), "reason", "加快核查").getRedirectedUrl()).isEqualTo("/types/" + MEASURE);

        assertThat(types.current(town.city.tenant(), MEASURE).version().tenant()).isEqualTo(town.city.tenant());
        assertThat(page("/types/" + MEASURE, "eco.handle")).contains("本级第 1 版", "现行", "杜若谷", "加快核查", "3个工作日");
        assertThat(send("/types/" + MEASURE + "/1/withdrawal", "admin").getStatus()).isEqualTo(422);
        assertThat(send("/types/" + MEASURE + "/1/withdrawal", "admin", "reason", "太快了").getStatus()).isEqualTo(302);
        assertThat(page("/types/" + MEASURE, "admin")).contains("产品自带第 1 版 · 现行", "撤回本级第 1 版", "太快了");
    }

    @Test
    void playsAMatterThroughAnAddressAlone() throws Exception {
        var path = "/types/" + MEASURE + "/shipped-1/rehearsal?opened=2026-09-28";
        assertThat(page(path, "eco.handle")).contains("待交办", "督查单位：交办", "只能在“整改中”时进行", "等到它届满看看");
        var done = open(path + "&as=supervisor&day=2026-09-29&time=10:00&due=2026-11-30&do=assign", "eco.handle");
        assertThat(done.getStatus()).isEqualTo(302);
        var next = page(done.getRedirectedUrl(), "eco.handle");
        assertThat(next).contains("待签收", "责任单位：签收", "配合单位甲：签收", "配合时限", "2026-11-30", "way-taken");
        assertThat(page(done.getRedirectedUrl() + "&as=lead", "eco.handle")).contains("value=\"receive\"");
        assertThat(page(done.getRedirectedUrl() + "&move=2026-09-01T09:00%20receive%20lead", "eco.handle")).contains("时间只能往后走");
        assertThat(page(done.getRedirectedUrl() + "&move=nonsense", "eco.handle")).contains("这一步读不懂");
        assertThat(Pattern.compile("href=\"([^\"]*wait[^\"]*)\"").matcher(next).find()).isTrue();
    }
}
