package cn.duban.similarity.duplicates;

import static cn.duban_db.similarity.Tables.PAIRED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.duban.DubanTest;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.MatterQuery;
import cn.duban.ledger.Matters;
import cn.duban.ledger.Opening;
import cn.duban.ledger.Secrecy;
import cn.duban.ledger.TimelineKind;
import cn.duban.ledger.Town;
import cn.duban.ledger.type.Phase;
import cn.duban.similarity.meaning.EmbeddingFixture;
import cn.duban.web.SignedIn;
import cn.duban.web.Words;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever opens what stands there already is shown it first, and decides; clusters over the ledger are linked, merged, or said to be apart. */
@DubanTest
class OpeningPagesTest {

    private static final String TITLE = "沿江步道护栏大面积锈断";
    private static final String BODY = "群众反映，沿江步道渡口一段的护栏锈蚀断裂约三十米，行人容易落水，要求更换。";
    private static final String AGAIN = "渡口段栏杆断了没人修";
    private static final String AGAIN_BODY = "网民留言，沿江步道靠渡口的栏杆烂掉三十来米，孩子走过很危险，希望换新的护栏。";

    @Autowired MockMvc http;
    @Autowired Town towns;
    @Autowired Ledger ledger;
    @Autowired Matters matters;
    @Autowired EmbeddingFixture embeddings;
    @Autowired PairingFixture pairing;
    @Autowired DSLContext sql;

    private Town town;

    @BeforeEach
    void inATownOfItsOwn() {
        town = towns.another();
        LocaleContextHolder.setLocale(Words.CHINESE);
    }

    @AfterEach
    void forgetsTheReader() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void asksNothingWhereNothingIsAlike() throws Exception {
        open("整治老旧小区消防通道占用", "");
        embeddings.settle(town);
        var answer = send(Map.of("title", TITLE, "body", BODY));
        assertThat(answer.getStatus()).isEqualTo(302);
        assertThat(matters.page(opened(answer), town.as("inspect")).orElseThrow().row().title()).isEqualTo(TITLE);
    }

    @Test
    void showsWhatMayBeTheSameAndKeepsWhatWasTyped() throws Exception {
        var known = open(TITLE, BODY);
        embeddings.settle(town);
        var asked = send(Map.of("title", AGAIN, "body", AGAIN_BODY));
        assertThat(asked.getStatus()).isEqualTo(422);
        var page = asked.getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains("台账上可能已经有这件事", "/matters/" + known, "意思相近 0.", "value=\"" + AGAIN + "\"", "value=\"merge-" + known.id() + "\"", "value=\"link-" + known.id() + "\"");
        var silent = send(Map.of("title", AGAIN, "body", AGAIN_BODY, "duplicateSeen", "" + known.id()));
        assertThat(silent.getContentAsString(StandardCharsets.UTF_8)).contains("请选择怎么处理可能重复的事项");
        var unfounded = send(Map.of("title", AGAIN, "body", AGAIN_BODY, "duplicateSeen", "" + known.id(), "duplicate", "open"));
        assertThat(unfounded.getStatus()).isEqualTo(422);
        assertThat(unfounded.getContentAsString(StandardCharsets.UTF_8)).contains("照常立项须写明理由");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void opensAnywayWithTheReasonInTheEntry() throws Exception {
        var known = open(TITLE, BODY);
        embeddings.settle(town);
        var id = opened(send(Map.of("title", AGAIN, "body", AGAIN_BODY, "duplicateSeen", "" + known.id(), "duplicate", "open", "duplicateReason", "那一段去年已修，这是下游新断的")));
        var page = matters.page(id, town.as("inspect")).orElseThrow();
        assertThat(page.timeline().getLast().said().toString()).contains("立项前查重", number(known), "那一段去年已修，这是下游新断的");
        assertThat(page.row().phase()).isEqualTo(Phase.DRAFT);
    }

    @Test
    void mergesUnderTheOneThatIsThereAndCanBeUndone() throws Exception {
        var known = open(TITLE, BODY);
        embeddings.settle(town);
        var id = opened(send(Map.of("title", AGAIN, "body", AGAIN_BODY, "duplicateSeen", "" + known.id(), "duplicate", "merge-" + known.id())));
        assertThat(phase(id)).isEqualTo(Phase.MERGED);
        assertThat(ties(known)).contains("并入了");
        ledger.act(id, Act.of("unmerge").other(known.id()), town.as("inspect"));
        assertThat(phase(id)).isEqualTo(Phase.DRAFT);
    }

    @Test
    void linksTheTwoAndTheLinkCanBeUndone() throws Exception {
        var known = open(TITLE, BODY);
        embeddings.settle(town);
        var id = opened(send(Map.of("title", AGAIN, "body", AGAIN_BODY, "duplicateSeen", "" + known.id(), "duplicate", "link-" + known.id())));
        assertThat(ties(id)).containsExactly("关联");
        assertThat(ties(known)).containsExactly("关联");
        ledger.act(known, Act.of("unlink").other(id.id()), town.as("inspect"));
        assertThat(ties(id)).isEmpty();
        assertThat(ties(known)).isEmpty();
        assertThat(matters.page(id, town.as("inspect"), TimelineKind.ALL, Integer.MAX_VALUE).orElseThrow().timeline().getFirst().act()).isEqualTo("unlinked");
    }

    @Test
    void tellsProgramsThatAsk() throws Exception {
        var known = open(TITLE, BODY);
        embeddings.settle(town);
        var without = "{\"type\": \"rectification-measure\", \"title\": \"" + AGAIN + "\", \"body\": \"" + AGAIN_BODY + "\"";
        var told = api(without + ", \"checkDuplicates\": true}");
        assertThat(told.getStatus()).isEqualTo(409);
        var problem = json(told);
        assertThat(problem.get("rule").asString()).isEqualTo("api.duplicates");
        assertThat(problem.get("hits").get(0).get("row").get("id").asString()).isEqualTo(known.toString());
        assertThat(problem.get("hits").get(0).get("reasons").toString()).contains("意思相近");
        assertThat(api(without + ", \"duplicate\": {\"decision\": \"open\"}}").getStatus()).isEqualTo(422);
        assertThat(count()).isEqualTo(1);
        var merged = json(api(without + ", \"duplicate\": {\"decision\": \"merge\", \"other\": \"" + known + "\"}}"));
        assertThat(phase(MatterId.valueOf(merged.get("id").asString()))).isEqualTo(Phase.MERGED);
        assertThat(api(without + "}").getStatus()).as("who does not ask is not stopped").isEqualTo(201);
    }

    @Test
    void sendsTheSameRequestTwiceAndOpensOnce() throws Exception {
        var known = open(TITLE, BODY);
        embeddings.settle(town);
        var body = "{\"type\": \"rectification-measure\", \"title\": \"" + AGAIN + "\", \"duplicate\": {\"decision\": \"merge\", \"other\": \"" + known + "\"}}";
        var first = json(http.perform(request(body).header("Idempotency-Key", "twice").with(SignedIn.as(town.as("inspect")))).andReturn().getResponse());
        var second = json(http.perform(request(body).header("Idempotency-Key", "twice").with(SignedIn.as(town.as("inspect")))).andReturn().getResponse());
        assertThat(second.get("id")).isEqualTo(first.get("id"));
        assertThat(count()).isEqualTo(2);
    }

    /** The form goes back in the browser with other words: it says so, and the next click opens the other matter. */
    @Test
    void opensAnotherMatterWithAFormThatWasSentBefore() throws Exception {
        var key = "" + UUID.randomUUID();
        opened(send(Map.of("title", "清运北坡建筑垃圾", "body", "", "key", key)));
        var again = send(Map.of("title", "补种沿河缺株行道树", "body", "", "key", key));
        assertThat(again.getStatus()).isEqualTo(422);
        assertThat(again.getContentAsString(StandardCharsets.UTF_8)).contains("这张表单已经立过一件事", "补种沿河缺株行道树").doesNotContain(key, "幂等键");
        assertThat(count()).isEqualTo(1);
    }

    /** Looked at again, what was held against the others is not read again. */
    @Test
    void looksOnlyAtWhatWasWrittenSince() throws Exception {
        var one = open(TITLE, BODY);
        embeddings.settle(town);
        pairing.makeUp();
        sql.deleteFrom(PAIRED).where(PAIRED.TENANT.eq(town.city.tenant())).execute();
        pairing.makeUp();
        assertThat(sql.fetchCount(PAIRED, PAIRED.TENANT.eq(town.city.tenant()))).isZero();
        var other = open(AGAIN, AGAIN_BODY);
        embeddings.settle(town);
        pairing.makeUp();
        assertThat(sql.fetchCount(PAIRED, PAIRED.TENANT.eq(town.city.tenant()))).isEqualTo(1);
        assertThat(page("/alikes/clusters?level=likely")).contains("/matters/" + one, "/matters/" + other);
    }

    @Test
    void takesNoNumbersOfPeopleAsAReason() throws Exception {
        var one = open(TITLE, BODY);
        var other = open(AGAIN, AGAIN_BODY);
        var why = post("/alikes/clusters?level=likely").param("do", "apart").param("member", "" + one, "" + other).param("reason", "问过 13800138000");
        assertThat(text(why, 422)).contains("手机号码");
    }

    @Test
    void showsClustersAndDoesWhatIsDecided() throws Exception {
        var one = open(TITLE, BODY);
        var other = open(AGAIN, AGAIN_BODY);
        embeddings.settle(town);
        pairing.makeUp();
        assertThat(page("/alikes/clusters?level=likely")).contains("/matters/" + one, "/matters/" + other, "意思相近 0.", "与 " + number(one) + " 相近");
        assertThat(http.perform(get("/alikes/clusters.xlsx?level=likely").with(SignedIn.as(town.as("inspect")))).andReturn().getResponse().getContentAsByteArray()).startsWith('P', 'K');
        var why = post("/alikes/clusters?level=likely").param("do", "apart").param("member", "" + one, "" + other);
        assertThat(text(why, 422)).contains("请写明为什么不是同一件");
        assertThat(text(post("/alikes/clusters?level=likely").param("do", "apart").param("member", "" + one, "" + other).param("reason", "一处在上游，一处在下游"), 302)).isEmpty();
        assertThat(page("/alikes/clusters?level=likely")).doesNotContain("/matters/" + one);
        assertThat(page("/alikes/apart")).contains("一处在上游，一处在下游", number(one));
        var pair = Pair.of(one.id(), other.id());
        text(post("/alikes/apart").param("one", new MatterId(one.tenant(), pair.one()).toString()).param("other", new MatterId(one.tenant(), pair.other()).toString()), 302);
        assertThat(page("/alikes/clusters?level=likely")).contains("/matters/" + one);
        text(post("/alikes/clusters?level=likely").param("do", "merge").param("member", "" + one, "" + other).param("master", "" + one).param("reason", "同一处护栏"), 302);
        assertThat(phase(other)).isEqualTo(Phase.MERGED);
        assertThat(page("/alikes/clusters?level=likely")).doesNotContain("/matters/" + one);
    }

    private MatterId open(String title, String body) {
        var fresh = town.measure(title);
        return ledger.open(new Opening(fresh.id(), fresh.ledger(), fresh.type(), title, body, fresh.fields(), fresh.roles(), null, null, null, 0, Secrecy.INTERNAL, false, null, null), town.as("inspect"), null).id();
    }

    private MockHttpServletResponse send(Map<String, String> typed) throws Exception {
        var request = post("/matters/new").param("type", "rectification-measure").param("key", typed.getOrDefault("key", "" + UUID.randomUUID()));
        typed.forEach((name, value) -> { if (!name.equals("key")) request.param(name, value); });
        return http.perform(request.with(csrf()).with(SignedIn.as(town.as("inspect")))).andReturn().getResponse();
    }

    private static MockHttpServletRequestBuilder request(String body) {
        return post("/api/v1/matters").with(csrf()).contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private MockHttpServletResponse api(String body) throws Exception {
        return http.perform(request(body).with(SignedIn.as(town.as("inspect")))).andReturn().getResponse();
    }

    private static JsonNode json(MockHttpServletResponse response) throws Exception {
        return JsonMapper.shared().readTree(response.getContentAsString(StandardCharsets.UTF_8));
    }

    private static MatterId opened(MockHttpServletResponse response) {
        assertThat(response.getRedirectedUrl()).startsWith("/matters/");
        return MatterId.valueOf(response.getRedirectedUrl().substring("/matters/".length()));
    }

    private String page(String path) throws Exception {
        return text(get(path), 200);
    }

    private String text(MockHttpServletRequestBuilder request, int status) throws Exception {
        var response = http.perform(request.with(csrf()).with(SignedIn.as(town.as("inspect")))).andReturn().getResponse();
        assertThat(response.getStatus()).isEqualTo(status);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private Phase phase(MatterId id) {
        return matters.page(id, town.as("inspect")).orElseThrow().row().phase();
    }

    private List<String> ties(MatterId id) {
        LocaleContextHolder.setLocale(Words.CHINESE);
        return matters.page(id, town.as("inspect")).orElseThrow().ties().stream().map(tie -> tie.kind()).toList();
    }

    private String number(MatterId id) {
        return matters.page(id, town.as("inspect")).orElseThrow().row().number();
    }

    private int count() {
        return matters.list(MatterQuery.all(), town.as("inspect")).rows().size();
    }
}
