package cn.duban.sheets;

import static cn.duban_db.sheets.Tables.INTAKE;

import cn.duban.documents.SheetText.Span;
import cn.duban.sheets.SheetIntake.State;
import cn.duban.sheets.reading.Said;
import cn.duban.units.Directories;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Sheets on their way into the ledger. A supervisor sees those of the own unit and its sub-units; those of a source outside only whoever it is open to. */
@Component
class SheetIntakes {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final List<SelectField<?>> COLUMNS = List.of(INTAKE.TENANT, INTAKE.ID, INTAKE.FILE, INTAKE.NAME, INTAKE.SHEET, INTAKE.SHEET_NAME, INTAKE.ROWS, INTAKE.SPANS, INTAKE.MAPPING,
            INTAKE.STATE, INTAKE.STOPPED, INTAKE.TOTAL, INTAKE.DONE, INTAKE.VERSION, INTAKE.BOOK, INTAKE.SOURCE, INTAKE.UNIT, INTAKE.ENTERED_BY, INTAKE.ENTERED_POST, INTAKE.ENTERED_AT, INTAKE.FINISHED_AT);

    private final DSLContext sql;
    private final Directories directories;
    private final Doors doors;
    private final Clock clock;

    SheetIntakes(DSLContext sql, Directories directories, Doors doors, Clock clock) {
        this.doors = doors;
        this.sql = sql;
        this.directories = directories;
        this.clock = clock;
    }

    Optional<SheetIntake> find(UUID id, Viewer viewer) {
        return sql.select(COLUMNS).from(INTAKE).where(INTAKE.ID.eq(id)).and(seen(viewer)).fetchOptional(SheetIntakes::intake);
    }

    List<SheetIntake> list(Viewer viewer) {
        return sql.select(COLUMNS).from(INTAKE).where(INTAKE.STATE.ne("discarded")).and(seen(viewer)).orderBy(INTAKE.ENTERED_AT.desc(), INTAKE.SHEET).limit(100).fetch(SheetIntakes::intake);
    }

    /** The latest of one source. */
    List<SheetIntake> of(String source, int most, Viewer viewer) {
        return sql.select(COLUMNS).from(INTAKE).where(INTAKE.SOURCE.eq(source), INTAKE.STATE.ne("discarded")).and(seen(viewer)).orderBy(INTAKE.ENTERED_AT.desc(), INTAKE.SHEET).limit(most).fetch(SheetIntakes::intake);
    }

    /** The sheets of one file, in its order. */
    List<SheetIntake> sheets(UUID file, Viewer viewer) {
        return sql.select(COLUMNS).from(INTAKE).where(INTAKE.FILE.eq(file), INTAKE.STATE.ne("discarded")).and(seen(viewer)).orderBy(INTAKE.SHEET).fetch(SheetIntakes::intake);
    }

    /** The very same file, imported before. */
    List<SheetIntake> sameFile(SheetIntake intake, Viewer viewer) {
        var digest = sql.select(INTAKE.DIGEST).from(INTAKE).where(INTAKE.TENANT.eq(intake.tenant()), INTAKE.ID.eq(intake.id()));
        return sql.select(COLUMNS).from(INTAKE).where(INTAKE.DIGEST.eq(digest), INTAKE.FILE.ne(intake.file()), INTAKE.SHEET.eq(intake.sheet()), INTAKE.STATE.eq("done")).and(seen(viewer))
                .orderBy(INTAKE.ENTERED_AT.desc()).limit(3).fetch(SheetIntakes::intake);
    }

    void keep(SheetIntake intake, byte[] digest) {
        sql.insertInto(INTAKE)
                .set(INTAKE.TENANT, intake.tenant()).set(INTAKE.ID, intake.id()).set(INTAKE.FILE, intake.file()).set(INTAKE.NAME, intake.name()).set(INTAKE.DIGEST, digest)
                .set(INTAKE.SHEET, intake.sheet()).set(INTAKE.SHEET_NAME, intake.sheetName()).set(INTAKE.ROWS, intake.rows()).set(INTAKE.SPANS, json(intake.spans()))
                .set(INTAKE.MAPPING, json(intake.mapping())).set(INTAKE.STATE, intake.state().word()).set(INTAKE.TOTAL, 0).set(INTAKE.DONE, 0).set(INTAKE.VERSION, 1).set(INTAKE.SOURCE, intake.source())
                .set(INTAKE.UNIT, intake.unit()).set(INTAKE.ENTERED_BY, intake.enteredBy()).set(INTAKE.ENTERED_POST, intake.enteredPost()).set(INTAKE.ENTERED_AT, clock.instant())
                .execute();
    }

    /** What the sheet turned out to hold, once it was read to its end. */
    void measured(SheetIntake intake) {
        sql.update(INTAKE).set(INTAKE.SHEET_NAME, intake.sheetName()).set(INTAKE.ROWS, intake.rows()).set(INTAKE.SPANS, json(intake.spans())).set(INTAKE.MAPPING, json(intake.mapping()))
                .where(own(intake)).execute();
    }

    /** Saves the mapping; what a check had found no longer holds. Refused when somebody else was faster. */
    void map(SheetIntake intake, int seenVersion, Mapping mapping) {
        moved(sql.update(INTAKE).set(INTAKE.MAPPING, json(mapping)).set(INTAKE.STATE, "draft").set(INTAKE.VERSION, seenVersion + 1)
                .where(own(intake), INTAKE.VERSION.eq(seenVersion), INTAKE.STATE.in("draft", "checked", "stopped"), INTAKE.BOOK.isNull()).execute());
    }

    /** Sends it on its way: to be checked, or run. Whoever sends it is whom the work is done as. */
    void send(SheetIntake intake, int seenVersion, State from, State to, int total, Viewer viewer) {
        moved(sql.update(INTAKE).set(INTAKE.STATE, to.word()).set(INTAKE.TOTAL, total).set(INTAKE.DONE, 0).setNull(INTAKE.STOPPED).set(INTAKE.VERSION, seenVersion + 1)
                .set(INTAKE.ENTERED_BY, viewer.person()).set(INTAKE.ENTERED_POST, viewer.post())
                .where(own(intake), INTAKE.VERSION.eq(seenVersion), INTAKE.STATE.in(from.word(), "stopped")).execute());
    }

    void discard(SheetIntake intake, int seenVersion) {
        moved(sql.update(INTAKE).set(INTAKE.STATE, "discarded").set(INTAKE.VERSION, seenVersion + 1)
                .where(own(intake), INTAKE.VERSION.eq(seenVersion), INTAKE.STATE.in("draft", "checked", "stopped")).execute());
    }

    private static void moved(int rows) {
        if (rows == 0) throw Refused.conflict("sheets.changed", Words.say("sheets.changed"), Words.say("sheets.changed.next"));
    }

    /** The oldest that waits for the worker, whoever's it is. */
    Optional<SheetIntake> atWork() {
        return sql.select(COLUMNS).from(INTAKE).where(INTAKE.STATE.in("checking", "running")).orderBy(INTAKE.ENTERED_AT).limit(1).fetchOptional(SheetIntakes::intake);
    }

    /** Holds it to the end of the transaction; empty where another node has it, or somebody stopped it. */
    Optional<SheetIntake> hold(SheetIntake intake) {
        return sql.select(COLUMNS).from(INTAKE).where(own(intake), INTAKE.STATE.eq(intake.state().word()), INTAKE.DONE.eq(intake.done())).forUpdate().skipLocked().fetchOptional(SheetIntakes::intake);
    }

    void advanced(SheetIntake intake, int done, @Nullable UUID book) {
        sql.update(INTAKE).set(INTAKE.DONE, done).set(INTAKE.BOOK, book).where(own(intake)).execute();
    }

    /** So many rows more. @param known the book that the caller wrote into until now @return false, and nothing is told, where it does not run any more, or was stopped and sent again, or another book was begun meanwhile */
    boolean advanced(SheetIntake intake, int rows, @Nullable UUID known, @Nullable UUID book) {
        return sql.update(INTAKE).set(INTAKE.DONE, INTAKE.DONE.plus(rows)).set(INTAKE.BOOK, book)
                .where(own(intake), INTAKE.STATE.eq(intake.state().word()), INTAKE.VERSION.eq(intake.version()), INTAKE.BOOK.isNotDistinctFrom(known)).execute() > 0;
    }

    void arrived(SheetIntake intake, State state) {
        sql.update(INTAKE).set(INTAKE.STATE, state.word()).set(INTAKE.VERSION, INTAKE.VERSION.plus(1)).set(INTAKE.FINISHED_AT, state == State.DONE ? clock.instant() : null)
                .where(own(intake), INTAKE.STATE.eq(intake.state().word())).execute();
    }

    /** Whether it is still being checked as this one saw it; if so it stays so to the end of the transaction. */
    boolean holdsChecked(SheetIntake intake) {
        return sql.select(INTAKE.ID).from(INTAKE).where(own(intake), INTAKE.STATE.eq("checking"), INTAKE.VERSION.eq(intake.version())).forUpdate().fetchOptional().isPresent();
    }

    /** Told while it is checked, outside any transaction; answers whether it still is. */
    boolean reached(SheetIntake intake, int done) {
        return sql.update(INTAKE).set(INTAKE.DONE, done).where(own(intake), INTAKE.STATE.eq(intake.state().word())).execute() > 0;
    }

    /** A person stops it; what was done stays done. */
    void halt(SheetIntake intake, Said why) {
        moved(sql.update(INTAKE).set(INTAKE.STATE, intake.state() == State.CHECKING ? "draft" : "stopped").set(INTAKE.STOPPED, json(why)).set(INTAKE.VERSION, INTAKE.VERSION.plus(1))
                .where(own(intake), INTAKE.STATE.eq(intake.state().word())).execute());
    }

    void stopped(SheetIntake intake, Said why) {
        sql.update(INTAKE).set(INTAKE.STATE, "stopped").set(INTAKE.STOPPED, json(why)).set(INTAKE.VERSION, INTAKE.VERSION.plus(1)).where(own(intake)).execute();
    }

    SheetIntake required(UUID id, Viewer viewer) {
        return find(id, viewer).orElseThrow(NotFound::new);
    }

    private static Condition own(SheetIntake intake) {
        return INTAKE.TENANT.eq(intake.tenant()).and(INTAKE.ID.eq(intake.id()));
    }

    private Condition seen(Viewer viewer) {
        var own = INTAKE.SOURCE.isNull().and(INTAKE.UNIT.in(directories.of(viewer.tenant()).below(viewer.unit())));
        return INTAKE.TENANT.eq(viewer.tenant()).and(viewer.has(Duty.SUPERVISE) ? own.or(INTAKE.SOURCE.in(doors.keys(viewer))) : DSL.falseCondition());
    }

    private static SheetIntake intake(Record r) {
        var stopped = r.get(INTAKE.STOPPED);
        return new SheetIntake(r.get(INTAKE.TENANT), r.get(INTAKE.ID), r.get(INTAKE.FILE), r.get(INTAKE.NAME), r.get(INTAKE.SHEET), r.get(INTAKE.SHEET_NAME), r.get(INTAKE.ROWS),
                Arrays.asList(JSON.readValue(r.get(INTAKE.SPANS).data(), Span[].class)), JSON.readValue(r.get(INTAKE.MAPPING).data(), Mapping.class),
                State.valueOf(r.get(INTAKE.STATE).toUpperCase(Locale.ROOT)), stopped == null ? null : JSON.readValue(stopped.data(), Said.class), r.get(INTAKE.TOTAL), r.get(INTAKE.DONE), r.get(INTAKE.VERSION),
                r.get(INTAKE.BOOK), r.get(INTAKE.SOURCE), r.get(INTAKE.UNIT), r.get(INTAKE.ENTERED_BY), r.get(INTAKE.ENTERED_POST), r.get(INTAKE.ENTERED_AT), r.get(INTAKE.FINISHED_AT));
    }

    private static JSONB json(Object value) {
        return JSONB.valueOf(JSON.writeValueAsString(value));
    }
}
