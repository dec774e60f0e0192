package cn.duban.escalation;

import static cn.duban_db.escalation.Tables.DOCUMENT;
import static cn.duban_db.ledger.Tables.ESCALATION_ROW;

import cn.duban.ledger.Proof;
import cn.duban.ledger.Provable;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Every document that was issued, against its digest in the chain of its matter, and the numbers of each series against their count. */
@Component
class DocumentsProof implements Provable {

    private final DSLContext sql;

    DocumentsProof(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public int prove(int tenant, List<Proof.Break> breaks) {
        var e = ESCALATION_ROW;
        var proved = new int[1];
        sql.select(DOCUMENT.asterisk(), e.DIGEST, e.DOCUMENT.as("said")).from(DOCUMENT)
                .leftJoin(e).on(e.TENANT.eq(DOCUMENT.TENANT), e.MATTER.eq(DOCUMENT.MATTER), e.NO.eq(DOCUMENT.ENTRY))
                .where(DOCUMENT.TENANT.eq(tenant), DOCUMENT.NUMBER.isNotNull()).orderBy(DOCUMENT.ID).forEach(r -> {
                    var d = Documents.read(r.into(DOCUMENT));
                    var issued = java.util.Objects.requireNonNull(d.issued());
                    var said = r.get(e.DIGEST);
                    proved[0]++;
                    // what was erased from the chain by its rule is compared no more
                    if (said == null && r.get("said", String.class) == null) return;
                    if (!Issuing.digest(issued.number(), d, issued.on()).equals(said))
                        breaks.add(new Proof.Break("document " + issued.number(), "督办单据的内容与发出时不同", "the document is not what was issued"));
                });
        return proved[0];
    }
}
