package cn.duban.ledger;

import java.util.List;

/** What a room does after an act is committed: only what may come later, never a rule. */
public interface MatterListener {

    /** A stable name: each listener is served once for each entry. */
    String name();

    void acted(MatterActed event);

    /** Several at a time, in the order of the acts; whoever writes a row for each writes them in one statement. */
    default void acted(List<MatterActed> events) {
        events.forEach(this::acted);
    }
}
