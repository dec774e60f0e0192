package cn.duban.similarity.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.DubanTest;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterActed;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Town;
import cn.duban.ledger.type.Phase;
import cn.duban.units.Tenants;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Every open or recent matter gets its embedding whatever happens in between, and every node learns of it. */
@DubanTest
class EmbeddingsTest {

    @Autowired Embeddings embeddings;
    @Autowired Meaning meaning;
    @Autowired Tenants tenants;
    @Autowired EmbeddingFixture fixture;
    @Autowired Ledger ledger;
    @Autowired Town towns;
    @Autowired DSLContext sql;
    @Autowired PlatformTransactionManager transactions;

    private Town town;

    @BeforeEach
    void aCityOfItsOwn() {
        town = towns.another();
    }

    @Test
    void computesWhatTheOutboxTellsOfAndOnlyOnce() {
        var node = node();
        var id = open("望星桥栏杆松动");
        node.acted(new MatterActed(id, 1, "rectification", "rectification-measure", "open", "drafted", Phase.DRAFT));
        assertThat(kept(id)).isNull();
        node.takeNotes();
        var written = writtenIn(id);
        node.acted(new MatterActed(id, 1, "rectification", "rectification-measure", "open", "drafted", Phase.DRAFT));
        node.takeNotes();
        assertThat(writtenIn(id)).isEqualTo(written);
        assertThat(kept(id)).hasSize(Vector.FIGURES);
    }

    /** The node that was told of it died before it had computed anything. */
    @Test
    void makesUpForWhatACrashLeftOut() {
        var id = open("望星桥引桥沉降");
        node().acted(new MatterActed(id, 1, "rectification", "rectification-measure", "open", "drafted", Phase.DRAFT));
        assertThat(kept(id)).isNull();
        node().makeUp(town.city.tenant());
        assertThat(kept(id)).isNotNull();
    }

    @Test
    void computesAnewForOtherWordsAndAnotherModel() {
        var reworded = open("望星桥照明损坏");
        var older = open("望星桥排水不畅");
        node().makeUp(town.city.tenant());
        var before = kept(reworded);
        sql.update(DSL.table("similarity.embedding")).set(DSL.field("model"), "another").where("matter = ?", older.id()).execute();
        ledger.act(reworded, Act.of("correct").saying("title", "社区食堂没有营业执照"), town.as("inspect"));
        assertThat(kept(older)).isNull();
        node().makeUp(town.city.tenant());
        assertThat(Vector.cosine(before, kept(reworded))).isLessThan(0.7);
        assertThat(kept(older)).isNotNull();
    }

    @Test
    void forgetsWhatIsNeitherOpenNorRecent() {
        var old = open("望星桥旧案");
        var voided = open("望星桥误录");
        node().makeUp(town.city.tenant());
        sql.execute("update ledger.matter set phase = 'ended', settled_at = now() - interval '25 months' where id = ?", old.id());
        ledger.act(voided, Act.of("void").saying("reason", "误录"), town.as("inspect"));
        node().makeUp(town.city.tenant());
        assertThat(kept(old)).isNull();
        assertThat(kept(voided)).isNull();
        sql.execute("update ledger.matter set phase = 'draft', settled_at = null where id = ?", old.id());
    }

    @Test
    void tellsEveryNodeOfEveryRow() {
        var other = new Indexes(embeddings, tenants);
        other.rebuild();
        var before = other.size(town.city.tenant());
        var id = open("望星桥桥面破损");
        var node = node();
        node.acted(new MatterActed(id, 1, "rectification", "rectification-measure", "open", "drafted", Phase.DRAFT));
        node.takeNotes();
        assertThat(nearest(other, id)).doesNotContain(id.id());
        fixture.catchUp(other);
        assertThat(nearest(other, id)).contains(id.id());
        assertThat(other.size(town.city.tenant())).isGreaterThan(before);
    }

    /** A transaction that began first and commits last: a mark by clock or sequence would have passed it by. */
    @Test
    void missesNoRowThatIsCommittedLate() throws Exception {
        var late = open("望星桥晚提交");
        var early = open("望星桥早提交");
        var other = new Indexes(embeddings, tenants);
        other.rebuild();
        var wrote = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        try (var threads = Executors.newSingleThreadExecutor()) {
            var slow = threads.submit(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                put(late);
                wrote.countDown();
                await(go);
            }));
            wrote.await();
            put(early);
            other.catchUp();
            assertThat(nearest(other, late)).doesNotContain(late.id());
            go.countDown();
            slow.get();
        }
        fixture.catchUp(other);
        assertThat(nearest(other, late)).contains(late.id());
        assertThat(nearest(other, early)).contains(early.id());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Embedder node() {
        return new Embedder(embeddings, meaning, tenants, EmbeddingFixture.IN_HASTE);
    }

    private void put(MatterId id) {
        embeddings.due(id.tenant(), List.of(id.id())).forEach(due -> embeddings.put(due, meaning.compute(due.subject()).orElseThrow()));
    }

    private MatterId open(String title) {
        return ledger.open(town.measure(title), town.as("inspect"), null).id();
    }

    private byte[] kept(MatterId id) {
        return sql.select(DSL.field("vector", byte[].class)).from("similarity.embedding").where("matter = ? and model = ?", id.id(), Encoder.MODEL).fetchOne(0, byte[].class);
    }

    private Long writtenIn(MatterId id) {
        return sql.select(DSL.field("written_in", Long.class)).from("similarity.embedding").where("matter = ?", id.id()).fetchOne(0, Long.class);
    }

    private List<UUID> nearest(Indexes indexes, MatterId id) {
        var title = sql.select(DSL.field("title", String.class)).from("ledger.matter").where("id = ?", id.id()).fetchOne(0, String.class);
        return indexes.near(id.tenant(), meaning.of(new Subject(title, "正文")).orElseThrow(), 50, 0.9).stream().map(Near::matter).toList();
    }
}
