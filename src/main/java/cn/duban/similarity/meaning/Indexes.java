package cn.duban.similarity.meaning;

import cn.duban.units.Tenants;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The indexes of this node, one a tenant. Each node reads the rows that any node wrote since it last looked: one small
 * statement a second and tenant. Notifications would be lost with their connection, and then this would be needed anyhow.
 */
@Component
public class Indexes {

    private static final Logger log = LoggerFactory.getLogger(Indexes.class);

    /** 180 MB of memory, twice that for a moment each night; the newest matters come first. */
    private static final int LARGEST = 300_000;
    private static final int PAGE = 5_000;

    private final Embeddings embeddings;
    private final Tenants tenants;
    private volatile Map<Integer, NearIndex> indexes = Map.of();
    private volatile boolean ready;
    private long read;

    Indexes(Embeddings embeddings, Tenants tenants) {
        this.embeddings = embeddings;
        this.tenants = tenants;
    }

    /** Whether everything that the database held at the start can be compared with. */
    public boolean ready() {
        return ready;
    }

    /** What transactions below this number wrote, this node compares with. */
    public synchronized long readBelow() {
        return read;
    }

    /** @param least the cosine from which on two count as alike at all */
    public List<Near> near(int tenant, byte[] vector, int most, double least) {
        var index = indexes.get(tenant);
        return index == null ? List.of() : index.near(vector, most, least);
    }

    /** The embedding that a matter has of these words, if it was computed yet. */
    public Optional<byte[]> kept(int tenant, UUID matter, Subject subject) {
        return Optional.ofNullable(embeddings.of(tenant, matter, subject));
    }

    /** The same of many, of whatever words they had when it was last computed. */
    public Map<UUID, byte[]> kept(int tenant, Collection<UUID> matters) {
        return embeddings.of(tenant, matters);
    }

    int size(int tenant) {
        var index = indexes.get(tenant);
        return index == null ? 0 : index.size();
    }

    /** Reads everything anew and shows it once it is whole: at the start, and every night, when what grew old is left out. */
    synchronized void rebuild() {
        var from = embeddings.settled();
        var fresh = new ConcurrentHashMap<Integer, NearIndex>();
        for (var tenant : tenants.all()) fresh.put(tenant, read(tenant));
        indexes = fresh;
        read = from;
        ready = true;
        catchUp();
        log.debug("look-alikes are compared among {}", fresh.values().stream().mapToInt(NearIndex::size).sum());
    }

    private NearIndex read(int tenant) {
        var index = new NearIndex();
        @Nullable UUID below = null;
        while (index.size() < LARGEST) {
            var page = embeddings.below(tenant, below, PAGE);
            index.put(page, true);
            if (page.size() < PAGE) break;
            below = page.getLast().matter();
        }
        return index;
    }

    /** Takes in what was written since the last time, by this node or another. */
    synchronized void catchUp() {
        if (!ready) return;
        var below = embeddings.settled();
        if (below == read) return;
        for (var tenant : tenants.all()) {
            var written = embeddings.written(tenant, read, below);
            if (!written.isEmpty()) indexes.computeIfAbsent(tenant, fresh -> new NearIndex()).put(written, false);
        }
        read = below;
    }
}
