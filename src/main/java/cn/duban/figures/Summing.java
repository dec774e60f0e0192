package cn.duban.figures;

import static cn.duban_db.figures.Tables.LOT;
import static cn.duban_db.figures.Tables.STANDING;
import static cn.duban_db.figures.Tables.STAY;
import static cn.duban_db.figures.Tables.STOOD;
import static cn.duban_db.figures.Tables.SUMMED;
import static cn.duban_db.figures.Tables.TALLY;
import static cn.duban_db.figures.Tables.WAY;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.nullif;

import cn.duban.ledger.Circle;
import cn.duban.ledger.Secrecy;
import cn.duban.ledger.type.Phase;
import cn.duban.units.Directories;
import cn.duban_db.figures.tables.records.LotRecord;
import cn.duban_db.figures.tables.records.StayRecord;
import cn.duban_db.figures.tables.records.TallyRecord;
import cn.duban_db.figures.tables.records.WayRecord;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps the sums in step with the standings, in the same transaction. Whoever counts holds the one row that says how far they are
 * through, so that nothing is added twice, on whichever node, and nobody waits for one another in two orders.
 */
@Component
class Summing {

    static final Field<Instant> NEVER = inline("infinity").cast(STOOD.ENDED_AT.getDataType());

    /** Those that have a column of their own. */
    static final List<Kind> KINDS = Arrays.stream(Kind.values()).filter(kind -> kind != Kind.MOVED).toList();

    static final UUID NOBODY = new UUID(0, 0);
    static final UUID EVERYBODY = new UUID(-1, -1);
    private static final int ROWS = 1000;
    private static final Map<Field<Integer>, Field<Integer>> MORE = KINDS.stream().map(Summing::column).collect(Collectors.toMap(Function.identity(), column -> column.plus(excluded(column))));
    private static final Field<Instant> ENDED_AT = nullif(STOOD.ENDED_AT, NEVER);

    private final DSLContext sql;
    private final Directories directories;

    Summing(DSLContext sql, Directories directories) {
        this.sql = sql;
        this.directories = directories;
    }

    /** How far the sums of a government are through, held until the transaction ends. */
    record Through(int tenant, ZoneId zone, UUID upto) {

        boolean whole() {
            return upto.equals(EVERYBODY);
        }

        /** Ids are compared as PostgreSQL does. */
        boolean holds(UUID matter) {
            var upper = Long.compareUnsigned(matter.getMostSignificantBits(), upto.getMostSignificantBits());
            return upper < 0 || upper == 0 && Long.compareUnsigned(matter.getLeastSignificantBits(), upto.getLeastSignificantBits()) <= 0;
        }

        Delta nothing() {
            return new Delta(zone);
        }
    }

    /** Waits for whoever counts the same government. */
    Through hold(int tenant) {
        var held = held(tenant);
        if (held == null) {
            begin(tenant, sql.fetchExists(STANDING, STANDING.TENANT.eq(tenant)) ? NOBODY : EVERYBODY);
            held = held(tenant);
        }
        return Objects.requireNonNull(held);
    }

    private @Nullable Through held(int tenant) {
        return sql.select(SUMMED.ZONE, SUMMED.UPTO).from(SUMMED).where(SUMMED.TENANT.eq(tenant)).forUpdate().fetchOne(row -> new Through(tenant, ZoneId.of(row.value1()), row.value2()));
    }

    private void begin(int tenant, UUID upto) {
        sql.insertInto(SUMMED).values(tenant, zone(tenant).getId(), upto).onConflictDoNothing().execute();
    }

    private ZoneId zone(int tenant) {
        return directories.of(tenant).zone();
    }

    /** Where nothing was summed yet, or by days of another zone, all of it is to be caught up with, in large batches. */
    void prepare(int tenant) {
        begin(tenant, NOBODY);
        if (!hold(tenant).zone().equals(zone(tenant))) anew(tenant);
    }

    /** Forgets the sums, so that they are made again from what is counted. */
    void anew(int tenant) {
        hold(tenant);
        sql.deleteFrom(TALLY).where(TALLY.TENANT.eq(tenant)).execute();
        sql.deleteFrom(STAY).where(STAY.TENANT.eq(tenant)).execute();
        sql.update(SUMMED).set(SUMMED.UPTO, NOBODY).set(SUMMED.ZONE, zone(tenant).getId()).where(SUMMED.TENANT.eq(tenant)).execute();
    }

    /** Sums up the next so many matters that are counted. @return whether there is more to do */
    boolean next(int tenant, int most) {
        var through = hold(tenant);
        if (through.whole()) return false;
        var last = sql.select(STANDING.MATTER).from(STANDING).where(STANDING.TENANT.eq(tenant), STANDING.MATTER.gt(through.upto())).orderBy(STANDING.MATTER).offset(most - 1).limit(1).fetchOne(STANDING.MATTER);
        var delta = through.nothing();
        read(STOOD.TENANT.eq(tenant).and(STOOD.MATTER.gt(through.upto())).and(last == null ? noCondition() : STOOD.MATTER.le(last)), (matter, circle, stretch) -> delta.add(circle, stretch, 1));
        add(tenant, delta);
        sql.update(SUMMED).set(SUMMED.UPTO, last == null ? EVERYBODY : last).where(SUMMED.TENANT.eq(tenant)).execute();
        return last != null;
    }

    /** All stretches of these matters that ended. */
    Map<UUID, List<Stretch>> ended(int tenant, Collection<UUID> matters) {
        var ended = new HashMap<UUID, List<Stretch>>();
        if (!matters.isEmpty()) read(STOOD.TENANT.eq(tenant).and(STOOD.MATTER.eq(any(matters.toArray(UUID[]::new)))).and(STOOD.ENDED_AT.lt(NEVER)),
                (matter, circle, stretch) -> ended.computeIfAbsent(matter, m -> new ArrayList<>()).add(stretch));
        return ended;
    }

    private interface Reader {
        void read(UUID matter, Circle circle, Stretch stretch);
    }

    private void read(Condition which, Reader reader) {
        try (var rows = sql.select(STOOD.MATTER, STOOD.PHASE_NOW, STOOD.SECRECY_NOW, STOOD.SUPERVISORS, STOOD.BEGAN_AT, ENDED_AT, STOOD.TURN, STOOD.ON_TIME, STOOD.FROM_STATE, STOOD.FROM_SINCE,
                STOOD.LEDGER, STOOD.TYPE, STOOD.SOURCE, STOOD.STATE, STOOD.PHASE, STOOD.UNIT, STOOD.LEADER, STOOD.LATE_AT).from(STOOD).where(which).fetchSize(ROWS).fetchLazy()) {
            for (var r : rows) reader.read(r.value1(), circle(r.value2().equals("draft"), r.value3(), r.value4()), new Stretch(r.value5(), r.value6(), Turn.of(r.value7()), r.value8(), r.value9(), r.value10(),
                    r.value11(), r.value12(), r.value13(), r.value14(), Phase.valueOf(r.value15().toUpperCase(Locale.ROOT)), r.value16(), r.value17(), r.value18()));
        }
    }

    static Circle circle(boolean draft, String secrecy, Integer[] supervisors) {
        return new Circle(draft, Secrecy.valueOf(secrecy.toUpperCase(Locale.ROOT)), Arrays.asList(supervisors));
    }

    /** Only who holds how far the sums are through adds to them. */
    void add(int tenant, Delta delta) {
        var lots = delta.lots().stream().collect(Collectors.toMap(Function.identity(), Lot::id));
        inChunks(List.copyOf(lots.entrySet()), some -> sql.insertInto(LOT).columns(LOT.fields()).valuesOfRecords(some.stream().map(lot -> row(tenant, lot.getValue(), lot.getKey())).toList()).onConflictDoNothing().execute());
        inChunks(delta.tallies(), some -> sql.insertInto(TALLY).columns(TALLY.fields()).valuesOfRecords(some.stream().map(row -> row(tenant, row, lots.get(row.lot()))).toList())
                .onConflict(TALLY.TENANT, TALLY.SPAN, TALLY.FIRST, TALLY.LOT).doUpdate().set(MORE).execute());
        var ways = delta.ways().stream().collect(Collectors.toMap(Function.identity(), Lot.Way::id));
        inChunks(List.copyOf(ways.entrySet()), some -> sql.insertInto(WAY).columns(WAY.fields()).valuesOfRecords(some.stream().map(way -> row(tenant, way.getValue(), way.getKey())).toList()).onConflictDoNothing().execute());
        inChunks(delta.stays(), some -> sql.insertInto(STAY).columns(STAY.fields()).valuesOfRecords(some.stream().map(row -> new StayRecord(tenant, row.span().word(), row.first(), ways.get(row.way()), row.tenths(), row.n())).toList())
                .onConflict(STAY.TENANT, STAY.SPAN, STAY.FIRST, STAY.WAY, STAY.TENTHS).doUpdate().set(STAY.N, STAY.N.plus(excluded(STAY.N))).execute());
    }

    private static <T> void inChunks(List<T> rows, Consumer<List<T>> write) {
        for (int i = 0; i < rows.size(); i += ROWS) write.accept(rows.subList(i, Math.min(rows.size(), i + ROWS)));
    }

    @SuppressWarnings("unchecked")
    static TableField<TallyRecord, Integer> column(Kind kind) {
        return (TableField<TallyRecord, Integer>) Objects.requireNonNull(TALLY.field(kind.name().toLowerCase(Locale.ROOT)));
    }

    private static LotRecord row(int tenant, UUID id, Lot lot) {
        return new LotRecord(tenant, id, lot.circle().draft(), Lot.secrecy(lot.circle()), Lot.array(lot.circle().supervisors()), lot.ledger(), lot.type(), lot.source(), lot.unit(), lot.leader());
    }

    private static WayRecord row(int tenant, UUID id, Lot.Way way) {
        return new WayRecord(tenant, id, way.circle().draft(), Lot.secrecy(way.circle()), Lot.array(way.circle().supervisors()), way.ledger(), way.type(), way.from(), way.to());
    }

    private static TallyRecord row(int tenant, Delta.TallyRow row, @Nullable UUID lot) {
        var record = new TallyRecord();
        record.setTenant(tenant);
        record.setSpan(row.span().word());
        record.setFirst(row.first());
        record.setLot(lot);
        KINDS.forEach(kind -> record.set(column(kind), row.counts()[kind.ordinal()]));
        return record;
    }
}
