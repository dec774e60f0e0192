package cn.duban.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Opening;
import cn.duban.ledger.Refusal;
import cn.duban.ledger.Secrecy;
import cn.duban.ledger.Town;
import cn.duban.units.Author;
import cn.duban.units.Directories;
import cn.duban.units.NewPost;
import cn.duban.units.NewUnit;
import cn.duban.units.People;
import cn.duban.units.Posts;
import cn.duban.units.Unit;
import cn.duban.units.Units;
import cn.duban.web.SignedIn;
import cn.duban.web.Viewer.Duty;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The pages of suggestions: registered, counted, answered on paper, promised, published. */
@DubanTest
class ProposalPagesTest {

    private static final Pattern NUMBER = Pattern.compile("href=\"(/proposals/rows\\?of=[^\"]+)\"><strong>(\\d+)</strong>|href=\"(/proposals/rows\\?of=[^\"]+)\">(\\d+)</a>");

    @Autowired MockMvc http;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired Ledger ledger;
    @Autowired EvidenceFiles files;
    @Autowired Units units;
    @Autowired Posts posts;
    @Autowired People people;

    private Town town;
    private SuggestionFixture fixture;

    @BeforeEach
    void aCityOfItsOwn() {
        town = new Town(cities, directories, ledger, files);
        fixture = new SuggestionFixture(town, ledger);
    }

    private MockHttpServletResponse ask(MockHttpServletRequestBuilder request, String login) throws Exception {
        return http.perform(request.with(SignedIn.as(town.as(login))).with(csrf())).andReturn().getResponse();
    }

    private String page(String path, String login) throws Exception {
        var response = ask(get(java.net.URI.create(path)), login);
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }


    @Test
    void registersASuggestionOnceWithItsOriginalAndGivesBackWhatWasTyped() throws Exception {
        var key = UUID.randomUUID().toString();
        var empty = http.perform(multipart("/proposals/new").param("kind", "deputy-suggestion").param("key", key).param("title", "关于增设老年食堂的建议").with(SignedIn.as(town.as("inspect"))).with(csrf())).andReturn().getResponse();
        assertThat(empty.getStatus()).isEqualTo(422);
        assertThat(empty.getContentAsString(StandardCharsets.UTF_8)).contains("关于增设老年食堂的建议", "请写上全文。", "请填写“届次”。");
        var telephone = register(key, "请联系代表 13812345678。");
        assertThat(telephone.getStatus()).isEqualTo(422);
        assertThat(telephone.getContentAsString(StandardCharsets.UTF_8)).contains("文字里有手机号码");
        var first = register(key, "老旧小区就餐不便。");
        assertThat(first.getStatus()).isEqualTo(302);
        assertThat(register(key, "老旧小区就餐不便。").getRedirectedUrl()).isEqualTo(first.getRedirectedUrl());
        assertThat(page(first.getRedirectedUrl(), "inspect")).contains("关于增设老年食堂的建议", "原件.txt", "附原件。");
        assertThat(ask(get("/proposals/new"), "eco.handle").getStatus()).isEqualTo(403);
    }

    private MockHttpServletResponse register(String key, String body) throws Exception {
        return http.perform(multipart("/proposals/new").file(new MockMultipartFile("original", "原件.txt", "text/plain", "建议原件".getBytes(StandardCharsets.UTF_8))).param("kind", "deputy-suggestion").param("key", key)
                .param("title", "关于增设老年食堂的建议").param("body", body).param("field-session", "十八届三次会议").param("field-serial", "7").param("field-proposers", "宁静").param("field-category", "livelihood").param("field-open", "true")
                .with(SignedIn.as(town.as("inspect"))).with(csrf())).andReturn().getResponse();
    }

    @Test
    void countsWhatItsRowsListAndTakesSilenceForNothing() throws Exception {
        fixture.registered("1", true);
        fixture.handled("2", false);
        fixture.felt(fixture.replied("3", "a", true), "satisfied");
        fixture.felt(fixture.replied("4", "b", false), "basically");
        fixture.felt(fixture.replied("5", "c", false), "dissatisfied");
        fixture.replied("6", "a", false);
        fixture.promised("7");
        var withdrawn = fixture.handled("8", false);
        ledger.act(withdrawn, Act.of("withdraw").saying("reason", "代表书面撤回").with(town.aFile("inspect")), town.as("inspect"));
        var page = page("/proposals", "inspect");
        assertThat(page).contains("40%（2/5）").as("solved").contains("33.33%（1/3）").contains("66.67%（2/3）");
        assertThat(count(page, "all")).isEqualTo(7);
        assertThat(count(page, "replied")).isEqualTo(5);
        assertThat(count(page, "silent")).isEqualTo(1);
        assertThat(count(page, "satisfied")).as("silence is no satisfaction").isEqualTo(1);
        assertThat(count(page, "felt")).isEqualTo(3);
        assertThat(count(page, "across")).isEqualTo(1);
        assertThat(count(page, "withdrawn")).isEqualTo(1);
        assertThat(count(page, "key-open")).isEqualTo(1);
        assertThat(count(page, "in-time")).isEqualTo(5);
        var numbers = NUMBER.matcher(page);
        var checked = 0;
        while (numbers.find()) {
            var href = (numbers.group(1) != null ? numbers.group(1) : numbers.group(3)).replace("&amp;", "&");
            var number = numbers.group(2) != null ? numbers.group(2) : numbers.group(4);
            var rows = page(href, "inspect");
            assertThat(rows).as(href).contains(" · " + number + "</h1>");
            assertThat(rows.split("<td class=\"no\">", -1).length - 1).as(href).isEqualTo(Integer.parseInt(number));
            checked++;
        }
        assertThat(checked).isGreaterThan(25);
        assertThat(page("/proposals?session=" + java.net.URLEncoder.encode("十九届一次会议", StandardCharsets.UTF_8), "inspect")).doesNotContain("33.33%");
        assertThat(page("/proposals", "permit.handle1")).as("whoever has no part counts nothing").contains("还没有交办的建议提案");
    }

    private static int count(String page, String figure) {
        var link = Pattern.compile("of=" + figure + "\">(?:<strong>)?(\\d+)<").matcher(page);
        return link.find() ? Integer.parseInt(link.group(1)) : 0;
    }

    @Test
    void answersOnPaperWithWhatTheCoHandlersSaid() throws Exception {
        var id = fixture.registered("12", false);
        ledger.act(id, Act.of("assign").role("lead", town.unit("市生态环境局")).role("assist", town.unit("市住建局")), town.as("inspect"));
        ledger.act(id, Act.of("receive"), town.as("eco.registry"));
        ledger.act(id, Act.of("receive").on(2), town.as("housing.registry"));
        ledger.act(id, Act.of("answer").on(2).saying("note", "排水管网已列入改造计划。"), town.as("housing.registry"));
        ledger.act(id, Act.of("accept").on(2), town.as("eco.handle"));
        ledger.act(id, Act.of("contact").field("contact-on", town.today().toString()).field("contact-way", "site").field("contact-with", "宁静代表").saying("note", "现场察看"), town.as("eco.handle"));
        assertThat(ask(get("/proposals/" + id + "/reply.docx"), "inspect").getStatus()).as("nothing before the reply").isEqualTo(404);
        ledger.act(id, Act.of("reply").field("class", "a").field("finish", "period").field("reply-number", "明环函〔2026〕12号").saying("note", "排水口已经封堵。"), town.as("eco"));
        var response = ask(get("/proposals/" + id + "/reply.docx"), "inspect");
        assertThat(text(response.getContentAsByteArray())).contains("明环函〔2026〕12号", "关于十八届三次会议第12号代表建议的答复", "宁静代表", "排水口已经封堵", "排水管网已列入改造计划", "办理结果：A类");
        assertThat(page("/proposals/" + id, "eco.handle")).contains("沟通方式：现场察看", "办理结果：A 类");
        assertThat(ask(get("/proposals/" + id), "permit.handle1").getStatus()).isEqualTo(404);
        assertThat(ask(get("/proposals/" + new MatterId(id.tenant() + 1, id.id())), "inspect").getStatus()).isEqualTo(404);
    }

    private static String text(byte[] docx) throws Exception {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                if (entry.getName().equals("word/document.xml")) return new String(zip.readAllBytes(), StandardCharsets.UTF_8).replaceAll("<[^>]+>", "");
        }
        throw new AssertionError("no document");
    }

    @Test
    void entersAPromiseThatKeepsRunningUntilItIsKept() throws Exception {
        var id = fixture.promised("7");
        assertThatThrownBy(() -> ledger.act(id, Act.of("enter-promise"), town.as("inspect"))).isInstanceOfSatisfying(Refusal.Refused.class, r -> assertThat(r.refusal().rule()).isEqualTo("gate"));
        var form = "/proposals/" + id + "/promises";
        assertThat(ask(post(form).param("promise", "建成沿河截污管网").param("due", ""), "inspect").getStatus()).isEqualTo(422);
        assertThat(ask(post(form).param("promise", "建成沿河截污管网").param("due", "+999999999-12-31"), "inspect").getStatus()).as("a day of no calendar").isEqualTo(422);
        assertThat(ask(post(form).param("promise", "建成沿河截污管网").param("due", "2027-11-30"), "eco").getStatus()).isEqualTo(403);
        for (int twice = 0; twice < 2; twice++) assertThat(ask(post(form).param("promise", "建成沿河截污管网").param("due", "2027-11-30"), "inspect").getStatus()).isEqualTo(302);
        ledger.act(id, Act.of("enter-promise"), town.as("inspect"));
        fixture.felt(id, "satisfied");
        assertThatThrownBy(() -> ledger.act(id, Act.of("close").saying("verdict", "代表满意"), town.as("inspect1"))).isInstanceOfSatisfying(Refusal.Refused.class, r -> assertThat(r.refusal().rule()).isEqualTo("gate"));
        ledger.act(id, Act.of("follow"), town.as("inspect"));
        var page = page("/proposals", "inspect");
        assertThat(count(page, "promises")).isEqualTo(1);
        assertThat(count(page, "closed")).isZero();
        assertThat(page("/proposals/rows?of=promises", "inspect")).contains("建成沿河截污管网", "兑现中");
        assertThat(page("/proposals/" + id, "eco.handle")).contains("承诺台账", "2027-11-30");
    }

    /** Whoever supervises inside a bureau that bears a share gives parts of it to its sections; the suggestion waits for them. */
    @Test
    void letsABearingUnitBreakItsPartDown() throws Exception {
        var author = new Author(town.city.tenant(), town.city.administrator());
        var since = town.today().minusDays(9);
        var section = units.open(author, new NewUnit("水生态科", "", Unit.Kind.SECTION, town.unit("市生态环境局")), since, "");
        people.take(author, town.as("eco.handle").person(), posts.open(author, new NewPost(section, "经办", false, Set.of(Duty.HANDLE)), since, ""), since, "");
        people.take(author, town.as("eco.handle2").person(), posts.open(author, new NewPost(town.unit("市生态环境局"), "内部督办", false, Set.of(Duty.SUPERVISE, Duty.HANDLE)), since, ""), since, "");
        var inside = town.as("eco.handle2", 1);
        var worker = town.as("eco.handle", 1);
        var id = fixture.handled("21", false);
        var opening = new Opening(Ledger.newId(), "proposal", "suggestion-part", "排查沿河排水口", "正文", Map.of(), Map.of(), null, null, id.id(), 0, Secrecy.INTERNAL, false, null, null);
        assertThatThrownBy(() -> ledger.open(opening, town.as("patrol1"), null)).as("no part in it").isInstanceOf(Refusal.Refused.class);
        var part = ledger.open(opening, inside, null).id();
        assertThat(page("/proposals/" + id, "inspect")).as("a part is no promise").doesNotContain("排查沿河排水口");
        ledger.act(part, Act.of("give").role("lead", section).due(town.today().plusDays(20)), inside);
        ledger.act(id, Act.of("contact").field("contact-on", town.today().toString()).field("contact-way", "visit").field("contact-with", "宁静代表").saying("note", "听取意见"), town.as("eco.handle"));
        ledger.act(id, Act.of("reply").field("class", "a").field("finish", "period").field("reply-number", "明环函〔2026〕21号").saying("note", "已经排查。"), town.as("eco"));
        fixture.felt(id, "satisfied");
        var close = Act.of("close").saying("verdict", "代表满意");
        assertThatThrownBy(() -> ledger.act(id, close, town.as("inspect1"))).isInstanceOfSatisfying(Refusal.Refused.class, r -> assertThat(r.refusal().rule()).isEqualTo("gate"));
        ledger.act(part, Act.of("submit").saying("note", "12处排水口已经封堵"), worker);
        assertThatThrownBy(() -> ledger.act(part, Act.of("close").saying("verdict", "属实"), worker)).isInstanceOf(Refusal.Refused.class);
        ledger.act(part, Act.of("close").saying("verdict", "属实"), inside);
        ledger.act(id, close, town.as("inspect1"));
    }

    @Test
    void showsThePublicWhatIsPublicWithoutWhatIsHeldBack() throws Exception {
        var id = fixture.replied("9", "a", false);
        var address = "/public/proposals/" + id;
        assertThat(http.perform(get(address)).andReturn().getResponse().getStatus()).as("not decided yet").isEqualTo(404);
        ledger.act(id, Act.of("classify").saying("secrecy", "public").saying("reason", "依法公开"), town.as("inspect"));
        var open = http.perform(get(address)).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(open).contains("▇▇〔略〕排水口长期反味", "▇▇〔略〕排水口已经封堵", "A 类", "尚未反馈", "宁静").as("the longer words whole, and names wherever they stand").doesNotContain("机械厂", "卓远");
        fixture.felt(id, "satisfied");
        assertThat(http.perform(get(address)).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8)).contains("反馈满意");
        assertThat(http.perform(get("/public/proposals")).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8)).contains(address);
        var closed = fixture.replied("10", "a", false);
        assertThat(http.perform(get("/public/proposals/" + closed)).andReturn().getResponse().getStatus()).isEqualTo(404);
    }
}
