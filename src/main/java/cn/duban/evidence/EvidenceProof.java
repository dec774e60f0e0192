package cn.duban.evidence;

import static cn.duban_db.evidence.Tables.FILE;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;

import cn.duban.crypto.Sm3;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Gatherers;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Reads every file of a tenant again and compares it with its hash: the part of {@code verify} that is evidence's. */
@Component
public class EvidenceProof {

    private static final int PAGE = 500;

    private final DSLContext sql;
    private final FileStore store;

    EvidenceProof(DSLContext sql, FileStore store) {
        this.sql = sql;
        this.store = store;
    }

    /**
     * @param files files whose bytes are what their hash says
     * @param bytes their size together
     * @param strays files that no row names: harmless leavings of a crash, or a database older than the files
     */
    public record Outcome(long files, long bytes, long strays, List<Fault> faults) {

        public boolean holds() {
            return faults.isEmpty();
        }
    }

    /** A file that is not what its row says; the name is one it was uploaded under. */
    public record Fault(FileId file, String name, Wrong wrong) {}

    /** What is wrong with a file. */
    public enum Wrong {
        /** The row is there, the file is not. */
        MISSING,
        /** The bytes have another hash. */
        CHANGED,
        /** The bytes are right, the size in the row is not. */
        WRONG_SIZE,
        /** The disk gives an error. */
        UNREADABLE
    }

    private record Row(FileId id, String name, long least, long most) {}

    public Outcome prove(int tenant) {
        var faults = new ArrayList<Fault>();
        long files = 0;
        long bytes = 0;
        var page = page(tenant, new byte[0]);
        while (!page.isEmpty()) {
            for (var row : page) {
                var wrong = wrong(row);
                if (wrong.isPresent()) faults.add(new Fault(row.id(), row.name(), wrong.get()));
                else {
                    files++;
                    bytes += row.most();
                }
            }
            page = page(tenant, page.getLast().id().hash());
        }
        return new Outcome(files, bytes, strays(tenant), List.copyOf(faults));
    }

    private List<Row> page(int tenant, byte[] after) {
        return sql.select(FILE.HASH, min(FILE.NAME), min(FILE.SIZE), max(FILE.SIZE)).from(FILE)
                .where(FILE.TENANT.eq(tenant), FILE.HASH.gt(after))
                .groupBy(FILE.HASH).orderBy(FILE.HASH).limit(PAGE)
                .fetch(r -> new Row(FileId.of(tenant, r.value1()), r.value2(), r.value3(), r.value4()));
    }

    private long strays(int tenant) {
        try (var kept = store.all(tenant)) {
            return kept.gather(Gatherers.windowFixed(PAGE)).mapToLong(some -> some.size() - named(tenant, some)).sum();
        } catch (IOException e) {
            throw new UncheckedIOException("The files of tenant " + tenant + " could not be listed.", e);
        }
    }

    private int named(int tenant, List<FileId> files) {
        return sql.fetchCount(sql.selectDistinct(FILE.HASH).from(FILE)
                .where(FILE.TENANT.eq(tenant), FILE.HASH.in(files.stream().map(FileId::hash).toList())));
    }

    private Optional<Wrong> wrong(Row row) {
        try (var in = store.open(row.id()); var all = new Sm3.Stream(OutputStream.nullOutputStream())) {
            in.transferTo(all);
            if (!Sm3.hex(all.digest()).equals(row.id().hex())) return Optional.of(Wrong.CHANGED);
            return row.least() == all.size() && row.most() == all.size() ? Optional.empty() : Optional.of(Wrong.WRONG_SIZE);
        } catch (NoSuchFileException _) {
            return Optional.of(Wrong.MISSING);
        } catch (IOException _) {
            return Optional.of(Wrong.UNREADABLE);
        }
    }
}
