package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.NUMBER_SERIES;
import static org.jooq.impl.DSL.excluded;

import jakarta.annotation.PreDestroy;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Numbers of matters, such as 整改〔2026〕12号. A node takes them in blocks, each in its own short transaction, so that no
 * two acts wait for one row. A block is one number while a series is quiet and grows while it is busy; what is left of it
 * is handed back when the node stops. After a crash, or an opening that was refused, numbers have gaps; issued documents,
 * which may not, are numbered elsewhere.
 */
@Component
class Numbering {

    private static final int LARGEST = 256;
    private static final long BUSY = TimeUnit.SECONDS.toNanos(1);

    private final DSLContext sql;
    private final Map<Series, Block> blocks = new ConcurrentHashMap<>();

    Numbering(DSLContext sql) {
        this.sql = sql;
    }

    private record Series(int tenant, String name) {}

    /** @param next the number to give out; @param end the first that is no longer ours; @param taken when, in nanoseconds */
    private record Block(long next, long end, int size, long taken) {

        Block after() {
            return new Block(next + 1, end, size, taken);
        }

        boolean last() {
            return next + 1 >= end;
        }
    }

    /** @param pattern the type's, with {@code {seq}} and perhaps {@code {year} {month} {unit}} */
    String next(int tenant, String pattern, LocalDate day, String unit) {
        if (TransactionSynchronizationManager.isActualTransactionActive())
            throw new IllegalStateException("A number is taken before the transaction that uses it: with the pool empty, everybody would wait for a second connection.");
        var series = pattern.replace("{year}", "" + day.getYear())
                .replace("{month}", "%02d".formatted(day.getMonthValue()))
                .replace("{unit}", unit);
        var block = blocks.compute(new Series(tenant, series), (key, had) -> had == null || had.last() ? take(key, size(had)) : had.after());
        return series.replace("{seq}", "" + block.next());
    }

    private static int size(@Nullable Block used) {
        var busy = used != null && System.nanoTime() - used.taken() < BUSY;
        return busy ? Math.min(LARGEST, used.size() * 2) : 1;
    }

    private Block take(Series series, int size) {
        var end = sql.insertInto(NUMBER_SERIES, NUMBER_SERIES.TENANT, NUMBER_SERIES.SERIES, NUMBER_SERIES.NEXT)
                .values(series.tenant(), series.name(), 1L + size)
                .onConflict(NUMBER_SERIES.TENANT, NUMBER_SERIES.SERIES).doUpdate()
                .set(NUMBER_SERIES.NEXT, NUMBER_SERIES.NEXT.plus(excluded(NUMBER_SERIES.NEXT)).minus(1L))
                .returningResult(NUMBER_SERIES.NEXT).fetchSingle().value1();
        return new Block(end - size, end, size, System.nanoTime());
    }

    /** Only where nobody took a block since: otherwise the rest stays a gap. */
    @PreDestroy
    void handBack() {
        blocks.forEach((series, block) -> {
            if (!block.last()) sql.update(NUMBER_SERIES).set(NUMBER_SERIES.NEXT, block.next() + 1)
                    .where(NUMBER_SERIES.TENANT.eq(series.tenant()), NUMBER_SERIES.SERIES.eq(series.name()), NUMBER_SERIES.NEXT.eq(block.end())).execute();
        });
        blocks.clear();
    }
}
