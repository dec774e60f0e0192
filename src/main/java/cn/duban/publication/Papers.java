package cn.duban.publication;

import cn.duban.documents.Download;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Published bulletins on paper. What is frozen is set once and not on every download, since everybody may download; the bytes asked
 * for last stay in memory. One at a time: a crowd that asks for the same paper waits for it instead of setting it too.
 */
@Component
class Papers {

    private static final long ROOM = 32L * 1024 * 1024;

    private record Key(int tenant, UUID bulletin, String digest) {}

    private final Map<Key, byte[]> kept = new LinkedHashMap<>(64, 0.75f, true);
    private final long room;
    private final String home;
    private long held;

    @Autowired
    Papers(@Value("${duban.address:}") String home) {
        this(ROOM, home);
    }

    /** @param room bytes kept */
    Papers(long room, String home) {
        this.room = room;
        this.home = home.replaceAll("/+$", "");
    }

    ResponseEntity<byte[]> docx(Frozen frozen) throws IOException {
        return Download.docx(of(frozen), BulletinDocx.name(frozen.read()));
    }

    ResponseEntity<byte[]> pdf(Frozen frozen) {
        var open = frozen.read();
        return Download.pdf(BulletinDocx.document(open, proof(frozen)), BulletinDocx.name(open));
    }

    /** As it was set for this house, and never as somebody asked: what is kept in memory goes to everybody. */
    private @Nullable String proof(Frozen frozen) {
        return home.isEmpty() ? null : home + "/public/bulletins/" + frozen.slug() + "/verification";
    }

    synchronized byte[] of(Frozen frozen) throws IOException {
        var key = new Key(frozen.tenant(), frozen.bulletin(), frozen.digest());
        var known = kept.get(key);
        if (known != null) return known;
        var bytes = Download.bytes(BulletinDocx.document(frozen.read(), proof(frozen)));
        kept.put(key, bytes);
        held += bytes.length;
        for (var oldest = kept.entrySet().iterator(); held > room && oldest.hasNext(); ) {
            held -= oldest.next().getValue().length;
            oldest.remove();
        }
        return bytes;
    }
}
