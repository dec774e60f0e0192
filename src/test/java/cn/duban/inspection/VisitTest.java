package cn.duban.inspection;

import static cn.duban.inspection.Inspections.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.evidence.Photograph;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Town;
import cn.duban.units.Directories;
import java.awt.Color;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

/** A record from the spot arrives once, keeps what its photographs say, and its findings become matters. */
@DubanTest
class VisitTest {

    @Autowired MockMvc http;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired Ledger ledger;
    @Autowired EvidenceFiles files;
    @Autowired Plans plans;

    Town town;
    Inspections here;
    UUID inspection;
    String key;

    @BeforeEach
    void approved() throws Exception {
        town = new Town(cities, directories, ledger, files);
        here = new Inspections(http, town);
        inspection = here.approved("窗口服务督查", town.today(), 5, "市财政局");
        key = UUID.randomUUID().toString();
    }

    private MockMultipartHttpServletRequestBuilder record(String path) {
        return multipart(path).file(new MockMultipartFile("photos", "窗口.jpg", "image/jpeg", Photograph.taken("2026:11:28 09:30:15", Color.GREEN)));
    }

    private MockMultipartHttpServletRequestBuilder filled(String path) {
        var request = record(path);
        request.param("key", key).param("target", inspection + "." + town.unit("市财政局")).param("place", "一楼3号窗口").param("method", "on-site").param("manner", "unannounced").param("visitedAt", town.today() + "T00:05")
                .param("latitude", "36.1000004").param("longitude", "120.36").param("accuracy", "12").param("notes", "九点零五分到达，3号窗口无人").param("finding", "3号窗口脱岗", "", "叫号屏停用").param("keptAt", town.today() + "T01:00:00Z");
        return request;
    }

    @Test
    void arrivesOnceHoweverOftenItIsSent() throws Exception {
        var sent = here.ask(filled("/inspections/visits/sent"), "inspect1");
        assertThat(text(sent)).contains("\"state\":\"kept\"", "/inspections/visits/" + key);
        assertThat(text(here.ask(filled("/inspections/visits/sent"), "inspect1"))).as("sent again").contains("\"state\":\"kept\"");
        assertThat(here.ask(filled("/inspections/visits"), "inspect1").getRedirectedUrl()).as("and by the plain form").isEqualTo("/inspections/visits/" + key);
        assertThat(here.ask(filled("/inspections/visits/sent"), "inspect2").getStatus()).as("nobody takes another's").isEqualTo(404);
        assertThat(here.page("/inspections/visits", "inspect").split("/inspections/visits/" + key)).as("one row with its two links").hasSize(3);
        var page = here.page("/inspections/visits/" + key, "inspect");
        assertThat(page).contains("一楼3号窗口", "36.100000, 120.360000", "误差约 12 米", "照片自带时间 2026-11-28 09:30:15", "3号窗口脱岗", "叫号屏停用", "本机保存");
        assertThat(here.ask(get("/inspections/visits/" + key), "finance.handle").getStatus()).isEqualTo(404);
    }

    @Test
    void arrivesOnceFromManyWindowsAtOnce() throws Exception {
        try (var windows = Executors.newFixedThreadPool(4)) {
            var sent = new ArrayList<Future<Integer>>();
            for (int i = 0; i < 4; i++) sent.add(windows.submit((Callable<Integer>) () -> here.ask(filled("/inspections/visits/sent"), "inspect1").getStatus()));
            for (var one : sent) assertThat(one.get()).isEqualTo(200);
        }
        assertThat(here.page("/inspections/visits/" + key, "inspect").split("3号窗口脱岗")).hasSize(2);
    }

    /** What a plain form left with the server before the script was there goes along. */
    @Test
    void takesAlongPhotographsOfAnEarlierTry() throws Exception {
        var form = text(here.ask(record("/inspections/visits").param("key", key).param("place", "一楼大厅"), "inspect1"));
        var kept = form.replaceAll("(?s).*name=\"evidence\" value=\"([^\"]+)\".*", "$1");
        var sent = multipart("/inspections/visits/sent");
        sent.param("key", key).param("target", inspection + "." + town.unit("市财政局")).param("place", "一楼大厅").param("method", "on-site").param("manner", "unannounced").param("visitedAt", town.today() + "T00:05").param("notes", "无人").param("evidence", kept);
        assertThat(here.ask(sent, "inspect1").getStatus()).isEqualTo(200);
        assertThat(here.page("/inspections/visits/" + key, "inspect")).contains("窗口.jpg");
    }

    @Test
    void refusesWhatIsNotWholeAndTellsATelephoneWhy() throws Exception {
        var bare = here.ask(record("/inspections/visits/sent").param("key", key).param("target", inspection + "." + town.unit("市人社局")), "inspect1");
        assertThat(bare.getStatus()).isEqualTo(422);
        assertThat(text(bare)).contains("只能选督查范围以内的", "请写明地点", "请写明现场情况");
        var form = here.ask(record("/inspections/visits").param("key", key).param("place", "一楼大厅"), "inspect1");
        assertThat(form.getStatus()).isEqualTo(422);
        assertThat(text(form)).contains("一楼大厅", "请写明现场情况", "窗口.jpg");
        assertThat(text(here.ask(get("/inspections/visits/new"), "finance.handle"))).contains("没有您参加的、已批准的督查");
        assertThat(here.ask(filled("/inspections/visits/sent"), "finance.handle").getStatus()).as("of nothing that they take part in").isEqualTo(422);
    }

    @Test
    void makesEachFindingAMatterThatSaysHowItWasClosed() throws Exception {
        here.ask(filled("/inspections/visits/sent"), "inspect1");
        assertThat(here.ask(post("/inspections/visits/" + key + "/matters"), "eco.handle").getStatus()).isEqualTo(404);
        assertThat(here.ask(post("/inspections/visits/" + key + "/matters"), "inspect1").getRedirectedUrl()).isEqualTo("/inspections/visits/" + key);
        here.ask(post("/inspections/visits/" + key + "/matters"), "inspect");
        var page = here.page("/inspections/visits/" + key, "inspect");
        assertThat(page).doesNotContain("未立项");
        var ids = java.util.regex.Pattern.compile("/matters/([0-9]+-[0-9a-f-]{36})").matcher(page).results().map(found -> MatterId.valueOf(found.group(1))).distinct().toList();
        assertThat(ids).as("each once, however often it is asked for").hasSize(2);
        var first = ids.getFirst();
        var matter = here.page("/matters/" + first, "inspect");
        assertThat(matter).contains("3号窗口脱岗", "一楼3号窗口", "实地督查", "四不两直", "窗口.jpg", "/inspections/findings/" + first, plans.find(inspection, town.as("inspect")).orElseThrow().matter().toString());

        ledger.act(first, Act.of("assign").due(town.today().plusDays(10)), town.as("inspect"));
        var found = here.page("/inspections/findings/" + first, "finance.handle");
        assertThat(found).as("the unit reads where it was found").contains("一楼3号窗口", "照片自带时间").doesNotContain("叫号屏停用");
        var photograph = found.replaceAll("(?s).*href=\"(/evidence/[0-9a-f-]+)\".*", "$1");
        assertThat(here.page(photograph, "finance.handle")).contains("拍摄时间", "36.100000, 120.360000");
        assertThat(here.ask(get(photograph), "labour.handle").getStatus()).isEqualTo(404);

        ledger.act(first, Act.of("receive"), town.as("finance.registry"));
        ledger.act(first, Act.of("submit").saying("note", "已整改").with(town.aFile("finance.handle")), town.as("finance.handle"));
        ledger.act(first, Act.of("close").field("means", "papers").saying("verdict", "材料齐全"), town.as("inspect"));
        assertThat(here.page("/inspections/" + inspection, "inspect")).contains("已销号（仅凭材料）");
        assertThat(here.page("/inspections/visits/" + key, "inspect")).contains("已销号（仅凭材料）");
    }

    @Test
    void handsItsWorkerAndOutboxToWhoeverIsSignedIn() throws Exception {
        var worker = here.ask(get("/inspections/worker.js"), "inspect1");
        assertThat(worker.getContentType()).startsWith("text/javascript");
        assertThat(text(worker)).contains("addEventListener(\"fetch\"");
        var form = text(here.ask(get("/inspections/visits/new"), "inspect1"));
        var person = town.city.tenant() + "-" + town.as("inspect1").person();
        assertThat(form).as("whose page it is").contains("<body class=\"staff\"", "data-person=\"" + person + "\"", "data-largest=\"104857600\"", "data-most=\"419430400\"", "/assets/visit-box", "请在有网络时填写并送出");
        assertThat(text(here.ask(get("/inspections/visits/outbox"), "inspect1"))).contains("\"person\":\"" + town.city.tenant() + "-" + town.as("inspect1").person() + "\"", "\"header\":");
        assertThat(http.perform(get("/inspections/visits/outbox")).andReturn().getResponse().getStatus()).isEqualTo(302);
    }
}
