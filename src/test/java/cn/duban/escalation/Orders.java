package cn.duban.escalation;

import static cn.duban_db.escalation.Tables.DOCUMENT;

import cn.duban.escalation.Ladder.Scope;
import cn.duban.escalation.Powers.Deed;
import cn.duban.escalation.Step.Colour;
import cn.duban.escalation.Step.From;
import cn.duban.escalation.Step.Whom;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Town;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Supervision orders with points, for tests of rooms that reckon with them. */
@Component
public class Orders {

    private final Ladders ladders;
    private final Firing firing;
    private final Handling handling;
    private final DSLContext sql;

    Orders(Ladders ladders, Firing firing, Handling handling, DSLContext sql) {
        this.ladders = ladders;
        this.firing = firing;
        this.handling = handling;
        this.sql = sql;
    }

    /** An order to the bureau of ecology on its measure, signed by the head of the supervision office, as though on a day gone by. */
    public UUID issued(Town town, MatterId measure, String points, LocalDate on) {
        var tenant = town.city.tenant();
        var step = new Step(1, Kind.ORDER, Colour.YELLOW, From.END, 5, true, null, Whom.UNIT, 3, new BigDecimal(points), "督办办法第九条", true, "", "");
        ladders.begin(tenant, town.today());
        ladders.publish(new Ladder(0, "不督办", Scope.ALL, town.today(), false, "30d", "30d", List.of(), "试验", ""), town.as("inspect"), Instant.now());
        ladders.publish(new Ladder(0, "试验阶梯", new Scope("rectification", "rectification-measure", "rectify"), town.today(), false, "30d", "10wd", List.of(step), "试验", ""), town.as("inspect"), Instant.now());
        firing.fire(tenant, town.today().plusDays(90).atTime(10, 0).atZone(town.directory().zone()).toInstant());
        var id = sql.select(DOCUMENT.ID).from(DOCUMENT).where(DOCUMENT.TENANT.eq(tenant), DOCUMENT.MATTER.eq(measure.id())).fetchSingle().value1();
        take(Deed.ISSUE, "", id, town, "inspect");
        sql.update(DOCUMENT).set(DOCUMENT.ISSUED_ON, on).where(DOCUMENT.TENANT.eq(tenant), DOCUMENT.ID.eq(id)).execute();
        return id;
    }

    public void upheld(Town town, UUID order) {
        take(Deed.APPEAL, "设计变更由市里批准，期限应当顺延", order, town, "eco.handle");
        take(Deed.UPHOLD, "批文属实", order, town, "inspect1");
    }

    private void take(Deed deed, String text, UUID order, Town town, String login) {
        handling.take(order, Handling.Given.of(deed, text), town.as(login));
    }
}
