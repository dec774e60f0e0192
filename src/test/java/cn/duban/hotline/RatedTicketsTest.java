package cn.duban.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.DubanTest;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Postman;
import cn.duban.ledger.Town;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Each reply is a service, whenever it is heard of. */
@DubanTest
class RatedTicketsTest {

    @Autowired Town towns;
    @Autowired Ledger ledger;
    @Autowired HotlineFixture hotline;
    @Autowired Postman postman;
    @Autowired DSLContext sql;
    @Autowired PlatformTransactionManager transactions;

    @Test
    void countsEachOfTwoRepliesThatAreHeardOfTogether() {
        var town = towns.another();
        hotline.opens(town);
        var id = hotline.working(town, Map.of());
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            ledger.act(id, Act.of("draft").saying("note", "污水井已经疏通。"), town.as("housing.handle1"));
            ledger.act(id, Act.of("reply"), town.as("housing"));
            ledger.act(id, Act.of("dissatisfied").field("displeased", "dissatisfied").saying("reason", "又堵了").due(town.today().plusDays(3)), town.as("hotline.handle"));
            ledger.act(id, Act.of("draft").saying("note", "已更换管道。"), town.as("housing.handle1"));
            ledger.act(id, Act.of("reply"), town.as("housing"));
        });
        postman.deliver(town.city.tenant());
        assertThat(levels(id)).containsExactly(2, null);
    }

    @Test
    void keepsWhatWasSaidOfEachAnswerHoweverLateItIsHeard() {
        var town = towns.another();
        hotline.opens(town);
        var id = hotline.reported(town, Map.of()).id();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            ledger.act(id, Act.of("answer-now").field("category", "市政设施·排水内涝").saying("note", "已转告养护单位。"), town.as("hotline.registry"));
            ledger.act(id, Act.of("rate").field("pleased", "basically"), town.as("hotline.handle"));
            ledger.act(id, Act.of("redo").saying("reason", "还是堵"), town.as("hotline.handle"));
            ledger.act(id, Act.of("dispatch-again").role("lead", town.unit("市住建局")).due(town.today().plusDays(3)).saying("reason", "还是堵"), town.as("hotline.handle"));
            ledger.act(id, Act.of("draft").saying("note", "污水井已经疏通。"), town.as("housing.handle1"));
            ledger.act(id, Act.of("reply"), town.as("housing"));
            ledger.act(id, Act.of("dissatisfied").field("displeased", "very").saying("reason", "又堵了").due(town.today().plusDays(3)), town.as("hotline.handle"));
            ledger.act(id, Act.of("draft").saying("note", "已更换管道。"), town.as("housing.handle1"));
            ledger.act(id, Act.of("reply"), town.as("housing"));
            ledger.act(id, Act.of("satisfied").field("pleased", "very"), town.as("hotline.handle"));
        });
        postman.deliver(town.city.tenant());
        assertThat(levels(id)).as("what was answered at once, then each reply").containsExactly(3, 1, 5);
        var units = sql.fetch("select s.unit from rating.service s where s.tenant = ? and s.matter = ? order by s.round", id.tenant(), id.id()).getValues(0, Integer.class);
        assertThat(units).as("whoever answered").containsExactly(town.unit("12345热线中心"), town.unit("市住建局"), town.unit("市住建局"));
    }

    /** Of each service of a ticket what was said of it, the first one first. */
    private List<Integer> levels(MatterId id) {
        return sql.fetch("select g.level::int from rating.service s left join rating.given g on g.tenant = s.tenant and g.service = s.id where s.tenant = ? and s.matter = ? order by s.round", id.tenant(), id.id()).getValues(0, Integer.class);
    }
}
