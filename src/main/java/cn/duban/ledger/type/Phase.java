package cn.duban.ledger.type;

import cn.duban.ledger.type.MatterType.State;

/** Where a matter stands, whatever its type calls it: what lists filter by and gates ask for. */
public enum Phase {
    /** Not handed out yet: seen by its supervisor only. */
    DRAFT,
    OPEN,
    /** The promise counts as kept, yet something is still owed (长期坚持). */
    SETTLED,
    /** Nothing is owed any more. */
    ENDED,
    /** Its duties stopped; the master's go on. */
    MERGED,
    /** Entered by mistake; kept, never deleted. */
    VOID;

    /** Where a matter of this type stands in this state; what was merged away or voided is said by acts, not by states. */
    public static Phase of(MatterType type, State state) {
        if (state.ended()) return ENDED;
        if (state.settled()) return SETTLED;
        return state.equals(type.initial()) ? DRAFT : OPEN;
    }

    /** Whether a gate may count it as done; what was merged or voided owes nothing itself. */
    public boolean done() {
        return this != DRAFT && this != OPEN;
    }
}
