package cn.duban.hotline.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.hotline.HotlineFixture;
import cn.duban.hotline.Tickets;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Pages;
import cn.duban.ledger.Refusal;
import cn.duban.ledger.Town;
import cn.duban.units.Directories;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** A reply against which something stands is drafted and approved only with a reason, and that stays in the timeline. */
@DubanTest
class ReplyPagesTest {

    private static final String PROMISE = "您好，我局高度重视，将尽快安排人员处理。";

    @Autowired MockMvc http;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired Ledger ledger;
    @Autowired EvidenceFiles files;
    @Autowired HotlineFixture hotline;
    @Autowired Tickets tickets;

    private Town town;
    private Pages pages;

    @BeforeEach
    void aCityOfItsOwn() {
        town = new Town(cities, directories, ledger, files);
        pages = new Pages(http, town);
        hotline.opens(town);
    }

    private String state(MatterId id) {
        return tickets.find(id).orElseThrow().state();
    }

    @Test
    void asksWhoeverDraftsAndWhoeverApprovesForAReason() throws Exception {
        var id = hotline.working(town, Map.of());
        var draft = "/matters/" + id + "/actions/draft";
        var refused = pages.ask(post(draft).param("note", PROMISE), "housing.handle1");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(Pages.text(refused)).contains("只有打算（“将”）", "写明理由再提交", "name=\"reason\"", PROMISE);
        assertThat(state(id)).isEqualTo("working");
        assertThat(pages.ask(post(draft).param("note", PROMISE).param("reason", "配件三天后到货，先告知诉求人"), "housing.handle1").getStatus()).isEqualTo(302);
        assertThat(state(id)).isEqualTo("drafted");
        assertThat(pages.page("/matters/" + id, "housing")).contains("答复检查", "/hotline/tickets/" + id + "/reply-check");
        assertThat(pages.page("/hotline/tickets/" + id + "/reply-check", "housing")).contains("只有打算", "拟写人写明的理由：配件三天后到货");
        assertThat(pages.ask(get("/hotline/tickets/" + id + "/reply-check"), "eco.handle").getStatus()).isEqualTo(404);
        var reply = "/matters/" + id + "/actions/reply";
        assertThat(Pages.text(pages.ask(post(reply), "housing"))).contains("请退回修改", "name=\"reason\"");
        assertThat(state(id)).isEqualTo("drafted");
        assertThat(pages.ask(post(reply).param("reason", "已与诉求人说明"), "housing").getStatus()).isEqualTo(302);
        assertThat(state(id)).isEqualTo("replied");
        assertThat(tickets.find(id).orElseThrow().last("reply").orElseThrow().reason()).isEqualTo("已与诉求人说明");
        assertThat(tickets.find(id).orElseThrow().reply().orElseThrow().text()).isEqualTo(PROMISE);
    }

    @Test
    void holdsForEveryWayInAndNamesTheReplyThatIsCopied() {
        var first = hotline.working(town, Map.of());
        var text = "您好，经核实，该处污水井堵塞系杂物所致，工作人员已清理完毕并恢复排水。";
        ledger.act(first, Act.of("draft").saying("note", text), town.as("housing.handle1"));
        var second = hotline.working(town, Map.of("place", "石桥街"));
        assertThatThrownBy(() -> ledger.act(second, Act.of("draft").saying("note", text), town.as("housing.handle1"))).isInstanceOf(Refusal.Refused.class).hasMessageContaining(tickets.find(first).orElseThrow().number());
        ledger.act(second, Act.of("draft").saying("note", text + "复查时间为3月12日。"), town.as("housing.handle1"));
        assertThat(state(second)).as("says something of its own").isEqualTo("drafted");
        ledger.act(second, Act.of("revise").saying("reason", "写清楚"), town.as("housing"));
        ledger.act(second, Act.of("draft").saying("note", text + "复查时间为3月12日。"), town.as("housing.handle1"));
        assertThat(state(second)).as("its own earlier draft is no copy").isEqualTo("drafted");
    }
}
