package cn.duban.rating;

import static cn.duban_db.rating.Tables.DOUBT;
import static cn.duban_db.rating.Tables.GIVEN;
import static cn.duban_db.rating.Tables.SERVICE;
import static cn.duban_db.rating.Tables.SHOWN;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import cn.duban.units.Directories;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Ratings whose pattern speaks of a unit that rates itself, or of many at once: marked, with those that make the pattern with them, and never dropped. So is what was rated on the
 * device on which somebody of the staff had the code before them, or after the unit itself took the code of an earlier service out once more. A device of a
 * window is many raters by its nature, so that only its haste is looked at.
 */
@Component
class Doubts {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HASTE = Duration.ofMinutes(10);
    private static final int SHORTEST = 4;

    private final DSLContext sql;
    private final Rules rules;
    private final Directories directories;

    Doubts(DSLContext sql, Rules rules, Directories directories) {
        this.sql = sql;
        this.rules = rules;
        this.directories = directories;
    }

    /** In the transaction that keeps the rating. */
    void look(Service service, Rater rater, Instant at) {
        var limits = rules.doubtful(LocalDate.ofInstant(at, directories.of(service.tenant()).zone()));
        if (rater.channel() == Rater.Channel.LINK && taken(service, SHOWN.OWN.isTrue().and(SHOWN.AT.gt(service.servedAt().plus(limits.reopened()))))) mark(service.tenant(), List.of(service.id()), "reopened", at);
        if (rater.staff()) mark(service.tenant(), List.of(service.id()), "staff", at);
        var own = sql.select(GIVEN.SOURCE, GIVEN.WORDS).from(GIVEN).where(GIVEN.TENANT.eq(service.tenant()), GIVEN.SERVICE.eq(service.id())).fetchSingle();
        var source = own.value1();
        if (source != null) {
            if (taken(service, SHOWN.SOURCE.eq(source))) mark(service.tenant(), List.of(service.id()), "shown", at);
            if (rater.channel() != Rater.Channel.DEVICE) many(service, GIVEN.SOURCE.eq(source).and(SERVICE.UNIT.eq(service.unit())), at.minus(DAY), limits.sameSource(), "same-source", at);
            many(service, GIVEN.SOURCE.eq(source), at.minus(HASTE), limits.bulk(), "bulk", at);
        }
        if (own.value2().codePointCount(0, own.value2().length()) >= SHORTEST) many(service, GIVEN.WORDS.eq(own.value2()).and(SERVICE.UNIT.eq(service.unit())), at.minus(DAY), limits.sameWords(), "same-words", at);
    }

    private boolean taken(Service service, Condition how) {
        return sql.fetchExists(SHOWN, SHOWN.TENANT.eq(service.tenant()), SHOWN.SERVICE.eq(service.id()), how);
    }

    private void many(Service service, Condition alike, Instant since, int most, String why, Instant at) {
        var those = sql.select(GIVEN.SERVICE).from(GIVEN).join(SERVICE).on(SERVICE.TENANT.eq(GIVEN.TENANT), SERVICE.ID.eq(GIVEN.SERVICE)).where(GIVEN.TENANT.eq(service.tenant()), alike, GIVEN.AT.gt(since)).fetch(GIVEN.SERVICE);
        if (those.size() >= most) mark(service.tenant(), those, why, at);
    }

    private void mark(int tenant, List<UUID> services, String why, Instant at) {
        sql.insertInto(DOUBT, DOUBT.TENANT, DOUBT.SERVICE, DOUBT.WHY, DOUBT.AT)
                .select(select(GIVEN.TENANT, GIVEN.SERVICE, val(why), val(at)).from(GIVEN).where(GIVEN.TENANT.eq(tenant), GIVEN.SERVICE.in(services))).onConflictDoNothing().execute();
    }
}
