package cn.duban.hotline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Pages;
import cn.duban.ledger.Personal;
import cn.duban.ledger.Town;
import cn.duban.ledger.Verifier;
import cn.duban.units.Directories;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The desk's pages: a call becomes a ticket, goes to a unit, and its caller is called back; who called stays with those to whom it is owed. */
@DubanTest
class HotlinePagesTest {

    @Autowired MockMvc http;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired Ledger ledger;
    @Autowired EvidenceFiles files;
    @Autowired HotlineFixture hotline;
    @Autowired Tickets tickets;
    @Autowired Personal personal;
    @Autowired Catalogue catalogue;
    @Autowired Verifier verifier;

    private Town town;
    private Pages pages;

    @BeforeEach
    void aCityOfItsOwn() {
        town = new Town(cities, directories, ledger, files);
        pages = new Pages(http, town);
        hotline.opens(town);
    }

    private MockHttpServletRequestBuilder call(UUID id) {
        return post("/hotline/calls/" + id).param("channel", "phone").param("kind", "complaint").param("title", "").param("phone", "138 1234 5678").param("name", HotlineFixture.NAME).param("address", "云栖路七号三单元")
                .param("place", "云栖路").param("area", "云栖街道").param("category", "市政设施·排水内涝");
    }

    @Test
    void takesACallWithNumberAndCodeOnceAndGivesBackWhatWasTyped() throws Exception {
        var id = UUID.randomUUID();
        assertThat(pages.ask(get("/hotline/calls/" + id), "housing.registry").getStatus()).as("not the desk").isEqualTo(403);
        assertThat(pages.page("/hotline/calls/" + id, "hotline.registry")).contains("接听登记", "市政设施", "云栖街道");
        var empty = pages.ask(call(id).param("body", ""), "hotline.registry");
        assertThat(empty.getStatus()).isEqualTo(422);
        assertThat(Pages.text(empty)).contains("请写清楚是什么事。", "138 1234 5678", "云栖路七号三单元");
        assertThat(pages.page("/hotline", "hotline.registry")).as("kept, since it was refused").contains("/hotline/calls/" + id);
        assertThat(pages.page("/hotline/calls/" + id, "hotline.registry")).contains("138 1234 5678");
        assertThat(pages.page("/hotline/calls/" + id, "hotline.handle")).as("another agent's draft").doesNotContain("1234 5678");
        var taken = pages.ask(call(id).param("body", "门前污水井堵了三天。请派人来看。"), "hotline.registry");
        assertThat(taken.getStatus()).isEqualTo(200);
        var ticket = new MatterId(town.city.tenant(), id);
        assertThat(tickets.find(ticket).orElseThrow()).satisfies(t -> assertThat(t.title()).isEqualTo("门前污水井堵了三天")).satisfies(t -> assertThat(Pages.text(taken)).contains(t.number()));
        assertThat(Pages.text(taken)).containsPattern(">[2-9A-HJ-NP-Z]{8}<").doesNotContain("1234 5678");
        assertThat(pages.page("/hotline", "hotline.registry")).contains("门前污水井堵了三天").doesNotContain("/hotline/calls/" + id);
        assertThat(personal.of(ticket)).containsEntry(Personal.Kind.PHONE, "138 1234 5678").containsEntry(Personal.Kind.ADDRESS, "云栖路七号三单元");
        assertThat(pages.ask(call(id).param("body", "门前污水井堵了三天。请派人来看。"), "hotline.registry").getStatus()).as("sent again").isEqualTo(200);
        assertThat(pages.page("/hotline", "hotline.registry").split("门前污水井堵了三天", -1)).hasSize(2);
        assertThat(verifier.breaks(town.city.tenant())).isEmpty();
    }

    @Test
    void masksNumbersInTextsWhereThatIsWanted() throws Exception {
        var id = UUID.randomUUID();
        var body = "请打１３９１２３４５６７８或者13912345678找我，污水井堵了。";
        var refused = pages.ask(call(id).param("body", body), "hotline.registry");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(Pages.text(refused)).contains("139********或者139********", "name=\"mask\" value=\"true\" checked");
        assertThat(pages.ask(call(id).param("body", body).param("mask", "true"), "hotline.registry").getStatus()).isEqualTo(200);
        assertThat(tickets.find(new MatterId(town.city.tenant(), id)).orElseThrow().body()).isEqualTo("请打139********或者139********找我，污水井堵了。");
    }

    @Test
    void keepsADraftAtEveryPauseAndShowsEarlierTicketsOfTheTelephone() throws Exception {
        var id = UUID.randomUUID();
        assertThat(Pages.text(pages.ask(post("/hotline/calls/" + id + "/draft").header("HX-Request", "true").param("phone", HotlineFixture.PHONE).param("body", "刚说到一半"), "hotline.registry"))).contains("已暂存");
        assertThat(pages.page("/hotline/calls/" + id, "hotline.registry")).contains("刚说到一半", HotlineFixture.PHONE);
        hotline.reported(town, Map.of());
        var earlier = Pages.text(pages.ask(post("/hotline/calls/earlier").header("HX-Request", "true").param("phone", "+86 138-1234-5678"), "hotline.registry"));
        assertThat(earlier).contains("反映过 1 件", "污水井堵了三天");
        assertThat(Pages.text(pages.ask(post("/hotline/calls/earlier").header("HX-Request", "true").param("phone", "13900000000"), "hotline.registry"))).contains("没有反映过");
        assertThat(pages.ask(post("/hotline/calls/earlier").param("phone", HotlineFixture.PHONE), "housing.registry").getStatus()).isEqualTo(403);
        pages.ask(post("/hotline/calls/" + id + "/leaving"), "hotline.registry");
        assertThat(pages.page("/hotline/calls/" + id, "hotline.registry")).doesNotContain("刚说到一半");
    }

    @Test
    void keepsNothingOfWhoeverWantsToStayUnknown() throws Exception {
        var id = UUID.randomUUID();
        assertThat(pages.ask(call(id).param("body", "门前污水井堵了三天。").param("anonymous", "true"), "hotline.registry").getStatus()).isEqualTo(200);
        assertThat(personal.of(new MatterId(town.city.tenant(), id))).isEmpty();
    }
}
