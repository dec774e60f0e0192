package cn.duban.sheets;

import static cn.duban_db.sheets.Tables.LINE;
import static org.jooq.impl.DSL.asterisk;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import cn.duban.crypto.Sealer;
import cn.duban.sheets.Line.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** The rows of the sheets. Many are written and read at a time. */
@Component
class Lines {

    private static final List<SelectField<?>> COLUMNS = List.of(LINE.TENANT, LINE.INTAKE, LINE.NO, LINE.CELLS, LINE.SEALED, LINE.OUTCOME, LINE.CONTENT, LINE.REMARKS, LINE.MATTER, LINE.DONE);
    private static final TypeReference<List<Remark>> REMARKS = new TypeReference<>() {};

    private static final JSONB OTHERS = JSONB.valueOf(SheetIntakes.JSON.writeValueAsString(List.of(Map.of("kind", Remark.Kind.HELD, "zh", SourceRows.OTHERS.zh()))));

    private final DSLContext sql;

    private final Sealer sealer;

    Lines(DSLContext sql, Sealer sealer) {
        this.sealer = sealer;
        this.sql = sql;
    }

    /** @param sealed whether their cells name people */
    void keep(int tenant, UUID intake, Map<Integer, List<String>> rows, boolean sealed) {
        var images = rows.entrySet().stream().map(row -> {
            var image = image(tenant, intake, new Line(row.getKey(), sealed ? List.of() : row.getValue(), null, null, List.of(), null, false));
            if (sealed) image.put("sealed", "\\x" + HexFormat.of().formatHex(sealer.seal(SheetIntakes.JSON.writeValueAsString(row.getValue()), place(tenant, intake, row.getKey()))));
            return image;
        }).toList();
        if (!images.isEmpty()) sql.insertInto(LINE).select(select(asterisk()).from(populated(images))).execute();
    }

    private static String place(int tenant, UUID intake, int no) {
        return "sheets.line/" + tenant + "/" + intake + "/" + no;
    }

    /** What is on the ledger needs no copy here: sealed cells are kept of the head, of faulty rows and of those that name somebody else than before alone, or of nothing where the sheet is not wanted. @param bottom of the head */
    void forget(int tenant, UUID intake, int bottom) {
        sql.update(LINE).setNull(LINE.SEALED).where(own(tenant, intake), LINE.SEALED.isNotNull(), LINE.NO.gt(bottom)).and(LINE.OUTCOME.isNull().or(LINE.OUTCOME.ne("faulty")).or(DSL.val(bottom).eq(0)))
                .and(DSL.val(bottom).eq(0).or(LINE.REMARKS.isNull()).or(DSL.condition("not {0} @> {1}", LINE.REMARKS, val(OTHERS)))).execute();
    }

    private static Map<String, Object> image(int tenant, UUID intake, Line line) {
        var image = new LinkedHashMap<String, Object>();
        image.put("tenant", tenant);
        image.put("intake", intake);
        image.put("no", line.no());
        image.put("cells", line.cells());
        image.put("outcome", line.outcome() == null ? null : line.outcome().word());
        image.put("content", line.content());
        image.put("remarks", line.remarks().isEmpty() ? null : line.remarks());
        image.put("matter", line.matter());
        image.put("done", line.done());
        return image;
    }

    private static Table<?> populated(List<Map<String, Object>> images) {
        return table("jsonb_populate_recordset(null::{0}, {1})", LINE, val(JSONB.valueOf(SheetIntakes.JSON.writeValueAsString(images))));
    }

    /**
     * The transaction does not wait for the disk: what a failing machine takes of a batch, it takes whole, rows of the sheet and their matters, and it is done again. The last one of a sheet
     * waits, and with it all before it is on the disk.
     */
    void unhurried() {
        sql.execute("set local synchronous_commit = off");
    }

    /** Holds rows that are still to be done to the end of the transaction; false where somebody else has one of them, or did it. */
    boolean hold(int tenant, UUID intake, Collection<Line> wanted) {
        var numbers = wanted.stream().map(Line::no).toList();
        return sql.select(LINE.NO).from(LINE).where(own(tenant, intake), LINE.NO.in(numbers), LINE.DONE.isFalse()).orderBy(LINE.NO).forNoKeyUpdate().skipLocked().fetch().size() == numbers.size();
    }

    /** These rows are matters now; what was found of them stays. */
    void opened(int tenant, UUID intake, Map<Integer, UUID> matters) {
        var opened = table("unnest({0}, {1})", val(matters.keySet().toArray(Integer[]::new)), val(matters.values().toArray(UUID[]::new), SQLDataType.UUID.array())).as("found", "no", "matter");
        sql.update(LINE).set(LINE.MATTER, of("matter", UUID.class)).set(LINE.DONE, true).from(opened).where(LINE.TENANT.eq(tenant), LINE.INTAKE.eq(intake), LINE.NO.eq(of("no", Integer.class))).execute();
    }

    /** Writes what was found of these rows. */
    void find(int tenant, UUID intake, Collection<Line> lines) {
        if (lines.isEmpty()) return;
        var found = populated(lines.stream().map(line -> {
            var image = image(tenant, intake, line);
            image.put("cells", null);
            return image;
        }).toList()).as("found");
        sql.update(LINE)
                .set(LINE.OUTCOME, of("outcome", String.class)).set(LINE.CONTENT, of("content", JSONB.class)).set(LINE.REMARKS, of("remarks", JSONB.class))
                .set(LINE.MATTER, of("matter", UUID.class)).set(LINE.DONE, of("done", Boolean.class))
                .from(found).where(LINE.TENANT.eq(tenant), LINE.INTAKE.eq(intake), LINE.NO.eq(of("no", Integer.class))).execute();
    }

    private static <T> Field<T> of(String column, Class<T> type) {
        return field(name("found", column), type);
    }

    List<Line> after(int tenant, UUID intake, int no, int limit) {
        return sql.select(COLUMNS).from(LINE).where(own(tenant, intake), LINE.NO.gt(no)).orderBy(LINE.NO).limit(limit).fetch(this::line);
    }

    /** Rows of one outcome, from a place on. */
    List<Line> found(int tenant, UUID intake, Outcome outcome, int after, int limit) {
        return sql.select(COLUMNS).from(LINE).where(own(tenant, intake), LINE.OUTCOME.eq(outcome.word()), LINE.NO.gt(after)).orderBy(LINE.NO).limit(limit).fetch(this::line);
    }

    /** Rows that were read with a doubt and are not faulty. */
    List<Line> doubted(int tenant, UUID intake, int limit) {
        return sql.select(COLUMNS).from(LINE).where(doubtful(tenant, intake)).orderBy(LINE.NO).limit(limit).fetch(this::line);
    }

    int doubts(int tenant, UUID intake) {
        return sql.selectCount().from(LINE).where(doubtful(tenant, intake)).fetchSingle().value1();
    }

    private static Condition doubtful(int tenant, UUID intake) {
        return own(tenant, intake).and(LINE.OUTCOME.in("new", "changed", "unchanged")).and(LINE.REMARKS.isNotNull());
    }

    /** What the run has still to do of one outcome, in the order of the sheet: read off the index, however long the sheet. */
    List<Line> waiting(int tenant, UUID intake, Outcome outcome, int limit) {
        return sql.select(COLUMNS).from(LINE).where(own(tenant, intake), LINE.OUTCOME.eq(outcome.word()), LINE.DONE.isFalse()).orderBy(LINE.NO).limit(limit).fetch(this::line);
    }

    List<Line> numbered(int tenant, UUID intake, List<Integer> numbers) {
        return sql.select(COLUMNS).from(LINE).where(own(tenant, intake), LINE.NO.in(numbers)).orderBy(LINE.NO).fetch(this::line);
    }

    List<Line> between(int tenant, UUID intake, int from, int to) {
        return sql.select(COLUMNS).from(LINE).where(own(tenant, intake), LINE.NO.between(from, to)).orderBy(LINE.NO).fetch(this::line);
    }

    /** How many rows there are of each outcome; those not looked at yet count nowhere. */
    Map<Outcome, Integer> tally(int tenant, UUID intake) {
        var tally = new EnumMap<Outcome, Integer>(Outcome.class);
        sql.select(LINE.OUTCOME, org.jooq.impl.DSL.count()).from(LINE).where(own(tenant, intake), LINE.OUTCOME.isNotNull()).groupBy(LINE.OUTCOME)
                .forEach(r -> tally.put(Outcome.valueOf(r.value1().toUpperCase(Locale.ROOT)), r.value2()));
        return tally;
    }

    /** How much the run has still to do. */
    int left(int tenant, UUID intake) {
        return sql.fetchCount(LINE, own(tenant, intake), LINE.OUTCOME.in("new", "changed"), LINE.DONE.isFalse());
    }

    int count(int tenant, UUID intake) {
        return sql.fetchCount(LINE, own(tenant, intake));
    }

    private static Condition own(int tenant, UUID intake) {
        return LINE.TENANT.eq(tenant).and(LINE.INTAKE.eq(intake));
    }

    private Line line(Record r) {
        var outcome = r.get(LINE.OUTCOME);
        var content = r.get(LINE.CONTENT);
        var remarks = r.get(LINE.REMARKS);
        return new Line(r.get(LINE.NO), cells(r), outcome == null ? null : Outcome.valueOf(outcome.toUpperCase(Locale.ROOT)),
                content == null ? null : SheetIntakes.JSON.readValue(content.data(), Content.class),
                remarks == null ? List.of() : SheetIntakes.JSON.readValue(remarks.data(), REMARKS), r.get(LINE.MATTER), r.get(LINE.DONE));
    }

    private List<String> cells(Record r) {
        var sealed = r.get(LINE.SEALED);
        return new ArrayList<>(Arrays.asList(sealed == null ? r.get(LINE.CELLS) : SheetIntakes.JSON.readValue(sealer.openText(sealed, place(r.get(LINE.TENANT), r.get(LINE.INTAKE), r.get(LINE.NO))), String[].class)));
    }
}
