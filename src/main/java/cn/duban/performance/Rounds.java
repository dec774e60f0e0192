package cn.duban.performance;

import static cn.duban_db.performance.Tables.RESULT;
import static cn.duban_db.performance.Tables.ROUND;
import static cn.duban_db.performance.Tables.SCORE;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;

import cn.duban.performance.Round.State;
import cn.duban.performance.Standings.Place;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.workdays.Rhythm;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectField;
import org.springframework.stereotype.Component;

/** Rounds and what they came to. */
@Component
class Rounds {

    private static final int MOST = 60;
    private static final List<SelectField<?>> COLUMNS = List.of(ROUND.TENANT, ROUND.ID, ROUND.SCHEME, ROUND.VERSION, ROUND.UNIT, ROUND.NAME, ROUND.RHYTHM, ROUND.FIRST_DAY, ROUND.LAST_DAY, ROUND.STATE, ROUND.SCORE_UNTIL, ROUND.COUNTED_AT,
            ROUND.APPEAL_UNTIL, ROUND.FINAL_AT);

    private final DSLContext sql;
    private final Directories directories;

    Rounds(DSLContext sql, Directories directories) {
        this.sql = sql;
        this.directories = directories;
    }

    List<Round> list(Viewer viewer) {
        return sql.select(COLUMNS).from(ROUND).where(seen(viewer, directories.of(viewer.tenant()))).orderBy(ROUND.LAST_DAY.desc(), ROUND.ID.desc()).limit(MOST).fetch(Rounds::round);
    }

    Round find(UUID id, Viewer viewer) {
        return sql.select(COLUMNS).from(ROUND).where(seen(viewer, directories.of(viewer.tenant())), ROUND.ID.eq(id)).fetchOptional(Rounds::round).orElseThrow(NotFound::new);
    }

    /** Held until the transaction ends: whoever changes a round comes one after the other. */
    Round hold(UUID id, Viewer viewer) {
        return sql.select(COLUMNS).from(ROUND).where(seen(viewer, directories.of(viewer.tenant())), ROUND.ID.eq(id)).forUpdate().fetchOptional(Rounds::round).orElseThrow(NotFound::new);
    }

    List<Round> all(int tenant) {
        return sql.select(COLUMNS).from(ROUND).where(ROUND.TENANT.eq(tenant)).orderBy(ROUND.ID).fetch(Rounds::round);
    }

    /** The unit that appraises and those above it at any time; who is to score, while it is scored; the appraised once it is shown, everybody once it is final. */
    static Condition seen(Viewer viewer, Directory directory) {
        var theirs = SCORE.TENANT.eq(viewer.tenant()).and(SCORE.ROUND.eq(ROUND.ID));
        var lineage = directory.lineage(viewer.unit());
        var overseen = viewer.has(Duty.SUPERVISE) || viewer.has(Duty.SIGN) || viewer.has(Duty.LEAD) ? ROUND.UNIT.in(directory.below(viewer.unit())) : falseCondition();
        return ROUND.TENANT.eq(viewer.tenant()).and(ROUND.STATE.eq(inline("final")).or(overseen)
                .or(exists(selectOne().from(SCORE).where(theirs, SCORE.ASSESSOR.in(assessing(viewer, directory)))))
                .or(ROUND.STATE.eq(inline("shown")).and(exists(selectOne().from(SCORE).where(theirs, SCORE.UNIT.in(lineage))))));
    }

    /** The units for which this viewer may score. */
    static List<Integer> assessing(Viewer viewer, Directory directory) {
        return directory.lineage(viewer.unit()).stream().filter(unit -> Rights.speaksFor(viewer, unit, directory)).toList();
    }

    /** @return empty where the period of the scheme was opened before */
    Optional<UUID> open(Round round) {
        return sql.insertInto(ROUND).set(ROUND.TENANT, round.tenant()).set(ROUND.ID, round.id()).set(ROUND.SCHEME, round.scheme()).set(ROUND.VERSION, round.version()).set(ROUND.UNIT, round.unit()).set(ROUND.NAME, round.name())
                .set(ROUND.RHYTHM, round.rhythm().toString()).set(ROUND.FIRST_DAY, round.first()).set(ROUND.LAST_DAY, round.last()).set(ROUND.STATE, State.SCORING.word()).set(ROUND.SCORE_UNTIL, round.scoreUntil())
                .onConflictDoNothing().returningResult(ROUND.ID).fetchOptional(ROUND.ID);
    }

    void counted(Round round, Instant now) {
        sql.update(ROUND).set(ROUND.COUNTED_AT, now).where(these(round)).execute();
    }

    void show(Round round, LocalDate until) {
        sql.update(ROUND).set(ROUND.STATE, State.SHOWN.word()).set(ROUND.APPEAL_UNTIL, until).where(these(round)).execute();
    }

    void publish(Round round, Instant now) {
        sql.update(ROUND).set(ROUND.STATE, State.FINAL.word()).set(ROUND.FINAL_AT, now).where(these(round)).execute();
    }

    private static Condition these(Round round) {
        return ROUND.TENANT.eq(round.tenant()).and(ROUND.ID.eq(round.id()));
    }

    /** What its scores add up to now. */
    void results(Round round, List<Place> places, BigDecimal whole) {
        sql.deleteFrom(RESULT).where(RESULT.TENANT.eq(round.tenant()), RESULT.ROUND.eq(round.id())).execute();
        if (places.isEmpty()) return;
        sql.insertInto(RESULT, RESULT.TENANT, RESULT.ROUND, RESULT.UNIT, RESULT.GROUPED, RESULT.TOTAL, RESULT.WHOLE, RESULT.VETOED, RESULT.RANK)
                .valuesOfRows(places.stream().map(place -> row(round.tenant(), round.id(), place.unit(), place.group(), place.total(), whole, place.vetoed(), place.rank())).toList()).execute();
    }

    List<Place> results(Round round) {
        return sql.select(RESULT.UNIT, RESULT.GROUPED, RESULT.TOTAL, RESULT.VETOED, RESULT.RANK).from(RESULT).where(RESULT.TENANT.eq(round.tenant()), RESULT.ROUND.eq(round.id())).orderBy(RESULT.GROUPED, RESULT.RANK, RESULT.UNIT)
                .fetch(r -> new Place(r.value1(), r.value2(), r.value3(), r.value4(), r.value5()));
    }

    /** One unit over rounds, the latest first. */
    record Past(Round round, Place place, BigDecimal whole) {}

    List<Past> history(int unit, Viewer viewer) {
        var directory = directories.of(viewer.tenant());
        var own = directory.within(viewer.unit(), unit);
        var may = own ? seen(viewer, directory) : seen(viewer, directory).and(ROUND.STATE.eq(inline("final")));
        return sql.select(Stream.concat(COLUMNS.stream(), Stream.<SelectField<?>>of(RESULT.UNIT, RESULT.GROUPED, RESULT.TOTAL, RESULT.VETOED, RESULT.RANK, RESULT.WHOLE)).toList())
                .from(RESULT).join(ROUND).on(ROUND.TENANT.eq(RESULT.TENANT), ROUND.ID.eq(RESULT.ROUND)).where(RESULT.TENANT.eq(viewer.tenant()), RESULT.UNIT.eq(unit)).and(may)
                .orderBy(ROUND.LAST_DAY.desc(), ROUND.ID.desc()).limit(MOST)
                .fetch(r -> new Past(round(r), new Place(r.get(RESULT.UNIT), r.get(RESULT.GROUPED), r.get(RESULT.TOTAL), r.get(RESULT.VETOED), r.get(RESULT.RANK)), r.get(RESULT.WHOLE)));
    }

    /** Of published rounds of a scheme by that name that lie within a period: total, full points and round, for each unit. */
    record Came(int unit, BigDecimal total, BigDecimal whole, UUID round) {}

    List<Came> came(String scheme, LocalDate first, LocalDate last, int tenant) {
        return sql.select(RESULT.UNIT, RESULT.TOTAL, RESULT.WHOLE, ROUND.ID).from(RESULT).join(ROUND).on(ROUND.TENANT.eq(RESULT.TENANT), ROUND.ID.eq(RESULT.ROUND))
                .where(RESULT.TENANT.eq(tenant), ROUND.TENANT.eq(tenant), ROUND.STATE.eq(inline("final")), ROUND.NAME.eq(scheme), ROUND.FIRST_DAY.ge(first), ROUND.LAST_DAY.le(last)).orderBy(ROUND.LAST_DAY)
                .fetch(r -> new Came(r.value1(), r.value2(), r.value3(), r.value4()));
    }

    private static Round round(Record r) {
        return new Round(r.get(ROUND.TENANT), r.get(ROUND.ID), r.get(ROUND.SCHEME), r.get(ROUND.VERSION), r.get(ROUND.UNIT), r.get(ROUND.NAME), Rhythm.parse(r.get(ROUND.RHYTHM)), r.get(ROUND.FIRST_DAY), r.get(ROUND.LAST_DAY),
                State.valueOf(r.get(ROUND.STATE).toUpperCase(Locale.ROOT)), r.get(ROUND.SCORE_UNTIL), r.get(ROUND.COUNTED_AT), r.get(ROUND.APPEAL_UNTIL), r.get(ROUND.FINAL_AT));
    }
}
