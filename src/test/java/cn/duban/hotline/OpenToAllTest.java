package cn.duban.hotline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Pages;
import cn.duban.ledger.Town;
import cn.duban.units.Directories;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Map;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What everybody reads of the hotline: questions with answers that two people looked at, and figures in which silence is no satisfaction. */
@DubanTest
class OpenToAllTest {

    private static final Pattern PROPOSED = Pattern.compile("/hotline/answers/[0-9a-f-]{36}");

    @Autowired MockMvc http;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired Ledger ledger;
    @Autowired EvidenceFiles files;
    @Autowired HotlineFixture hotline;
    @Autowired Tickets tickets;
    @Autowired DSLContext sql;

    private Town town;
    private Pages pages;

    @BeforeEach
    void aCityOfItsOwn() {
        town = new Town(cities, directories, ledger, files);
        pages = new Pages(http, town);
        hotline.opens(town);
    }

    private String asked(String words) throws Exception {
        return pages.page("/public/hotline/answers?line=" + town.city.tenant() + "&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8), "");
    }

    private MatterId closed() {
        var id = hotline.replied(town, Map.of());
        ledger.act(id, Act.of("satisfied").field("pleased", "very"), town.as("hotline.handle"));
        return id;
    }

    private MockHttpServletRequestBuilder proposing(MatterId id, String question) {
        return post("/hotline/answers/of/" + id).param("question", question).param("answer", "路边的污水井由市住建局养护，拨打12345即可报修。");
    }

    @Test
    void publishesAnAnswerThatSomebodyElseChecked() throws Exception {
        var id = closed();
        assertThat(pages.page("/hotline/answers/of/" + id + "/panel", "hotline.registry")).contains("改写成公开问答");
        assertThat(pages.page("/hotline/answers/of/" + id + "/panel", "housing.registry")).doesNotContain("改写成公开问答");
        assertThat(pages.page("/hotline/answers/of/" + id, "hotline.registry")).contains("污水井已经疏通");
        assertThat(Pages.text(pages.ask(proposing(id, "路 小 满家门前污水井堵了找谁？"), "hotline.registry"))).as("the caller's name").contains("诉求人的姓名");
        assertThat(pages.ask(proposing(id, "13912345678问污水井堵了找谁？"), "hotline.registry").getStatus()).isEqualTo(422);
        assertThat(pages.ask(proposing(id, "门前的污水井堵了找谁？"), "housing.registry").getStatus()).as("not the desk").isEqualTo(403);
        assertThat(pages.ask(proposing(id, "门前的污水井堵了找谁？"), "hotline.registry").getStatus()).isEqualTo(302);
        assertThat(pages.ask(proposing(id, "再来一次"), "hotline.registry").getStatus()).as("once for a ticket").isEqualTo(409);
        assertThat(asked("污水井")).as("not yet").doesNotContain("门前的污水井");
        var proposed = PROPOSED.matcher(pages.page("/hotline/answers", "hotline.registry")).results().findFirst().orElseThrow().group();
        assertThat(pages.ask(post(proposed).param("do", "publish"), "hotline.registry").getStatus()).as("by oneself").isEqualTo(409);
        assertThat(pages.ask(post(proposed).param("do", "return"), "hotline.handle").getStatus()).as("without a reason").isEqualTo(422);
        assertThat(pages.ask(post(proposed).param("do", "publish"), "hotline.handle").getStatus()).isEqualTo(302);
        assertThat(asked("污水")).contains("门前的污水井堵了找谁？").doesNotContain(HotlineFixture.NAME, HotlineFixture.PHONE, "class=\"no\"");
        assertThat(asked("养护 污水")).as("both words, one of them in the answer").contains("门前的污水井");
        assertThat(asked("")).as("all of them").contains("门前的污水井");
        assertThat(asked("污水 公积金")).contains("没有找到");
        assertThat(asked("污")).contains("请输入两个字以上");
        var address = Pattern.compile("/public/hotline/answers/\\d+-[0-9a-f-]{36}").matcher(asked("污水")).results().findFirst().orElseThrow().group();
        assertThat(pages.page(address, "")).contains("市住建局养护", "市住房和城乡建设局答复");
        pages.ask(post(proposed).param("do", "withdraw").param("reason", "规定变了"), "hotline.registry");
        assertThat(asked("污水")).contains("没有找到");
        assertThat(pages.ask(get(address), "").getStatus()).isEqualTo(404);
    }

    @Test
    void offersNothingOfAConfidentialOrOpenTicket() throws Exception {
        assertThat(pages.ask(get("/hotline/answers/of/" + hotline.replied(town, Map.of())), "hotline.registry").getStatus()).as("still open").isEqualTo(404);
        var secret = hotline.replied(town, Map.of("confidential", "true"));
        ledger.act(secret, Act.of("satisfied").field("pleased", "very"), town.as("hotline.handle"));
        assertThat(pages.ask(get("/hotline/answers/of/" + secret), "hotline.registry").getStatus()).isEqualTo(404);
    }

    @Test
    void publishesNothingOfAnyCallerOfTheGroupAndNoNumberThatIsSomebodys() throws Exception {
        var id = hotline.replied(town, Map.of());
        var joined = hotline.reported(town, Map.of("body", "云栖路污水井又堵了。", "phone", "13911112222", "name", "何秀英", "address", "云栖花园三栋")).id();
        ledger.act(joined, Act.of("merge").other(id.id()).saying("reason", "同一件事"), town.as("hotline.registry"));
        ledger.act(id, Act.of("satisfied").field("pleased", "very"), town.as("hotline.handle"));
        for (var said : Map.of("何秀英问污水井堵了找谁？", "诉求人的姓名", "云栖花园 三栋门前井堵了？", "诉求人的姓名", "苏A12B45挡住井口怎么办？", "车牌号", "退款到6222021234567890128吗？", "银行卡号").entrySet())
            assertThat(Pages.text(pages.ask(proposing(id, said.getKey()), "hotline.registry"))).as(said.getKey()).contains("文字里有：" + said.getValue());
        assertThat(pages.ask(proposing(id, "门前的污水井堵了找谁？"), "hotline.registry").getStatus()).isEqualTo(302);
    }

    @Test
    void checksOnceMoreAsItIsPublishedAndTakesBackWhatMayBeToldNoLonger() throws Exception {
        var id = closed();
        pages.ask(proposing(id, "门前的污水井堵了找谁？"), "hotline.registry");
        var proposed = PROPOSED.matcher(pages.page("/hotline/answers", "hotline.registry")).results().findFirst().orElseThrow().group();
        var question = "update hotline.answer set question = ? where tenant = ?";
        sql.execute(question, HotlineFixture.NAME + "问污水井堵了找谁？", town.city.tenant());
        assertThat(pages.ask(post(proposed).param("do", "publish"), "hotline.handle").getStatus()).as("proposed before anybody screened it").isEqualTo(409);
        sql.execute(question, "门前的污水井堵了找谁？", town.city.tenant());
        ledger.act(id, Act.of("classify").saying("secrecy", "work_secret").saying("reason", "涉及工作秘密"), town.as("hotline.registry"));
        assertThat(pages.ask(post(proposed).param("do", "publish"), "hotline.handle").getStatus()).as("of a work secret").isEqualTo(409);
        assertThat(pages.ask(get("/hotline/answers/of/" + id), "hotline.registry").getStatus()).isEqualTo(404);
        ledger.act(id, Act.of("classify").saying("secrecy", "internal").saying("reason", "重新定级"), town.as("hotline.registry"));
        assertThat(pages.ask(post(proposed).param("do", "publish"), "hotline.handle").getStatus()).isEqualTo(302);
        var address = Pattern.compile("/public/hotline/answers/\\d+-[0-9a-f-]{36}").matcher(asked("污水")).results().findFirst().orElseThrow().group();
        ledger.act(id, Act.of("classify").saying("secrecy", "named_persons").saying("reason", "涉及个人"), town.as("hotline.registry"));
        assertThat(asked("污水")).doesNotContain("门前的污水井");
        assertThat(pages.ask(get(address), "").getStatus()).isEqualTo(404);
    }

    @Test
    void countsAMonthWithNumeratorAndDenominatorAndEachNumberHasItsRows() throws Exception {
        closed();
        var unrated = hotline.replied(town, Map.of("category", "教育", "area", "石桥街道"));
        for (int call = 0; call < 2; call++) ledger.act(unrated, Act.of("unreached").saying("note", "无人接听"), town.as("hotline.registry"));
        ledger.act(unrated, Act.of("close-unrated").saying("note", "三次无人接听"), town.as("hotline.registry"));
        ledger.act(hotline.replied(town, Map.of()), Act.of("dissatisfied").field("displeased", "dissatisfied").saying("reason", "又堵了").due(town.today().plusDays(3)), town.as("hotline.handle"));
        hotline.reported(town, Map.of("body", "另一件还没派的事情，路灯不亮。"));
        var month = YearMonth.from(town.today());
        var open = pages.page("/public/hotline/figures?line=" + town.city.tenant(), "");
        assertThat(open).as("one satisfied, one not, one silent").contains("50%（1/2）", "50%（1/2）", "100%（2/2）", "石桥街道").doesNotContain("/hotline/figures/rows", HotlineFixture.PHONE);
        assertThat(pages.page("/hotline/figures", "hotline.registry")).contains("/hotline/figures/rows?figure=unrated&amp;month=" + month);
        assertThat(pages.page("/hotline/figures/rows?figure=unrated&month=" + month, "hotline.registry").split("class=\"due-title\"", -1)).hasSize(2);
        assertThat(pages.page("/hotline/figures/rows?figure=received&month=" + month + "&category=" + URLEncoder.encode("市政设施", StandardCharsets.UTF_8), "hotline.registry").split("class=\"due-title\"", -1)).hasSize(5);
        assertThat(pages.ask(get("/hotline/figures"), "housing.registry").getStatus()).isEqualTo(403);
        assertThat(pages.page("/public/hotline/figures.csv?line=" + town.city.tenant(), "")).contains("category,area,received,closed", "市政设施,石桥街道,1,1,0,0,0,1,1,0,0,1");
        assertThat(pages.page("/public/hotline/figures.json?line=" + town.city.tenant(), "")).contains("\"unrated\":1", "明川市人民政府");
        assertThat(pages.ask(get("/public/hotline/figures.json?line=0"), "").getStatus()).isEqualTo(404);
    }

    @Test
    void takesNothingThatWasSaidOfOneAnswerForAWordOnTheNext() throws Exception {
        var id = closed();
        ledger.act(id, Act.of("redo").saying("reason", "又堵了"), town.as("hotline.registry"));
        ledger.act(id, Act.of("dispatch-again").role("lead", town.unit("市住建局")).saying("reason", "再派").due(town.today().plusDays(3)), town.as("hotline.registry"));
        ledger.act(id, Act.of("draft").saying("note", "又疏通了。"), town.as("housing.handle1"));
        ledger.act(id, Act.of("reply"), town.as("housing"));
        for (int call = 0; call < 2; call++) ledger.act(id, Act.of("unreached").saying("note", "无人接听"), town.as("hotline.registry"));
        ledger.act(id, Act.of("close-unrated").saying("note", "无人接听"), town.as("hotline.registry"));
        var month = YearMonth.from(town.today());
        var ticket = tickets.find(id).orElseThrow();
        assertThat(pages.page("/hotline/figures/rows?figure=unrated&month=" + month, "hotline.registry")).contains(ticket.number());
        assertThat(pages.page("/hotline/figures/rows?figure=satisfied&month=" + month, "hotline.registry")).as("once, of the answer before").doesNotContain(ticket.number());
        assertThat(ticket.rating()).isEmpty();
        assertThat(Ratings.open(ticket)).as("can still be rated").isTrue();
    }
}
