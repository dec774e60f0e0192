package cn.duban.publication;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
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
    private long held;

    @Autowired
    Papers() {
        this(ROOM);
    }

    /** @param room bytes kept */
    Papers(long room) {
        this.room = room;
    }

    synchronized byte[] of(Frozen frozen) throws IOException {
        var key = new Key(frozen.tenant(), frozen.bulletin(), frozen.digest());
        var known = kept.get(key);
        if (known != null) return known;
        var bytes = BulletinDocx.bytes(frozen.read());
        kept.put(key, bytes);
        held += bytes.length;
        for (var oldest = kept.entrySet().iterator(); held > room && oldest.hasNext(); ) {
            held -= oldest.next().getValue().length;
            oldest.remove();
        }
        return bytes;
    }
}
