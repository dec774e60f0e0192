package cn.duban.workdays;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps each tenant's arrangements in memory. Another node's change is seen after at most two seconds by comparing
 * version numbers; a transaction that changes the calendar reads its own rows past the cache until it ends.
 */
final class CalendarCache {
    private static final Duration TRUSTED_FOR = Duration.ofSeconds(2);

    private record Kept(long version, Instant checkedAt, Arrangements arrangements, Map<String, WorkCalendar> calendars) {
        WorkCalendar calendar(String region) {
            return calendars.computeIfAbsent(region, arrangements::calendar);
        }
    }

    private final Map<Integer, Kept> kept = new ConcurrentHashMap<>();
    private final IntToLongFunction version;
    private final IntFunction<Arrangements> load;
    private final Clock clock;

    CalendarCache(IntToLongFunction version, IntFunction<Arrangements> load, Clock clock) {
        this.version = version;
        this.load = load;
        this.clock = clock;
    }

    Arrangements arrangements(int tenant) {
        return fresh(tenant).arrangements;
    }

    WorkCalendar calendar(int tenant, String region) {
        return fresh(tenant).calendar(region);
    }

    private Kept fresh(int tenant) {
        if (TransactionSynchronizationManager.hasResource(mark(tenant))) return load(tenant);
        var known = kept.get(tenant);
        var now = clock.instant();
        if (known != null && now.isBefore(known.checkedAt.plus(TRUSTED_FOR))) return known;
        var fresh = known != null && version.applyAsLong(tenant) == known.version
                ? new Kept(known.version, now, known.arrangements, known.calendars)
                : load(tenant);
        kept.put(tenant, fresh);
        return fresh;
    }

    /** The version is read first: a change in between is then seen at the next check, never missed. */
    private Kept load(int tenant) {
        return new Kept(version.applyAsLong(tenant), clock.instant(), load.apply(tenant), new ConcurrentHashMap<>());
    }

    /** Called inside the transaction of a change. */
    void changing(int tenant) {
        var mark = mark(tenant);
        if (TransactionSynchronizationManager.hasResource(mark)) return;
        TransactionSynchronizationManager.bindResource(mark, true);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResource(mark);
                kept.remove(tenant);
            }
        });
    }

    private record Mark(CalendarCache cache, int tenant) {}

    private Mark mark(int tenant) {
        return new Mark(this, tenant);
    }
}
