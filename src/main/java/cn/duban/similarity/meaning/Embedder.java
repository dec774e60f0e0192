package cn.duban.similarity.meaning;

import cn.duban.ledger.MatterActed;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.MatterListener;
import cn.duban.units.Tenants;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps the embeddings: of matters that were just opened or corrected, as the outbox tells, and of any that were missed. The
 * outbox only leaves a note; what is lost with a crash, or when there are too many notes, is found by looking.
 */
@Component
class Embedder implements MatterListener {

    private static final int NOTES = 10_000;
    private static final int BATCH = 100;

    private final Embeddings embeddings;
    private final Meaning meaning;
    private final Tenants tenants;
    private final Pace pace;
    private final BlockingQueue<MatterId> notes = new ArrayBlockingQueue<>(NOTES);
    private volatile boolean missed = true;

    Embedder(Embeddings embeddings, Meaning meaning, Tenants tenants, Pace pace) {
        this.embeddings = embeddings;
        this.meaning = meaning;
        this.tenants = tenants;
        this.pace = pace;
    }

    @Override
    public String name() {
        return "similarity.embedding";
    }

    @Override
    public void acted(MatterActed event) {
        if (event.entry() != 1 && !event.act().equals("correct")) return;
        if (!notes.offer(event.matter())) missed = true;
    }

    /** Something may be without its embedding that no note speaks of. */
    boolean missed() {
        return missed;
    }

    /** What the outbox told of. */
    void takeNotes() {
        var taken = new ArrayList<MatterId>();
        while (notes.drainTo(taken, BATCH) > 0) {
            taken.stream().collect(Collectors.groupingBy(MatterId::tenant, Collectors.mapping(MatterId::id, Collectors.toList())))
                    .forEach((tenant, matters) -> compute(embeddings.due(tenant, matters)));
            taken.clear();
        }
    }

    /** Walks all matters once, and makes up for what is missing; between two matters newly told of come first. */
    void makeUp() {
        missed = false;
        tenants.each(this::makeUp);
    }

    /** Of one government. */
    void makeUp(int tenant) {
        embeddings.forget(tenant);
        @Nullable UUID below = null;
        List<Embeddings.Due> due;
        do {
            due = embeddings.dueBelow(tenant, below, BATCH);
            if (!compute(due)) return;
            if (!due.isEmpty()) below = due.getLast().matter();
            takeNotes();
        } while (due.size() == BATCH);
    }

    /** @return false when it was broken off, or cannot be done here */
    private boolean compute(List<Embeddings.Due> due) {
        for (var one : due) {
            var vector = pace.keep(() -> meaning.compute(one.subject()));
            if (vector.isEmpty()) return false;
            embeddings.put(one, vector.get());
            if (Thread.currentThread().isInterrupted()) {
                missed = true;
                return false;
            }
        }
        return true;
    }
}
