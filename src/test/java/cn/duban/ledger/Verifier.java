package cn.duban.ledger;

import java.util.List;
import org.springframework.stereotype.Component;

/** Proves the ledger of one government, for tests of the rooms above. */
@Component
public class Verifier {

    private final Proof proof;

    Verifier(Proof proof) {
        this.proof = proof;
    }

    public List<Proof.Break> breaks(int tenant) {
        return proof.prove(tenant).breaks();
    }
}
