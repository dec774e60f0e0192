package cn.duban.hotline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.hotline.dispatch.Advisor;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Pages;
import cn.duban.ledger.Postman;
import cn.duban.ledger.Town;
import cn.duban.ledger.Verifier;
import cn.duban.ledger.type.Phase;
import cn.duban.rating.Level;
import cn.duban.similarity.meaning.EmbeddingFixture;
import cn.duban.units.Directories;
import cn.duban.web.Refused;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Many calls, one problem: joined to one master by an agent, and each caller is told, called back and rates by themselves. */
@DubanTest
class JoinedPagesTest {

    @Autowired MockMvc http;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired Ledger ledger;
    @Autowired EvidenceFiles files;
    @Autowired HotlineFixture hotline;
    @Autowired Tickets tickets;
    @Autowired Joined joined;
    @Autowired Ratings ratings;
    @Autowired Links links;
    @Autowired Advisor advisor;
    @Autowired Verifier verifier;
    @Autowired EmbeddingFixture embeddings;
    @Autowired Postman postman;

    private Town town;
    private Pages pages;
    private MatterId master;
    private MatterId other;

    @BeforeEach
    void twoOfOneTrouble() {
        town = new Town(cities, directories, ledger, files);
        pages = new Pages(http, town);
        hotline.opens(town);
        master = hotline.reported(town, Map.of()).id();
        other = hotline.reported(town, Map.of("body", "云栖路12号门口的污水井堵了，污水漫到马路上三天没人管。", "phone", "13900000000", "name", "何大姐")).id();
    }

    private MockHttpServletResponse citizen(MockHttpServletRequestBuilder request, @Nullable Cookie session) throws Exception {
        return http.perform((session == null ? request : request.cookie(session)).with(csrf())).andReturn().getResponse();
    }

    private Ticket ticket(MatterId id) {
        return tickets.find(id).orElseThrow();
    }

    private void join() throws Exception {
        assertThat(pages.ask(post("/hotline/tickets/" + other + "/join").param("master", "" + master.id()), "hotline.registry").getRedirectedUrl()).isEqualTo("/hotline/tickets/" + master);
        assertThat(ticket(other).phase()).isEqualTo(Phase.MERGED);
    }

    private void answered() {
        ledger.act(master, Act.of("dispatch").role("lead", town.unit("市住建局")).field("category", "市政设施·排水内涝").field("grade", "usual").due(town.today().plusDays(7)), town.as("hotline.registry"));
        ledger.act(master, Act.of("receive"), town.as("housing.registry"));
        ledger.act(master, Act.of("draft").saying("note", "污水井已经疏通。"), town.as("housing.handle1"));
        ledger.act(master, Act.of("reply"), town.as("housing"));
    }

    @Test
    void offersOpenTicketsOnTheSameTroubleWithHowManyPeopleStandBehindThem() throws Exception {
        var elsewhere = hotline.reported(town, Map.of("body", "石桥街路灯一排不亮，晚上走路看不见。", "place", "石桥街", "area", "石桥街道"));
        embeddings.settle(town);
        advisor.learnNow(town.city.tenant());
        assertThat(pages.page("/hotline/tickets/" + other + "/same", "hotline.registry")).contains(ticket(master).number(), "1 人诉求", "同一地点", "很可能").doesNotContain(elsewhere.number());
        assertThat(pages.ask(get("/hotline/tickets/" + other + "/same"), "housing.registry").getStatus()).isEqualTo(403);
        join();
        assertThat(pages.page("/hotline", "hotline.registry")).contains("2 人诉求");
        var typed = post("/hotline/calls/same").header("HX-Request", "true").param("title", "").param("body", "云栖路12号门前污水井又堵了，污水流了一路。").param("place", "云栖路").param("area", "云栖街道");
        assertThat(Pages.text(pages.ask(typed, "hotline.registry"))).contains(ticket(master).number(), "2 人诉求").doesNotContain(ticket(other).number());
        var id = UUID.randomUUID();
        var call = post("/hotline/calls/" + id).param("channel", "phone").param("kind", "complaint").param("body", "云栖路12号门前污水井又堵了，污水流了一路。").param("place", "云栖路").param("area", "云栖街道").param("phone", "13700000000");
        var asked = pages.ask(call, "hotline.registry");
        assertThat(asked.getStatus()).isEqualTo(422);
        assertThat(Pages.text(asked)).contains("2 人诉求", "merge-" + master.id());
        assertThat(pages.ask(call.param("duplicateSeen", "" + master.id()).param("duplicate", "merge-" + master.id()), "hotline.registry").getStatus()).isEqualTo(200);
        assertThat(pages.page("/hotline", "hotline.registry")).contains("3 人诉求");
        assertThat(verifier.breaks(town.city.tenant())).isEmpty();
    }

    @Test
    void countsOneTelephoneOnce() throws Exception {
        var again = hotline.reported(town, Map.of("body", "污水井还没有人来修，请尽快。")).id();
        join();
        ledger.act(again, Act.of("merge").other(master.id()).saying("reason", "同一件事"), town.as("hotline.registry"));
        assertThat(pages.page("/hotline", "hotline.registry")).contains("2 人诉求");
        assertThat(joined.under(master)).containsExactly(other, again);
    }

    @Test
    void tellsEachCallerAndAsksEachOne() throws Exception {
        join();
        assertThat(pages.page("/hotline/tickets/" + other, "hotline.registry")).contains("已并入这一件一起办", ticket(master).number(), "还没有答复");
        assertThat(pages.page("/hotline/tickets/" + master, "hotline.registry")).contains(ticket(other).number());
        answered();
        assertThat(pages.page("/hotline/callbacks", "hotline.handle")).contains(ticket(master).number(), ticket(other).number(), "并案的诉求人待回访");
        assertThat(ratings.callBy(Instant.now(), town.city.tenant()).late()).isFalse();
        assertThat(ratings.callBy(Instant.now().minus(Duration.ofDays(30)), town.city.tenant()).late()).isTrue();
        assertThat(pages.page("/hotline/callbacks", "hotline.handle")).contains("datetime=\"" + ratings.callBy(Instant.now(), town.city.tenant()).day()).doesNotContain("回访超期");
        var call = "/hotline/tickets/" + other + "/joined-call";
        assertThat(pages.page("/hotline/tickets/" + other, "hotline.handle")).contains("污水井已经疏通", "/rating-code");
        assertThat(pages.ask(post(call).param("level", "unreached"), "hotline.handle").getRedirectedUrl()).as("what happened").isEqualTo("/hotline/tickets/" + other);
        pages.ask(post(call).param("level", "given-up").param("words", "没有接"), "hotline.handle");
        assertThat(joined.calls(other)).as("not before several attempts").isEmpty();
        pages.ask(post(call).param("level", "unreached").param("words", "九点没有接"), "hotline.handle");
        assertThat(pages.page("/hotline/callbacks", "hotline.handle")).contains(ticket(other).number());
        pages.ask(post("/hotline/tickets/" + master + "/callback").param("level", "satisfied"), "hotline.handle");
        assertThat(ticket(master).state()).isEqualTo("closed");
        assertThat(pages.page("/hotline/callbacks", "hotline.handle")).as("closed, and the other one still to be asked").contains(ticket(other).number()).doesNotContain(ticket(master).number());
        pages.ask(post(call).param("level", "very-satisfied"), "hotline.handle");
        assertThat(joined.calls(other)).extracting(Joined.Call::said, Joined.Call::level).containsExactly(tuple(Joined.Said.UNREACHED, null), tuple(Joined.Said.RATED, 5));
        assertThat(pages.page("/hotline/callbacks", "hotline.handle")).doesNotContain(ticket(other).number());
        assertThat(pages.page("/matters/" + master, "housing.handle1")).contains("并入的 " + ticket(other).number() + " 的诉求人评价：非常满意");
        assertThat(pages.ask(post(call).param("level", "satisfied"), "hotline.handle").getRedirectedUrl()).as("once").isEqualTo("/hotline/tickets/" + other);
        assertThat(verifier.breaks(town.city.tenant())).isEmpty();
    }

    @Test
    void partsTheTicketOfACallerWhoIsNotSatisfiedAndLetsItGoOn() throws Exception {
        join();
        answered();
        var session = citizen(post("/public/hotline/follow").param("line", "" + town.city.tenant()).param("who", ticket(other).number()).param("code", hotline.code(other)), null).getCookie("SESSION");
        assertThat(Pages.text(citizen(get("/public/hotline/ticket"), session))).contains("污水井已经疏通", "合并办理", "value=\"dissatisfied\"");
        var answer = ticket(master).answer().orElseThrow().no();
        citizen(post("/public/hotline/ticket/addition").param("words", "井盖也破了"), session);
        assertThat(pages.page("/matters/" + master, "housing.handle1")).contains("的诉求人补充：井盖也破了");
        citizen(post("/public/hotline/ticket/rating").param("reply", "" + answer).param("level", "dissatisfied").param("words", "今天又堵了"), session);
        assertThat(ticket(other)).satisfies(t -> assertThat(t.state()).isEqualTo("received")).satisfies(t -> assertThat(t.open()).isTrue()).satisfies(t -> assertThat(t.mergedInto()).isNull());
        assertThat(ticket(master).state()).as("the others are not bothered").isEqualTo("replied");
        assertThat(pages.page("/hotline/tickets/" + other, "hotline.registry")).contains("今天又堵了", "派单");
        assertThat(verifier.breaks(town.city.tenant())).isEmpty();
    }

    @Test
    void isRatedByItsOwnLinkOnce() throws Exception {
        join();
        answered();
        var link = links.rating(other, ticket(master).answer().orElseThrow().no());
        assertThat(http.perform(get(link)).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8)).contains("value=\"satisfied\"");
        assertThat(http.perform(post(link).param("level", "satisfied").with(csrf())).andReturn().getResponse().getStatus()).isEqualTo(200);
        assertThat(http.perform(post(link).param("level", "dissatisfied").with(csrf())).andReturn().getResponse().getStatus()).isEqualTo(422);
        assertThat(ticket(other).phase()).isEqualTo(Phase.MERGED);
    }

    /** Rows behind a number of the board of ratings, as the unit that answered sees them. */
    private int rated(String figure) throws Exception {
        postman.deliver(town.city.tenant());
        return pages.page("/ratings/rows?figure=" + figure + "&month=" + YearMonth.from(town.today()), "housing.registry").split("<th scope=\"row\">12345热线 市政设施", -1).length - 1;
    }

    private String counted(String figure) throws Exception {
        return pages.page("/hotline/figures/rows?figure=" + figure + "&month=" + YearMonth.from(town.today()), "hotline.registry");
    }

    @Test
    void countsWhoeverNeverRatesTheAnswerToTheirMaster() throws Exception {
        join();
        answered();
        assertThat(rated("unrated")).as("two callers were answered and said nothing").isEqualTo(2);
        assertThat(counted("asked")).as("not called yet").doesNotContain(ticket(other).number());
        for (var said : List.of("unreached", "unreached", "given-up")) pages.ask(post("/hotline/tickets/" + other + "/joined-call").param("level", said).param("words", "没有接"), "hotline.handle");
        assertThat(counted("asked")).contains(ticket(other).number());
        assertThat(counted("unrated")).contains(ticket(other).number()).doesNotContain(ticket(master).number());
        assertThat(rated("unrated")).isEqualTo(2);
        var third = hotline.reported(town, Map.of("body", "云栖路污水井又冒水了，路面全湿。", "phone", "13700000000")).id();
        ledger.act(third, Act.of("merge").other(master.id()).saying("reason", "同一件事"), town.as("hotline.registry"));
        assertThat(rated("unrated")).as("joined after the answer").isEqualTo(3);
        pages.ask(post("/hotline/tickets/" + third + "/joined-call").param("level", "satisfied"), "hotline.handle");
        assertThat(counted("satisfied")).contains(ticket(third).number());
        assertThat(counted("unrated")).doesNotContain(ticket(third).number());
        var late = ratings.late(town.city.tenant());
        assertThat(ratings.callBy(late.minusSeconds(1), town.city.tenant()).late()).isTrue();
        assertThat(ratings.callBy(late, town.city.tenant()).late()).isFalse();
    }

    @Test
    void countsTheAnswerToTheMasterAndThatToTheTicketItselfAsTwo() throws Exception {
        join();
        for (int i = 0; i < 6; i++) ledger.act(master, Act.of("comment").saying("note", "现场情况"), town.as("hotline.registry"));
        answered();
        int answer = ticket(master).answer().orElseThrow().no();
        ratings.rate(other, answer, Level.DISSATISFIED, "又堵了", town.as("hotline.handle"));
        assertThat(counted("dissatisfied")).contains(ticket(other).number());
        while (ticket(other).done().getLast().no() < answer - 4) ledger.act(other, Act.of("comment").saying("note", "再看"), town.as("hotline.registry"));
        var under = master;
        master = other;
        answered();
        assertThat(ticket(other).answer().orElseThrow().no()).as("the same entry as in the master").isEqualTo(answer);
        assertThat(counted("dissatisfied")).as("answered anew").doesNotContain(ticket(other).number());
        ratings.rate(other, answer, Level.SATISFIED, "", town.as("hotline.handle"));
        master = under;
        assertThat(rated("bad")).isEqualTo(1);
        assertThat(rated("good")).isEqualTo(1);
    }

    @Test
    void partsAgainByTheDeskWithAReason() throws Exception {
        join();
        pages.ask(post("/hotline/tickets/" + other + "/part").param("words", " "), "hotline.registry");
        assertThat(ticket(other).joined()).isTrue();
        pages.ask(post("/hotline/tickets/" + other + "/part").param("words", "是另一口井"), "hotline.registry");
        assertThat(ticket(other).open()).isTrue();
        assertThat(pages.ask(post("/hotline/tickets/" + other + "/part").param("words", "再拆"), "hotline.registry").getStatus()).isEqualTo(404);
    }

    private void drafted(String note) {
        ledger.act(master, Act.of("dispatch").role("lead", town.unit("市住建局")).field("category", "市政设施·排水内涝").field("grade", "usual").due(town.today().plusDays(7)), town.as("hotline.registry"));
        ledger.act(master, Act.of("receive"), town.as("housing.registry"));
        ledger.act(master, Act.of("draft").saying("note", note), town.as("housing.handle1"));
    }

    private String followed(MatterId id) throws Exception {
        var entered = citizen(post("/public/hotline/follow").param("line", "" + town.city.tenant()).param("who", ticket(id).number()).param("code", hotline.code(id)), null);
        return citizen(get("/public/hotline/ticket"), entered.getCookie("SESSION")).getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void sendsNobodyElsesDataToWhoeverWasJoined() throws Exception {
        join();
        drafted("已同" + HotlineFixture.NAME + "到现场，污水井已经疏通；" + HotlineFixture.NAME + "反映的井盖已更换。");
        var refused = assertThatThrownBy(() -> ledger.act(master, Act.of("reply"), town.as("housing")));
        refused.isInstanceOf(Refused.class).hasMessageContaining("1 joined ticket").hasMessageContaining("the name, telephone or address of a caller");
        assertThat(ticket(master).state()).isEqualTo("drafted");
        var path = "/hotline/tickets/" + master + "/for-joined";
        assertThat(pages.page(path, "housing")).contains("已同〔已隐去〕到现场", "〔已隐去〕反映的井盖", "还没有人核对过");
        assertThat(pages.page("/matters/" + master, "housing")).contains(path);
        assertThat(pages.ask(post(path).param("text", "已同路小 满到现场"), "housing.handle1").getStatus()).as("screened").isEqualTo(422);
        assertThat(pages.ask(post(path).param("text", "已到现场。"), "eco.handle").getStatus()).isEqualTo(404);
        assertThat(pages.ask(post(path).param("text", "已到现场，污水井已经疏通，井盖已更换。"), "housing.handle1").getStatus()).isEqualTo(302);
        ledger.act(master, Act.of("reply"), town.as("housing"));
        assertThat(pages.ask(post(path).param("text", "改口"), "housing.handle1").getStatus()).as("once it is sent it is the desk's").isEqualTo(403);
        assertThat(followed(other)).contains("已到现场，污水井已经疏通，井盖已更换。").doesNotContain(HotlineFixture.NAME, "何大姐");
        assertThat(followed(master)).as("their own").contains("已同" + HotlineFixture.NAME + "到现场");
        assertThat(pages.page("/hotline/tickets/" + other, "hotline.handle")).as("what the agent reads out").contains("已到现场，污水井").doesNotContain("已同" + HotlineFixture.NAME);
        assertThat(pages.page("/matters/" + master, "housing.handle1")).contains("为并案的诉求人核对了答复");
        assertThat(verifier.breaks(town.city.tenant())).isEmpty();
    }

    @Test
    void sendsTheCallerOfTheMasterNothingOfWhoeverIsJoined() throws Exception {
        join();
        drafted("污水井已经疏通；何大姐反映的井盖已更换。");
        assertThat(pages.ask(post("/hotline/tickets/" + master + "/for-joined").param("text", "污水井已经疏通，井盖已更换。"), "housing.handle1").getStatus()).isEqualTo(302);
        assertThatThrownBy(() -> ledger.act(master, Act.of("reply"), town.as("housing"))).as("its own caller reads the draft itself").isInstanceOf(Refused.class).hasMessageContaining("Return the draft");
        ledger.act(master, Act.of("revise").saying("reason", "去掉别人的姓名"), town.as("housing"));
        ledger.act(master, Act.of("draft").saying("note", "污水井已经疏通，井盖已更换。"), town.as("housing.handle1"));
        ledger.act(master, Act.of("reply"), town.as("housing"));
        assertThat(followed(master)).contains("污水井已经疏通，井盖已更换。").doesNotContain("何大姐");
    }

    @Test
    void letsNoUnitTryNamesOnWhoReported() throws Exception {
        drafted("污水井已经疏通。");
        var path = "/hotline/tickets/" + master + "/for-joined";
        for (var name : List.of(HotlineFixture.NAME, "别的人")) assertThat(pages.ask(post(path).param("text", "已同" + name + "到现场"), "housing.handle1").getStatus()).as("nobody is joined").isEqualTo(404);
        assertThat(pages.ask(get(path), "housing.handle1").getStatus()).isEqualTo(404);
        other = hotline.reported(town, Map.of("body", "云栖路12号门口的污水井堵了，污水漫到马路上。", "phone", "13900000000", "name", "何大姐", "confidential", "true")).id();
        join();
        for (var name : List.of("何大姐", "别的人")) assertThat(pages.ask(post(path).param("text", "已同" + name + "到现场"), "housing.handle1").getStatus()).as("who asked to be kept from it").isEqualTo(403);
        assertThat(pages.page(path, "housing.handle1")).contains("污水井已经疏通");
        assertThat(pages.ask(post(path).param("text", "已到现场。"), "hotline.handle").getStatus()).as("the desk writes it").isEqualTo(302);
    }

    @Test
    void hidesItAlsoFromWhoeverIsJoinedLater() throws Exception {
        drafted("已同" + HotlineFixture.NAME + "到现场，污水井已经疏通。");
        ledger.act(master, Act.of("reply"), town.as("housing"));
        join();
        assertThat(followed(other)).contains("已同〔已隐去〕到现场").doesNotContain(HotlineFixture.NAME);
    }

    @Test
    void asksForAnotherWordingWhereItIsAnsweredAtOnce() throws Exception {
        join();
        var at = Act.of("answer-now").field("category", "市政设施·排水内涝").saying("note", "已请" + HotlineFixture.NAME + "留意，污水井昨天疏通。");
        assertThatThrownBy(() -> ledger.act(master, at, town.as("hotline.registry"))).isInstanceOf(Refused.class).hasMessageContaining("Word it without");
        ledger.act(master, at.saying("note", "污水井昨天已经疏通。"), town.as("hotline.registry"));
        assertThat(followed(other)).contains("污水井昨天已经疏通");
    }

    @Test
    void leavesAnAnswerWithoutAnybodysDataAsItIs() throws Exception {
        join();
        answered();
        assertThat(followed(other)).contains("污水井已经疏通。").doesNotContain("已隐去");
        assertThat(pages.page("/hotline/tickets/" + master + "/for-joined", "housing.handle1")).contains("和诉求人本人读到的一样");
    }
}
