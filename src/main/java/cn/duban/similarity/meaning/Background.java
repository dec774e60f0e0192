package cn.duban.similarity.meaning;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Two threads of this node: one computes embeddings, one keeps the index. Both of the lowest priority. */
@Component
@ConditionalOnProperty(name = "duban.alikes", havingValue = "true")
class Background implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Background.class);
    private static final long HOUR = TimeUnit.HOURS.toNanos(1);
    private static final long DAY = TimeUnit.DAYS.toNanos(1);

    private final Embedder embedder;
    private final Indexes indexes;
    private final AtomicLong lookedAt = new AtomicLong();
    private final AtomicLong builtAt = new AtomicLong();
    private volatile ScheduledExecutorService threads = none();

    Background(Embedder embedder, Indexes indexes) {
        this.embedder = embedder;
        this.indexes = indexes;
    }

    @Override
    public void start() {
        var fresh = Executors.newScheduledThreadPool(2, Thread.ofPlatform().daemon().name("similarity-", 0).priority(Thread.MIN_PRIORITY).factory());
        fresh.scheduleWithFixedDelay(() -> tried("Embeddings", this::embed), 2_000, 500, TimeUnit.MILLISECONDS);
        fresh.scheduleWithFixedDelay(() -> tried("The index of look-alikes", this::index), 1, 1, TimeUnit.SECONDS);
        threads = fresh;
    }

    private void embed() {
        embedder.takeNotes();
        if (!embedder.missed() && System.nanoTime() - lookedAt.get() < HOUR) return;
        embedder.makeUp();
        lookedAt.set(System.nanoTime());
    }

    private void index() {
        if (indexes.ready() && System.nanoTime() - builtAt.get() < DAY) {
            indexes.catchUp();
            return;
        }
        indexes.rebuild();
        builtAt.set(System.nanoTime());
    }

    private static void tried(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            if (!Thread.currentThread().isInterrupted()) log.warn("{} could not be kept up; it is tried again.", what, e);
        }
    }

    private static ScheduledExecutorService none() {
        var none = Executors.newSingleThreadScheduledExecutor();
        none.shutdown();
        return none;
    }

    @Override
    public void stop() {
        threads.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return !threads.isShutdown();
    }
}
