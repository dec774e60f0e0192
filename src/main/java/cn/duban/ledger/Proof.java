package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.MATTER;

import cn.duban.evidence.EvidenceProof;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Proves the record: every entry's hash and place in its chain, every row against what the entries add up to, every
 * anchor, and every file of evidence against its hash.
 */
@Component
public class Proof {

    private static final int PAGE = 200;

    private final DSLContext sql;
    private final Anchors anchors;
    private final EvidenceProof files;

    Proof(DSLContext sql, Anchors anchors, EvidenceProof files) {
        this.sql = sql;
        this.anchors = anchors;
        this.files = files;
    }

    /** @param where the matter, and the entry or row, in words a person can look up */
    public record Break(String where, String what) {
        @Override
        public String toString() {
            return where + ": " + what;
        }
    }

    public record Outcome(int matters, long entries, int anchors, long files, int erased, List<Break> breaks) {
        public boolean holds() {
            return breaks.isEmpty();
        }
    }

    public Outcome prove() {
        var tally = new Tally();
        StoredRows.tenants(sql).forEach(tenant -> prove(tenant, tally));
        return tally.outcome();
    }

    /** One government's record alone. */
    Outcome prove(int tenant) {
        var tally = new Tally();
        prove(tenant, tally);
        return tally.outcome();
    }

    private void prove(int tenant, Tally tally) {
        var stored = new StoredRows(sql, tenant);
        UUID after = new UUID(0, 0);
        for (List<UUID> page; !(page = page(tenant, after)).isEmpty(); after = page.getLast()) prove(stored, page, tally);
        tally.breaks.addAll(stored.orphans());
        tally.anchors += anchors.prove(tenant, tally.breaks);
        var outcome = files.prove(tenant);
        tally.files += outcome.files();
        outcome.faults().forEach(f -> tally.breaks.add(new Break("file " + f.file().hex(), f.wrong() + " (" + f.name() + ")")));
    }

    private static final class Tally {
        int matters;
        long entries;
        int anchors;
        long files;
        int erased;
        final List<Break> breaks = new ArrayList<>();

        Outcome outcome() {
            return new Outcome(matters, entries, anchors, files, erased, List.copyOf(breaks));
        }
    }

    private List<UUID> page(int tenant, UUID after) {
        return sql.select(MATTER.ID).from(MATTER).where(MATTER.TENANT.eq(tenant), MATTER.ID.gt(after)).orderBy(MATTER.ID).limit(PAGE).fetch(MATTER.ID);
    }

    private static void prove(StoredRows stored, List<UUID> ids, Tally tally) {
        var entries = stored.entries(ids);
        stored.of(ids).forEach((matter, rows) -> {
            var own = entries.getOrDefault(matter, List.of());
            tally.matters++;
            tally.entries += own.size();
            tally.erased += (int) own.stream().filter(e -> e.payload() == null).count();
            tally.breaks.addAll(new Refold(rows, own).breaks());
        });
    }
}
