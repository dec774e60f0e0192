package cn.duban.ledger;

import java.util.List;

/** What a room above keeps that can be proved against the ledger, such as what it published: proved together with it. */
public interface Provable {

    /** @param breaks what does not hold is added here @return how many were proved */
    int prove(int tenant, List<Proof.Break> breaks);
}
