package cn.duban.bench;

import cn.duban.bench.Door.Answer;
import java.io.IOException;
import java.sql.Connection;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work done by so many at a time for so long: warmed up first, then measured. A thread sends its next request
 * when the last was answered, or was thought over, so the times are those of a full house and not of a planned rate.
 */
record Bout(int connections, int warm, int seconds, @Nullable Process product, long postmaster, Connection sql) {

    private static final int KINDS = 5;
    private static final Duration SLOW = Duration.ofMillis(300);
    private static final int MOMENTS = 20;

    /** Does it once more; null when there is nothing left to do. */
    interface Work extends AutoCloseable {
        @Nullable Answer once() throws Exception;

        /** What passes before the next, as with people who read and type; in no figure. */
        default void think() throws InterruptedException {}

        @Override
        default void close() throws Exception {}

        /** The same, giving back what it works with at the end. */
        static Work closing(AutoCloseable with, Work work) {
            return new Work() {
                @Override
                public @Nullable Answer once() throws Exception {
                    return work.once();
                }

                @Override
                public void close() throws Exception {
                    with.close();
                }
            };
        }
    }

    /** Makes the work of one thread. */
    interface Works {
        Work of(int worker) throws Exception;
    }

    Figure take(String name, Works works) throws Exception {
        var all = new ArrayList<Work>();
        for (int i = 0; i < connections; i++) all.add(works.of(i));
        round(name, all, warm);
        var before = Costs.now(product, postmaster, sql);
        var figure = round(name, all, seconds);
        var costs = Costs.now(product, postmaster, sql).since(before);
        var whole = new Figure(name, figure.seconds(), figure.steps(), figure.errors(), costs, null);
        for (var work : all) work.close();
        System.out.print(whole.rows());
        return whole;
    }

    private static Figure round(String name, ArrayList<Work> all, int seconds) throws InterruptedException, ExecutionException {
        var steps = new TreeMap<String, Histogram>();
        var errors = new ConcurrentHashMap<String, Long>();
        var slow = new ConcurrentHashMap<LocalTime, Integer>();
        var start = System.nanoTime();
        var until = start + seconds * 1_000_000_000L;
        try (var threads = Executors.newFixedThreadPool(all.size())) {
            var rounds = all.stream().map(work -> (Callable<Map<String, Histogram>>) () -> again(work, until, errors, slow)).toList();
            for (var done : threads.invokeAll(rounds)) done.get().forEach((step, times) -> steps.computeIfAbsent(step, s -> new Histogram(3)).add(times));
        }
        if (!slow.isEmpty()) System.out.println(name + ", slower than " + SLOW.toMillis() + " ms: " + slow.values().stream().mapToInt(Integer::intValue).sum() + ", most of them at " + moments(slow));
        return new Figure(name, (System.nanoTime() - start) / 1e9, steps, new TreeMap<>(errors), new Costs(0, 0, 0, 0), null);
    }

    /** Whether it is slow now and then, or all the time. */
    private static String moments(Map<LocalTime, Integer> slow) {
        return slow.entrySet().stream().sorted(Map.Entry.<LocalTime, Integer>comparingByValue().reversed()).limit(MOMENTS).sorted(Map.Entry.comparingByKey())
                .map(moment -> moment.getKey() + " ×" + moment.getValue()).collect(Collectors.joining(", "));
    }

    private static Map<String, Histogram> again(Work work, long until, Map<String, Long> errors, Map<LocalTime, Integer> slow) throws Exception {
        var times = new TreeMap<String, Histogram>();
        // people do not all begin in the same moment
        work.think();
        while (System.nanoTime() < until) {
            var from = System.nanoTime();
            try {
                var answer = work.once();
                if (answer == null) break;
                if (System.nanoTime() - from > SLOW.toNanos()) slow.merge(LocalTime.now().truncatedTo(ChronoUnit.SECONDS), 1, Integer::sum);
                if (answer.good()) times.computeIfAbsent(answer.step(), s -> new Histogram(3)).recordValue((System.nanoTime() - from) / 1000);
                else count((answer.step() + " " + answer.status() + " " + said(answer.text())).strip(), errors);
            } catch (IOException unanswered) {
                count("no answer: " + unanswered.getMessage(), errors);
            }
            work.think();
        }
        return times;
    }

    /** What a page says, without what is around it. */
    private static String said(String text) {
        var main = Jsoup.parse(text).select("main").text();
        var said = main.isEmpty() ? text : main;
        return said.substring(0, Math.min(300, said.length()));
    }

    private static void count(String error, Map<String, Long> errors) {
        errors.merge(errors.size() < KINDS || errors.containsKey(error) ? error : "others", 1L, Long::sum);
    }
}
