package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.ENTRY;
import static cn.duban_db.ledger.Tables.MATTER;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import cn.duban.evidence.EvidenceProof;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;

/**
 * Proves the record: every entry's hash and place in its chain, every row against what the entries add up to, every
 * anchor, and every file of evidence against its hash.
 */
@Component
public class Proof {

    private static final int PAGE = 200;

    private final DSLContext sql;
    private final Dossiers dossiers;
    private final Anchors anchors;
    private final EvidenceProof files;

    Proof(DSLContext sql, Dossiers dossiers, Anchors anchors, EvidenceProof files) {
        this.sql = sql;
        this.dossiers = dossiers;
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
        for (var tenant : sql.selectDistinct(MATTER.TENANT).from(MATTER).fetch(MATTER.TENANT)) {
            UUID after = new UUID(0, 0);
            for (List<UUID> page; !(page = page(tenant, after)).isEmpty(); after = page.getLast()) prove(tenant, page, tally);
            orphans(tenant, tally);
        }
        tally.anchors = anchors.prove(tally.breaks);
        return new Outcome(tally.matters, tally.entries, tally.anchors, tally.files, tally.erased, tally.breaks);
    }

    private static final class Tally {
        int matters;
        long entries;
        int anchors;
        long files;
        int erased;
        final List<Break> breaks = new ArrayList<>();
    }

    private List<UUID> page(int tenant, UUID after) {
        return sql.select(MATTER.ID).from(MATTER).where(MATTER.TENANT.eq(tenant), MATTER.ID.gt(after)).orderBy(MATTER.ID).limit(PAGE).fetch(MATTER.ID);
    }

    private void prove(int tenant, List<UUID> ids, Tally tally) {
        var entries = sql.select(ENTRY.MATTER, field("to_jsonb({0})", JSONB.class, name(ENTRY.getUnqualifiedName()))).from(ENTRY)
                .where(ENTRY.TENANT.eq(tenant), ENTRY.MATTER.in(ids)).orderBy(ENTRY.MATTER, ENTRY.NO)
                .fetchGroups(r -> r.value1(), r -> Rows.JSON.readValue(r.value2().data(), Entry.class));
        for (var dossier : dossiers.of(tenant, ids)) {
            var own = entries.getOrDefault(dossier.matter().id(), List.of());
            tally.matters++;
            tally.entries += own.size();
            tally.erased += (int) own.stream().filter(e -> e.payload() == null).count();
            tally.breaks.addAll(new Refold(dossier, own).breaks());
        }
    }

    /** Files are proved once for a tenant; rows whose matter has none of the entries that would explain it are caught by the fold. */
    private void orphans(int tenant, Tally tally) {
        var outcome = files.prove(tenant);
        tally.files += outcome.files();
        Stream.of(outcome).flatMap(o -> o.faults().stream())
                .forEach(f -> tally.breaks.add(new Break("file " + f.file().hex(), f.wrong() + " (" + f.name() + ")")));
    }
}
