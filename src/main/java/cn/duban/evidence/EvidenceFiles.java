package cn.duban.evidence;

import static cn.duban.evidence.EvidenceRefused.Reason.EMPTY;
import static cn.duban.evidence.EvidenceRefused.Reason.TOO_LARGE;
import static cn.duban_db.evidence.Tables.ATTACHABLE;
import static cn.duban_db.evidence.Tables.FILE;
import static cn.duban_db.evidence.Tables.TAKEN;

import cn.duban.crypto.Sm3;
import cn.duban.web.Viewer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** The files that people handed in: receives them, says who may attach and who may read them, opens them. */
@Component
public class EvidenceFiles {

    /** Bytes of a text that its page shows. */
    private static final int SHOWN = 64 * 1024;

    private final DSLContext sql;
    private final FileStore store;
    private final ObjectProvider<EvidenceReaders> readers;
    private final Clock clock;
    private final DataSize largest;

    EvidenceFiles(DSLContext sql, FileStore store, ObjectProvider<EvidenceReaders> readers, Clock clock,
            @Value("${duban.evidence.largest:100MB}") DataSize largest) {
        this.sql = sql;
        this.store = store;
        this.readers = readers;
        this.clock = clock;
        this.largest = largest;
    }

    /**
     * Takes a file in. The same person handing the same bytes in again changes only its name and kind, and gets the receipt
     * of the first time otherwise.
     *
     * @param name as uploaded; shown, never used as a path
     * @throws EvidenceRefused if the file is empty, too large or of a type that is not taken in
     */
    public Receipt receive(Viewer viewer, String name, InputStream in, EvidenceKind kind) throws IOException {
        var shown = FileName.clean(name);
        var draft = Files.createTempFile(store.drafts(), "draft", "");
        try {
            var id = FileId.of(viewer.tenant(), write(in, draft, shown));
            var size = Files.size(draft);
            var mediaType = Sniffer.mediaType(draft, shown);
            var taken = mediaType.equals("image/jpeg") ? Taken.of(draft) : Optional.<Taken>empty();
            store.keep(id, draft);
            taken.ifPresent(fact -> record(id, fact));
            return record(viewer, id, size, mediaType, shown, kind);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /**
     * What somebody handed in with their own government, taken in by another under the name that its records have for them. What
     * they did not hand in stays where it is.
     *
     * @return what stands there now
     */
    public List<Receipt> bringAlong(Collection<FileId> wanted, Viewer home, Viewer there) {
        return attachable(home, wanted).stream().map(receipt -> {
            try (var in = store.open(receipt.id())) {
                return receive(there, receipt.name(), in, receipt.kind());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }).toList();
    }

    /** Whether this viewer may hang the file on a matter: they handed it in. */
    public boolean mayAttach(Viewer viewer, FileId file) {
        return attachable(viewer, file).isPresent();
    }

    /** What {@link #mayAttach} allows, with the facts that the matter keeps; empty where it does not. */
    public Optional<Receipt> attachable(Viewer viewer, FileId file) {
        return attachable(viewer, List.of(file)).stream().findFirst();
    }

    /** Of these files the ones that {@link #mayAttach} allows, in one statement. The view {@code evidence.attachable} says the same. */
    public List<Receipt> attachable(Viewer viewer, Collection<FileId> wanted) {
        var hashes = wanted.stream().filter(file -> file.tenant() == viewer.tenant()).map(FileId::hash).toList();
        return sql.select(ATTACHABLE.HASH, ATTACHABLE.SIZE, ATTACHABLE.MEDIA_TYPE, ATTACHABLE.NAME, ATTACHABLE.KIND, ATTACHABLE.UPLOADED_BY, ATTACHABLE.UPLOADED_AT)
                .from(ATTACHABLE)
                .where(ATTACHABLE.TENANT.eq(viewer.tenant()), ATTACHABLE.HASH.in(hashes), ATTACHABLE.PERSON.eq(viewer.person()))
                .fetch(r -> new Receipt(FileId.of(viewer.tenant(), r.value1()), r.value2(), r.value3(), r.value4(),
                        EvidenceKind.valueOf(r.value5()), r.value6(), r.value7()));
    }

    /** Whether this viewer may read the file: may attach it, or a room above vouches for them. */
    public boolean mayRead(Viewer viewer, FileId file) {
        return mayAttach(viewer, file) || readers.orderedStream().anyMatch(room -> room.mayRead(viewer, file));
    }

    /** What is known of a file that this viewer may read, their own receipt before another's; empty for all others. */
    public Optional<Receipt> readable(Viewer viewer, FileId file) {
        return attachable(viewer, file).or(() -> mayRead(viewer, file) ? first(file) : Optional.empty());
    }

    /** What the file is evidence of, as far as this viewer sees it. */
    List<EvidenceReaders.Use> uses(Viewer viewer, FileId file) {
        return readers.orderedStream().flatMap(room -> room.uses(viewer, file).stream()).toList();
    }

    /** The words of a text file small enough for a page; null for all others. */
    @Nullable String text(Receipt receipt) throws IOException {
        var type = MediaType.parseMediaType(receipt.mediaType());
        if (!type.getType().equals("text") || receipt.size() > SHOWN) return null;
        try (var in = open(receipt.id())) {
            return new String(in.readAllBytes(), Objects.requireNonNullElse(type.getCharset(), StandardCharsets.UTF_8)).replace("\uFEFF", "");
        }
    }

    /** The bytes; whoever calls has asked {@link #readable} first. */
    InputStream open(FileId file) throws IOException {
        return store.open(file);
    }

    private byte[] write(InputStream in, Path draft, String name) throws IOException {
        try (var out = new Sm3.Stream(Files.newOutputStream(draft))) {
            copy(in, out, name);
            if (out.size() == 0) throw new EvidenceRefused(EMPTY, name);
            return out.digest();
        }
    }

    private void copy(InputStream in, OutputStream out, String name) throws IOException {
        var buffer = new byte[64 * 1024];
        long left = largest.toBytes();
        for (int n; (n = in.read(buffer)) >= 0; left -= n) {
            if (n > left) throw new EvidenceRefused(TOO_LARGE, name, FileRow.size(largest.toBytes()));
            out.write(buffer, 0, n);
        }
    }

    private Receipt record(Viewer viewer, FileId id, long size, String mediaType, String name, EvidenceKind kind) {
        return sql.insertInto(FILE)
                .set(FILE.TENANT, id.tenant())
                .set(FILE.HASH, id.hash())
                .set(FILE.UPLOADED_BY, viewer.person())
                .set(FILE.UPLOADED_POST, viewer.post())
                .set(FILE.UPLOADED_AT, clock.instant())
                .set(FILE.SIZE, size)
                .set(FILE.MEDIA_TYPE, mediaType)
                .set(FILE.NAME, name)
                .set(FILE.KIND, kind.name())
                .onConflict(FILE.TENANT, FILE.HASH, FILE.UPLOADED_BY)
                .doUpdate().set(FILE.NAME, name).set(FILE.KIND, kind.name())
                .returningResult(FILE.UPLOADED_AT)
                .fetchSingle(r -> new Receipt(id, size, mediaType, name, kind, viewer.person(), r.value1()));
    }

    private void record(FileId id, Taken fact) {
        sql.insertInto(TAKEN).set(TAKEN.TENANT, id.tenant()).set(TAKEN.HASH, id.hash()).set(TAKEN.TAKEN_AT, fact.at()).set(TAKEN.LATITUDE, fact.latitude()).set(TAKEN.LONGITUDE, fact.longitude())
                .onConflictDoNothing().execute();
    }

    /** What photographs say of themselves; whoever calls has asked {@link #readable}, or vouches for the reader. */
    public Map<FileId, Taken> taken(int tenant, Collection<FileId> photographs) {
        if (photographs.isEmpty()) return Map.of();
        return sql.select(TAKEN.HASH, TAKEN.TAKEN_AT, TAKEN.LATITUDE, TAKEN.LONGITUDE).from(TAKEN).where(TAKEN.TENANT.eq(tenant), TAKEN.HASH.in(photographs.stream().map(FileId::hash).toList()))
                .fetchMap(r -> FileId.of(tenant, r.value1()), r -> new Taken(r.value2(), r.value3(), r.value4()));
    }

    private Optional<Receipt> first(FileId file) {
        return sql.select(FILE.SIZE, FILE.MEDIA_TYPE, FILE.NAME, FILE.KIND, FILE.UPLOADED_BY, FILE.UPLOADED_AT)
                .from(FILE)
                .where(FILE.TENANT.eq(file.tenant()), FILE.HASH.eq(file.hash()))
                .orderBy(FILE.UPLOADED_AT, FILE.UPLOADED_BY).limit(1)
                .fetchOptional(r -> new Receipt(file, r.value1(), r.value2(), r.value3(), EvidenceKind.valueOf(r.value4()), r.value5(), r.value6()));
    }
}
