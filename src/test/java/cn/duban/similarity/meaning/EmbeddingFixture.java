package cn.duban.similarity.meaning;

import cn.duban.ledger.Town;
import cn.duban.units.Tenants;
import cn.duban_db.similarity.Routines;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What the threads in the background do on their own in production, done by a test when it says so. */
@Component
public class EmbeddingFixture {

    private static final int PATIENCE = 2_000;

    /** Tests keep the machine busy, and would wait for themselves. */
    public static final Pace IN_HASTE = new Pace() {
        @Override
        public <T> T keep(Supplier<T> work) {
            return work.get();
        }
    };

    private final Embedder embedder;
    private final Embeddings embeddings;
    private final Indexes indexes;
    private final DSLContext sql;

    EmbeddingFixture(Embeddings embeddings, Meaning meaning, Tenants tenants, Indexes indexes, DSLContext sql) {
        embedder = new Embedder(embeddings, meaning, tenants, IN_HASTE);
        this.embeddings = embeddings;
        this.indexes = indexes;
        this.sql = sql;
    }

    /** Everything that a government committed so far has its embedding, and the index of this node knows it. */
    public void settle(Town town) {
        embedder.makeUp(town.city.tenant());
        catchUp(indexes);
    }

    /** An index reads on as far as the oldest transaction under way: first everything that began before now must have ended. */
    void catchUp(Indexes node) {
        if (!node.ready()) node.rebuild();
        long now = sql.select(Routines.thisTransaction()).fetchSingle().value1();
        for (int i = 0; i < PATIENCE && embeddings.settled() <= now; i++) LockSupport.parkNanos(5_000_000);
        node.catchUp();
    }
}
