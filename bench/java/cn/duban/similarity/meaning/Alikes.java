package cn.duban.similarity.meaning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Embeddings of a loaded history, computed on every core, and how many of the nearest the index misses. */
public record Alikes(BeanFactory product, int tenant) {

    private static final int BATCH = 500;
    private static final int NEAREST = 10;
    /** The figure is asked for among so many; a million matters have some 30,000 more that are open or recent. */
    private static final int WANTED = 200_000;

    /** Whatever has none yet, until {@value #WANTED} are there; broken off, it goes on where it stopped. @param there those of before. Says how many and in how many seconds. */
    public String load(int there) throws Exception {
        var embeddings = product.getBean(Embeddings.class);
        var meaning = product.getBean(Meaning.class);
        var transaction = new TransactionTemplate(product.getBean(PlatformTransactionManager.class));
        var start = System.nanoTime();
        var computed = 0;
        try (var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            var due = embeddings.dueBelow(tenant, null, BATCH);
            while (!due.isEmpty() && there + computed < WANTED) {
                var vectors = threads.invokeAll(due.stream().map(one -> (Callable<byte[]>) () -> meaning.compute(one.subject()).orElseThrow()).toList());
                var batch = due;
                transaction.executeWithoutResult(status -> IntStream.range(0, batch.size()).forEach(i -> embeddings.put(batch.get(i), vectors.get(i).resultNow())));
                computed += due.size();
                due = embeddings.dueBelow(tenant, due.getLast().matter(), BATCH);
            }
        }
        var seconds = (System.nanoTime() - start) / 1e9;
        return "embeddings: %,d computed in %.0f s, %.0f a second on %d threads".formatted(computed, seconds, computed / seconds, Runtime.getRuntime().availableProcessors());
    }

    /** Of the ten nearest that comparing with every vector finds, the share that the index finds too. */
    public String recall(List<Subject> texts) {
        var embeddings = product.getBean(Embeddings.class);
        var meaning = product.getBean(Meaning.class);
        var all = new ArrayList<Embeddings.Kept>();
        var page = embeddings.below(tenant, null, 5_000);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = embeddings.below(tenant, page.getLast().matter(), 5_000);
        }
        var index = new NearIndex();
        var start = System.nanoTime();
        index.put(all, true);
        var put = (System.nanoTime() - start) / 1_000_000;
        var found = 0;
        var took = 0L;
        for (var text : texts) {
            var vector = meaning.compute(text).orElseThrow();
            start = System.nanoTime();
            var near = index.near(vector, NEAREST, -1).stream().map(Near::matter).toList();
            took += System.nanoTime() - start;
            found += (int) exact(all, vector).stream().filter(near::contains).count();
        }
        return "look-alikes among %,d: recall of the %d nearest %.3f over %d texts, %.1f ms a search; index filled in %d ms".formatted(all.size(), NEAREST,
                (double) found / (texts.size() * Math.min(NEAREST, all.size())), texts.size(), took / 1e6 / texts.size(), put);
    }

    private static List<UUID> exact(List<Embeddings.Kept> all, byte[] vector) {
        return all.parallelStream().map(kept -> new Near(kept.matter(), Vector.cosine(kept.vector(), vector))).sorted(Comparator.comparingDouble(Near::meaning).reversed()).limit(NEAREST).map(Near::matter).toList();
    }
}
