package cn.duban.ledger;

import cn.duban.ledger.type.MatterType.Label;
import org.jspecify.annotations.Nullable;

/**
 * An act that a viewer may take now.
 *
 * @param assignment the assignment it is about; null for the matter itself
 * @param rank the one that leads on, another one of the type, one of the kernel, or one entered for somebody else
 */
public record Offer(String action, Label label, @Nullable Integer assignment, Rank rank) {

    public enum Rank { MAIN, USUAL, KERNEL, PROXY }
}
