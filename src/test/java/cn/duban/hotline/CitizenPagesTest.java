package cn.duban.hotline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Town;
import cn.duban.ledger.Verifier;
import cn.duban.rating.Level;
import cn.duban.units.Directories;
import cn.duban.web.Refused;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Nobody signs in: a citizen reports, follows with number or telephone and code, adds, rates once, raises again; and guessing leads nowhere. */
@DubanTest
class CitizenPagesTest {

    private static final String FORM = "/public/hotline";
    private static final Pattern SECRETS = Pattern.compile("class=\"secret\">([^<]+)<");

    @Autowired MockMvc http;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired Ledger ledger;
    @Autowired EvidenceFiles files;
    @Autowired HotlineFixture hotline;
    @Autowired Tickets tickets;
    @Autowired Links links;
    @Autowired Codes codes;
    @Autowired Verifier verifier;
    @Autowired DeskChange desks;
    @Autowired Guesses guesses;
    @Autowired DSLContext sql;

    private Town town;
    private @Nullable Cookie session;
    private String address;

    @BeforeEach
    void aCityOfItsOwn() {
        town = new Town(cities, directories, ledger, files);
        hotline.opens(town);
        session = null;
        address = "198.51.100." + (1 + town.city.tenant() % 250);
    }

    /** With the cookie of the session, as a browser sends it. */
    private MockHttpServletResponse ask(MockHttpServletRequestBuilder request) throws Exception {
        var response = http.perform((session == null ? request : request.cookie(session)).with(csrf()).with(sent -> {
            sent.setRemoteAddr(address);
            return sent;
        })).andReturn().getResponse();
        var given = response.getCookie("SESSION");
        if (given != null) session = given;
        return response;
    }

    private static String text(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private String page(String path) throws Exception {
        var response = ask(get(path));
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return text(response);
    }

    private MockHttpServletRequestBuilder report(UUID id) {
        return post(FORM + "/report").param("line", "" + town.city.tenant()).param("id", id.toString()).param("kind", "complaint").param("area", "云栖街道").param("name", HotlineFixture.NAME).param("phone", HotlineFixture.PHONE);
    }

    private MockHttpServletResponse follow(String who, String code) throws Exception {
        return ask(post(FORM + "/follow").param("line", "" + town.city.tenant()).param("who", who).param("code", code));
    }

    private String state(MatterId id) {
        return tickets.find(id).orElseThrow().state();
    }

    @Test
    void reportsWithoutAnAccountAndFollowsByNumberOrTelephone() throws Exception {
        assertThat(page(FORM)).contains("我要诉求", "我要查询");
        assertThat(page(FORM + "/report?line=" + town.city.tenant())).contains("明川市人民政府", "不用注册");
        var id = UUID.randomUUID();
        var wrong = ask(report(id).param("body", "").param("phone", "12"));
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(text(wrong)).contains("请写清楚是什么事。", HotlineFixture.PHONE);
        var taken = ask(report(id).param("body", "云栖路门前污水井堵了三天。").param("urgent", "true").param("channel", "phone"));
        assertThat(taken.getStatus()).isEqualTo(200);
        var secrets = SECRETS.matcher(text(taken)).results().map(found -> found.group(1)).toList();
        assertThat(secrets).hasSize(2);
        var ticket = tickets.find(codes.opened(town.city.tenant(), secrets.get(0), secrets.get(1)).orElseThrow()).orElseThrow();
        assertThat(ticket.fields()).as("nobody makes themselves urgent").doesNotContainKey("urgent").containsEntry("channel", "web");
        assertThat(secrets).startsWith(ticket.number());
        assertThat(ask(get(FORM + "/ticket")).getRedirectedUrl()).isEqualTo(FORM + "/follow");
        assertThat(text(follow(ticket.number(), "AAAAAAAA"))).contains("没有找到");
        assertThat(text(follow("13900000000", secrets.get(1)))).contains("没有找到");
        assertThat(follow(" " + ticket.number() + " ", secrets.get(1).toLowerCase()).getRedirectedUrl()).isEqualTo(FORM + "/ticket");
        assertThat(page(FORM + "/ticket")).contains(ticket.number(), "已经收到，正在派单", "云栖路门前污水井堵了三天").doesNotContain(HotlineFixture.PHONE);
        session = null;
        assertThat(follow("138-1234-5678", secrets.get(1)).getRedirectedUrl()).isEqualTo(FORM + "/ticket");
        assertThat(page(FORM + "/ticket")).contains(ticket.number());
    }

    private void opened(MatterId id) throws Exception {
        assertThat(follow(tickets.find(id).orElseThrow().number(), hotline.code(id)).getRedirectedUrl()).isEqualTo(FORM + "/ticket");
    }

    @Test
    void addsRatesOnceAndRaisesAgain() throws Exception {
        var id = hotline.working(town, Map.of());
        opened(id);
        assertThat(page(FORM + "/ticket")).contains("正在办理", "承办单位：明川市住房和城乡建设局").doesNotContain("您对答复满意吗");
        assertThat(ask(post(FORM + "/ticket/rating").param("level", "satisfied").param("reply", "0")).getStatus()).as("nothing to rate yet").isEqualTo(422);
        var numbered = ask(post(FORM + "/ticket/addition").param("words", "请打13912345678"));
        assertThat(numbered.getStatus()).isEqualTo(422);
        assertThat(text(numbered)).contains("139********", "把号码遮住再提交");
        assertThat(ask(post(FORM + "/ticket/addition").param("words", "请打13912345678").param("mask", "true")).getStatus()).isEqualTo(302);
        assertThat(page(FORM + "/ticket")).contains("您补充了", "请打139********");
        ledger.act(id, Act.of("draft").saying("note", "污水井已经疏通。"), town.as("housing.handle1"));
        assertThat(page(FORM + "/ticket")).as("a draft is nobody else's").doesNotContain("污水井已经疏通");
        ledger.act(id, Act.of("reply"), town.as("housing"));
        assertThat(page(FORM + "/ticket")).contains("污水井已经疏通", "您对答复满意吗");
        var reply = "" + tickets.find(id).orElseThrow().reply().orElseThrow().no();
        assertThat(ask(post(FORM + "/ticket/rating").param("reply", reply)).getStatus()).as("no level is chosen beforehand").isEqualTo(422);
        assertThat(ask(post(FORM + "/ticket/rating").param("reply", reply).param("level", "very-dissatisfied").param("words", "又堵了")).getStatus()).isEqualTo(302);
        assertThat(state(id)).isEqualTo("again");
        assertThat(ask(post(FORM + "/ticket/rating").param("reply", reply).param("level", "satisfied")).getStatus()).as("once").isEqualTo(422);
        ledger.act(id, Act.of("draft").saying("note", "已更换管道。"), town.as("housing.handle1"));
        ledger.act(id, Act.of("reply"), town.as("housing"));
        assertThat(ask(post(FORM + "/ticket/rating").param("reply", reply).param("level", "satisfied")).getStatus()).as("the reply before").isEqualTo(422);
        var second = "" + tickets.find(id).orElseThrow().reply().orElseThrow().no();
        assertThat(ask(post(FORM + "/ticket/rating").param("reply", second).param("level", "satisfied")).getStatus()).isEqualTo(302);
        assertThat(page(FORM + "/ticket")).contains("已经办结", "重新提出").doesNotContain("您对答复满意吗");
        assertThat(ask(post(FORM + "/ticket/redo").param("words", "")).getStatus()).isEqualTo(422);
        assertThat(ask(post(FORM + "/ticket/redo").param("words", "下雨又堵了")).getStatus()).isEqualTo(302);
        assertThat(state(id)).isEqualTo("reopened");
        assertThat(page(FORM + "/ticket")).contains("已经收到您的再次反映");
        assertThat(verifier.breaks(town.city.tenant())).isEmpty();
    }

    @Test
    void ratesBySignedLinkOnceAndNoOtherTicket() throws Exception {
        var id = hotline.replied(town, Map.of());
        var link = links.rating(id, tickets.find(id).orElseThrow().reply().orElseThrow().no());
        assertThat(page(link)).contains("评价办理结果").doesNotContain(HotlineFixture.PHONE);
        var token = link.substring(link.lastIndexOf('/') + 1);
        var forged = (token.charAt(5) == 'A' ? 'B' : 'A');
        assertThat(ask(get(link.replace(token, token.substring(0, 5) + forged + token.substring(6)))).getStatus()).isEqualTo(404);
        assertThat(ask(post(link)).getStatus()).isEqualTo(422);
        assertThat(text(ask(post(link).param("level", "basically")))).contains("谢谢您的评价");
        assertThat(tickets.find(id).orElseThrow().rating()).contains(Level.BASICALLY);
        assertThat(ask(post(link).param("level", "very-satisfied")).getStatus()).isEqualTo(422);
        assertThat(page(link)).contains("已经评价过了");
        assertThat(tickets.find(id).orElseThrow().rating()).contains(Level.BASICALLY);
    }

    @Test
    void isClosedWithoutARatingAndRatedLater() throws Exception {
        var id = hotline.replied(town, Map.of());
        for (int i = 0; i < Joining.ATTEMPTS; i++) {
            assertThatThrownBy(() -> ledger.act(id, Act.of("close-unrated").saying("note", "三次拨打无人接听"), town.as("hotline.registry"))).as("called in vain often enough first").isInstanceOf(Refused.class);
            ledger.act(id, Act.of("unreached").saying("note", "无人接听"), town.as("hotline.registry"));
        }
        ledger.act(id, Act.of("close-unrated").saying("note", "三次拨打无人接听"), town.as("hotline.registry"));
        assertThat(tickets.find(id).orElseThrow().rating()).as("silence is no satisfaction").isEmpty();
        var link = links.rating(id, tickets.find(id).orElseThrow().reply().orElseThrow().no());
        assertThat(text(ask(post(link).param("level", "dissatisfied").param("words", "没有人联系过我")))).contains("谢谢您的评价");
        assertThat(state(id)).isEqualTo("reopened");
        assertThat(tickets.find(id).orElseThrow().rating()).contains(Level.DISSATISFIED);
    }

    @Test
    void ratesEachClosingOnceAndKeepsWhatWasSaidBefore() throws Exception {
        var id = hotline.replied(town, Map.of());
        ledger.act(id, Act.of("satisfied").field("pleased", "very"), town.as("hotline.handle"));
        assertThatThrownBy(() -> ledger.act(id, Act.of("rate").field("pleased", "satisfied"), town.as("hotline.registry"))).as("closed with a rating").isInstanceOf(Refused.class);
        var said = new ArrayList<Level>();
        for (var level : List.of(Level.BASICALLY, Level.SATISFIED)) {
            opened(id);
            assertThat(ask(post(FORM + "/ticket/redo").param("words", "又堵了")).getStatus()).isEqualTo(302);
            ledger.act(id, Act.of("dispatch-again").role("lead", town.unit("市住建局")).saying("reason", "再派").due(town.today().plusDays(3)), town.as("hotline.registry"));
            ledger.act(id, Act.of("draft").saying("note", "第 " + said.size() + " 次疏通完毕。").saying("reason", "同一口井"), town.as("housing.handle1"));
            ledger.act(id, Act.of("reply").saying("reason", "同一口井"), town.as("housing"));
            for (int i = 0; i < Joining.ATTEMPTS; i++) ledger.act(id, Act.of("unreached").saying("note", "无人接听"), town.as("hotline.registry"));
            ledger.act(id, Act.of("close-unrated").saying("note", "无人接听"), town.as("hotline.registry"));
            assertThat(tickets.find(id).orElseThrow().rating()).as("what was said before says nothing of this").isEmpty();
            var reply = "" + tickets.find(id).orElseThrow().reply().orElseThrow().no();
            assertThat(ask(post(FORM + "/ticket/rating").param("reply", reply).param("level", level.word())).getStatus()).isEqualTo(302);
            assertThat(ask(post(FORM + "/ticket/rating").param("reply", reply).param("level", "very-satisfied")).getStatus()).as("once").isEqualTo(422);
            assertThat(tickets.find(id).orElseThrow().rating()).contains(level);
            said.add(level);
        }
        assertThat(tickets.find(id).orElseThrow().done().stream().filter(done -> done.act().equals("rate"))).as("the earlier one stays on the record").hasSize(2);
        assertThat(sql.fetchSingle("select count(*) from rating.given g join rating.service s using (tenant) where s.id = g.service and s.tenant = ? and s.matter = ?", id.tenant(), id.id()).get(0, Integer.class)).as("one for each closing").isGreaterThanOrEqualTo(2);
        assertThat(verifier.breaks(town.city.tenant())).isEmpty();
    }

    @Test
    void isHeardOnAnOlderTicketAfterAnotherUnitAnswersTheLine() throws Exception {
        var id = hotline.replied(town, Map.of());
        desks.set(town.unit("市政府督查室"), town.today(), town.as("admin"));
        opened(id);
        assertThat(ask(post(FORM + "/ticket/addition").param("words", "井盖又响了")).getStatus()).isEqualTo(302);
        var reply = "" + tickets.find(id).orElseThrow().reply().orElseThrow().no();
        assertThat(ask(post(FORM + "/ticket/rating").param("reply", reply).param("level", "satisfied")).getStatus()).isEqualTo(302);
        assertThat(state(id)).isEqualTo("closed");
    }

    @Test
    void forgetsWhoGuessedAfterADay() throws Exception {
        var tenant = town.city.tenant();
        follow("13900000000", "AAAAAAAA");
        assertThat(guesses.forget(tenant)).isZero();
        sql.execute("update hotline.guess set at = at - interval '25 hours' where tenant = ?", tenant);
        assertThat(guesses.forget(tenant)).isOne();
    }

    @Test
    void doesNotListenToWhoeverGuesses() throws Exception {
        var id = hotline.working(town, Map.of());
        var number = tickets.find(id).orElseThrow().number();
        var code = hotline.code(id);
        for (int i = 0; i < Guesses.OF_BOTH; i++) assertThat(follow(number, "AAAA222" + "BCDEFGHJKLMN".charAt(i)).getStatus()).isEqualTo(422);
        assertThat(follow(number, code).getStatus()).as("even with the right one, for a while").isEqualTo(429);
        address = "203.0.113.9";
        assertThat(follow(number, code).getStatus()).as("its caller, at home, is not shut out").isEqualTo(302);
        address = "203.0.113.10";
        var other = hotline.working(town, Map.of());
        assertThat(follow(tickets.find(other).orElseThrow().number(), hotline.code(other)).getStatus()).as("another ticket").isEqualTo(302);
        assertThat(follow(tickets.find(other).orElseThrow().number(), code).getStatus()).as("the code of one opens no other").isEqualTo(422);
    }

    @Test
    void isNeverGone() throws Exception {
        var declined = hotline.reported(town, Map.of());
        ledger.act(declined.id(), Act.of("decline-to-take").saying("note", "此事正在诉讼中，请等待判决。"), town.as("hotline.registry"));
        opened(declined.id());
        assertThat(page(FORM + "/ticket")).contains("不予受理", "此事正在诉讼中");
        var mistaken = hotline.reported(town, Map.of());
        ledger.act(mistaken.id(), Act.of("void").saying("reason", "重复登记"), town.as("hotline.registry"));
        opened(mistaken.id());
        assertThat(page(FORM + "/ticket")).contains("已作废");
        var master = hotline.working(town, Map.of());
        var second = hotline.reported(town, Map.of("body", "云栖路的污水井又堵了，污水进了院子。"));
        ledger.act(second.id(), Act.of("merge").other(master.id()).saying("reason", "同一处井"), town.as("hotline.registry"));
        opened(second.id());
        assertThat(page(FORM + "/ticket")).contains("合并办理", "正在办理", "污水进了院子").doesNotContain("您补充了");
    }
}
