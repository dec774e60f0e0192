package cn.duban.ledger;

/** What a room does after an act is committed: only what may come later, never a rule. */
public interface MatterListener {

    /** A stable name: each listener is served once for each entry. */
    String name();

    void acted(MatterActed event);
}
