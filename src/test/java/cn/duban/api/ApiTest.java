package cn.duban.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.duban.DubanTest;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Opening;
import cn.duban.ledger.Secrecy;
import cn.duban.ledger.Town;
import cn.duban.web.SignedIn;
import cn.duban.web.Viewer;
import com.jayway.jsonpath.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The door for programs, from a token to the entry in the ledger. */
@DubanTest
class ApiTest {

    @Autowired MockMvc mvc;
    @Autowired Town town;
    @Autowired Ledger ledger;

    private final Map<Viewer, String> tokens = new HashMap<>();

    private static final String A_MEASURE = """
            {"type": "rectification-measure", "title": "整治背街小巷", "fields": {"mode": "dated"}}""";

    @Test
    void opensAMatterAndSaysWhereItIs() throws Exception {
        send("inspect", "/matters", A_MEASURE).andExpect(status().isCreated())
                .andExpect(header().string("Location", containsString("/api/v1/matters/" + town.city.tenant() + "-")))
                .andExpect(jsonPath("$.state").value("drafted")).andExpect(jsonPath("$.entry").value(1));
    }

    @Test
    void actsWithUnitsNamedByNameOrNumber() throws Exception {
        var id = town.aDraftedMeasure();
        send("inspect", "/matters/" + id + "/actions/assign", """
                {"version": 1, "due": "%s", "roles": {"leader": [%d], "lead": ["市生态环境局"], "assist": [%d]}}"""
                .formatted(town.today().plusDays(60), town.post("vice1"), town.unit("市住建局")))
                .andExpect(status().isOk()).andExpect(jsonPath("$.state").value("assigned"));
        send("eco.registry", "/matters/" + id + "/actions/receive", null).andExpect(status().isOk()).andExpect(jsonPath("$.state").value("working"));
    }

    @Test
    void refusesAUnitThatNobodyKnows() throws Exception {
        send("inspect", "/matters/" + town.aDraftedMeasure() + "/actions/assign", """
                {"roles": {"lead": ["市飞碟局"]}}""").andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.rule").value("api.unit")).andExpect(jsonPath("$.title", containsString("市飞碟局")));
    }

    @Test
    void doesTheSameRequestUnderOneKeyOnce() throws Exception {
        var key = UUID.randomUUID().toString();
        var first = keyed("inspect", key, "/matters", A_MEASURE).andExpect(status().isCreated()).andReturn().getResponse();
        var again = keyed("inspect", key, "/matters", A_MEASURE).andExpect(status().isCreated()).andReturn().getResponse();
        assertThat(again.getContentAsString()).isEqualTo(first.getContentAsString());
        keyed("inspect", key, "/matters", A_MEASURE.replace("小巷", "大街")).andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("ledger.idempotency"));

        String id = JsonPath.read(first.getContentAsString(), "$.id");
        var note = """
                {"note": "补充说明"}""";
        var said = keyed("inspect", key + "2", "/matters/" + id + "/actions/comment", note).andExpect(status().isOk()).andReturn().getResponse();
        assertThat(keyed("inspect", key + "2", "/matters/" + id + "/actions/comment", note).andReturn().getResponse().getContentAsString())
                .isEqualTo(said.getContentAsString());
    }

    @Test
    void tellsTheSlowerOfTwoThatTheMatterMovedOn() throws Exception {
        var id = town.anAssignedMeasure();
        send("eco.registry", "/matters/" + id + "/actions/receive", """
                {"version": 1}""").andExpect(status().isConflict()).andExpect(jsonPath("$.rule").value("ledger.conflict")).andExpect(jsonPath("$.since[0].no").isNumber())
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"));
    }

    @Test
    void namesTheRuleWhoCouldActAndWhatIsMissing() throws Exception {
        var id = town.anAssignedMeasure();
        send("inspect", "/matters/" + id + "/actions/receive", null).andExpect(status().isForbidden())
                .andExpect(jsonPath("$.rule").value("ledger.role")).andExpect(jsonPath("$.couldAct", hasItem("lead")))
                .andExpect(jsonPath("$.type").value("urn:duban:rule:ledger.role"));
        send("housing.registry", "/matters/" + town.aMeasureToVerify() + "/assignments/2/actions/accept", "{}").andExpect(jsonPath("$.rule").value("ledger.own-work"))
                .andExpect(jsonPath("$.couldAct", contains("lead", "supervisor")));
        send("eco.handle", "/matters/" + id + "/actions/void", "{\"reason\": \"录错\"}").andExpect(status().isForbidden()).andExpect(jsonPath("$.couldAct", contains("supervisor")));
        var working = town.aMeasureAtWork();
        send("eco.handle", "/matters/" + working + "/actions/submit", "{}").andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.missing", contains("note", "evidence")));
    }

    @Test
    void answersLikeNothingWhatIsNotThereOrNotForThisPost() throws Exception {
        var nothing = new MatterId(town.city.tenant(), Ledger.newId());
        send("inspect", "/matters/" + nothing + "/actions/comment", "{}").andExpect(status().isNotFound()).andExpect(jsonPath("$.rule").value("ledger.not-found"));
        send("inspect", "/matters/rubbish/actions/comment", "{}").andExpect(status().isNotFound());

        var secret = ledger.open(new Opening(Ledger.newId(), "rectification", "rectification-measure", "专人督办的线索", "正文", Map.of("mode", "dated"),
                Map.of(), null, null, null, 0, Secrecy.NAMED_PERSONS, false, null, null), town.as("inspect"), null).id();
        send("eco.registry", "/matters/" + secret + "/actions/comment", """
                {"note": "看看"}""").andExpect(status().isNotFound());
        list("eco.registry", "q=专人督办的线索").andExpect(jsonPath("$.rows", hasSize(0)));
        list("inspect", "q=专人督办的线索").andExpect(jsonPath("$.rows", hasSize(1)));
    }

    @Test
    void saysWhereTheJsonIsWrong() throws Exception {
        send("inspect", "/matters", "{\"type\": \n nonsense}").andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.rule").value("api.json")).andExpect(jsonPath("$.title", containsString("第 2 行")));
        send("inspect", "/matters", "{\"type\": \"rectification-measure\", \"tittle\": \"x\"}").andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.title", containsString("tittle")));
        send("inspect", "/matters", "{\"due\": \"tomorrow\"}").andExpect(status().isBadRequest()).andExpect(jsonPath("$.title", containsString("due")));
        send("inspect", "/matters", "").andExpect(status().isBadRequest());
        send("inspect", "/matters", A_MEASURE.replace("mode", "moode")).andExpect(status().isUnprocessableContent()).andExpect(jsonPath("$.rule").value("api.field"));
    }

    @Test
    void refusesEmptyPlacesByTheirPath() throws Exception {
        var act = "/matters/" + town.aDraftedMeasure() + "/actions/assign";
        for (var open : List.of(true, false)) {
            var path = open ? "/matters" : act;
            for (var wrong : Map.of("{\"roles\":{\"lead\":null}}", "roles.lead", "{\"roles\":{\"lead\":[null]}}", "roles.lead[0]",
                    "{\"fields\":{\"mode\":null}}", "fields.mode", "{\"title\":\"a\\u0000\"}", "title", "{\"note\":\"\\ud83d\"}", "note",
                    "{\"due\":\"+999999999-01-01\"}", "due", "{\"fields\":{\"mode\":\"\\u0000\"}}", "fields.mode").entrySet()) {
                var body = open ? wrong.getKey().replaceFirst("\\{", "{\"type\":\"rectification-measure\",") : wrong.getKey();
                send("inspect", path, body).andExpect(status().isUnprocessableContent()).andExpect(jsonPath("$.title", containsString(wrong.getValue())));
            }
        }
        send("inspect", act, "{\"evidence\":[null]}").andExpect(status().isUnprocessableContent()).andExpect(jsonPath("$.title", containsString("evidence[0]")));
        send("inspect", act, "{\"behalf\":{\"unit\":1,\"name\":null}}").andExpect(status().isUnprocessableContent()).andExpect(jsonPath("$.title", containsString("behalf.name")));
    }

    @Test
    void neverFailsAtWhateverABodySays() throws Exception {
        var act = "/matters/" + town.aDraftedMeasure() + "/actions/assign";
        var names = List.of("type", "title", "body", "ledger", "fields", "roles", "due", "receivedOn", "parent", "derivedFrom", "position", "secrecy", "note",
                "version", "reason", "verdict", "evidence", "behalf", "other", "post", "unknown");
        var values = List.of("null", "1", "-1", "1e400", "99999999999999999999", "2147483647", "1.5", "true", "\"\"", "\"x\"", "\"\\u0000\"", "[]", "[null]", "[[null]]", "[1]", "{}",
                "{\"lead\":{}}", "{\"lead\":[[]]}", "{\"lead\":[\"999999999\"]}", "{\"lead\":[\"\"]}", "{\"\":[]}", "{\"unit\":null}", "{\"unit\":-1,\"name\":\"\"}", "{\"unit\":1}", "\"-999999999-01-01\"");
        for (var name : names)
            for (var value : values)
                for (var path : List.of("/matters", act)) {
                    var body = "{\"" + name + "\":" + value + (path.equals(act) || name.equals("type") ? "" : ",\"type\":\"rectification-measure\"")
                            + (name.equals("title") ? "" : ",\"title\":\"试\"") + "}";
                    send("inspect", path, body).andExpect(result -> assertThat(result.getResponse().getStatus()).as(path + " " + body).isLessThan(500));
                }
        for (var body : List.of("null", "[]", "1", "\"x\"", "[".repeat(5000))) {
            send("inspect", "/matters", body).andExpect(status().is4xxClientError());
            send("inspect", act, body).andExpect(status().is4xxClientError());
        }
        for (var query : List.of("from=%2B999999999-01-01", "to=-0001-01-01", "size=-5", "size=0", "size=2147483647", "after=x", "lead=-1", "parent=x", "sort=x", "type=%F0%9F%98%80"))
            list("inspect", query).andExpect(result -> assertThat(result.getResponse().getStatus()).as(query).isLessThan(500));
    }

    @Test
    void letsNobodyVerifyTheirOwnWorkFromAnyPost() throws Exception {
        var id = town.aMeasureToVerify();
        var verdict = """
                {"verdict": "属实"}""";
        send("eco.handle", "/matters/" + id + "/actions/close", verdict).andExpect(status().isForbidden());

        // One person reviews in a section of the licensing bureau and heads the hotline centre as well.
        var section = town.as("permit.review2", 0).has(Viewer.Duty.REVIEW) ? town.as("permit.review2", 0) : town.as("permit.review2", 1);
        var head = town.as("permit.review2", 0).has(Viewer.Duty.REVIEW) ? town.as("permit.review2", 1) : town.as("permit.review2", 0);
        assertThat(head.duties()).contains(Viewer.Duty.SUPERVISE);
        var mine = ledger.open(town.measure("热线工单整改"), head, null).id();
        ledger.act(mine, Act.of("assign").role("leader", town.post("vice1")).role("lead", section.unit()).due(town.today().plusDays(60)), head);
        call(token(section), "/matters/" + mine + "/actions/receive", null).andExpect(status().isOk());
        var file = handIn(token(section), "核查.txt");
        call(token(section), "/matters/" + mine + "/actions/submit", """
                {"note": "已办结", "evidence": ["%s"]}""".formatted(file)).andExpect(status().isOk());
        call(token(head), "/matters/" + mine + "/actions/close", verdict).andExpect(status().isForbidden())
                .andExpect(jsonPath("$.rule").value("ledger.own-work"));
    }

    @Test
    void takesAFileInAndActsWithIt() throws Exception {
        var id = town.aMeasureAtWork();
        var file = handIn(token(town.as("eco.handle")), "现场.txt");
        send("eco.handle", "/matters/" + id + "/actions/submit", """
                {"note": "已办结", "evidence": ["%s"]}""".formatted(file)).andExpect(status().isOk()).andExpect(jsonPath("$.state").value("submitted"));
        send("inspect", "/matters/" + town.aMeasureAtWork() + "/actions/comment", """
                {"note": "x", "evidence": ["nothing"]}""").andExpect(status().isUnprocessableContent()).andExpect(jsonPath("$.rule").value("api.file"));
    }

    @Test
    void listsByFiltersPageAfterPage() throws Exception {
        var mark = "清单" + UUID.randomUUID().toString().substring(0, 8).replaceAll("\\d", "甲");
        for (int i = 0; i < 3; i++) send("inspect", "/matters", A_MEASURE.replace("整治背街小巷", mark + "子丑寅".charAt(i)));
        var page = list("inspect", "q=" + mark + "&size=2&sort=title&type=rectification-measure&phase=draft").andExpect(jsonPath("$.rows", hasSize(2)))
                .andExpect(jsonPath("$.count").value(3)).andReturn().getResponse().getContentAsString();
        String next = JsonPath.read(page, "$.next");
        list("inspect", "q=" + mark + "&size=2&sort=title&after=" + next).andExpect(jsonPath("$.rows", hasSize(1))).andExpect(jsonPath("$.next").doesNotExist());
        list("inspect", "phase=asleep").andExpect(status().isBadRequest()).andExpect(jsonPath("$.rule").value("api.filter"));
        list("inspect", "lead=abc").andExpect(status().isBadRequest());
    }

    @Test
    void showsAMatterWithItsClocksExplainedDayByDay() throws Exception {
        var id = town.aMeasureAtWork();
        show("eco.handle", id).andExpect(status().isOk()).andExpect(jsonPath("$.matter.id").value(id.toString())).andExpect(jsonPath("$.matter.state").value("working"))
                .andExpect(jsonPath("$.clocks[?(@.name == 'rectify')].why[0]").isNotEmpty())
                .andExpect(jsonPath("$.clocks[?(@.name == 'progress')].journal[0]").isNotEmpty())
                .andExpect(jsonPath("$.actions[*].action", hasItem("submit"))).andExpect(jsonPath("$.actions[*].href", hasItem("/api/v1/matters/" + id + "/actions/submit")))
                .andExpect(jsonPath("$.bearers[?(@.role == 'lead')].name").value("明川市生态环境局"))
                .andExpect(jsonPath("$.timeline[-1].act").value("open"));
        show("eco.handle", town.aDraftedMeasure()).andExpect(status().isNotFound()).andExpect(jsonPath("$.rule").value("web.not-found"));
        mvc.perform(get("/api/v1/matters/rubbish").header("Authorization", "Bearer " + token(town.as("inspect")))).andExpect(status().isNotFound());
    }

    @Test
    void countsEveryDayOfAReceiptClock() throws Exception {
        show("eco.registry", town.anAssignedMeasure()).andExpect(jsonPath("$.clocks[?(@.name == 'receipt')].why.length()").value(hasItem(greaterThan(2))));
    }

    private ResultActions show(String login, MatterId id) throws Exception {
        return mvc.perform(get("/api/v1/matters/" + id).header("Authorization", "Bearer " + token(town.as(login))));
    }

    @Test
    void describesEveryRoute() throws Exception {
        var document = mvc.perform(get("/api/v1/openapi.json").header("Authorization", "Bearer " + token(town.as("inspect")))).andExpect(status().isOk())
                .andExpect(jsonPath("$.paths['/api/v1/matters'].post.operationId").value("open"))
                .andExpect(jsonPath("$.components.securitySchemes.token.scheme").value("bearer"))
                .andExpect(content().string(not(containsString("Viewer")))).andReturn().getResponse().getContentAsString();
        Map<String, Map<String, ?>> paths = JsonPath.read(document, "$.paths");
        assertThat(paths.keySet()).containsExactlyInAnyOrderElementsOf(ApiRoutes.of(mvc));
        mvc.perform(get("/openapi.json").with(SignedIn.as(town.as("inspect")))).andExpect(status().isOk()).andExpect(jsonPath("$.paths").isNotEmpty());
        mvc.perform(get("/api/v1/openapi.json")).andExpect(status().isUnauthorized());
    }

    private String handIn(String token, String name) throws Exception {
        var text = ("现场核查记录 " + UUID.randomUUID()).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var received = mvc.perform(multipart("/api/v1/evidence").file(new MockMultipartFile("file", name, "text/plain", text)).param("kind", "site-visit")
                .header("Authorization", "Bearer " + token)).andExpect(status().isCreated()).andReturn().getResponse().getContentAsString();
        return JsonPath.read(received, "$.id");
    }

    private ResultActions list(String login, String query) throws Exception {
        return mvc.perform(get("/api/v1/matters?" + query).header("Authorization", "Bearer " + token(town.as(login))));
    }

    private ResultActions send(String login, String path, String body) throws Exception {
        return call(token(town.as(login)), path, body);
    }

    private ResultActions call(String token, String path, String body) throws Exception {
        var request = post("/api/v1" + path).header("Authorization", "Bearer " + token);
        return mvc.perform(body == null ? request : request.contentType("application/json").content(body));
    }

    private ResultActions keyed(String login, String key, String path, String body) throws Exception {
        return mvc.perform(post("/api/v1" + path).header("Authorization", "Bearer " + token(town.as(login))).header("Idempotency-Key", key)
                .contentType("application/json").content(body));
    }

    /** A token as its owner gets it: from the account page, once, and then kept. */
    private String token(Viewer viewer) throws Exception {
        var kept = tokens.get(viewer);
        if (kept == null) tokens.put(viewer, kept = issued(viewer));
        return kept;
    }

    private String issued(Viewer viewer) throws Exception {
        var page = mvc.perform(post("/access/tokens").with(SignedIn.as(viewer)).with(csrf()).param("name", "对接").param("expiresOn", town.today().plusDays(30).toString()))
                .andReturn().getResponse().getContentAsString();
        var token = Pattern.compile("duban_\\d+_[\\w-]{43}").matcher(page);
        assertThat(token.find()).as(page).isTrue();
        return token.group();
    }
}
