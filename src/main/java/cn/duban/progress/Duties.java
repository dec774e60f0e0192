package cn.duban.progress;

import static cn.duban_db.ledger.Tables.BEARER_ROW;
import static cn.duban_db.ledger.Tables.REPORT_ROW;
import static cn.duban_db.ledger.Tables.RHYTHM_ROW;
import static cn.duban_db.ledger.Tables.TEXT_ROW;
import static cn.duban_db.progress.Tables.DUE_REPORT;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectOne;

import cn.duban.ledger.MatterId;
import cn.duban.ledger.MatterQuery;
import cn.duban.ledger.Matters;
import cn.duban.progress.DueReports.Key;
import cn.duban.units.Directories;
import cn.duban.web.Viewer;
import cn.duban.workdays.Rhythm;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists of what is due, each one statement, holding only what the viewer may see. */
@Component
class Duties {

    static final int MOST = 100;
    static final int SITTING = 30;
    private static final int MOST_MORE = 5;

    private static final List<String> OPEN = List.of(DueReports.OWED, DueReports.MISSED, DueReports.RETURNED);
    private static final List<String> ANSWERED = List.of(DueReports.SUBMITTED, DueReports.PASSED, DueReports.RETURNED);
    private static final Short FILE = 3;

    private final DSLContext sql;
    private final Matters matters;
    private final Directories directories;

    Duties(DSLContext sql, Matters matters, Directories directories) {
        this.sql = sql;
        this.matters = matters;
        this.directories = directories;
    }

    /** Of the units for which this viewer may report, the round of each matter that a report of today would answer, the nearest end first. */
    List<Duty> mine(Viewer viewer, LocalDate today) {
        var units = units(viewer);
        if (units.isEmpty()) return List.of();
        var other = DUE_REPORT.as("other");
        var same = other.TENANT.eq(DUE_REPORT.TENANT).and(other.MATTER.eq(DUE_REPORT.MATTER)).and(other.CLOCK.eq(DUE_REPORT.CLOCK));
        var running = DUE_REPORT.STARTS_ON.le(today).and(DUE_REPORT.ENDS_ON.ge(today))
                .and(DUE_REPORT.STATE.ne(DueReports.OWED).or(notExists(selectOne().from(other).where(same).and(other.ENDS_ON.eq(DUE_REPORT.STARTS_ON.minus(1))).and(other.STATE.in(OPEN)))));
        var ended = DUE_REPORT.ENDS_ON.lt(today).and(notExists(selectOne().from(other).where(same).and(other.STARTS_ON.gt(DUE_REPORT.ENDS_ON)).and(other.STARTS_ON.le(today))
                .and(other.STATE.in(ANSWERED).or(other.ENDS_ON.lt(today)))));
        return select(viewer).and(DUE_REPORT.UNIT.in(units)).and(DUE_REPORT.STATE.in(OPEN)).and(running.or(ended)).and(waited())
                .orderBy(DUE_REPORT.DUE_AT, DUE_REPORT.MATTER).limit(MOST).fetch(Duties::duty);
    }

    /** The units that this viewer works for, and, from a registry, those below that others report for. */
    List<Integer> units(Viewer viewer) {
        var directory = directories.of(viewer.tenant());
        var root = directory.root().id();
        var units = new TreeSet<Integer>();
        if (viewer.has(Viewer.Duty.REGISTRY) || viewer.has(Viewer.Duty.HANDLE) || viewer.has(Viewer.Duty.REVIEW) || viewer.has(Viewer.Duty.SIGN))
            directory.lineage(viewer.unit()).stream().filter(unit -> unit != root || unit == viewer.unit()).forEach(units::add);
        if (viewer.has(Viewer.Duty.REGISTRY)) units.addAll(directory.below(viewer.unit()));
        return new ArrayList<>(units);
    }

    Optional<Duty> of(Key key, Viewer viewer) {
        return select(viewer).and(DueReports.these(key)).fetchOptional(Duties::duty);
    }

    /** Of a round, what is still open, by unit; and of one unit only where one is asked for. */
    List<Duty> open(Rhythm rhythm, LocalDate startsOn, @Nullable Integer unit, Viewer viewer) {
        return select(viewer).and(DUE_REPORT.RHYTHM.eq(rhythm.toString())).and(DUE_REPORT.STARTS_ON.eq(startsOn)).and(DUE_REPORT.STATE.in(OPEN))
                .and(unit == null ? org.jooq.impl.DSL.noCondition() : DUE_REPORT.UNIT.in(directories.of(viewer.tenant()).below(unit)))
                .orderBy(DUE_REPORT.UNIT, DUE_REPORT.DUE_AT, DUE_REPORT.MATTER).limit(MOST).fetch(Duties::duty);
    }

    /** What ended in a period without a report, of a unit and those below it. */
    List<Duty> unreported(int unit, LocalDate since, LocalDate on, Viewer viewer) {
        return select(viewer).and(DUE_REPORT.UNIT.in(directories.of(viewer.tenant()).below(unit))).and(Unreported.missed(since, on)).orderBy(DUE_REPORT.ENDS_ON.desc(), DUE_REPORT.MATTER).limit(MOST).fetch(Duties::duty);
    }

    List<Duty> these(Collection<Key> keys, Viewer viewer) {
        return keys.isEmpty() ? List.of() : select(viewer).and(keys.stream().map(DueReports::these).reduce(Condition::or).orElseThrow()).fetch(Duties::duty);
    }

    /** The entry that reviewed it last. */
    int review(Key key) {
        return sql.select(DUE_REPORT.REVIEW).from(DUE_REPORT).where(DueReports.these(key)).fetchOptional(DUE_REPORT.REVIEW).orElse(0);
    }

    /** A row as it stands, for whoever was asked before whether they may see it. */
    record Standing(String state, @Nullable Integer entry) {}

    Optional<Standing> standing(Key key) {
        return sql.select(DUE_REPORT.STATE, DUE_REPORT.ENTRY).from(DUE_REPORT).where(DueReports.these(key)).fetchOptional(r -> new Standing(r.value1(), r.value2()));
    }

    /** The rows that a form names, as far as this viewer may see them, whatever became of them since. */
    List<Duty> asked(Collection<String> words, Viewer viewer) {
        var keys = words.stream().flatMap(word -> key(word, viewer.tenant()).stream()).toList();
        var found = these(keys, viewer);
        return keys.stream().flatMap(key -> found.stream().filter(row -> row.key().equals(key))).toList();
    }

    private static Optional<Key> key(String word, int tenant) {
        if (!word.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.\\d{1,9}\\.\\d{4}-\\d{2}-\\d{2}")) return Optional.empty();
        var parts = word.split("\\.");
        try {
            return Optional.of(new Key(new MatterId(tenant, UUID.fromString(parts[0])), Integer.parseInt(parts[1]), LocalDate.parse(parts[2])));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    /** What a round came to in one unit. */
    record Tally(int unit, int due, int onTime, int late, int waiting, int unreported, int returned, int passed) {}

    List<Tally> tallies(Rhythm rhythm, LocalDate startsOn, Instant now, Viewer viewer) {
        // what was returned counts as not reported
        var reported = DUE_REPORT.STATE.in(DueReports.SUBMITTED, DueReports.PASSED);
        return sql.select(DUE_REPORT.UNIT, count(), count().filterWhere(reported, DUE_REPORT.MISSED_AT.isNull()), count().filterWhere(reported, DUE_REPORT.MISSED_AT.isNotNull()),
                        count().filterWhere(DUE_REPORT.STATE.eq(DueReports.OWED), DUE_REPORT.DUE_AT.gt(now)), count().filterWhere(DUE_REPORT.STATE.eq(DueReports.MISSED).or(DUE_REPORT.STATE.eq(DueReports.OWED).and(DUE_REPORT.DUE_AT.le(now)))),
                        count().filterWhere(DUE_REPORT.STATE.eq(DueReports.RETURNED)), count().filterWhere(DUE_REPORT.STATE.eq(DueReports.PASSED)))
                .from(DUE_REPORT).crossJoin(lateral(matters.admitting(MatterQuery.all(), viewer, DUE_REPORT.MATTER).asTable("admitting")))
                .where(DUE_REPORT.TENANT.eq(viewer.tenant()), DUE_REPORT.RHYTHM.eq(rhythm.toString()), DUE_REPORT.STARTS_ON.eq(startsOn), DUE_REPORT.STATE.ne(DueReports.LAPSED))
                .groupBy(DUE_REPORT.UNIT).orderBy(DUE_REPORT.UNIT)
                .fetch(r -> new Tally(r.value1(), r.value2(), r.value3(), r.value4(), r.value5(), r.value6(), r.value7(), r.value8()));
    }

    /**
     * A report that waits for its review.
     *
     * @param text null where it was erased since: it is still to be decided on
     * @param more what the unit reported of the same round after it
     */
    record Waiting(Duty duty, int entry, Instant at, @Nullable String text, @Nullable String person, @Nullable String unitName, @Nullable Integer behalfUnit, @Nullable String behalfName, int files, List<More> more) {}

    /** One more report of a round that was reported already: it stands on the timeline and moves nothing. */
    record More(int entry, Instant at, String text) {}

    /** What this viewer is to review, the nearest end first, as many as one sitting takes. */
    List<Waiting> waiting(Viewer viewer) {
        var files = field(selectCount().from(TEXT_ROW).where(TEXT_ROW.TENANT.eq(viewer.tenant()), TEXT_ROW.MATTER.eq(DUE_REPORT.MATTER), TEXT_ROW.KIND.eq(FILE), TEXT_ROW.ENTRY.eq(DUE_REPORT.ENTRY)));
        var fields = new ArrayList<SelectField<?>>(columns());
        var more = more(viewer);
        fields.addAll(List.of(DUE_REPORT.HANDED_AT, REPORT_ROW.TEXT, REPORT_ROW.PERSON_NAME, REPORT_ROW.UNIT_NAME, REPORT_ROW.BEHALF_UNIT, REPORT_ROW.BEHALF_NAME, files, more));
        return sql.select(fields).from(DUE_REPORT)
                .leftJoin(REPORT_ROW).on(REPORT_ROW.TENANT.eq(viewer.tenant()), REPORT_ROW.MATTER.eq(DUE_REPORT.MATTER), REPORT_ROW.NO.eq(DUE_REPORT.ENTRY))
                .crossJoin(lateral(matters.admitting(MatterQuery.all(), viewer, DUE_REPORT.MATTER).asTable("admitting")))
                .where(toReview(viewer))
                .orderBy(DUE_REPORT.DUE_AT, DUE_REPORT.MATTER, DUE_REPORT.CLOCK, DUE_REPORT.STARTS_ON).limit(SITTING)
                .fetch(r -> new Waiting(duty(r), r.get(DUE_REPORT.ENTRY), r.get(DUE_REPORT.HANDED_AT), r.get(REPORT_ROW.TEXT), r.get(REPORT_ROW.PERSON_NAME), r.get(REPORT_ROW.UNIT_NAME), r.get(REPORT_ROW.BEHALF_UNIT), r.get(REPORT_ROW.BEHALF_NAME), r.get(files), r.get(more)));
    }

    /** Of the unit, after the report in hand and before the round ended; what answered another round is told of there. */
    private static Field<List<More>> more(Viewer viewer) {
        var later = REPORT_ROW.as("later");
        var other = DUE_REPORT.as("other");
        return multiset(org.jooq.impl.DSL.select(later.NO, later.AT, later.TEXT).from(later)
                .where(later.TENANT.eq(viewer.tenant()), later.MATTER.eq(DUE_REPORT.MATTER), later.NO.gt(DUE_REPORT.ENTRY), later.UNIT.eq(DUE_REPORT.UNIT), later.AT.le(DUE_REPORT.DUE_AT))
                .and(notExists(selectOne().from(other).where(other.TENANT.eq(viewer.tenant()), other.MATTER.eq(later.MATTER), other.ENTRY.eq(later.NO))))
                .orderBy(later.NO).limit(MOST_MORE)).convertFrom(rows -> rows.map(r -> new More(r.value1(), r.value2(), r.value3())));
    }

    int toReviewCount(Viewer viewer) {
        return sql.selectCount().from(DUE_REPORT).crossJoin(lateral(matters.admitting(MatterQuery.all(), viewer, DUE_REPORT.MATTER).asTable("admitting"))).where(toReview(viewer)).fetchSingle().value1();
    }

    /** The state as a word, since no parameter proves the partial index. Of matters whose supervising role the viewer's unit bears, or one that it stands over. Who of them may is the kernel's to say. */
    private Condition toReview(Viewer viewer) {
        var directory = directories.of(viewer.tenant());
        var around = new TreeSet<>(directory.lineage(viewer.unit()));
        around.addAll(directory.below(viewer.unit()));
        return DUE_REPORT.TENANT.eq(viewer.tenant()).and(DUE_REPORT.STATE.eq(inline(DueReports.SUBMITTED)))
                .and(exists(selectOne().from(BEARER_ROW).where(BEARER_ROW.TENANT.eq(viewer.tenant()), BEARER_ROW.MATTER.eq(DUE_REPORT.MATTER), BEARER_ROW.ROLE.eq("supervisor"), BEARER_ROW.UNIT.in(around))));
    }

    /** The matter still waits for it. */
    private static Condition waited() {
        return exists(selectOne().from(RHYTHM_ROW).where(RHYTHM_ROW.TENANT.eq(DUE_REPORT.TENANT), RHYTHM_ROW.MATTER.eq(DUE_REPORT.MATTER), RHYTHM_ROW.CLOCK.eq(DUE_REPORT.CLOCK)));
    }

    private SelectConditionStep<Record> select(Viewer viewer) {
        return sql.select(columns()).from(DUE_REPORT).crossJoin(lateral(matters.admitting(MatterQuery.all(), viewer, DUE_REPORT.MATTER).asTable("admitting")))
                .where(DUE_REPORT.TENANT.eq(viewer.tenant()));
    }

    private static final Field<String> BEFORE = before();

    private static Field<String> before() {
        var earlier = DUE_REPORT.as("earlier");
        return field(org.jooq.impl.DSL.select(earlier.STATE).from(earlier).where(earlier.TENANT.eq(DUE_REPORT.TENANT), earlier.MATTER.eq(DUE_REPORT.MATTER), earlier.CLOCK.eq(DUE_REPORT.CLOCK), earlier.ENDS_ON.eq(DUE_REPORT.STARTS_ON.minus(1))).limit(1)).as("before");
    }

    private static List<SelectField<?>> columns() {
        return List.of(DUE_REPORT.TENANT, DUE_REPORT.MATTER, DUE_REPORT.CLOCK, DUE_REPORT.STARTS_ON, DUE_REPORT.ENDS_ON, DUE_REPORT.RHYTHM, DUE_REPORT.UNIT, DUE_REPORT.LAST_DAY, DUE_REPORT.DUE_AT, DUE_REPORT.STATE,
                DUE_REPORT.MISSED_AT, DUE_REPORT.REMINDED_AT, DUE_REPORT.DRAFT, DUE_REPORT.ENTRY, DUE_REPORT.RETURNED_ENTRY, BEFORE);
    }

    private static Duty duty(Record r) {
        return new Duty(new MatterId(r.get(DUE_REPORT.TENANT), r.get(DUE_REPORT.MATTER)), r.get(DUE_REPORT.CLOCK), r.get(DUE_REPORT.STARTS_ON), r.get(DUE_REPORT.ENDS_ON), r.get(DUE_REPORT.RHYTHM), r.get(DUE_REPORT.UNIT),
                r.get(DUE_REPORT.LAST_DAY), r.get(DUE_REPORT.DUE_AT), r.get(DUE_REPORT.STATE), r.get(DUE_REPORT.MISSED_AT), r.get(DUE_REPORT.REMINDED_AT), r.get(DUE_REPORT.DRAFT), r.get(DUE_REPORT.ENTRY),
                r.get(DUE_REPORT.RETURNED_ENTRY), r.get(BEFORE));
    }
}
