package cn.duban.similarity.meaning;

import java.lang.management.ManagementFactory;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Work in the background makes way: while the machine is busy with others, it rests nine times as long as it worked. */
@Component
public class Pace {

    private static final double BUSY = 0.6;
    private static final int REST = 9;
    private static final long LOOK = 1_000_000_000;

    private long lookedAt = System.nanoTime() - LOOK;
    private boolean busy;

    public <T> T keep(Supplier<T> work) {
        var began = System.nanoTime();
        var result = work.get();
        var ended = System.nanoTime();
        if (busy(ended)) LockSupport.parkNanos(REST * (ended - began));
        return result;
    }

    private synchronized boolean busy(long now) {
        if (now - lookedAt >= LOOK) {
            lookedAt = now;
            busy = ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system && system.getCpuLoad() > BUSY;
        }
        return busy;
    }
}
