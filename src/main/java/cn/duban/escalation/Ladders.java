package cn.duban.escalation;

import static cn.duban_db.escalation.Tables.LADDER;
import static cn.duban_db.escalation.Tables.REGIME;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import cn.duban.escalation.Ladder.Scope;
import cn.duban.units.Directory;
import cn.duban.web.Viewer;
import cn.duban.workdays.Calendars;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The ladders of each government, the product's own among them; what was published is never changed. */
@Component
class Ladders {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Step>> STEPS = new TypeReference<>() {};

    private final DSLContext sql;
    private final Calendars calendars;

    Ladders(DSLContext sql, Calendars calendars) {
        this.sql = sql;
        this.calendars = calendars;
    }

    /** The day on which the room began to judge breaches of this government; today where it begins only now. */
    LocalDate began(int tenant, LocalDate today) {
        return sql.select(REGIME.SINCE).from(REGIME).where(REGIME.TENANT.eq(tenant)).fetchOptional(REGIME.SINCE).orElse(today);
    }

    /** It begins with the first look. */
    void begin(int tenant, LocalDate today) {
        sql.insertInto(REGIME).set(REGIME.TENANT, tenant).set(REGIME.SINCE, today).onConflictDoNothing().execute();
    }

    Regime regime(Directory directory) {
        return regime(directory, directory.today());
    }

    Regime regime(Directory directory, LocalDate today) {
        return new Regime(all(directory.tenant(), today), calendars.of(directory.tenant(), directory.region()), directory.zone());
    }

    /** That of the product first, then by number. */
    List<Ladder> all(int tenant, LocalDate today) {
        var all = new ArrayList<Ladder>();
        all.add(Shipped.ladder(began(tenant, today)));
        all.addAll(sql.selectFrom(LADDER).where(LADDER.TENANT.eq(tenant)).orderBy(LADDER.NO).fetch(r -> new Ladder(r.getNo(), r.getName(), new Scope(r.getLedger(), r.getType(), r.getClock()), r.getSince(), r.getBacklog(), r.getAppeal(), r.getDecision(),
                JSON.readValue(r.getSteps().data(), STEPS), r.getReason(), r.getPublisher())));
        return all;
    }

    Optional<Ladder> find(int tenant, int no, LocalDate today) {
        return all(tenant, today).stream().filter(ladder -> ladder.no() == no).findFirst();
    }

    /** @return its number; of two that are published at a time one waits and takes the next */
    int publish(Ladder draft, Viewer by, Instant now) {
        while (true) {
            var no = insert(draft, by, now);
            if (no.isPresent()) return no.get();
        }
    }

    private Optional<Integer> insert(Ladder draft, Viewer by, Instant now) {
        return sql.insertInto(LADDER).set(LADDER.TENANT, by.tenant())
                .set(LADDER.NO, select(coalesce(max(LADDER.NO), 0).plus(1)).from(LADDER).where(LADDER.TENANT.eq(by.tenant())))
                .set(LADDER.NAME, draft.name()).set(LADDER.LEDGER, draft.scope().ledger()).set(LADDER.TYPE, draft.scope().type()).set(LADDER.CLOCK, draft.scope().clock()).set(LADDER.SINCE, draft.since()).set(LADDER.BACKLOG, draft.backlog())
                .set(LADDER.APPEAL, draft.appeal()).set(LADDER.DECISION, draft.decision()).set(LADDER.STEPS, JSONB.valueOf(JSON.writeValueAsString(draft.steps()))).set(LADDER.REASON, draft.reason())
                .set(LADDER.PUBLISHED_BY, by.person()).set(LADDER.PUBLISHER, by.unitName() + " " + by.personName()).set(LADDER.PUBLISHED_AT, now)
                .onConflict(LADDER.TENANT, LADDER.NO).doNothing().returningResult(LADDER.NO).fetchOptional(LADDER.NO);
    }
}
