package cn.duban.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.units.Directories;
import cn.duban.web.SignedIn;
import cn.duban.web.Viewer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** A matter that two governments work on, as people of both meet it in their browsers and programs. */
@DubanTest
class AcrossGovernmentsPagesTest {

    @Autowired MockMvc http;
    @Autowired Ledger ledger;
    @Autowired Dossiers dossiers;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired EvidenceFiles files;
    @Autowired District districts;

    private Town town;
    private District.Founded district;
    private String place;

    private static int places;

    /** Of a name of its own, since many tests found districts below this city. */
    @BeforeEach
    void twoGovernments() {
        town = new Town(cities, directories, ledger, files);
        place = "望山区" + "甲乙丙丁戊己庚辛".charAt(places++ % 8) + "片";
        district = districts.found(place, "990103");
    }

    private String page(String path, Viewer viewer, int status) throws Exception {
        var response = http.perform(get(path).with(SignedIn.as(viewer))).andReturn().getResponse();
        assertThat(response.getStatus()).as(path + " " + viewer).isEqualTo(status);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse send(MatterId id, String act, Viewer viewer, Map<String, String> typed, MockMultipartFile... uploads) throws Exception {
        var request = multipart("/matters/" + id + "/" + act).param("version", "" + dossiers.of(id).orElseThrow().matter().version());
        for (var upload : uploads) request.file(upload);
        typed.forEach(request::param);
        return http.perform(request.with(SignedIn.as(viewer)).with(csrf())).andReturn().getResponse();
    }

    private Map<String, String> assigning(String lead, String assist) {
        return Map.of("role.leader", "" + town.post("vice1"), "role.lead", "", "outside.lead", lead, "role.assist", "", "outside.assist", assist, "due", town.today().plusDays(60).toString());
    }

    @Test
    void choosesTheUnitByGovernmentAndNameAndKeepsWhatWasTyped() throws Exception {
        var id = town.aDraftedMeasure();
        var inspect = town.as("inspect");
        assertThat(page("/matters/" + id + "/actions/assign", inspect, 200)).contains("name=\"outside.lead\"", "<option value=\"" + place + "水务局\">");
        var unclear = send(id, "actions/assign", inspect, assigning(place, "天外局"));
        assertThat(unclear.getStatus()).isEqualTo(422);
        assertThat(unclear.getContentAsString(StandardCharsets.UTF_8)).contains("“" + place + "”对得上几个单位", "机构名录中没有“天外局”", "value=\"" + place + "\"");
        assertThat(send(id, "actions/assign", inspect, assigning(place + " 水务", place + "财政局、河道科 " + place)).getStatus()).isEqualTo(302);
        var dossier = dossiers.of(id).orElseThrow();
        assertThat(dossier.bearing("lead")).extracting(Responsibility::unit).containsExactly(district.outside("水务局"));
        assertThat(dossier.bearing("assist")).extracting(Responsibility::unit).containsExactlyInAnyOrder(district.outside("财政局"), district.outside("河道科"));
        assertThat(page("/matters/" + id, inspect, 200)).contains(place + "水务局", place + " 河道科");
        assertThat(page("/matters/" + id + "/actions/reassign", inspect, 200)).contains("value=\"" + place + "水务局\"");
        assertThat(send(id, "actions/reassign", inspect, Map.of("role.leader", "" + town.post("vice1"), "role.lead", "", "outside.lead", place + "水务局", "role.assist", "", "outside.assist", place + "财政局", "reason", "河道科不再配合")).getStatus()).isEqualTo(302);
        assertThat(dossiers.of(id).orElseThrow().bearing("lead")).extracting(Responsibility::no).isEqualTo(dossier.bearing("lead").map(Responsibility::no).toList());
        assertThat(dossiers.of(id).orElseThrow().bearing("assist")).extracting(Responsibility::unit).containsExactly(district.outside("财政局"));
    }

    @Test
    void isReceivedReportedAndProvedOnThePagesOfTheOtherGovernment() throws Exception {
        var id = town.aDraftedMeasure();
        assertThat(send(id, "actions/assign", town.as("inspect"), assigning(place + "水务局", "")).getStatus()).isEqualTo(302);
        var registry = district.as("水务收发");
        var handler = district.as("水务承办");
        assertThat(page("/", registry, 200)).contains("/matters/" + id + "/actions/receive", "明川市人民政府的台账", "有 1 件事要办");
        assertThat(page("/matters", registry, 200)).contains("/matters/" + id, "明川市人民政府的台账");
        assertThat(page("/matters/board", registry, 200)).contains("/matters/" + id);
        assertThat(page("/matters/timeline", registry, 200)).contains("/matters/" + id);
        assertThat(page("/matters/" + id, registry, 200)).contains("这件事在明川市人民政府的台账上", "actions/receive#act").doesNotContain("hx-trigger=\"revealed\"", "actions/close");
        assertThat(send(id, "actions/receive", registry, Map.of()).getStatus()).isEqualTo(302);

        // with script the files go up at once, to the government of whoever sends them
        var upload = new MockMultipartFile("evidenceFiles", "清淤前.txt", "text/plain", ("清淤前" + place).getBytes(StandardCharsets.UTF_8));
        var receipt = http.perform(multipart("/evidence").file(upload).param("evidenceKind", "PHOTO").with(SignedIn.as(handler)).with(csrf())).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        var found = Pattern.compile("name=\"evidence\" value=\"(" + district.tenant() + "-[0-9a-f]{64})\"").matcher(receipt);
        assertThat(found.find()).isTrue();
        var late = new MockMultipartFile("evidenceFiles", "清淤后.txt", "text/plain", ("清淤后" + place).getBytes(StandardCharsets.UTF_8));
        assertThat(send(id, "actions/submit", handler, Map.of("note", "清淤完成", "evidence", found.group(1)), late).getStatus()).isEqualTo(302);
        var evidence = dossiers.of(id).orElseThrow().evidence();
        assertThat(evidence).extracting(AttachedEvidence::name).containsExactlyInAnyOrder("清淤前.txt", "清淤后.txt");
        for (var file : evidence) {
            var path = "/evidence/" + id.tenant() + "-" + file.hash();
            for (var viewer : new Viewer[] {town.as("inspect1"), handler, district.as("区长")}) assertThat(page(path, viewer, 200)).contains(file.name(), "/matters/" + id);
            for (var viewer : new Viewer[] {district.as("财政承办"), district.as("区督查"), town.as("finance")}) page(path, viewer, 404);
            page(path + "/content", handler, 200);
            page(path + "/content", district.as("财政承办"), 404);
        }
        assertThat(page("/matters/" + id, town.as("inspect1"), 200)).contains("江行舟", place + "水务局");
        for (var shut : new String[] {"/matters/" + id, "/api/v1/matters/" + id, "/progress/" + id}) page(shut, district.as("财政承办"), 404);
        assertThat(page("/search?q=整治河道乱倒垃圾", district.as("财政承办"), 200)).doesNotContain("/matters/" + id);
    }

    @Test
    void isOpenToProgramsOfBothGovernments() throws Exception {
        var id = town.aDraftedMeasure();
        assertThat(call("/matters/" + id + "/actions/assign", town.as("inspect"), """
                {"roles": {"leader": ["%d"], "lead": ["%s"], "assist": ["%d-%d"]}, "due": "%s"}""".formatted(town.post("vice1"), place + "水务局", district.tenant(), district.bureaus().get("财政局"), town.today().plusDays(60)))).isEqualTo(200);
        var finance = district.as("财政承办");
        assertThat(page("/api/v1/matters", finance, 200)).contains("\"" + id + "\"", "\"host\":\"明川市人民政府\"");
        assertThat(call("/matters/" + id + "/actions/receive", district.as("水务收发"), "{}")).isEqualTo(200);
        var share = dossiers.of(id).orElseThrow().assignments().stream().filter(a -> a.unit() == district.outside("财政局")).findFirst().orElseThrow().no();
        assertThat(call("/matters/" + id + "/assignments/" + share + "/actions/receive", finance, "{}")).isEqualTo(200);
        assertThat(call("/matters/" + id + "/assignments/" + share + "/actions/hand-on", finance, "{\"post\": " + finance.post() + "}")).isEqualTo(200);
        assertThat(dossiers.of(id).orElseThrow().assignment(share).orElseThrow().desk()).isNotEqualTo(finance.post());
        assertThat(call("/matters/" + id + "/assignments/" + share + "/actions/hand-on", finance, "{\"post\": 999999999}")).isEqualTo(422);
        assertThat(call("/matters/" + id + "/actions/extend", finance, "{\"reason\": \"汛期\", \"due\": \"" + town.today().plusDays(90) + "\"}")).isEqualTo(403);
        assertThat(call("/matters/" + id + "/actions/comment", district.as("区督查"), "{\"note\": \"看看\"}")).isEqualTo(404);
        for (var strange : new String[] {"9999-1", "4095-262143", district.tenant() + "-99999", "某区水务局"})
            assertThat(call("/matters/" + town.aDraftedMeasure() + "/actions/assign", town.as("inspect"), """
                {"roles": {"leader": ["%d"], "lead": ["%s"]}, "due": "%s"}""".formatted(town.post("vice1"), strange, town.today().plusDays(60)))).as(strange).isEqualTo(422);
    }

    private int call(String path, Viewer viewer, String body) throws Exception {
        return http.perform(post("/api/v1" + path).contentType("application/json").content(body).with(SignedIn.as(viewer)).with(csrf())).andReturn().getResponse().getStatus();
    }
}
