package cn.duban.hotline.trouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.hotline.HotlineFixture;
import cn.duban.hotline.Tickets;
import cn.duban.hotline.dispatch.Advisor;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Pages;
import cn.duban.ledger.Town;
import cn.duban.ledger.Verifier;
import cn.duban.similarity.meaning.EmbeddingFixture;
import cn.duban.units.Directories;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Early warning at the desk: groups of open tickets, topics that rise, and what a rule puts under supervision, once and with the reason. */
@DubanTest
class ClustersPagesTest {

    private static final List<String> WELL = List.of("云栖路12号门前污水井堵了三天，污水流到路上。", "云栖路12号门口的污水井堵了，污水漫到马路上没人管。", "云栖路十二号前面污水井冒水，路上都是污水。", "污水井又冒了，云栖路12号这里没法走。", "云栖路12号污水井一直堵着，臭水流了一路。");

    @Autowired MockMvc http;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired Ledger ledger;
    @Autowired EvidenceFiles files;
    @Autowired HotlineFixture hotline;
    @Autowired Tickets tickets;
    @Autowired Groups groups;
    @Autowired Driving driving;
    @Autowired Advisor advisor;
    @Autowired Clock clock;
    @Autowired Verifier verifier;
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

    private List<MatterId> wells() {
        var ids = new ArrayList<MatterId>();
        for (int i = 0; i < WELL.size(); i++) ids.add(hotline.reported(town, Map.of("body", WELL.get(i), "phone", "1390000000" + i)).id());
        return ids;
    }

    private int drive(Duration later) {
        return driving.drive(town.city.tenant(), clock.instant().plus(later));
    }

    @Test
    void showsWhatRisesAndLeadsToItsTickets() throws Exception {
        assertThat(page("/hotline/clusters")).contains("还在整理").doesNotContain("/hotline/clusters/tickets?");
        wells();
        var page = page("/hotline/clusters");
        assertThat(page).contains("市政设施·排水内涝", ">5</a>");
        var href = page.replaceAll("(?s).*href=\"(/hotline/clusters/tickets\\?[^\"]*)\">5</a>.*", "$1").replace("&amp;", "&");
        assertThat(page(href)).contains("共 5 件", "污水井又冒了");
        assertThat(pages.ask(get("/hotline/clusters"), "housing.registry").getStatus()).isEqualTo(403);
        assertThat(pages.ask(get("/hotline/clusters/tickets?from=x"), "hotline.registry").getStatus()).isEqualTo(404);
    }

    @Test
    void leadsToAllOfThemPageByPage() throws Exception {
        for (int i = 0; i < 54; i++) hotline.reported(town, Map.of("body", "石桥街第 " + i + " 盏路灯不亮。", "area", "石桥街道", "category", "市政设施·路灯", "phone", ""));
        var first = page("/hotline/clusters/tickets?category=%E5%B8%82%E6%94%BF%E8%AE%BE%E6%96%BD%C2%B7%E8%B7%AF%E7%81%AF&area=%E7%9F%B3%E6%A1%A5%E8%A1%97%E9%81%93&from=" + town.today() + "&until=" + town.today());
        assertThat(first).contains("共 54 件");
        var next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(first);
        assertThat(next.find()).isTrue();
        var second = page(next.group(1).replace("&amp;", "&"));
        assertThat(second).contains("共 54 件").doesNotContain("rel=\"next\"");
        var lamps = new ArrayList<String>();
        for (var page : List.of(first, second)) Pattern.compile(">石桥街第 \\d+ 盏路灯不亮</a>").matcher(page).results().forEach(found -> lamps.add(found.group()));
        assertThat(lamps).as("each once").hasSize(54).doesNotHaveDuplicates();
    }

    @Test
    void putsOpenTicketsOfOneTroubleTogetherAndJoinsTheChosenOnes() throws Exception {
        var ids = wells();
        var lights = hotline.reported(town, Map.of("body", "石桥街路灯一排不亮，晚上走路看不见。", "place", "石桥街", "area", "石桥街道", "category", "市政设施·路灯"));
        advisor.learnNow(town.city.tenant());
        var picture = groups.renew(town.city.tenant());
        assertThat(picture.groups()).hasSize(1).first().asInstanceOf(LIST).hasSizeGreaterThanOrEqualTo(4).doesNotContain(lights.id().id());
        assertThat(page("/hotline/clusters")).contains(picture.groups().getFirst().size() + " 件，" + picture.groups().getFirst().size() + " 人诉求", "由它接着办");
        assertThat(pages.ask(post("/hotline/clusters/join"), "hotline.registry").getRedirectedUrl()).isEqualTo("/hotline/clusters");
        pages.ask(post("/hotline/clusters/join").param("master", "" + ids.getFirst().id()).param("ticket", "" + ids.get(1).id(), "" + ids.get(2).id()), "hotline.registry");
        assertThat(tickets.find(ids.get(1)).orElseThrow().mergedInto()).isEqualTo(ids.getFirst().id());
        assertThat(tickets.find(ids.get(2)).orElseThrow().mergedInto()).isEqualTo(ids.getFirst().id());
        assertThat(page("/hotline/clusters")).as("joined ones are gone from the group").doesNotContain(tickets.find(ids.get(1)).orElseThrow().number());
        assertThat(verifier.breaks(town.city.tenant())).isEmpty();
    }

    @Test
    void opensAMatterOfSupervisionOnceForWhatIsLongUnsolved() throws Exception {
        var id = hotline.dispatched(town, Map.of());
        assertThat(drive(Duration.ofDays(59))).isZero();
        assertThat(drive(Duration.ofDays(61))).isOne();
        assertThat(drive(Duration.ofDays(62))).as("once").isZero();
        assertThat(page("/hotline/clusters")).contains("督办：云栖路十二号门前污水井堵了三天", "超过 60 天仍未办结");
        assertThat(page("/matters/" + id)).as("it hangs with the ticket").contains("热线督办");
        assertThat(verifier.breaks(town.city.tenant())).isEmpty();
    }

    @Test
    void opensOneForWhatManyPeopleWaitForAndForRepeatedDissatisfaction() {
        var ids = new ArrayList<MatterId>();
        for (int i = 0; i < 10; i++) ids.add(hotline.reported(town, Map.of("phone", "1380000000" + i)).id());
        for (var id : ids.subList(1, 10)) ledger.act(id, Act.of("merge").other(ids.getFirst().id()).saying("reason", "同一件事"), town.as("hotline.registry"));
        assertThat(drive(Duration.ofDays(14))).isZero();
        assertThat(drive(Duration.ofDays(16))).isOne();
        var id = hotline.replied(town, Map.of("phone", "13711111111"));
        for (int i = 0; i < 3; i++) {
            ledger.act(id, Act.of("dissatisfied").field("displeased", "dissatisfied").saying("reason", "没有修好").due(town.today().plusDays(3)), town.as("hotline.registry"));
            if (i == 2) break;
            ledger.act(id, Act.of("draft").saying("note", "井盖又换了一次，编号 " + i), town.as("housing.handle1"));
            ledger.act(id, Act.of("reply"), town.as("housing"));
        }
        assertThat(drive(Duration.ofDays(1))).isOne();
        assertThat(drive(Duration.ofDays(1))).isZero();
    }

    @Test
    void opensOneWhereTheSameTroubleComesAgainSoonAfterItWasClosed() throws Exception {
        var closed = hotline.replied(town, Map.of());
        ledger.act(closed, Act.of("satisfied").field("pleased", "satisfied"), town.as("hotline.registry"));
        hotline.reported(town, Map.of("body", WELL.get(1), "phone", "13900000009"));
        hotline.reported(town, Map.of("body", WELL.get(2), "phone", "13900000008"));
        hotline.reported(town, Map.of("body", "石桥街路灯一排不亮，晚上走路看不见。", "place", "石桥街", "area", "石桥街道"));
        embeddings.settle(town);
        advisor.learnNow(town.city.tenant());
        assertThat(drive(Duration.ZERO)).as("once for the one that was closed").isOne();
        assertThat(drive(Duration.ZERO)).isZero();
        assertThat(page("/hotline/clusters")).contains(tickets.find(closed).orElseThrow().number() + " 办结不到 30 天，同一件事又有人反映");
    }
}
