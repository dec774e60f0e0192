package cn.duban.similarity.meaning;

import java.lang.management.ManagementFactory;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Work in the background makes way: while the machine is busy with others, it rests nine times as long as it worked. The time of a core
 * that work at this pace takes is none of the others'; each piece computes on the thread that asks.
 */
@Component
public class Pace {

    /** Of all cores, the share that others may take before this work rests. */
    private static final double BUSY = 0.3;
    private static final int REST = 9;
    private static final long LOOK = 1_000_000_000;
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    private long lookedAt = System.nanoTime();
    private long worked;
    private boolean busy;

    public <T> T keep(Supplier<T> work) {
        var began = System.nanoTime();
        var before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        var result = work.get();
        var cost = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
        var ended = System.nanoTime();
        if (busy(ended, cost)) LockSupport.parkNanos(REST * (ended - began));
        return result;
    }

    /** @param cost nanoseconds of a core */
    private synchronized boolean busy(long now, long cost) {
        worked += cost;
        if (now - lookedAt < LOOK) return busy;
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system) {
            var own = (double) worked / (now - lookedAt) / CORES;
            busy = system.getCpuLoad() - own > BUSY;
        }
        lookedAt = now;
        worked = 0;
        return busy;
    }
}
