package cn.duban.hotline.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import cn.duban.DubanTest;
import cn.duban.hotline.HotlineFixture;
import cn.duban.hotline.Ticket;
import cn.duban.hotline.Tickets;
import cn.duban.hotline.channel.Hooks.Hook;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Personal;
import cn.duban.ledger.Postman;
import cn.duban.ledger.Town;
import cn.duban.ledger.Verifier;
import cn.duban.web.SignedIn;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What a caller writes about a ticket stays with it, also once it was joined to another or closed; once, however often it is brought. */
@DubanTest
class FurtherTextsTest {

    private static final String PHONE = "13911113333";

    @Autowired MockMvc http;
    @Autowired Town towns;
    @Autowired Ledger ledger;
    @Autowired HotlineFixture hotline;
    @Autowired Tickets tickets;
    @Autowired Personal personal;
    @Autowired Knocks knocks;
    @Autowired Postman postman;
    @Autowired Verifier verifier;
    @Autowired DSLContext sql;

    private Town town;
    private int tenant;
    private Hook sms;

    @BeforeEach
    void aDoorForTexts() {
        town = towns.another();
        tenant = town.city.tenant();
        hotline.opens(town);
        sms = knocks.hook(town, "sms", "");
    }

    private Ticket ticket(MatterId id) {
        return tickets.find(id).orElseThrow();
    }

    private long lines(MatterId id, String words) {
        return ticket(id).done().stream().filter(done -> done.note() != null && done.note().contains(words)).count();
    }

    private MatterId closed() {
        var id = hotline.reported(town, Map.of("phone", PHONE)).id();
        ledger.act(id, Act.of("answer-now").field("category", "市政设施·排水内涝").saying("note", "已转告养护单位。"), town.as("hotline.registry"));
        return id;
    }

    @Test
    void keepsWhatComesAfterTheEndWithTheTicketAndTellsTheDesk() throws Exception {
        var id = closed();
        var text = ticket(id).number() + " 今天又堵了";
        assertThat(knocks.text(sms, "1", PHONE, text)).isEqualTo("addition");
        assertThat(knocks.text(sms, "1", PHONE, text)).as("brought again").isEqualTo("addition");
        assertThat(personal.found(tenant, Personal.Kind.PHONE, PHONE, 9)).as("no new ticket").hasSize(1);
        assertThat(lines(id, "今天又堵了")).isEqualTo(1);
        assertThat(ticket(id).state()).as("it moves nothing by itself").isEqualTo("closed");
        postman.deliver(tenant);
        assertThat(http.perform(get("/notices").with(SignedIn.as(town.as("hotline.registry")))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8)).contains(ticket(id).title());
        assertThat(verifier.breaks(tenant)).isEmpty();
    }

    @Test
    void addsWhatCallersOfJoinedTicketsWriteAtTheMasterOnce() throws Exception {
        var master = hotline.reported(town, Map.of()).id();
        var own = hotline.reported(town, Map.of("phone", PHONE)).id();
        ledger.act(own, Act.of("merge").other(master.id()).saying("reason", "同一件事"), town.as("hotline.registry"));
        var text = ticket(own).number() + " 水漫到楼道里了";
        for (int i = 0; i < 2; i++) assertThat(knocks.text(sms, "2", PHONE, text)).isEqualTo("addition");
        // long after, when nobody knows its number any more
        assertThat(sql.execute("delete from hotline.arrival where tenant = ? and became = 'addition'", tenant)).isOne();
        assertThat(knocks.text(sms, "2", PHONE, text)).isEqualTo("addition");
        assertThat(lines(master, ticket(own).number() + " 的诉求人补充：水漫到楼道里了")).isEqualTo(1);
        assertThat(personal.found(tenant, Personal.Kind.PHONE, PHONE, 9)).hasSize(1);
    }

    @Test
    void takesWhatIsSaidOfATicketThatWasEnteredByMistakeAsANewOne() throws Exception {
        var id = hotline.reported(town, Map.of("phone", PHONE)).id();
        ledger.act(id, Act.of("void").saying("reason", "测试件"), town.as("hotline.registry"));
        assertThat(knocks.text(sms, "3", PHONE, ticket(id).number() + " 真的堵了三天")).isEqualTo("ticket");
    }
}
