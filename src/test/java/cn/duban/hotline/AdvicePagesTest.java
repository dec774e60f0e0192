package cn.duban.hotline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.hotline.dispatch.Advice.Shown;
import cn.duban.hotline.dispatch.Advisor;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Pages;
import cn.duban.ledger.Town;
import cn.duban.similarity.meaning.EmbeddingFixture;
import cn.duban.units.Directories;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The desk is told what a ticket may be about and who would handle it, with what that rests on; and it is counted how often that was what people chose. */
@DubanTest
class AdvicePagesTest {

    private static final Pattern SHOWN = Pattern.compile("name=\"shown\" value=\"([^\"]*)\"");

    @Autowired MockMvc http;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired Ledger ledger;
    @Autowired EvidenceFiles files;
    @Autowired HotlineFixture hotline;
    @Autowired Tickets tickets;
    @Autowired Advisor advisor;
    @Autowired EmbeddingFixture embeddings;

    private Town town;
    private Pages pages;

    @BeforeEach
    void aCityOfItsOwn() {
        town = new Town(cities, directories, ledger, files);
        pages = new Pages(http, town);
        hotline.opens(town);
    }

    private String page(String path) throws Exception {
        return pages.page(path, "hotline.registry");
    }

    private MatterId lights(String body) {
        return hotline.reported(town, Map.of("category", "", "title", "", "body", body, "place", "石桥街")).id();
    }

    private void closed(String body) {
        var id = lights(body);
        ledger.act(id, Act.of("dispatch").role("lead", town.unit("市住建局")).field("category", "市政设施·路灯").field("grade", "usual").due(town.today().plusDays(7)), town.as("hotline.registry"));
        ledger.act(id, Act.of("receive"), town.as("housing.registry"));
        ledger.act(id, Act.of("draft").saying("note", "路灯电缆已更换，当晚亮灯。"), town.as("housing.handle1"));
        ledger.act(id, Act.of("reply"), town.as("housing"));
        ledger.act(id, Act.of("satisfied").field("pleased", "satisfied"), town.as("hotline.registry"));
    }

    @Test
    void saysPlainlyThatNothingWasLearnedYet() throws Exception {
        assertThat(page("/hotline/tickets/" + lights("门口这条路晚上黑咕隆咚，路灯一排都不亮。"))).contains("建议还在整理");
    }

    @Test
    void fillsInWhatClosedTicketsSpeakForAndCountsWhatWasChosen() throws Exception {
        for (int i = 0; i < 3; i++) closed("石桥街路灯不亮，晚上黑咕隆咚，请尽快修理。第" + (i + 1) + "次反映。");
        embeddings.settle(town);
        advisor.learnNow(town.city.tenant());
        var id = lights("石桥街的路灯又不亮了，晚上走路黑咕隆咚。");
        var page = page("/hotline/tickets/" + id);
        assertThat(page).contains("市政设施·路灯</strong>", "很可能（", "与已办结的", "当时由明川市住房和城乡建设局办理：路灯电缆已更换", "/search?", "这一带相近的 3 件工单中，有 3 件实际由明川市住房和城乡建设局办理");
        assertThat(page).containsPattern("value=\"市政设施·路灯\" selected").containsPattern("value=\"" + town.unit("市住建局") + "\" selected");
        var shown = SHOWN.matcher(page).results().findFirst().orElseThrow().group(1);
        assertThat(Shown.read(shown)).isEqualTo(new Shown("very_likely", "市政设施·路灯", town.unit("市住建局")));
        send(id, shown, "市政设施·路灯", "市住建局");
        send(lights("石桥街路灯还是不亮。"), shown, "水电气热·供电", "市住建局");
        send(lights("不好说的一件事情。"), "possible|教育·学校管理|", "教育·学校管理", "市住建局");
        send(lights("乱填的一件事情呢。"), "sure|x|y", "教育·学校管理", "市住建局");
        var month = YearMonth.from(town.today());
        assertThat(page("/hotline/suggestions").replaceAll("<[^>]*>", "")).containsPattern("1\\s*/\\s*2\\s+2\\s*/\\s*2").contains(month.toString());
        assertThat(page("/hotline/suggestions?month=" + month + "&what=category-right")).contains("路灯又不亮了").doesNotContain("路灯还是不亮");
        assertThat(page("/hotline/suggestions?month=" + month + "&what=all")).contains("路灯又不亮了", "路灯还是不亮", "乱填的一件事情");
        assertThat(page("/hotline/suggestions?month=" + month + "&what=all&from=1")).as("further on").contains("路灯又不亮了").doesNotContain("乱填的一件事情");
        assertThat(pages.ask(get("/hotline/suggestions"), "housing.registry").getStatus()).isEqualTo(403);
    }

    private void send(MatterId id, String shown, String category, String unit) throws Exception {
        var sent = pages.ask(post("/hotline/tickets/" + id + "/dispatch").param("version", "" + tickets.find(id).orElseThrow().version()).param("shown", shown).param("category", category).param("grade", "usual").param("lead", "" + town.unit(unit)), "hotline.registry");
        assertThat(sent.getStatus()).isEqualTo(302);
    }

    @Test
    void tellsTheAgentWhileACallIsTyped() throws Exception {
        advisor.learnNow(town.city.tenant());
        var typed = pages.ask(post("/hotline/calls/advice").header("HX-Request", "true").param("body", "家里停水两天了，自来水公司电话打不通").param("area", "云栖街道"), "hotline.registry");
        assertThat(typed.getContentAsString(StandardCharsets.UTF_8)).contains("水电气热·供水", "提到“自来水”");
        assertThat(pages.ask(post("/hotline/calls/advice").param("body", ""), "hotline.registry").getContentAsString(StandardCharsets.UTF_8)).contains("写下内容就显示");
        assertThat(pages.ask(post("/hotline/calls/advice").param("body", "停水"), "housing.registry").getStatus()).isEqualTo(403);
    }
}
