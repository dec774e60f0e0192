package cn.duban.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import cn.duban.DubanTest;
import cn.duban.ledger.Assignment.Stage;
import cn.duban.ledger.type.Phase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * Every act that a matter has from the kernel, taken as a person takes it: the page offers it, its form asks for what it needs, and
 * sending the form does it.
 */
@DubanTest
class KernelFormsTest {

    @Autowired MockMvc http;
    @Autowired Ledger ledger;
    @Autowired Dossiers dossiers;
    @Autowired Town town;

    private RequestPostProcessor as(String login) {
        return authentication(UsernamePasswordAuthenticationToken.authenticated(town.as(login), "", List.of()));
    }

    private String page(String path, String login) throws Exception {
        var response = http.perform(get(path).with(as(login))).andReturn().getResponse();
        assertThat(response.getStatus()).as(path + " " + login).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private Matter matter(MatterId id) {
        return dossiers.of(id).orElseThrow().matter();
    }

    /** Finds the act on the matter's page, opens its form, finds each field there, and sends it filled in. */
    private void take(MatterId id, String act, String login, Map<String, String> typed, MockMultipartFile... files) throws Exception {
        var at = "/matters/" + id + "/" + act;
        assertThat(page("/matters/" + id, login)).as("offered to " + login).contains(at + "#act");
        var form = page(at, login);
        typed.keySet().forEach(name -> assertThat(form).as(act).contains("name=\"" + name + "\""));
        var request = multipart(at).param("version", "" + matter(id).version());
        for (var file : files) request.file(file);
        typed.forEach(request::param);
        var response = http.perform(request.with(as(login)).with(csrf())).andReturn().getResponse();
        assertThat(response.getStatus()).as(act + ": " + response.getContentAsString(StandardCharsets.UTF_8).lines().filter(line -> line.contains("alert-danger") || line.contains("class=\"wrong\"")).toList())
                .isEqualTo(302);
    }

    private static String reason() {
        return "会议研究决定";
    }

    @Test
    void saysSoOfADayThatNoCalendarHas() throws Exception {
        var id = town.aDraftedMeasure();
        for (var day : List.of("+999999999-12-31", "9999-12-31")) {
            var response = http.perform(multipart("/matters/" + id + "/actions/assign").param("version", "1").param("due", day).with(as("inspect")).with(csrf())).andReturn().getResponse();
            assertThat(response.getContentAsString(StandardCharsets.UTF_8)).as(day).contains("日期要写成");
        }
    }

    @Test
    void pausesResumesAndExtends() throws Exception {
        var id = town.aMeasureAtWork();
        take(id, "actions/pause", "inspect", Map.of("reason", reason()));
        assertThat(matter(id).state()).isEqualTo("paused");
        take(id, "actions/resume", "inspect", Map.of());
        assertThat(matter(id).state()).isEqualTo("working");
        var later = town.today().plusDays(100);
        take(id, "actions/extend", "inspect", Map.of("reason", reason(), "due", later.toString()));
        assertThat(page("/matters/" + id, "eco.handle")).contains(later.toString());
        assertThat(page("/matters/" + id, "inspect")).doesNotContain("actions/extend#act");
    }

    @Test
    void saysWhatAnActWillDoBeforeItIsDone() throws Exception {
        var working = town.aMeasureAtWork();
        assertThat(page("/matters/" + working + "/actions/extend", "inspect")).contains("新的完成期限", "现为 " + town.today().plusDays(60), "只能延期一次");
        assertThat(page("/matters/" + working + "/actions/pause", "inspect")).contains("办理之后转为“已中止”", "整改时限、半月一督查暂停计算，恢复之后接着算", "中止期限（");
        assertThat(page("/matters/" + working + "/actions/void", "inspect")).contains("不能恢复", "btn btn-danger");
        assertThat(page("/matters/" + working + "/actions/reassign", "inspect")).contains("各项不改则留原值", "已选 1 个：明川市住房和城乡建设局");
        var submitted = town.aMeasureToVerify();
        assertThat(page("/matters/" + submitted + "/actions/return", "inspect")).contains("重新报送期限", "原期限 " + town.today().plusDays(60), "核查时限停止计算", "整改时限（到约定的日期）");
        assertThat(page("/matters/" + submitted + "/actions/sustain", "inspect")).contains("办理之后转为“长期坚持”", "长期坚持报告（", "回头看（");
    }

    @Test
    void refusesAUnitThatWouldLeadAndAssistAtOnce() throws Exception {
        var id = town.aDraftedMeasure();
        var unit = String.valueOf(town.unit("市生态环境局"));
        var form = http.perform(multipart("/matters/" + id + "/actions/assign").param("role.lead", unit).param("role.assist", unit).param("role.leader", "" + town.post("vice1"))
                .param("due", town.today().plusDays(30).toString()).with(as("inspect")).with(csrf())).andReturn().getResponse();
        assertThat(form.getStatus()).isEqualTo(422);
        assertThat(form.getContentAsString(StandardCharsets.UTF_8)).contains("责任单位不能同时作配合单位");
        assertThat(matter(id).phase()).isEqualTo(Phase.DRAFT);
    }

    @Test
    void reassignsToAnotherUnitAndComments() throws Exception {
        var id = town.aMeasureAtWork();
        take(id, "actions/comment", "vice1", Map.of("note", "请每周报我一次"));
        take(id, "actions/reassign", "inspect", Map.of("role.lead", "" + town.unit("市行政审批服务局"), "reason", reason()));
        assertThat(page("/matters/" + id, "permit.registry")).contains("请每周报我一次", "市行政审批服务局");
        assertThat(dossiers.of(id).orElseThrow().leadAssignment().orElseThrow().unit()).isEqualTo(town.unit("市行政审批服务局"));
    }

    @Test
    void mergesAndPartsAgain() throws Exception {
        var master = town.aMeasureAtWork();
        var copy = town.aMeasureAtWork();
        take(copy, "actions/merge", "inspect", Map.of("other", matter(master).number(), "reason", "说的是同一件事"));
        assertThat(matter(copy).phase()).isEqualTo(Phase.MERGED);
        assertThat(page("/matters/" + master, "inspect")).contains(matter(copy).number());
        take(copy, "actions/unmerge", "inspect", Map.of());
        assertThat(matter(copy).phase()).isEqualTo(Phase.OPEN);
    }

    @Test
    void linksAndUnlinks() throws Exception {
        var one = town.aMeasureAtWork();
        var other = town.aMeasureAtWork();
        assertThat(page("/matters/" + one, "inspect")).doesNotContain("actions/unlink");
        take(one, "actions/link", "inspect", Map.of("other", matter(other).number(), "reason", "同一段河道"));
        assertThat(page("/matters/" + other, "inspect")).contains(matter(one).number(), "被另一件事关联");
        assertThat(matter(one).phase()).isEqualTo(Phase.OPEN);
        take(other, "actions/unlink", "inspect", Map.of("other", matter(one).number()));
        assertThat(page("/matters/" + one, "inspect")).contains("关联已解除").doesNotContain("actions/unlink");
    }

    @Test
    void correctsADraftAndVoidsAMistake() throws Exception {
        var id = town.aDraftedMeasure();
        take(id, "actions/correct", "inspect", Map.of("title", "整治河道和沟渠乱倒垃圾", "field.goal", "三个月内清净"));
        assertThat(matter(id).title()).isEqualTo("整治河道和沟渠乱倒垃圾");
        take(id, "actions/void", "inspect", Map.of("reason", "重复录入"));
        assertThat(matter(id).phase()).isEqualTo(Phase.VOID);
        assertThat(page("/matters/" + id, "inspect")).contains("重复录入");
    }

    @Test
    void raisesTheSecrecyAndErasesWhatTheLawWantsForgotten() throws Exception {
        var id = town.aMeasureAtWork();
        var told = ledger.act(id, Act.of("report").saying("note", "走访了东街的一户人家"), town.as("eco.handle")).entry();
        take(id, "actions/classify", "inspect", Map.of("secrecy", "work_secret", "reason", reason()));
        assertThat(matter(id).secrecy()).isEqualTo(Secrecy.WORK_SECRET);
        take(id, "actions/erase", "inspect", Map.of("entry", "" + told, "reason", "当事人要求删除"));
        assertThat(page("/matters/" + id, "inspect")).doesNotContain("东街的一户人家").contains("当事人要求删除");
    }

    @Test
    void goesRoundInsideTheUnitBeforeItLeaves() throws Exception {
        var id = town.aMeasureAtWork();
        take(id, "assignments/1/actions/hand-on", "eco.registry", Map.of("post", "" + town.post("eco.handle")));
        assertThat(page("/", "eco.handle")).contains("/matters/" + id);
        take(id, "assignments/1/actions/pass-up", "eco.handle", Map.of("post", "" + town.post("eco.review")));
        take(id, "assignments/1/actions/hand-back", "eco.review", Map.of("post", "" + town.post("eco.handle"), "reason", "补上照片"));
        take(id, "assignments/1/actions/pass-up", "eco.handle", Map.of("post", "" + town.post("eco.review")));
        take(id, "assignments/1/actions/pass-up", "eco.review", Map.of("post", "" + town.post("eco")));
        assertThat(dossiers.of(id).orElseThrow().assignment(1).orElseThrow().stage()).isEqualTo(Stage.SIGNING);

        var file = new MockMultipartFile("evidenceFiles", "照片.txt", "text/plain", ("清理前后 " + id).getBytes(StandardCharsets.UTF_8));
        var early = http.perform(multipart("/matters/" + id + "/actions/submit").file(file).param("note", "已清理").with(as("eco.handle")).with(csrf())).andReturn().getResponse();
        assertThat(early.getStatus()).isEqualTo(422);
        assertThat(early.getContentAsString(StandardCharsets.UTF_8)).contains("还没有签发", "照片.txt");

        take(id, "assignments/1/actions/sign", "eco", Map.of());
        take(id, "actions/submit", "eco.handle", Map.of("note", "已清理"), file);
        assertThat(matter(id).state()).isEqualTo("submitted");
    }
}
