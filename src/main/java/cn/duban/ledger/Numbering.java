package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.NUMBER_SERIES;
import static org.jooq.impl.DSL.excluded;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Numbers of matters, such as 整改〔2026〕12号. A node takes them in blocks, each in its own short transaction, so that no
 * two acts wait for one row; numbers may have gaps. Issued documents, which may not, are numbered elsewhere.
 */
@Component
class Numbering {

    private static final int BLOCK = 20;

    private final DSLContext sql;
    private final TransactionTemplate alone;
    private final Map<Series, Block> blocks = new ConcurrentHashMap<>();

    Numbering(DSLContext sql, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.alone = new TransactionTemplate(transactions);
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    private record Series(int tenant, String name) {}

    private record Block(long next, long end) {}

    /** @param pattern the type's, with {@code {seq}} and perhaps {@code {year} {month} {unit}} */
    String next(int tenant, String pattern, LocalDate day, String unit) {
        var series = pattern.replace("{year}", "" + day.getYear())
                .replace("{month}", "%02d".formatted(day.getMonthValue()))
                .replace("{unit}", unit);
        var block = blocks.compute(new Series(tenant, series), (key, had) ->
                had == null || had.next() + 1 > had.end() ? take(key) : new Block(had.next() + 1, had.end()));
        return series.replace("{seq}", "" + block.next());
    }

    private Block take(Series series) {
        var end = alone.execute(status -> sql.insertInto(NUMBER_SERIES, NUMBER_SERIES.TENANT, NUMBER_SERIES.SERIES, NUMBER_SERIES.NEXT)
                .values(series.tenant(), series.name(), 1L + BLOCK)
                .onConflict(NUMBER_SERIES.TENANT, NUMBER_SERIES.SERIES).doUpdate()
                .set(NUMBER_SERIES.NEXT, NUMBER_SERIES.NEXT.plus(excluded(NUMBER_SERIES.NEXT)).minus(1L))
                .returningResult(NUMBER_SERIES.NEXT).fetchSingle().value1());
        return new Block(end - BLOCK, end - 1);
    }
}
