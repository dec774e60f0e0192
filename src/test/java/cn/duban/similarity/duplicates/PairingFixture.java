package cn.duban.similarity.duplicates;

import cn.duban.similarity.meaning.EmbeddingFixture;
import cn.duban.similarity.meaning.Indexes;
import cn.duban.units.Tenants;
import org.springframework.stereotype.Component;

/** Pairs are sought when a test says so, and without making way: on a machine kept busy by tests the pace would leave some for another turn. */
@Component
class PairingFixture {

    private final Pairing pairing;

    PairingFixture(Pairs pairs, Indexes indexes, Tenants tenants) {
        pairing = new Pairing(pairs, indexes, tenants, EmbeddingFixture.IN_HASTE);
    }

    void makeUp() {
        pairing.makeUp();
    }
}
