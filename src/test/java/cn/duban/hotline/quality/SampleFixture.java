package cn.duban.hotline.quality;

import static cn.duban_db.ledger.Tables.MATTER;

import cn.duban.hotline.Intake;
import cn.duban.ledger.Town;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** A sample of the month that has ended, in which two agents took a call each. */
@Component
public class SampleFixture {

    private final Qualities qualities;
    private final Intake intake;
    private final DSLContext sql;

    SampleFixture(Qualities qualities, Intake intake, DSLContext sql) {
        this.qualities = qualities;
        this.intake = intake;
        this.sql = sql;
    }

    /** The page of the ticket that somebody other than {@code hotline.handle} took. */
    public String page(Town town) {
        int tenant = town.city.tenant();
        var last = YearMonth.from(town.today()).minusMonths(1);
        for (var login : List.of("hotline.registry", "hotline.handle")) {
            var taken = intake.take(UUID.randomUUID(), intake.report(tenant, Map.of("kind", "complaint", "channel", "phone", "body", "公交车晚点，等了四十分钟。")), town.as(login));
            sql.update(MATTER).set(MATTER.OPENED_AT, last.atDay(15).atStartOfDay(town.directory().zone()).toInstant()).where(MATTER.TENANT.eq(tenant), MATTER.ID.eq(taken.id().id())).execute();
        }
        qualities.bind(tenant, last, "热线中心");
        qualities.draw(last, 2, "第一期", town.as("hotline.registry"));
        return "/hotline/quality/" + qualities.of(last, tenant).stream().filter(check -> check.agent() == town.as("hotline.registry").person()).findFirst().orElseThrow().id();
    }
}
