package cn.duban.similarity.meaning;

import ai.onnxruntime.OrtException;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What a text means, in figures. On a machine that the engine does not run on there are none, and comparing goes by wording. */
@Component
public class Meaning implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Meaning.class);
    private static final int AT_ONCE = 2;
    private static final int WAITING = 64;
    private static final long SECONDS = 3;

    /** How many texts are remembered, and for how many minutes: what somebody types is asked about several times before it is a matter, and once more then. */
    private static final int REMEMBERED = 2_000;
    private static final int MINUTES = 10;

    private final Path folder;
    private final Cache<String, byte[]> lately = Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(Duration.ofMinutes(MINUTES)).build();
    /** Few compute at a time, however many ask: the others wait without a core. */
    private final ExecutorService asked = new ThreadPoolExecutor(AT_ONCE, AT_ONCE, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().daemon().name("meaning-", 0).factory());
    private volatile @Nullable Encoder encoder;
    private volatile boolean none;

    Meaning(@Value("${duban.data:data}") Path data) {
        folder = data.toAbsolutePath().normalize().resolve("model");
    }

    /** Computed on the thread that asks, for work in the background. Empty where this machine cannot. */
    public Optional<byte[]> compute(Subject subject) {
        var ready = encoder();
        return ready == null ? Optional.empty() : Optional.of(lately.get(subject.read(), ready::vector));
    }

    /** For somebody who waits. Empty where this machine cannot, or where too many ask at a time. */
    public Optional<byte[]> of(Subject subject) {
        if (none) return Optional.empty();
        var before = lately.getIfPresent(subject.read());
        if (before != null) return Optional.of(before);
        try {
            return CompletableFuture.supplyAsync(() -> compute(subject), asked).completeOnTimeout(Optional.empty(), SECONDS, TimeUnit.SECONDS).join();
        } catch (RejectedExecutionException busy) {
            return Optional.empty();
        }
    }

    private @Nullable Encoder encoder() {
        if (encoder == null && !none) {
            try {
                encoder = Encoder.load(folder);
            } catch (LinkageError | OrtException | IOException | RuntimeException e) {
                none = true;
                log.warn("The engine for meaning does not run on this machine; look-alikes are found by their wording alone.", e);
            }
        }
        return encoder;
    }

    @Override
    public void destroy() {
        asked.shutdownNow();
    }
}
