package cn.duban.hotline.dispatch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What takes seconds to reckon, held in memory for each government of this node: whoever asks gets the last one at once, and where it is missing or old a
 * thread of the lowest priority reckons it anew. Nothing is kept anywhere else, so nothing can be lost.
 */
public final class Held<T> {

    private static final Logger log = LoggerFactory.getLogger(Held.class);

    private final String what;
    private final Duration fresh;
    private final IntFunction<T> reckon;
    private final Clock clock;
    private final boolean wanted;
    private final Cache<Integer, Kept<T>> kept;
    private final Set<Integer> underWay = ConcurrentHashMap.newKeySet();
    private final ExecutorService thread;

    private record Kept<T>(T value, Instant at) {}

    /** How much of it is held at most: what is asked for least goes, and is reckoned anew when it is asked for again. @param size of one */
    public record Room<T>(long most, ToIntFunction<T> size) {}

    /** @param fresh for how long it is not reckoned anew @param wanted false where nothing goes on by itself, as in a test */
    public Held(String what, Duration fresh, IntFunction<T> reckon, Room<T> room, Clock clock, boolean wanted) {
        this.kept = Caffeine.newBuilder().executor(Runnable::run).maximumWeight(room.most()).weigher((Integer tenant, Kept<T> one) -> 1 + room.size().applyAsInt(one.value())).build();
        this.what = what;
        this.fresh = fresh;
        this.reckon = reckon;
        this.clock = clock;
        this.wanted = wanted;
        this.thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(what + "-", 0).priority(Thread.MIN_PRIORITY).factory());
    }

    /** The last one; empty where there is none yet. */
    public Optional<T> of(int tenant) {
        var last = kept.getIfPresent(tenant);
        if (wanted && old(last) && underWay.add(tenant)) thread.execute(() -> inBackground(tenant));
        return Optional.ofNullable(last).map(Kept::value);
    }

    private boolean old(@Nullable Kept<T> last) {
        return last == null || last.at().plus(fresh).isBefore(clock.instant());
    }

    /** Reckoned by whoever asks. */
    public T renew(int tenant) {
        var at = clock.instant();
        var value = reckon.apply(tenant);
        kept.put(tenant, new Kept<>(value, at));
        return value;
    }

    private void inBackground(int tenant) {
        try {
            // whoever asked may have looked a moment before the last one was there
            if (old(kept.getIfPresent(tenant))) renew(tenant);
        } catch (RuntimeException e) {
            if (!Thread.currentThread().isInterrupted()) log.warn("{} of government {} could not be reckoned; it is tried again.", what, tenant, e);
        } finally {
            underWay.remove(tenant);
        }
    }

    public void stop() {
        thread.shutdownNow();
    }
}
