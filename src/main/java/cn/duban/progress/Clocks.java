package cn.duban.progress;

import static cn.duban_db.ledger.Tables.RHYTHM_ROW;

import cn.duban.ledger.MatterId;
import cn.duban.ledger.MatterTypes;
import cn.duban.workdays.Deadlines;
import cn.duban.workdays.Rhythm;
import java.time.LocalDate;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The clock of a matter that waits for a report, as it stands now. */
@Component
class Clocks {

    private final DSLContext sql;
    private final MatterTypes types;

    Clocks(DSLContext sql, MatterTypes types) {
        this.sql = sql;
        this.types = types;
    }

    /** @param from the first day of the round that it is at */
    record Waiting(int clock, Rhythm rhythm, LocalDate from, int unit, String label) {

        Round answeredOn(LocalDate today, Deadlines deadlines) {
            return Round.answered(rhythm, from, today, deadlines);
        }
    }

    Optional<Waiting> of(MatterId matter, Deadlines deadlines, java.util.Locale language) {
        return sql.select(RHYTHM_ROW.CLOCK, RHYTHM_ROW.NAME, RHYTHM_ROW.RHYTHM, RHYTHM_ROW.COUNTED_FROM, RHYTHM_ROW.UNIT, RHYTHM_ROW.TYPE, RHYTHM_ROW.TYPE_TENANT, RHYTHM_ROW.TYPE_VERSION)
                .from(RHYTHM_ROW).where(RHYTHM_ROW.TENANT.eq(matter.tenant()), RHYTHM_ROW.MATTER.eq(matter.id())).orderBy(RHYTHM_ROW.CLOCK, RHYTHM_ROW.UNIT).fetch().stream()
                .filter(r -> Planning.reports(types, r)).findFirst()
                .map(r -> new Waiting(r.get(RHYTHM_ROW.CLOCK), Rhythm.parse(r.get(RHYTHM_ROW.RHYTHM)), LocalDate.ofInstant(r.get(RHYTHM_ROW.COUNTED_FROM), deadlines.zone()), r.get(RHYTHM_ROW.UNIT),
                        types.version(new MatterTypes.Version(r.get(RHYTHM_ROW.TYPE_TENANT), r.get(RHYTHM_ROW.TYPE), r.get(RHYTHM_ROW.TYPE_VERSION))).clocks().get(r.get(RHYTHM_ROW.NAME)).label().in(language)));
    }

    /** Of a clock that runs. */
    Optional<String> rhythm(MatterId matter, int clock) {
        return sql.select(RHYTHM_ROW.RHYTHM).from(RHYTHM_ROW).where(RHYTHM_ROW.TENANT.eq(matter.tenant()), RHYTHM_ROW.MATTER.eq(matter.id()), RHYTHM_ROW.CLOCK.eq(clock)).limit(1).fetchOptional(RHYTHM_ROW.RHYTHM);
    }
}
