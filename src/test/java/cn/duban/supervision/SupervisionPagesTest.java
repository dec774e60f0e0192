package cn.duban.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Matters;
import cn.duban.ledger.Refusal;
import cn.duban.ledger.Town;
import cn.duban.units.Directories;
import cn.duban.web.SignedIn;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** Sources over HTTP: how a matter of each comes in, what is kept where something is wrong, and who approves. */
@DubanTest
class SupervisionPagesTest {

    @Autowired MockMvc http;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired Ledger ledger;
    @Autowired EvidenceFiles files;
    @Autowired Matters matters;

    Town town;

    @BeforeEach
    void found() {
        town = new Town(cities, directories, ledger, files);
    }

    private String page(String path, String login) throws Exception {
        return http.perform(get(path).with(SignedIn.as(town.as(login)))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse send(String type, UUID id, Map<String, String> fields, String login) throws Exception {
        var request = multipart("/supervision/new/" + type).file(new MockMultipartFile("evidenceFiles", "来文.txt", "text/plain", ("原件" + id).getBytes(StandardCharsets.UTF_8)));
        request.param("id", id.toString()).param("secrecy", "internal").param("role.approver", "" + town.post("inspect"));
        fields.forEach(request::param);
        return http.perform(request.with(SignedIn.as(town.as(login))).with(csrf())).andReturn().getResponse();
    }

    private MatterId opened(String type, Map<String, String> fields) throws Exception {
        var response = send(type, Ledger.newId(), fields, "inspect1");
        assertThat(response.getStatus()).as(response.getContentAsString(StandardCharsets.UTF_8)).isEqualTo(302);
        return MatterId.valueOf(Objects.requireNonNull(response.getRedirectedUrl()).replace("/matters/", ""));
    }

    private Map<String, String> instruction() {
        var day = town.today().toString();
        return Map.of("title", "南湖路积水", "field.urgency", "plain", "leader.0.post", "" + town.post("vice1"), "leader.0.kind", "instructed", "leader.0.on", day, "leader.0.words", "请抓紧办理。",
                "leader.1.post", "" + town.post("mayor"), "leader.1.kind", "circled", "leader.1.on", day, "leader.1.words", "");
    }

    @Test
    void anInstructionIsProposedApprovedAndHandedOut() throws Exception {
        var id = opened("instruction", instruction());
        assertThat(page("/matters/" + id, "inspect")).contains("宁致远", "圈阅", "请抓紧办理。", "来文.txt", "默认期限（10个工作日）");
        assertThat(page("/matters/" + id, "eco.registry")).as("not handed out yet").doesNotContain("请抓紧办理。");
        for (var other : new String[] {"inspect1", "inspect2"}) assertThat(refused(id, Act.of("approve"), other)).as("%s approves nothing", other).isNotNull();
        ledger.act(id, Act.of("approve"), town.as("inspect"));
        ledger.act(id, Act.of("assign").role("lead", town.unit("市生态环境局")).role("assist", town.unit("市住建局")).due(town.today().plusDays(9)), town.as("inspect1"));
        ledger.act(id, Act.of("receive"), town.as("eco.registry"));
        assertThat(page("/matters/" + id, "eco.handle")).contains("办理中", "请抓紧办理。");
        assertThat(page("/supervision", "inspect1")).contains("/matters?type=instruction&amp;phase=open");
    }

    private String refused(MatterId id, Act act, String login) {
        try {
            ledger.act(id, act, town.as(login));
            return null;
        } catch (Refusal.Refused refused) {
            return refused.refusal().rule();
        }
    }

    /** Whoever approves cannot be the one who proposes, and a head who proposes alone has nobody to approve it. */
    @Test
    void nobodyApprovesWhatTheyPropose() throws Exception {
        var own = send("instruction", Ledger.newId(), instruction(), "inspect");
        assertThat(own.getStatus()).isEqualTo(422);
        assertThat(own.getContentAsString(StandardCharsets.UTF_8)).contains("请由其他督查人员提出", "请抓紧办理。");
        var id = opened("instruction", instruction());
        ledger.act(id, Act.of("correct").role("approver", town.post("inspect2")), town.as("inspect2"));
        assertThat(refused(id, Act.of("approve"), "inspect1")).isEqualTo("own-work");
    }

    @Test
    void keepsWhatWasTypedAndSaysWhatIsMissing() throws Exception {
        var response = send("media-exposure", Ledger.newId(), Map.of("title", "", "body", "晚报报道的占道经营", "field.medium", "明川晚报", "field.exposed-on", "上周"), "inspect1");
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).contains("请填写“事项名称”", "“曝光日期”请填日期", "晚报报道的占道经营", "明川晚报", "来文.txt");
        assertThat(send("instruction", Ledger.newId(), instruction(), "eco.handle").getStatus()).isEqualTo(403);
        assertThat(http.perform(get("/supervision/new/no-such").with(SignedIn.as(town.as("inspect1")))).andReturn().getResponse().getStatus()).isEqualTo(404);
    }

    @Test
    void aLeadOfAPlatformComesInOnceHoweverOftenItIsSent() throws Exception {
        var lead = Map.of("title", "群众反映办证难", "field.platform", "province", "field.outer-number", "SD2026-001");
        var id = opened("outer-lead", lead);
        var again = send("outer-lead", Ledger.newId(), lead, "inspect2");
        assertThat(again.getStatus()).isEqualTo(409);
        assertThat(again.getContentAsString(StandardCharsets.UTF_8)).contains("/matters/" + id, "群众反映办证难");
        var same = Ledger.newId();
        assertThat(send("deputies-issue", same, Map.of("title", "养老床位不足", "field.raised-by", "congress", "field.occasion", "专题询问"), "inspect1").getRedirectedUrl())
                .as("clicked twice").isEqualTo(send("deputies-issue", same, Map.of("title", "养老床位不足", "field.raised-by", "congress", "field.occasion", "专题询问"), "inspect1").getRedirectedUrl());
        assertThat(matters.list(cn.duban.ledger.MatterQuery.all().ofType("deputies-issue"), town.as("inspect1")).rows()).hasSize(1);
    }

    @Test
    void aDecisionHangsUnderItsItemAndTheItemUnderItsMeeting() throws Exception {
        var meeting = opened("meeting", Map.of("title", "第21次常务会议", "field.kind", "executive", "field.held-on", town.today().toString()));
        assertThat(page("/supervision/below/" + meeting, "inspect1")).contains("/supervision/new/agenda-item?parent=" + meeting);
        var item = opened("agenda-item", Map.of("title", "老旧小区改造", "field.major", "project", "parent", meeting.toString()));
        var decision = opened("decision", Map.of("title", "方案报批", "parent", item.toString()));
        assertThat(page("/matters/" + item, "inspect1")).contains("/matters/" + decision, "重大项目投资");
        assertThat(http.perform(get("/supervision/new/decision?parent=" + meeting).with(SignedIn.as(town.as("inspect1")))).andReturn().getResponse().getStatus()).as("not under the meeting itself").isEqualTo(404);
    }
}
