package cn.duban.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.DubanTest;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.Postman;
import cn.duban.ledger.Town;
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
        assertThat(sql.fetchCount(sql.selectOne().from("rating.service").where("tenant = ? and matter = ?", id.tenant(), id.id()))).isEqualTo(2);
    }
}
