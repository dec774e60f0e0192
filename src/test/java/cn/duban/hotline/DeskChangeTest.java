package cn.duban.hotline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Pages;
import cn.duban.ledger.Town;
import cn.duban.ledger.Verifier;
import cn.duban.units.Directories;
import cn.duban.web.Refused;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Another unit answers the line: whatever the old one owed is the new one's from that day on, and nobody's at no moment. */
@DubanTest
class DeskChangeTest {

    @Autowired MockMvc http;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired Ledger ledger;
    @Autowired EvidenceFiles files;
    @Autowired HotlineFixture hotline;
    @Autowired Tickets tickets;
    @Autowired DeskChange desks;
    @Autowired Joined joined;
    @Autowired Verifier verifier;
    @Autowired DSLContext sql;

    private Town town;
    private Pages pages;

    @BeforeEach
    void aCityOfItsOwn() {
        town = new Town(cities, directories, ledger, files);
        pages = new Pages(http, town);
        hotline.opens(town);
    }

    private int inspectors() {
        return town.unit("市政府督查室");
    }

    private MatterId closed() {
        var id = hotline.replied(town, Map.of());
        ledger.act(id, Act.of("satisfied").field("pleased", "satisfied"), town.as("hotline.registry"));
        return id;
    }

    @Test
    void handsWhatIsOpenToTheNewDeskInTheActThatNamesIt() throws Exception {
        var waiting = hotline.reported(town, Map.of()).id();
        var answered = hotline.replied(town, Map.of());
        var under = hotline.reported(town, Map.of("phone", "13900000001")).id();
        ledger.act(under, Act.of("merge").other(answered.id()).saying("reason", "同一件事"), town.as("hotline.registry"));
        assertThat(pages.ask(post("/hotline/settings").param("unit", "" + inspectors()).param("since", "" + town.today()), "admin").getStatus()).isEqualTo(302);
        for (var id : List.of(waiting, answered, under)) assertThat(tickets.supervisor(id)).contains(inspectors());
        assertThat(pages.page("/hotline", "inspect1")).contains(tickets.find(waiting).orElseThrow().number());
        assertThat(pages.page("/matters/" + waiting, "inspect1")).contains("移交", "热线由" + town.directory().unitName(inspectors()) + "接听，工单随之承接");
        assertThat(joined.toBeCalled(town.as("inspect1")).stream().map(Joined.Owed::ticket)).as("whoever was joined is still owed a call").contains(under.id());
        assertThat(pages.ask(post("/hotline/tickets/" + answered + "/callback").param("level", "satisfied"), "inspect1").getStatus()).isEqualTo(302);
        assertThat(tickets.find(answered).orElseThrow().state()).isEqualTo("closed");
        assertThatThrownBy(() -> ledger.act(waiting, Act.of("decline-to-take").saying("note", "不归本市管"), town.as("hotline.registry"))).as("the old desk acts no longer").isInstanceOf(Refused.class);
        assertThat(verifier.breaks(town.city.tenant())).isEmpty();
    }

    @Test
    void takesWhatIsClosedAlongSoThatItIsRaisedAgainThere() throws Exception {
        var id = closed();
        desks.set(inspectors(), town.today(), town.as("admin"));
        assertThat(desks.follow(town.city.tenant())).isEqualTo(1);
        assertThat(desks.follow(town.city.tenant())).as("once").isZero();
        ledger.act(id, Act.of("redo").saying("reason", "又堵了"), town.as("inspect1"));
        assertThat(pages.page("/hotline", "inspect1")).contains(tickets.find(id).orElseThrow().number());
        assertThat(verifier.breaks(town.city.tenant())).isEmpty();
    }

    @Test
    void waitsForTheDayThatWasEntered() throws Exception {
        var id = hotline.reported(town, Map.of()).id();
        assertThat(pages.ask(post("/hotline/settings").param("unit", "" + inspectors()).param("since", "" + town.today().minusDays(1)), "admin").getStatus()).as("what was, was").isEqualTo(422);
        assertThat(pages.ask(post("/hotline/settings").param("unit", "" + inspectors()).param("since", "明天"), "admin").getStatus()).isEqualTo(422);
        assertThat(pages.ask(post("/hotline/settings").param("unit", "" + inspectors()).param("since", "" + town.today().plusDays(1)), "admin").getStatus()).isEqualTo(302);
        assertThat(pages.page("/hotline/settings", "admin")).contains("起：" + town.directory().unitName(inspectors()));
        desks.follow(town.city.tenant());
        assertThat(tickets.supervisor(id)).contains(town.unit("12345热线中心"));
        sql.execute("update hotline.desk set since = since - 1 where tenant = ? and unit <> ?", town.city.tenant(), inspectors());
        sql.execute("update hotline.desk set since = since - 1 where tenant = ? and unit = ?", town.city.tenant(), inspectors());
        desks.follow(town.city.tenant());
        assertThat(tickets.supervisor(id)).as("that day has come").contains(inspectors());
        sql.execute("update hotline.desk set since = since - 2 where tenant = ?", town.city.tenant());
        desks.follow(town.city.tenant());
        assertThat(sql.fetchSingle("select count(*) from hotline.desk where tenant = ? and followed_at is null", town.city.tenant()).get(0, Integer.class)).as("looked at until nothing is left to follow").isZero();
    }
}
