package cn.duban.sheets;

import static cn.duban_db.ledger.Tables.MATTER_ROW;
import static cn.duban_db.sheets.Tables.BOOK;
import static cn.duban_db.sheets.Tables.BOOK_PARENT;
import static cn.duban_db.sheets.Tables.BOOK_ROW;
import static cn.duban_db.sheets.Tables.LINE;
import static org.jooq.impl.DSL.asterisk;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import cn.duban.ledger.Ledger;
import cn.duban.ledger.Opening;
import cn.duban.units.Directories;
import cn.duban.web.Viewer;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ledgers kept outside the house, and which of their rows is which matter. */
@Component
class Books {

    private final DSLContext sql;
    private final Directories directories;
    private final Clock clock;

    Books(DSLContext sql, Directories directories, Clock clock) {
        this.sql = sql;
        this.directories = directories;
        this.clock = clock;
    }

    /** One ledger outside, with the mapping of its latest issue. */
    record Book(UUID id, String title, String type, Mapping mapping) {}

    /** @param place the row's number in the latest issue; @param content what was taken over from it */
    record Row(UUID matter, @Nullable String key, int place, Content content) {}

    List<Book> list(Viewer viewer) {
        return sql.select(BOOK.ID, BOOK.TITLE, BOOK.TYPE, BOOK.MAPPING).from(BOOK)
                .where(BOOK.TENANT.eq(viewer.tenant()), BOOK.SOURCE.isNull(), BOOK.UNIT.in(directories.of(viewer.tenant()).below(viewer.unit()))).orderBy(BOOK.OPENED_AT.desc()).limit(100)
                .fetch(r -> new Book(r.value1(), r.value2(), r.value3(), SheetIntakes.JSON.readValue(r.value4().data(), Mapping.class)));
    }

    /** The one whose columns are called the same; the latest of several. */
    Optional<Book> likely(List<Book> books, List<String> names) {
        return books.stream().filter(book -> book.mapping().columns().stream().map(Mapping.Column::name).toList().equals(names)).findFirst();
    }

    /** What a source outside handed down so far. */
    Optional<Book> of(int tenant, String source) {
        return sql.select(BOOK.ID, BOOK.TITLE, BOOK.TYPE, BOOK.MAPPING).from(BOOK).where(BOOK.TENANT.eq(tenant), BOOK.SOURCE.eq(source))
                .fetchOptional(r -> new Book(r.value1(), r.value2(), r.value3(), SheetIntakes.JSON.readValue(r.value4().data(), Mapping.class)));
    }

    /** The one that an issue continues. A source has a single one, also where it was opened only after this issue was uploaded. */
    Optional<UUID> continued(SheetIntake intake, Mapping mapping) {
        return intake.source() == null || mapping.book() != null ? Optional.ofNullable(mapping.book()) : of(intake.tenant(), intake.source()).map(Book::id);
    }

    /** Opens a book for a first issue, or keeps the mapping of the next one. */
    UUID keep(SheetIntake intake, Mapping mapping) {
        var id = continued(intake, mapping).orElseGet(Ledger::newId);
        var json = JSONB.valueOf(SheetIntakes.JSON.writeValueAsString(mapping));
        sql.insertInto(BOOK).set(BOOK.TENANT, intake.tenant()).set(BOOK.ID, id).set(BOOK.TITLE, mapping.title()).set(BOOK.TYPE, mapping.type()).set(BOOK.UNIT, intake.unit()).set(BOOK.SOURCE, intake.source())
                .set(BOOK.MAPPING, json).set(BOOK.OPENED_AT, clock.instant())
                .onConflict(BOOK.TENANT, BOOK.ID).doUpdate().set(BOOK.MAPPING, json).set(BOOK.TITLE, mapping.title()).execute();
        return id;
    }

    List<Row> rows(int tenant, UUID book) {
        return sql.select(BOOK_ROW.MATTER, BOOK_ROW.KEY, BOOK_ROW.PLACE, BOOK_ROW.CONTENT).from(BOOK_ROW).where(BOOK_ROW.TENANT.eq(tenant), BOOK_ROW.BOOK.eq(book)).orderBy(BOOK_ROW.PLACE, BOOK_ROW.MATTER)
                .fetch(r -> new Row(r.value1(), r.value2(), r.value3(), SheetIntakes.JSON.readValue(r.value4().data(), Content.class)));
    }

    /** Rows of which nothing is left in an issue, in the order of the issue before. */
    List<Row> missing(SheetIntake issue, UUID book, int limit) {
        return sql.select(BOOK_ROW.MATTER, BOOK_ROW.KEY, BOOK_ROW.PLACE, BOOK_ROW.CONTENT).from(BOOK_ROW).where(gone(issue, book)).orderBy(BOOK_ROW.PLACE).limit(limit)
                .fetch(r -> new Row(r.value1(), r.value2(), r.value3(), SheetIntakes.JSON.readValue(r.value4().data(), Content.class)));
    }

    int missing(SheetIntake issue, UUID book) {
        return sql.fetchCount(BOOK_ROW, gone(issue, book));
    }

    /** A source outside sends what is new: what it does not name any more and was answered long ago is nothing to look after. */
    private static Condition gone(SheetIntake issue, UUID book) {
        var open = exists(selectOne().from(MATTER_ROW).where(MATTER_ROW.TENANT.eq(BOOK_ROW.TENANT), MATTER_ROW.ID.eq(BOOK_ROW.MATTER), MATTER_ROW.PHASE.in(inline("draft"), inline("open"))));
        return BOOK_ROW.TENANT.eq(issue.tenant()).and(BOOK_ROW.BOOK.eq(book)).and(issue.source() == null ? noCondition() : open).and(notExists(selectOne().from(LINE)
                .where(LINE.TENANT.eq(issue.tenant()), LINE.INTAKE.eq(issue.id()), LINE.MATTER.eq(BOOK_ROW.MATTER))));
    }

    Optional<Row> row(int tenant, UUID book, UUID matter) {
        return sql.select(BOOK_ROW.MATTER, BOOK_ROW.KEY, BOOK_ROW.PLACE, BOOK_ROW.CONTENT).from(BOOK_ROW).where(BOOK_ROW.TENANT.eq(tenant), BOOK_ROW.BOOK.eq(book), BOOK_ROW.MATTER.eq(matter))
                .fetchOptional(r -> new Row(r.value1(), r.value2(), r.value3(), SheetIntakes.JSON.readValue(r.value4().data(), Content.class)));
    }

    void write(int tenant, UUID book, Collection<Row> rows) {
        if (rows.isEmpty()) return;
        var images = rows.stream().map(row -> {
            var image = new LinkedHashMap<String, Object>();
            image.put("tenant", tenant);
            image.put("book", book);
            image.put("matter", row.matter());
            image.put("key", row.key());
            image.put("place", row.place());
            image.put("content", row.content());
            return image;
        }).toList();
        sql.insertInto(BOOK_ROW).select(select(asterisk()).from(table("jsonb_populate_recordset(null::{0}, {1})", BOOK_ROW, val(JSONB.valueOf(SheetIntakes.JSON.writeValueAsString(images))))))
                .onConflict(BOOK_ROW.TENANT, BOOK_ROW.BOOK, BOOK_ROW.MATTER).doUpdate().setAllToExcluded().execute();
    }

    /** Matters that stand above rows of the book, by the title that the rows give them. */
    Map<String, UUID> parents(int tenant, UUID book, Collection<String> titles) {
        return titles.isEmpty() ? new HashMap<>() : new HashMap<>(sql.select(BOOK_PARENT.TITLE, BOOK_PARENT.MATTER).from(BOOK_PARENT)
                .where(BOOK_PARENT.TENANT.eq(tenant), BOOK_PARENT.BOOK.eq(book), BOOK_PARENT.TITLE.in(titles)).fetchMap(BOOK_PARENT.TITLE, BOOK_PARENT.MATTER));
    }

    void parents(int tenant, UUID book, List<Opening> parents) {
        if (!parents.isEmpty()) sql.insertInto(BOOK_PARENT, BOOK_PARENT.TENANT, BOOK_PARENT.BOOK, BOOK_PARENT.TITLE, BOOK_PARENT.MATTER)
                .valuesOfRows(parents.stream().map(parent -> DSL.row(tenant, book, parent.title(), parent.id())).toList()).execute();
    }
}
