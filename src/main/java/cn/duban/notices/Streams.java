package cn.duban.notices;

import static cn.duban_db.notices.Tables.NOTICE;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.row;

import cn.duban.web.Bell;
import cn.duban.web.Viewer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The counts of those who look at a page just now, as server-sent events. Every few seconds one statement asks for all of
 * them, whichever node wrote their notices; only those for whom something changed are counted with their sight.
 */
@Component
class Streams implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Streams.class);
    private static final Duration ROUND = Duration.ofSeconds(3);

    /** Rounds without news after which a line is sent all the same, so that a dead connection is found out. */
    private static final int BREATH = 8;

    /** The browser comes again by itself, and is asked who it is. */
    private static final long LIFE = Duration.ofMinutes(5).toMillis();

    private final DSLContext sql;
    private final Inbox inbox;
    private final Map<SseEmitter, Open> open = new ConcurrentHashMap<>();
    private volatile @Nullable ScheduledExecutorService rounds;
    private int round;

    Streams(DSLContext sql, Inbox inbox) {
        this.sql = sql;
        this.inbox = inbox;
    }

    private record Reader(int tenant, int person, int post) {
        static Reader of(Viewer viewer) {
            return new Reader(viewer.tenant(), viewer.person(), viewer.post());
        }
    }

    private record Seen(int unread, Instant newest) {
        static final Seen NOTHING = new Seen(0, Instant.EPOCH);
    }

    private static final class Open {
        final Viewer viewer;
        final Locale language;
        Seen seen;
        int said;

        Open(Viewer viewer, Locale language, Seen seen, int said) {
            this.viewer = viewer;
            this.language = language;
            this.seen = seen;
            this.said = said;
        }
    }

    /** What a page is told. */
    record Count(String count, String label) {
        static Count of(int unread, Locale language) {
            return Letters.in(language, () -> new Count(Bell.count(unread), Bell.label(unread)));
        }
    }

    /** Says the count at once, and from then on whenever it changes. */
    SseEmitter open(Viewer viewer, Locale language) {
        var emitter = new SseEmitter(LIFE);
        var reader = Reader.of(viewer);
        var seen = look(Set.of(reader)).getOrDefault(reader, Seen.NOTHING);
        var stream = new Open(viewer, language, seen, inbox.unread(viewer));
        emitter.onCompletion(() -> open.remove(emitter));
        emitter.onTimeout(emitter::complete);
        emitter.onError(error -> open.remove(emitter));
        open.put(emitter, stream);
        say(emitter, event(stream));
        return emitter;
    }

    int listening() {
        return open.size();
    }

    /** One round over everybody who listens here. */
    synchronized void round() {
        if (open.isEmpty()) return;
        round++;
        var readers = new HashMap<Reader, List<SseEmitter>>();
        open.forEach((emitter, stream) -> readers.computeIfAbsent(Reader.of(stream.viewer), r -> new ArrayList<>()).add(emitter));
        var seen = look(readers.keySet());
        readers.forEach((reader, emitters) -> {
            var now = seen.getOrDefault(reader, Seen.NOTHING);
            emitters.forEach(emitter -> tell(emitter, now));
        });
    }

    private void tell(SseEmitter emitter, Seen now) {
        var stream = open.get(emitter);
        if (stream == null) return;
        if (!now.equals(stream.seen)) {
            stream.seen = now;
            stream.said = inbox.unread(stream.viewer);
            say(emitter, event(stream));
        } else if (round % BREATH == 0) {
            say(emitter, SseEmitter.event().comment("."));
        }
    }

    private static SseEmitter.SseEventBuilder event(Open stream) {
        return SseEmitter.event().name("count").data(Count.of(stream.said, stream.language), MediaType.APPLICATION_JSON);
    }

    private void say(SseEmitter emitter, SseEmitter.SseEventBuilder event) {
        try {
            emitter.send(event);
        } catch (IOException | IllegalStateException gone) {
            open.remove(emitter);
        }
    }

    private Map<Reader, Seen> look(Set<Reader> readers) {
        return sql.select(NOTICE.TENANT, NOTICE.PERSON, NOTICE.POST, count(), max(NOTICE.AT)).from(NOTICE)
                .where(row(NOTICE.TENANT, NOTICE.PERSON, NOTICE.POST).in(readers.stream().map(r -> row(r.tenant(), r.person(), r.post())).toList()), NOTICE.READ_AT.isNull())
                .groupBy(NOTICE.TENANT, NOTICE.PERSON, NOTICE.POST)
                .fetchMap(r -> new Reader(r.value1(), r.value2(), r.value3()), r -> new Seen(r.value4(), r.value5()));
    }

    private void quietly() {
        try {
            round();
        } catch (RuntimeException e) {
            log.warn("The counts of unread notices could not be told; it is tried again in a few seconds.", e);
        }
    }

    @Override
    public void start() {
        var fresh = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("notices").factory());
        rounds = fresh;
        fresh.scheduleWithFixedDelay(this::quietly, ROUND.toMillis(), ROUND.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Before the server stops taking requests: an open stream would hold it up. */
    @Override
    public void stop() {
        var last = rounds;
        if (last != null) last.shutdownNow();
        rounds = null;
        open.keySet().forEach(SseEmitter::complete);
    }

    @Override
    public boolean isRunning() {
        return rounds != null;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
