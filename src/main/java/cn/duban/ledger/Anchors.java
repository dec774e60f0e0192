package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.ANCHOR;
import static cn.duban_db.ledger.Tables.ENTRY;
import static cn.duban_db.ledger.Tables.MATTER;

import cn.duban.crypto.MerkleTree;
import cn.duban.crypto.Sm3;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Once a day a Merkle root over the heads of all matters of a tenant, chained to the one before and written outside the
 * database as well: {@code anchors/<tenant>.txt} under the data folder, to be kept by somebody else. What was acted long
 * ago cannot then be rewritten by whoever holds the database.
 */
@Component
public class Anchors {

    /** Acts take far less; an entry dated before the cut is committed when the heads are read. */
    private static final Duration SETTLED = Duration.ofMinutes(10);

    private final DSLContext sql;
    private final Clock clock;
    private final Path folder;

    Anchors(DSLContext sql, Clock clock, @Value("${duban.data:data}") Path data) {
        this.sql = sql;
        this.clock = clock;
        this.folder = data.resolve("anchors");
    }

    private record Heads(int matters, byte[] root) {}

    /** Anchors every tenant as of a few minutes ago. */
    @Transactional
    public void cast() {
        for (var tenant : sql.selectDistinct(MATTER.TENANT).from(MATTER).fetch(MATTER.TENANT)) cast(tenant, clock.instant().minus(SETTLED));
    }

    @Transactional
    void cast(int tenant, Instant at) {
        var cut = at.truncatedTo(ChronoUnit.MICROS);
        var heads = heads(tenant, cut);
        if (heads.matters() == 0) return;
        var last = sql.select(ANCHOR.NO, ANCHOR.ROOT).from(ANCHOR).where(ANCHOR.TENANT.eq(tenant)).orderBy(ANCHOR.NO.desc()).limit(1).fetchOptional();
        var no = last.map(r -> r.value1() + 1).orElse(1);
        var previous = last.map(r -> r.value2()).orElse(new byte[32]);
        sql.insertInto(ANCHOR, ANCHOR.TENANT, ANCHOR.NO, ANCHOR.CUT_AT, ANCHOR.MATTERS, ANCHOR.ROOT, ANCHOR.PREVIOUS)
                .values(tenant, no, cut, heads.matters(), chained(heads.root(), previous), previous).execute();
        publish(tenant, "%d %s %d %s%n".formatted(no, cut, heads.matters(), HexFormat.of().formatHex(chained(heads.root(), previous))));
    }

    private static byte[] chained(byte[] root, byte[] previous) {
        return Sm3.digest(root, previous);
    }

    private Heads heads(int tenant, Instant cut) {
        var leaves = sql.select(ENTRY.MATTER, ENTRY.NO, ENTRY.HASH).distinctOn(ENTRY.MATTER).from(ENTRY)
                .where(ENTRY.TENANT.eq(tenant), ENTRY.AT.le(cut)).orderBy(ENTRY.MATTER, ENTRY.NO.desc())
                .fetch(r -> Sm3.digest((r.value1() + "/" + r.value2()).getBytes(StandardCharsets.US_ASCII), r.value3()));
        return leaves.isEmpty() ? new Heads(0, new byte[32]) : new Heads(leaves.size(), MerkleTree.of(leaves).root());
    }

    private void publish(int tenant, String line) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(tenant + ".txt"), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Recomputes every anchor from the entries, and compares the copy outside; says how many there were. */
    int prove(List<Proof.Break> breaks) {
        var anchors = sql.selectFrom(ANCHOR).orderBy(ANCHOR.TENANT, ANCHOR.NO).fetch();
        for (var anchor : anchors) {
            var heads = heads(anchor.getTenant(), anchor.getCutAt());
            var where = "anchor " + anchor.getNo() + " of tenant " + anchor.getTenant();
            if (heads.matters() != anchor.getMatters() || !Arrays.equals(chained(heads.root(), anchor.getPrevious()), anchor.getRoot()))
                breaks.add(new Proof.Break(where, "the entries up to " + anchor.getCutAt() + " are not those that were anchored"));
            if (!outside(anchor.getTenant(), HexFormat.of().formatHex(anchor.getRoot())))
                breaks.add(new Proof.Break(where, "the copy outside the database does not hold this root"));
        }
        return anchors.size();
    }

    private boolean outside(int tenant, String root) {
        var file = folder.resolve(tenant + ".txt");
        try {
            return !Files.exists(file) || Files.readString(file).contains(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
