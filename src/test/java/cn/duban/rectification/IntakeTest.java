package cn.duban.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.hamcrest.Matchers.containsString;

import cn.duban.DubanTest;
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
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

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
    void refusesACorrectionOfAnOlderVersion() {
        UUID id = intakes.read(town.as("inspect"), "通报.txt", BULLETIN.getBytes(StandardCharsets.UTF_8));
        intakes.correct(id, 1, town.as("inspect"), draft -> draft.headed("改过的标题", "", "", null, null));
        assertThatThrownBy(() -> intakes.correct(id, 1, town.as("inspect1"), draft -> draft.headed("又改", "", "", null, null))).isInstanceOf(Refused.class);
        assertThat(intakes.find(id, town.as("inspect")).orElseThrow().draft().title()).isEqualTo("改过的标题");
    }

    @Test
    void keepsWhatWasTypedAndShowsWhatTheOtherSaved() throws Exception {
        UUID id = intakes.read(town.as("inspect"), "通报.txt", BULLETIN.getBytes(StandardCharsets.UTF_8));
        var at = "/rectification/intakes/" + id + "/findings/0";
        web.perform(post(at).with(as(town.as("inspect1"))).with(csrf()).param("version", "1").param("title", "河道垃圾屡清屡倒").param("kept", "true")).andExpect(status().isFound());
        var mine = post(at).with(as(town.as("inspect"))).with(csrf()).param("version", "1").param("title", "河道乱倒垃圾三年未治").param("body", "我逐字核对过的一段").param("kept", "true");
        web.perform(mine).andExpect(status().isConflict())
                .andExpect(content().string(containsString("河道乱倒垃圾三年未治"))).andExpect(content().string(containsString("我逐字核对过的一段")))
                .andExpect(content().string(containsString("河道垃圾屡清屡倒"))).andExpect(content().string(containsString("name=\"version\" value=\"2\"")));
        web.perform(post(at).with(as(town.as("inspect"))).with(csrf()).param("version", "2").param("title", " ").param("body", "题目忘了写").param("kept", "true"))
                .andExpect(status().is(422)).andExpect(content().string(containsString("题目忘了写")));
    }

    @Test
    void keepsAFindingThatTwoPeopleAddedApart() throws Exception {
        UUID id = intakes.read(town.as("inspect"), "通报.txt", BULLETIN.getBytes(StandardCharsets.UTF_8));
        var at = "/rectification/intakes/" + id + "/findings/3";
        web.perform(post(at).with(as(town.as("inspect1"))).with(csrf()).param("version", "1").param("fresh", "true").param("title", "别人补的一条").param("kept", "true")).andExpect(status().isFound());
        web.perform(post(at).with(as(town.as("inspect"))).with(csrf()).param("version", "1").param("fresh", "true").param("title", "我补的一条").param("kept", "true"))
                .andExpect(status().isConflict()).andExpect(content().string(containsString("findings/4"))).andExpect(content().string(containsString("我补的一条")));
        assertThat(intakes.find(id, town.as("inspect")).orElseThrow().draft().findings()).hasSize(4);
    }

    static RequestPostProcessor as(Viewer viewer) {
        return authentication(UsernamePasswordAuthenticationToken.authenticated(viewer, "", java.util.List.of()));
    }
}
