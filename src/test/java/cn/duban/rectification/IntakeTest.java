package cn.duban.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import cn.duban.DubanTest;
import cn.duban.documents.DocumentText;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Town;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

@DubanTest
class IntakeTest {

    static final String BULLETIN = """
            明川市生态环境局党组关于巡察整改情况的通报
            发布日期:2026-09-30
            根据市委统一部署,2026年3月1日至4月30日,市委第二巡察组对市生态环境局党组进行了巡察。2026年6月15日,市委第二巡察组反馈了巡察意见。
            二、整改落实情况
            (一)履行主体责任方面
            1.针对“河道乱倒垃圾反复出现”问题。一是组织沿河排查。二是与市住建局联合清运。整改情况:整改完毕
            责任单位:市生态环境局;配合单位:市住建局
            2.针对“信访件答复超期”问题。一是建立台账。整改情况:正在整改,定期整改到位
            责任单位:市生态环境局;完成时限:2027年3月底前
            (二)制度建设方面
            3.针对“公车管理制度不健全”问题。整改情况:整改完毕
            责任单位:市机关事务局
            联系电话:0990-6660。
            中共明川市生态环境局党组
            2026年9月30日
            """;

    @Autowired Intakes intakes;
    @Autowired Rounds rounds;
    @Autowired Town town;
    @Autowired Ledger ledger;
    @Autowired MockMvc web;

    @Test
    void readsABulletinAndKeepsItsStatusesAsClaims() {
        var id = intakes.read(town.as("inspect"), "通报.txt", BULLETIN.getBytes(StandardCharsets.UTF_8));
        var draft = intakes.find(id, town.as("inspect1")).orElseThrow().draft();

        assertThat(draft.findings()).extracting(IntakeDraft.Item::no).hasSize(3);
        assertThat(draft.findings().getFirst().claim()).contains("整改完毕");
        assertThat(draft.findings().getFirst().lead()).isEqualTo(town.unit("市生态环境局"));
        assertThat(draft.findings().get(2).lead()).isNull();
        assertThat(draft.findings().get(2).named()).contains("市机关事务局");
    }

    @Test
    void becomesALedgerWhoseMeasuresCarryUnitsAndDays() {
        var inspect = town.as("inspect");
        var id = intakes.read(inspect, "通报.txt", BULLETIN.getBytes(StandardCharsets.UTF_8));
        var round = rounds.find(new MatterId(inspect.tenant(), intakes.adopt(id, 1, inspect)), inspect).orElseThrow();

        assertThat(round.findings()).hasSize(3);
        assertThat(round.findings()).allSatisfy(f -> assertThat(f.measures()).isNotEmpty());
        assertThat(round.findings().get(2).measures()).singleElement().satisfies(m -> assertThat(m.title()).contains("公车管理"));
        assertThat(round.measures()).allSatisfy(m -> assertThat(m.phase()).isEqualTo("draft"));
        assertThat(round.findings().get(1).measures().getFirst().dueOn()).isEqualTo("2027-03-31");
        // what the document claims of a finding is not said again of each of its measures
        assertThat(round.findings().getFirst().head().fields()).containsKey("claim");
        assertThat(round.findings().getFirst().measures()).hasSizeGreaterThan(1).allSatisfy(m -> assertThat(m.fields()).doesNotContainKey("claim"));
        assertThat(round.findings().get(2).measures().getFirst().fields()).containsKey("claim");
    }

    /** The unit sees its measure and the slip, never the finding above: what is wanted of it stands in both. */
    @Test
    void handsTheWholeTextOfATaskToTheUnit() throws Exception {
        var inspect = town.as("inspect");
        var plan = new String(getClass().getResourceAsStream("/bulletins/business-plan.txt").readAllBytes(), StandardCharsets.UTF_8).replace("牵头单位：市政务局", "牵头单位：市生态环境局");
        var round = new MatterId(inspect.tenant(), intakes.adopt(intakes.read(inspect, "要点.txt", plan.getBytes(StandardCharsets.UTF_8)), 1, inspect));
        assertThat(rounds.find(round, inspect).orElseThrow().findings()).extracting(f -> f.head().fields().get("number-in-text")).as("as the plan counts, under each of its headings").containsExactly("（一）1", "（一）2", "（一）3.1", "（一）3.2", "（二）1", "（二）2");
        var measure = rounds.find(round, inspect).orElseThrow().measures().filter(m -> m.title().contains("一网通办")).findFirst().orElseThrow();
        ledger.act(measure.id(), town.assign().field("mode", "dated"), inspect);

        web.perform(get("/matters/{m}", measure.id()).with(as(town.as("eco.registry")))).andExpect(content().string(containsString("网办率达到95%以上，新增全程网办事项不少于120项")));
        ledger.act(measure.id(), Act.of("receive"), town.as("eco.registry"));
        web.perform(get("/matters/{m}", measure.id()).with(as(town.as("eco.handle")))).andExpect(content().string(allOf(containsString("办理中"), containsString("申请办结"), not(containsString("整改中")), not(containsString("销号")))));
        web.perform(get("/rectification/rounds/{r}", round).with(as(inspect))).andExpect(content().string(allOf(containsString("项任务"), containsString("待启动"), containsString("办理类别"), containsString("已立项，措施待交办"), containsString("class=\"past-due\""), not(containsString("整改方案")))));
        var slip = web.perform(get("/rectification/rounds/{r}/slips.docx", round).param("measure", measure.id().toString()).with(as(inspect))).andReturn().getResponse().getContentAsByteArray();
        assertThat(String.join("\n", DocumentText.read(slip, "交办单.docx").lines())).contains("网办率达到95%以上，新增全程网办事项不少于120项", "督查事项交办单", "申请办结").doesNotContain("整改");
    }

    @Test
    void keepsWhatTheRegisterDoesNotKnow() throws Exception {
        var inspect = town.as("inspect");
        var bulletin = getClass().getResourceAsStream("/bulletins/archive-bulletin.txt").readAllBytes();
        var id = intakes.read(inspect, "档案馆.txt", bulletin);
        var round = new MatterId(inspect.tenant(), intakes.adopt(id, 1, inspect));

        web.perform(get("/rectification/rounds/{r}", round).with(as(inspect))).andExpect(content().string(containsString("/rectification/intakes/" + id)))
                .andExpect(content().string(containsString("林树声"))).andExpect(content().string(containsString("利用服务科")));
        var finding = rounds.find(round, inspect).orElseThrow().findings().stream().filter(f -> f.head().title().contains("公务用车")).findFirst().orElseThrow();
        assertThat(finding.head().body()).contains("核查用车记录318条");
        web.perform(get("/search").param("q", "林树声").with(as(inspect))).andExpect(content().string(containsString(rounds.find(round, inspect).orElseThrow().findings().getFirst().head().number())));
    }

    @Test
    void printsNoSlipForWhatIsVoid() throws Exception {
        var inspect = town.as("inspect");
        var round = new MatterId(inspect.tenant(), intakes.adopt(intakes.read(inspect, "通报.txt", BULLETIN.getBytes(StandardCharsets.UTF_8)), 1, inspect));
        var measure = rounds.find(round, inspect).orElseThrow().findings().get(1).measures().getFirst().id();
        ledger.act(measure, town.assign().field("mode", "dated"), inspect);
        web.perform(get("/rectification/rounds/{r}/slips.docx", round).with(as(inspect))).andExpect(status().isOk());
        ledger.act(measure, Act.of("void").saying("reason", "重复录入"), inspect);
        web.perform(get("/rectification/rounds/{r}/slips.docx", round).with(as(inspect))).andExpect(status().is(422)).andExpect(content().string(containsString("没有可以打印的交办单")));
        web.perform(get("/rectification/rounds/{r}", round).with(as(inspect))).andExpect(content().string(org.hamcrest.Matchers.not(containsString("slips.docx?measure=" + measure))));
    }

    @Test
    void masksNumbersOfPeopleWhereverTheyStand() {
        var inspect = town.as("inspect");
        var text = BULLETIN.replace("市委第二巡察组反馈了", "市委第二巡察组（13812345678）反馈了").replace("正在整改,定期整改到位", "正在整改,联系13912345678");
        var id = intakes.read(inspect, "通报13712345678.txt", text.getBytes(StandardCharsets.UTF_8));
        intakes.correct(id, 1, inspect, d -> d.headed(d.title(), "办公室 13612345678", "第二组 13812345678", null, null));
        var intake = intakes.find(id, inspect).orElseThrow();
        assertThat(Intakes.JSON.writeValueAsString(intake.draft()) + intake.name() + intake.lines()).doesNotContain("12345678").contains("138********", "136********");
    }

    @Test
    void findsNothingWhereTheAddressNamesNothing() throws Exception {
        web.perform(get("/rectification/intakes/nothing").with(as(town.as("inspect")))).andExpect(status().isNotFound());
    }

    @Test
    void showsTheReadingBesideTheText() throws Exception {
        var id = intakes.read(town.as("inspect"), "通报.txt", BULLETIN.getBytes(StandardCharsets.UTF_8));
        web.perform(get("/rectification/intakes/{id}", id).with(as(town.as("inspect"))))
                .andExpect(status().isOk()).andExpect(content().string(containsString("河道乱倒垃圾反复出现"))).andExpect(content().string(containsString("市机关事务局")));
        web.perform(get("/rectification/intakes").with(as(town.as("inspect")))).andExpect(status().isOk());
        web.perform(get("/rectification/rounds").with(as(town.as("inspect")))).andExpect(status().isOk());
    }

    @Test
    void keepsDocumentsFromThoseWhoDoNotSupervise() throws Exception {
        var id = intakes.read(town.as("inspect"), "通报.txt", BULLETIN.getBytes(StandardCharsets.UTF_8));
        assertThat(intakes.find(id, town.as("eco"))).isEmpty();
        web.perform(get("/rectification/intakes/{id}", id).with(as(town.as("eco")))).andExpect(status().isNotFound());
    }

    @Test
    void saysInOneSentenceWhatItCannotRead() {
        assertThatThrownBy(() -> intakes.read(town.as("inspect"), "菜谱.txt", "番茄炒蛋:鸡蛋两个".getBytes(StandardCharsets.UTF_8))).isInstanceOf(Refused.class);
    }

    @Test
    void staysOnThePageWithWhatItCannotRead() throws Exception {
        web.perform(post("/rectification/intakes").param("text", "番茄炒蛋:鸡蛋两个").with(as(town.as("inspect"))).with(csrf())).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("番茄炒蛋:鸡蛋两个</textarea>"))).andExpect(content().string(containsString("不像整改通报")));
    }

    @Test
    void tellsAUnitWhereItsMeasuresAre() throws Exception {
        web.perform(get("/rectification/rounds").with(as(town.as("permit.handle1")))).andExpect(content().string(org.hamcrest.Matchers.not(containsString("来文录入”读入"))));
    }

    @Test
    void refusesACorrectionOfAnOlderVersion() {
        UUID id = intakes.read(town.as("inspect"), "通报.txt", BULLETIN.getBytes(StandardCharsets.UTF_8));
        intakes.correct(id, 1, town.as("inspect"), draft -> draft.headed("改过的标题", "", "", null, null));
        assertThatThrownBy(() -> intakes.correct(id, 1, town.as("inspect1"), draft -> draft.headed("又改", "", "", null, null))).isInstanceOf(Refused.class);
        assertThat(intakes.find(id, town.as("inspect")).orElseThrow().draft().title()).isEqualTo("改过的标题");
    }

    /** Everything that was typed is one form: whichever button is pressed, nothing of it is lost. */
    @Test
    void savesEveryFindingWithOneButtonAlsoBeforeTheLedgerIsOpened() throws Exception {
        var inspect = town.as("inspect");
        UUID id = intakes.read(inspect, "通报.txt", BULLETIN.getBytes(StandardCharsets.UTF_8));
        var form = form(id);
        form.set("f.0.title", "河道垃圾屡清屡倒");
        form.set("f.1.body", "第一段\r\n第二段");
        form.set("f.3.title", "读漏的一条");
        form.set("f.3.kept", "true");
        assertThat(send(id, form, "save", "inspect").getRedirectedUrl()).isEqualTo("/rectification/intakes/" + id);
        var draft = intakes.find(id, inspect).orElseThrow().draft();
        assertThat(draft.findings()).extracting(IntakeDraft.Item::title).contains("河道垃圾屡清屡倒", "读漏的一条").hasSize(4);
        assertThat(draft.findings().get(1).body()).isEqualTo("第一段\n第二段");
        assertThat(send(id, form(id), "save", "inspect").getStatus()).isEqualTo(302);
        assertThat(intakes.find(id, inspect).orElseThrow().version()).as("nothing typed, nothing saved").isEqualTo(2);

        var last = form(id);
        last.set("f.2.title", "公车管理制度不健全、执行走样");
        last.set("duplicateAll", "另一份通报的整改");
        var round = send(id, last, "adopt", "inspect").getRedirectedUrl();
        assertThat(rounds.find(MatterId.valueOf(round.substring(round.lastIndexOf('/') + 1)), inspect).orElseThrow().findings())
                .extracting(finding -> finding.head().title()).containsExactly("河道垃圾屡清屡倒", draft.findings().get(1).title(), "公车管理制度不健全、执行走样", "读漏的一条");
    }

    @Test
    void keepsWhatWasTypedAndShowsWhatTheOtherSaved() throws Exception {
        UUID id = intakes.read(town.as("inspect"), "通报.txt", BULLETIN.getBytes(StandardCharsets.UTF_8));
        var theirs = form(id);
        var mine = form(id);
        theirs.set("f.0.title", "河道垃圾屡清屡倒");
        assertThat(send(id, theirs, "save", "inspect1").getStatus()).isEqualTo(302);
        mine.set("f.0.title", "河道乱倒垃圾三年未治");
        mine.set("f.0.body", "我逐字核对过的一段");
        mine.set("f.1.title", "信访件答复超期三次");
        var refused = send(id, mine, "adopt", "inspect");
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(refused.getContentAsString(StandardCharsets.UTF_8)).contains("有 1 处没有保存", "河道乱倒垃圾三年未治", "我逐字核对过的一段", "河道垃圾屡清屡倒");
        assertThat(intakes.find(id, town.as("inspect")).orElseThrow().draft().findings().get(1).title()).as("what nobody else touched is saved").isEqualTo("信访件答复超期三次");

        var again = form(id);
        again.set("f.0.title", " ");
        again.set("f.0.body", "题目忘了写");
        again.set("f.1.due", "2027-02-30");
        assertThat(send(id, again, "save", "inspect").getContentAsString(StandardCharsets.UTF_8)).contains("有 2 处没有保存", "题目忘了写", "期限不是一个日期", "value=\"2027-02-30\"");
    }

    @Test
    void keepsAFindingThatTwoPeopleAddedApart() throws Exception {
        UUID id = intakes.read(town.as("inspect"), "通报.txt", BULLETIN.getBytes(StandardCharsets.UTF_8));
        var theirs = form(id);
        var mine = form(id);
        theirs.set("f.3.title", "别人补的一条");
        mine.set("f.3.title", "我补的一条");
        assertThat(send(id, theirs, "save", "inspect1").getStatus()).isEqualTo(302);
        assertThat(send(id, mine, "save", "inspect").getStatus()).isEqualTo(302);
        assertThat(intakes.find(id, town.as("inspect")).orElseThrow().draft().findings()).extracting(IntakeDraft.Item::title).endsWith("别人补的一条", "我补的一条");
    }

    /** The form as a browser that changes nothing would send it. */
    private MultiValueMap<String, String> form(UUID id) {
        var draft = intakes.find(id, town.as("inspect")).orElseThrow().draft();
        var form = new LinkedMultiValueMap<String, String>();
        form.set("was", IntakeForm.mark(draft.head()));
        form.set("title", draft.title());
        form.set("issuer", draft.issuer());
        form.set("inspectedBy", draft.inspectedBy());
        form.set("feedbackOn", draft.feedbackOn() == null ? "" : draft.feedbackOn().toString());
        form.set("publishedOn", draft.publishedOn() == null ? "" : draft.publishedOn().toString());
        for (int at = 0; at < draft.findings().size(); at++) {
            var item = draft.findings().get(at);
            var name = IntakeForm.prefix(at);
            form.set(name + "was", IntakeForm.mark(item));
            form.set(name + "no", item.no());
            form.set(name + "aspect", item.aspect());
            form.set(name + "title", item.title());
            form.set(name + "body", item.body().replace("\n", "\r\n"));
            form.set(name + "claim", item.claim());
            form.set(name + "due", item.due() == null ? "" : item.due().toString());
            form.set(name + "mode", item.mode() == null ? "" : item.mode());
            form.set(name + "lead", item.lead() == null ? "" : item.lead().toString());
            form.put(name + "assist", item.assist().stream().map(String::valueOf).toList());
            form.set(name + "measures", String.join("\r\n", item.measures()));
            if (item.kept()) form.set(name + "kept", "true");
        }
        form.set(IntakeForm.prefix(draft.findings().size()) + "was", "");
        return form;
    }

    private MockHttpServletResponse send(UUID id, MultiValueMap<String, String> form, String what, String login) throws Exception {
        return web.perform(post("/rectification/intakes/{id}", id).params(form).param("do", what).with(as(town.as(login))).with(csrf())).andReturn().getResponse();
    }

    static RequestPostProcessor as(Viewer viewer) {
        return authentication(UsernamePasswordAuthenticationToken.authenticated(viewer, "", java.util.List.of()));
    }
}
