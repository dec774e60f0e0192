package cn.duban.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import cn.duban.DubanTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@DubanTest
class MatterPagesTest {

    @Autowired MockMvc http;
    @Autowired Ledger ledger;
    @Autowired Matters matters;
    @Autowired Dossiers dossiers;
    @Autowired Town town;

    private RequestPostProcessor as(String login) {
        return authentication(UsernamePasswordAuthenticationToken.authenticated(town.as(login), "", List.of()));
    }

    private MockHttpServletResponse open(String path, String login) throws Exception {
        return http.perform(get(path).with(as(login))).andReturn().getResponse();
    }

    private String page(String path, String login) throws Exception {
        var response = open(path, login);
        assertThat(response.getStatus()).as(path + " " + login).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse send(MatterId id, String act, String login, Map<String, String> typed, MockMultipartFile... files) throws Exception {
        var request = multipart("/matters/" + id + "/" + act);
        for (var file : files) request.file(file);
        request.with(as(login)).with(csrf());
        typed.forEach(request::param);
        return http.perform(request).andReturn().getResponse();
    }

    private Matter matter(MatterId id) {
        return dossiers.of(id).orElseThrow().matter();
    }

    @Test
    void showsEveryPageToEveryone() throws Exception {
        var id = town.aMeasureToVerify();
        for (var login : List.of("inspect", "eco.handle", "mayor", "vice1", "admin", "housing.registry")) {
            for (var path : List.of("/", "/ledgers", "/matters", "/matters?lamp=red&sort=unit&order=down&q=x")) assertThat(page(path, login)).contains("<h1>");
        }
        for (var login : List.of("inspect", "eco.handle", "mayor", "vice1", "housing.registry"))
            assertThat(page("/matters/" + id, login)).contains(matter(id).number(), "为什么是这一天", "核查记录.txt", "市生态环境局");
    }

    @Test
    void hidesAMatterFromWhoeverHasNoPartInIt() throws Exception {
        var draft = town.aDraftedMeasure();
        var working = town.aMeasureAtWork();
        assertThat(open("/matters/" + draft, "eco.handle").getStatus()).isEqualTo(404);
        assertThat(open("/matters/" + working, "permit.handle1").getStatus()).isEqualTo(404);
        assertThat(open("/matters/" + working + "/actions/report", "permit.handle1").getStatus()).isEqualTo(404);
        assertThat(send(working, "actions/report", "permit.handle1", Map.of("note", "x")).getStatus()).isEqualTo(404);
        assertThat(page("/matters/" + draft, "inspect")).contains("待交办");
    }

    @Test
    void offersEachPersonOnlyTheirOwnActs() throws Exception {
        var id = town.aMeasureToVerify();
        assertThat(acts(id, "inspect")).contains("close", "return", "sustain", "comment", "reassign", "void", "merge").doesNotContain("submit");
        assertThat(matters.page(id, town.as("inspect")).orElseThrow().offered(Offer.Rank.PROXY)).extracting(Offer::action).containsExactly("direct");
        assertThat(acts(id, "vice1")).contains("direct").doesNotContain("close", "return");
        for (var own : List.of("eco", "eco.handle", "eco.registry", "eco.review", "housing", "housing.handle1"))
            assertThat(acts(id, own)).as(own).doesNotContain("close", "return", "sustain", "reassign", "void");
    }

    @Test
    void offersNoSignatureOnceTheWorkIsHandedIn() throws Exception {
        assertThat(page("/matters/" + town.aMeasureAtWork(), "eco")).contains("/assignments/1/actions/sign");
        assertThat(page("/matters/" + town.aMeasureToVerify(), "eco")).doesNotContain("/assignments/1/actions/");
    }

    private List<String> acts(MatterId id, String login) throws Exception {
        return Pattern.compile("/matters/" + id + "/actions/([a-z-]+)#act").matcher(page("/matters/" + id, login)).results().map(m -> m.group(1)).distinct().toList();
    }

    @Test
    void namesWhoNeverReceivedBeforeItIsClosed() throws Exception {
        var id = town.aMeasureToVerify();
        assertThat(page("/matters/" + id + "/actions/close", "inspect")).contains("住房和城乡建设局至今没有签收");
        assertThat(page("/matters/" + id + "/actions/return", "inspect")).doesNotContain("至今没有签收");
        var share = dossiers.of(id).orElseThrow().assignments().stream().filter(a -> a.role().equals("assist")).findFirst().orElseThrow();
        ledger.act(id, Act.of("receive").on(share.no()), town.as("housing.registry"));
        assertThat(page("/matters/" + id + "/actions/close", "inspect")).contains("住房和城乡建设局签收后还没有答复").doesNotContain("至今没有签收");
    }

    @Test
    void refusesTheFormOfAnActThatIsNotTheirs() throws Exception {
        var id = town.aMeasureToVerify();
        assertThat(open("/matters/" + id + "/actions/close", "eco").getStatus()).isEqualTo(409);
        assertThat(send(id, "actions/close", "eco", Map.of("verdict", "我们自己看过了")).getStatus()).isEqualTo(403);
        assertThat(matter(id).state()).isEqualTo("submitted");
    }

    @Test
    void drivesAMeasureThroughTheFormsAlone() throws Exception {
        var id = town.aDraftedMeasure();
        assertThat(page("/matters/" + id + "/actions/assign", "inspect")).contains("name=\"role.lead\"", "name=\"role.leader\"", "name=\"due\"", "name=\"version\"");
        assertThat(send(id, "actions/assign", "inspect", Map.of("role.leader", "" + town.post("vice1"), "role.lead", "" + town.unit("市生态环境局"),
                "role.assist", "" + town.unit("市住建局"), "due", town.today().plusDays(40).toString())).getRedirectedUrl()).isEqualTo("/matters/" + id);
        assertThat(send(id, "actions/receive", "eco.registry", Map.of()).getStatus()).isEqualTo(302);
        var file = new MockMultipartFile("evidenceFiles", "现场.txt", "text/plain", ("现场看过 " + id).getBytes(StandardCharsets.UTF_8));
        assertThat(send(id, "actions/submit", "eco.handle", Map.of("note", "已清理完毕", "evidenceKind", "SITE_VISIT"), file).getStatus()).isEqualTo(302);
        var evidence = dossiers.of(id).orElseThrow().evidence().getFirst();
        assertThat(page("/evidence/" + evidence.tenant() + "-" + evidence.hash(), "inspect")).contains("现场看过 " + id, "，随“申请销号”提交", "明川市生态环境局");
        assertThat(send(id, "actions/close", "inspect1", Map.of("verdict", "现场核实")).getStatus()).isEqualTo(302);
        assertThat(matter(id).state()).isEqualTo("closed");
        assertThat(page("/matters/" + id, "inspect")).contains("现场.txt", "现场核查", "现场核实", "已销号");
    }

    @Test
    void saysBesideEachFieldWhatIsMissingAndKeepsWhatWasTyped() throws Exception {
        var id = town.aDraftedMeasure();
        var response = send(id, "actions/assign", "inspect", Map.of("role.lead", "" + town.unit("市生态环境局"), "note", "请抓紧办理这件事"));
        assertThat(response.getStatus()).isEqualTo(422);
        var html = response.getContentAsString(StandardCharsets.UTF_8);
        assertThat(html).contains("id=\"role.leader-wrong\"", "id=\"due-wrong\"", "请填写“责任领导”。", "请抓紧办理这件事").doesNotContain("id=\"role.lead-wrong\"");
        assertThat(html).containsPattern("value=\"" + town.unit("市生态环境局") + "\"[^>]*selected");

        var past = send(id, "actions/assign", "inspect", Map.of("role.leader", "" + town.post("vice1"), "role.lead", "" + town.unit("市生态环境局"), "due", town.today().minusDays(1).toString()));
        assertThat(past.getContentAsString(StandardCharsets.UTF_8)).contains("id=\"due-wrong\"", "已经过去");

        var working = town.aMeasureAtWork();
        for (var wrong : Map.of("submit", "evidence", "report", "note").entrySet())
            assertThat(send(working, "actions/" + wrong.getKey(), "eco.handle", wrong.getKey().equals("submit") ? Map.of("note", "已完成") : Map.of()).getContentAsString(StandardCharsets.UTF_8))
                    .contains("id=\"" + wrong.getValue() + "-wrong\"");
        for (var act : List.of("pause", "void", "reassign"))
            assertThat(send(working, "actions/" + act, "inspect", Map.of("role.handler", "")).getStatus()).as(act).isEqualTo(422);
        assertThat(matter(working).version()).isEqualTo(3);
    }

    @Test
    void asksForWhatADraftStillLacks() throws Exception {
        var bare = new Opening(Ledger.newId(), "rectification", "rectification-measure", "补种树木", "正文", Map.of(), Map.of(), town.today().plusDays(50), null, null, 0, Secrecy.INTERNAL, true, null, null);
        var id = ledger.open(bare, town.as("inspect"), null).id();
        assertThat(page("/matters/" + id + "/actions/assign", "inspect")).contains("name=\"field.mode\"", "value=\"" + town.today().plusDays(50) + "\"");
        var whole = Map.of("role.leader", "" + town.post("vice1"), "role.lead", "" + town.unit("市生态环境局"), "due", town.today().plusDays(50).toString());
        assertThat(send(id, "actions/assign", "inspect", whole).getContentAsString(StandardCharsets.UTF_8)).contains("id=\"field.mode-wrong\"");
        var filled = new java.util.HashMap<>(whole);
        filled.put("field.mode", "dated");
        assertThat(send(id, "actions/assign", "inspect", filled).getStatus()).isEqualTo(302);
    }

    @Test
    void keepsAFileThatCameWithARefusedForm() throws Exception {
        var id = town.aMeasureAtWork();
        var file = new MockMultipartFile("evidenceFiles", "照片说明.txt", "text/plain", ("留着 " + id).getBytes(StandardCharsets.UTF_8));
        var html = send(id, "actions/submit", "eco.handle", Map.of("note", ""), file).getContentAsString(StandardCharsets.UTF_8);
        var kept = Pattern.compile("name=\"evidence\" value=\"([^\"]+)\"").matcher(html);
        assertThat(kept.find()).isTrue();
        assertThat(send(id, "actions/submit", "eco.handle", Map.of("note", "补上说明", "evidence", kept.group(1))).getStatus()).isEqualTo(302);
        assertThat(dossiers.of(id).orElseThrow().evidence()).extracting(AttachedEvidence::name).containsExactly("照片说明.txt");
    }

    @Test
    void showsWhatOthersDidMeanwhileAndKeepsTheText() throws Exception {
        var id = town.aMeasureAtWork();
        var version = "" + matter(id).version();
        ledger.act(id, Act.of("report").saying("note", "别人先报了一半"), town.as("eco.handle2"));
        var response = send(id, "actions/report", "eco.handle", Map.of("note", "我写了很久的进展", "version", version));
        assertThat(response.getStatus()).isEqualTo(409);
        var html = response.getContentAsString(StandardCharsets.UTF_8);
        assertThat(html).contains("我写了很久的进展", "您打开页面之后，别人办理了", "别人先报了一半", "name=\"version\" value=\"" + matter(id).version() + "\"");
        assertThat(send(id, "actions/report", "eco.handle", Map.of("note", "我写了很久的进展", "version", "" + matter(id).version())).getStatus()).isEqualTo(302);
    }

    @Test
    void tellsWhatWasDoneAlsoWhereItLeftNoSuchStep() throws Exception {
        var id = town.aMeasureToVerify();
        var version = "" + matter(id).version();
        ledger.act(id, Act.of("close").saying("verdict", "现场看过，已经清净"), town.as("inspect1"));
        var response = send(id, "actions/return", "inspect", Map.of("reason", "照片看不出是哪一段河道", "due", town.today().plusDays(9).toString(), "version", version));
        assertThat(response.getStatus()).isEqualTo(409);
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).contains("照片看不出是哪一段河道", "您打开页面之后，别人办理了", "现场看过，已经清净");
        assertThat(matter(id).state()).isEqualTo("closed");
    }

    @Test
    void doesNothingTwiceOnASecondClick() throws Exception {
        var id = town.aMeasureAtWork();
        var typed = Map.of("note", "只报一次", "version", "" + matter(id).version(), "key", "click-" + id);
        assertThat(send(id, "actions/report", "eco.handle", typed).getStatus()).isEqualTo(302);
        assertThat(send(id, "actions/report", "eco.handle", typed).getStatus()).isEqualTo(302);
        assertThat(matter(id).version()).isEqualTo(4);
    }

    @Test
    void entersOnBehalfAndNamesBoth() throws Exception {
        var id = town.aMeasureAtWork();
        assertThat(page("/matters/" + id + "/actions/report", "inspect1")).contains("name=\"behalfUnit\"", "您此后不能核查");
        var typed = Map.of("note", "电话里说已清理一半", "behalfUnit", "" + town.unit("市生态环境局"));
        assertThat(send(id, "actions/report", "inspect1", typed).getContentAsString(StandardCharsets.UTF_8)).contains("id=\"behalfName-wrong\"", "电话里说已清理一半");
        var named = new java.util.HashMap<>(typed);
        named.put("behalfName", "林晚照");
        assertThat(send(id, "actions/report", "inspect1", named).getStatus()).isEqualTo(302);
        assertThat(page("/matters/" + id, "inspect")).contains("林晚照 登记", "阮知微");
    }

    @Test
    void entersAUnitsOwnShareOnItsBehalf() throws Exception {
        var id = town.aMeasureAtWork();
        assertThat(page("/matters/" + id, "inspect1")).contains("/assignments/2/actions/receive", "代该单位登记：签收").doesNotContain("/assignments/2/actions/sign");
        assertThat(page("/matters/" + id + "/assignments/2/actions/receive", "inspect1")).contains("name=\"behalfUnit\"", "value=\"" + town.unit("市住建局") + "\" selected");
        var typed = Map.of("behalfUnit", "" + town.unit("市住建局"));
        assertThat(send(id, "assignments/2/actions/receive", "inspect1", typed).getContentAsString(StandardCharsets.UTF_8)).contains("id=\"behalfName-wrong\"");
        assertThat(send(id, "assignments/2/actions/receive", "inspect1", Map.of("behalfUnit", "" + town.unit("市住建局"), "behalfName", "俞小楼")).getStatus()).isEqualTo(302);
        assertThat(page("/matters/" + id, "inspect")).contains("俞小楼 登记");
        assertThat(dossiers.of(id).orElseThrow().assignment(2).orElseThrow().state()).isEqualTo(Assignment.State.RECEIVED);
    }

    @Test
    void tellsInALineOnlyWhatChanged() throws Exception {
        var id = town.aDraftedMeasure();
        ledger.act(id, Act.of("correct").field("goal", "清到见底"), town.as("inspect"));
        ledger.act(id, Act.of("correct").field("mode", "now"), town.as("inspect"));
        ledger.act(id, Act.of("correct").field("goal", ""), town.as("inspect"));
        var html = page("/matters/" + id, "inspect");
        for (var told : List.of("<li>整改目标：清空</li>", "<li>整改类别：立行立改</li>", "<li>整改目标：清到见底</li>")) assertThat(html).containsOnlyOnce(told);
    }

    @Test
    void givesEachUnitItsOwnActsOnItsShare() throws Exception {
        var id = town.aMeasureAtWork();
        assertThat(page("/matters/" + id, "housing.registry")).contains("/assignments/2/actions/receive");
        assertThat(page("/matters/" + id, "eco.registry")).doesNotContain("/assignments/2/actions/receive").contains("/assignments/1/actions/hand-on");
        assertThat(send(id, "assignments/2/actions/receive", "housing.registry", Map.of()).getStatus()).isEqualTo(302);
        assertThat(send(id, "assignments/2/actions/answer", "housing.handle1", Map.of("note", "")).getContentAsString(StandardCharsets.UTF_8)).contains("id=\"note-wrong\"");
        assertThat(send(id, "assignments/2/actions/answer", "housing.handle1", Map.of("note", "渣土已查处")).getStatus()).isEqualTo(302);
        assertThat(page("/matters/" + id, "housing")).doesNotContain("/assignments/2/actions/accept");
        assertThat(send(id, "assignments/2/actions/accept", "eco.review", Map.of("verdict", "认可")).getStatus()).isEqualTo(302);
        assertThat(send(id, "assignments/1/actions/hand-on", "eco.registry", Map.of("post", "" + town.post("eco.handle"))).getStatus()).isEqualTo(302);
        assertThat(page("/matters/" + id, "eco.handle")).contains("渣土已查处", "承办中");
    }

    @Test
    void mergesByNumberAndTellsWhereTheFileServesToo() throws Exception {
        var master = town.aMeasureAtWork();
        var copy = town.aMeasureAtWork();
        var file = town.aFile("eco.handle");
        for (var id : List.of(master, copy)) ledger.act(id, Act.of("report").saying("note", "附材料").with(file), town.as("eco.handle"));
        assertThat(page("/matters/" + copy, "inspect")).contains("同一文件还用于", matter(master).number());
        assertThat(send(copy, "actions/merge", "inspect", Map.of("other", "没有这个号", "reason", "同一件事")).getContentAsString(StandardCharsets.UTF_8)).contains("id=\"other-wrong\"");
        assertThat(send(copy, "actions/merge", "inspect", Map.of("other", matter(master).number(), "reason", "同一件事")).getStatus()).isEqualTo(302);
        assertThat(page("/matters/" + copy, "inspect")).contains("已并入", matter(master).number());
    }

    @Test
    void namesTheClockOfAShareThatEndsOnAnotherDayThanTheMatter() throws Exception {
        var id = town.aDraftedMeasure();
        ledger.act(id, town.assign().due(town.today().plusDays(3)), town.as("inspect"));
        assertThat(owed(id, "housing.registry")).contains("<span>配合时限</span>", town.today().plusDays(3).toString());
        assertThat(owed(id, "eco.registry")).doesNotContain("<span>配合时限</span>");
    }

    /** What a person's to-do list says of one matter; the rest of it is of other tests. */
    private String owed(MatterId id, String login) throws Exception {
        var rows = page("/", login).split("<article class=\"owed\">");
        return Stream.of(rows).filter(row -> row.contains("href=\"/matters/" + id + "\"")).findFirst().orElseThrow();
    }

    @Test
    void showsTheLevelsOfALedgerInTheirOrder() throws Exception {
        var page = page("/ledgers", "inspect");
        assertThat(List.of("整改轮次", "整改问题", "整改措施", "回头看").stream().map(type -> page.indexOf("<th scope=\"row\">" + type)).toList()).doesNotContain(-1).isSorted();
    }

    @Test
    void asksOneStatementForAListAndOneForAMatter() throws Exception {
        var id = town.aMeasureToVerify();
        page("/matters", "inspect");
        assertThat(Statements.during(() -> http.perform(get("/matters?sort=number").header("HX-Request", "true").with(as("inspect"))).andReturn()).reads()).hasSize(1);
        assertThat(Statements.during(() -> http.perform(get("/matters/" + id).header("HX-Request", "true").with(as("inspect"))).andReturn()).reads()).hasSize(1);
    }

    @Test
    void speaksEnglishToWhoeverChoseIt() throws Exception {
        var id = town.aMeasureAtWork();
        for (var path : List.of("/", "/ledgers", "/matters", "/matters/" + id, "/matters/" + id + "/actions/report")) {
            var html = http.perform(get(path).with(as("eco.handle")).cookie(new jakarta.servlet.http.Cookie("language", "en"))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
            assertThat(html).doesNotContainPattern("ledger\\.[a-z]+\\.").doesNotContain("待办", "办理经过", "责任单位");
        }
    }
}
