package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.ANCHOR;
import static cn.duban_db.ledger.Tables.ENTRY;

import cn.duban.crypto.MerkleTree;
import cn.duban.crypto.Sm3;
import cn.duban.units.Tenants;
import cn.duban.web.AfterCommit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Once a day a Merkle root over the heads of all matters of a tenant, chained to the one before and written outside the
 * database as well: {@code anchors/<tenant>.txt} under the data folder, to be kept by somebody else. What was acted long
 * ago cannot then be rewritten by whoever holds the database.
 */
@Component
public class Anchors {

    /** Acts take far less; an entry dated before the cut is committed when the heads are read. */
    private static final Duration SETTLED = Duration.ofMinutes(10);
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final DSLContext sql;
    private final Clock clock;
    private final Tenants tenants;
    private final TransactionTemplate transaction;
    private final Path folder;

    Anchors(DSLContext sql, Clock clock, Tenants tenants, PlatformTransactionManager transactions, @Value("${duban.data:data}") Path data) {
        this.sql = sql;
        this.clock = clock;
        this.tenants = tenants;
        this.transaction = new TransactionTemplate(transactions);
        this.folder = data.resolve("anchors");
    }

    private record Heads(int matters, byte[] root) {}

    private record Last(int no, Instant cutAt, byte[] root) {}

    /** Anchors every tenant that has no anchor of today yet, as of a few minutes ago. */
    public void cast() {
        tenants.each(this::castToday);
    }

    /** In a transaction of its own; says whether it cast one. */
    boolean castToday(int tenant) {
        var at = clock.instant().minus(SETTLED);
        var today = LocalDate.ofInstant(at, CHINA).atStartOfDay(CHINA).toInstant();
        // the day and the next number out of one look: whoever was faster since then took that number
        return transaction.execute(status -> {
            var last = last(tenant);
            return last.filter(anchor -> !anchor.cutAt().isBefore(today)).isEmpty() && cast(tenant, at, last);
        });
    }

    @Transactional
    boolean cast(int tenant, Instant at) {
        return cast(tenant, at, last(tenant));
    }

    private Optional<Last> last(int tenant) {
        return sql.select(ANCHOR.NO, ANCHOR.CUT_AT, ANCHOR.ROOT).from(ANCHOR).where(ANCHOR.TENANT.eq(tenant)).orderBy(ANCHOR.NO.desc()).limit(1).fetchOptional(r -> new Last(r.value1(), r.value2(), r.value3()));
    }

    private boolean cast(int tenant, Instant at, Optional<Last> last) {
        var cut = at.truncatedTo(ChronoUnit.MICROS);
        var heads = heads(tenant, cut);
        if (heads.matters() == 0) return false;
        var no = last.map(anchor -> anchor.no() + 1).orElse(1);
        var previous = last.map(Last::root).orElse(new byte[32]);
        var first = sql.insertInto(ANCHOR, ANCHOR.TENANT, ANCHOR.NO, ANCHOR.CUT_AT, ANCHOR.MATTERS, ANCHOR.ROOT, ANCHOR.PREVIOUS)
                .values(tenant, no, cut, heads.matters(), chained(heads.root(), previous), previous).onConflictDoNothing().execute() == 1;
        // else another node was a moment faster; and a line outside for an anchor that was rolled back would look like a forged database
        if (first) AfterCommit.run(() -> publish(tenant, line(no, cut, heads.matters(), chained(heads.root(), previous)) + "\n"));
        return first;
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

    private static String line(int no, Instant cut, int matters, byte[] root) {
        return "%d %s %d %s".formatted(no, cut, matters, HexFormat.of().formatHex(root));
    }

    /** Recomputes every anchor of a tenant from the entries, and compares the copy outside; says how many there were. */
    int prove(int tenant, List<Proof.Break> breaks) {
        var anchors = sql.selectFrom(ANCHOR).where(ANCHOR.TENANT.eq(tenant)).orderBy(ANCHOR.NO).fetch();
        var lines = new HashSet<String>();
        var previous = new byte[32];
        var no = 1;
        for (var anchor : anchors) {
            var heads = heads(tenant, anchor.getCutAt());
            var where = "anchor " + anchor.getNo() + " of tenant " + tenant;
            if (anchor.getNo() != no++ || !Arrays.equals(anchor.getPrevious(), previous))
                breaks.add(new Proof.Break(where, "与前一个锚点接不上", "does not follow the anchor before it"));
            if (heads.matters() != anchor.getMatters() || !Arrays.equals(chained(heads.root(), anchor.getPrevious()), anchor.getRoot()))
                breaks.add(new Proof.Break(where, "到 " + anchor.getCutAt() + " 为止的记录与锚定时不同", "the entries up to " + anchor.getCutAt() + " are not those that were anchored"));
            previous = anchor.getRoot();
            lines.add(line(anchor.getNo(), anchor.getCutAt(), anchor.getMatters(), anchor.getRoot()));
        }
        outside(tenant).stream().filter(line -> !lines.contains(line))
                .forEach(line -> breaks.add(new Proof.Break("anchor " + line.split(" ")[0] + " of tenant " + tenant, "数据库里没有库外副本写着的这一条：" + line, "the database does not hold what was written outside: " + line)));
        return anchors.size();
    }

    /** What this node wrote outside; another node's anchors stand in its own file. */
    private List<String> outside(int tenant) {
        var file = folder.resolve(tenant + ".txt");
        try {
            return Files.exists(file) ? Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList() : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
