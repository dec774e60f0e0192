package cn.duban.hotline.dispatch;

import static cn.duban_db.hotline.Tables.SUGGESTED;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.trueCondition;

import cn.duban.hotline.dispatch.Advice.Shown;
import cn.duban.ledger.MatterId;
import cn.duban.units.Directories;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was suggested beside what was decided, ticket by ticket, and how often the two were the same. */
@Component
public class Hits {

    private static final int MONTHS = 12;
    public static final int PAGE = 50;
    private static final List<String> FILLED = List.of("very_likely", "likely");

    private final DSLContext sql;
    private final Directories directories;
    private final Clock clock;

    Hits(DSLContext sql, Directories directories, Clock clock) {
        this.sql = sql;
        this.directories = directories;
        this.clock = clock;
    }

    /** What is counted: of all that were sent on, those for which something was filled in, and those where that was what the agent chose. */
    public enum What {
        ALL, CATEGORY, CATEGORY_RIGHT, UNIT, UNIT_RIGHT;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        Condition condition() {
            var filled = SUGGESTED.CERTAINTY.in(FILLED);
            return switch (this) {
                case ALL -> trueCondition();
                case CATEGORY -> filled;
                case CATEGORY_RIGHT -> filled.and(SUGGESTED.CATEGORY.eq(SUGGESTED.CHOSEN_CATEGORY));
                case UNIT -> filled.and(SUGGESTED.UNIT.isNotNull());
                case UNIT_RIGHT -> filled.and(SUGGESTED.UNIT.eq(SUGGESTED.CHOSEN_UNIT));
            };
        }
    }

    public record Month(YearMonth month, int all, int category, int categoryRight, int unit, int unitRight) {}

    /** In the transaction in which it was decided. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(MatterId ticket, int entry, Shown shown, String category, int unit) {
        sql.insertInto(SUGGESTED).set(SUGGESTED.TENANT, ticket.tenant()).set(SUGGESTED.MATTER, ticket.id()).set(SUGGESTED.ENTRY, entry).set(SUGGESTED.AT, clock.instant()).set(SUGGESTED.CERTAINTY, shown.certainty())
                .set(SUGGESTED.CATEGORY, shown.category()).set(SUGGESTED.UNIT, shown.unit()).set(SUGGESTED.CHOSEN_CATEGORY, category).set(SUGGESTED.CHOSEN_UNIT, unit).execute();
    }

    /** The months in which anything was sent on, the latest first. */
    public List<Month> months(int tenant) {
        var months = new ArrayList<Month>();
        var zone = directories.of(tenant).zone();
        var now = YearMonth.from(clock.instant().atZone(zone));
        for (int back = 0; back < MONTHS; back++) {
            var month = now.minusMonths(back);
            var counted = sql.select(count(), count().filterWhere(What.CATEGORY.condition()), count().filterWhere(What.CATEGORY_RIGHT.condition()), count().filterWhere(What.UNIT.condition()), count().filterWhere(What.UNIT_RIGHT.condition()))
                    .from(SUGGESTED).where(in(tenant, month)).fetchSingle();
            if (counted.value1() > 0) months.add(new Month(month, counted.value1(), counted.value2(), counted.value3(), counted.value4(), counted.value5()));
        }
        return months;
    }

    /** The tickets behind one number, the latest first, a page and one. @param from after so many */
    public List<UUID> tickets(int tenant, YearMonth month, What what, int from) {
        return sql.select(SUGGESTED.MATTER).from(SUGGESTED).where(in(tenant, month), what.condition()).orderBy(SUGGESTED.AT.desc(), SUGGESTED.MATTER, SUGGESTED.ENTRY).limit(from, PAGE + 1).fetch(SUGGESTED.MATTER);
    }

    private Condition in(int tenant, YearMonth month) {
        var zone = directories.of(tenant).zone();
        return SUGGESTED.TENANT.eq(tenant).and(SUGGESTED.AT.ge(month.atDay(1).atStartOfDay(zone).toInstant())).and(SUGGESTED.AT.lt(month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant()));
    }
}
