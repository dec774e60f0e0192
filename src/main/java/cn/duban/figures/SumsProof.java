package cn.duban.figures;

import static cn.duban_db.figures.Tables.STOOD;
import static cn.duban_db.figures.Tables.TALLY;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.sum;

import cn.duban.figures.Counts.Moment;
import cn.duban.ledger.Proof.Break;
import cn.duban.ledger.Provable;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SelectField;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The sums that boards read, held against the stretches: what stood at the end of yesterday, and all that had happened until then. */
@Component
class SumsProof implements Provable {

    private static final int MOST = 20;

    private final DSLContext sql;
    private final Sums sums;
    private final Directories directories;
    private final TransactionTemplate snapshot;

    SumsProof(DSLContext sql, Sums sums, Directories directories, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.sums = sums;
        this.directories = directories;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** None of it was published, so nothing adds to the number of what was. */
    @Override
    public int prove(int tenant, List<Break> breaks) {
        var directory = directories.of(tenant);
        breaks.addAll(faults(directory, directory.today().minusDays(1)));
        return 0;
    }

    /** What does not add up on a day. Sums that are not through with old matters are read by nobody. */
    List<Break> faults(Directory directory, LocalDate day) {
        return Objects.requireNonNull(snapshot.execute(status -> sums.through(directory) ? compared(directory, day) : List.of()));
    }

    private List<Break> compared(Directory directory, LocalDate day) {
        var zone = directory.zone();
        var moment = new Moment(day.plusDays(1).atStartOfDay(zone).toInstant(), Span.BEGINNING.atStartOfDay(zone).toInstant());
        var draft = field(STOOD.PHASE_NOW.eq(inline("draft")));
        List<Field<?>> grouped = List.of(draft, STOOD.SECRECY_NOW, STOOD.SUPERVISORS, STOOD.LEDGER, STOOD.TYPE, STOOD.SOURCE, STOOD.UNIT, STOOD.LEADER);
        var columns = new ArrayList<SelectField<?>>(grouped);
        for (var kind : Summing.KINDS) columns.add(count().filterWhere(kind.at(moment).and(kind.standing() ? Counts.stands(moment) : noCondition())).as(kind.word()));
        var counted = new HashMap<Lot, Tally>();
        sql.select(columns).from(STOOD).where(STOOD.TENANT.eq(directory.tenant()), STOOD.BEGAN_AT.lt(moment.at())).groupBy(grouped)
                .forEach(r -> counted.put(new Lot(Summing.circle(r.get(draft), r.get(STOOD.SECRECY_NOW), r.get(STOOD.SUPERVISORS)), r.get(STOOD.LEDGER), r.get(STOOD.TYPE), r.get(STOOD.SOURCE), r.get(STOOD.UNIT), r.get(STOOD.LEADER)), tally(r)));
        return breaks(day, counted, summed(directory.tenant(), day));
    }

    private Map<UUID, Tally> summed(int tenant, LocalDate day) {
        var columns = new ArrayList<SelectField<?>>(List.of(TALLY.LOT));
        for (var kind : Summing.KINDS) columns.add(sum(Summing.column(kind)).cast(Integer.class).as(kind.word()));
        return sql.select(columns).from(TALLY).where(TALLY.TENANT.eq(tenant), Sums.within(Span.cover(Span.BEGINNING, day), TALLY.SPAN, TALLY.FIRST)).groupBy(TALLY.LOT).fetchMap(TALLY.LOT, SumsProof::tally);
    }

    private static Tally tally(org.jooq.Record r) {
        var tally = new Tally();
        Summing.KINDS.forEach(kind -> tally.add(kind, r.get(kind.word(), Integer.class)));
        return tally;
    }

    private static List<Break> breaks(LocalDate day, Map<Lot, Tally> counted, Map<UUID, Tally> summed) {
        var breaks = new ArrayList<Break>();
        counted.forEach((lot, tally) -> compare(day, lot.ledger() + "/" + lot.type() + "/" + lot.source() + "/" + lot.unit() + "/" + lot.leader(), tally, summed.getOrDefault(lot.id(), new Tally()), breaks));
        var known = counted.keySet().stream().map(Lot::id).toList();
        summed.forEach((lot, tally) -> {
            if (!known.contains(lot)) compare(day, lot.toString(), new Tally(), tally, breaks);
        });
        return breaks.stream().limit(MOST).toList();
    }

    private static void compare(LocalDate day, String what, Tally counted, Tally summed, List<Break> breaks) {
        for (var kind : Summing.KINDS)
            if (counted.of(kind) != summed.of(kind))
                breaks.add(new Break("figures %s %s %s".formatted(day, what, kind.word()), "汇总为 %d，逐件统计为 %d；用 --duban.figures.anew=true 启动一次即重新汇总".formatted(summed.of(kind), counted.of(kind)),
                        "summed up to %d, counted one by one %d; one start with --duban.figures.anew=true sums up anew".formatted(summed.of(kind), counted.of(kind))));
    }
}
