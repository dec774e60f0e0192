package cn.duban.ledger.type;

import java.util.Arrays;
import java.util.Optional;

/** Rules that an action may name as its gate: what data cannot say, statically listed. */
public enum Gate {
    /** Every child (and its children) stands in a settled state or was voided or merged away. */
    CHILDREN_SETTLED("children-settled"),

    /** Every unit's assignment was answered and the answer accepted. */
    ASSIGNMENTS_ANSWERED("assignments-answered"),

    /** The supervisor entered something under it: what was promised stands on the ledger. */
    CHILDREN_ENTERED("children-entered"),

    /**
     * The clock {@link MatterType#OBJECTION} has run out, or every unit that may {@link MatterType#AGREE} has, of what was fed back to them
     * once; and every child is settled. Silence before the end is no consent (《政府督查工作条例》第十七条).
     */
    OBJECTIONS_OVER("objections-over");

    private final String id;

    Gate(String id) {
        this.id = id;
    }

    /** The name used in a type's file. */
    public String id() {
        return id;
    }

    /** Whether children must be settled. */
    public boolean childless() {
        return this == CHILDREN_SETTLED || this == OBJECTIONS_OVER;
    }

    public static Optional<Gate> named(String id) {
        return Arrays.stream(values()).filter(g -> g.id.equals(id)).findFirst();
    }
}
