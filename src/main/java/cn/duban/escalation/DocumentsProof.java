package cn.duban.escalation;

import static cn.duban_db.escalation.Tables.DOCUMENT;
import static cn.duban_db.escalation.Tables.SERIES;
import static cn.duban_db.ledger.Tables.ESCALATION_ROW;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import cn.duban.ledger.Proof;
import cn.duban.ledger.Provable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.springframework.stereotype.Component;

/** Every document that was issued, against its digest in the chain of its matter, and the numbers of each series against their count. */
@Component
class DocumentsProof implements Provable {

    private static final int PAGE = 500;

    private final DSLContext sql;

    DocumentsProof(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public int prove(int tenant, List<Proof.Break> breaks) {
        var proved = 0;
        var after = new UUID(0, 0);
        for (Result<Record> page; !(page = page(tenant, after)).isEmpty(); after = page.getLast().get(DOCUMENT.ID)) {
            page.forEach(r -> prove(r, breaks));
            proved += page.size();
        }
        series(tenant, breaks);
        return proved;
    }

    /** Documents that were issued, each with its line in the chain. */
    private Result<Record> page(int tenant, UUID after) {
        var e = ESCALATION_ROW;
        return sql.select(DOCUMENT.fields()).select(e.DIGEST, e.DOCUMENT.as("said"), e.NO.as("line")).from(DOCUMENT)
                .leftJoin(e).on(e.TENANT.eq(DOCUMENT.TENANT), e.MATTER.eq(DOCUMENT.MATTER), e.NO.eq(DOCUMENT.ENTRY))
                .where(DOCUMENT.TENANT.eq(tenant), DOCUMENT.NUMBER.isNotNull(), DOCUMENT.ID.gt(after)).orderBy(DOCUMENT.ID).limit(PAGE).fetch();
    }

    private static void prove(Record r, List<Proof.Break> breaks) {
        var d = Documents.read(r.into(DOCUMENT));
        var issued = Objects.requireNonNull(d.issued());
        var said = r.get(ESCALATION_ROW.DIGEST);
        // what was erased from the chain by its rule is compared no more; its line is there all the same
        if (r.get("line", Integer.class) != null && said == null && r.get("said", String.class) == null) return;
        if (!Issuing.digest(issued.number(), d, issued.on()).equals(said))
            breaks.add(new Proof.Break("document " + issued.number(), "督办单据的内容与发出时不同", "the document is not what was issued"));
    }

    /** From one on without a gap, as far as the series says that numbers were given out. */
    private void series(int tenant, List<Proof.Break> breaks) {
        var issued = select(DOCUMENT.KIND.as("kind"), DOCUMENT.YEAR.as("year"), count().as("many"), max(DOCUMENT.NO).as("last")).from(DOCUMENT)
                .where(DOCUMENT.TENANT.eq(tenant), DOCUMENT.NUMBER.isNotNull()).groupBy(DOCUMENT.KIND, DOCUMENT.YEAR).asTable("issued");
        var given = select(SERIES.KIND.as("kind"), SERIES.YEAR.as("year"), SERIES.LAST.as("last")).from(SERIES).where(SERIES.TENANT.eq(tenant)).asTable("given");
        var many = coalesce(issued.field("many", Integer.class), 0);
        var last = coalesce(given.field("last", Integer.class), 0);
        sql.select(coalesce(issued.field("kind", String.class), given.field("kind", String.class)), coalesce(issued.field("year", Integer.class), given.field("year", Integer.class)), many, last).from(issued)
                .fullJoin(given).on(issued.field("kind", String.class).eq(given.field("kind", String.class)), issued.field("year", Integer.class).eq(given.field("year", Integer.class)))
                .where(many.ne(last).or(coalesce(issued.field("last", Integer.class), 0).ne(last)))
                .forEach(r -> breaks.add(new Proof.Break("document " + r.value1() + "/" + r.value2(), "发出 %d 件，文号编到 %d 号，文号有缺".formatted(r.value3(), r.value4()), "%d were issued and numbers go up to %d: some are missing".formatted(r.value3(), r.value4()))));
    }
}
