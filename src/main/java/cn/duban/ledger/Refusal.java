package cn.duban.ledger;

import java.util.List;

/**
 * An act that may not be done, said so that the person knows what to do next.
 *
 * @param rule a stable word: {@code state}, {@code role}, {@code own-work}, {@code missing}, {@code gate}, {@code most}, {@code too-late}, {@code conflict}, {@code input}
 * @param zh the full sentence
 * @param en the same in English
 * @param couldAct the roles that may do it from here
 * @param missing what the act still needs
 */
public record Refusal(String rule, String zh, String en, List<String> couldAct, List<String> missing) {

    static Refusal of(String rule, String zh, String en) {
        return new Refusal(rule, zh, en, List.of(), List.of());
    }

    Refused thrown() {
        return new Refused(this);
    }

    /** Thrown by the door; pages, API and batch turn it into their own answer. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Refusal refusal;

        Refused(Refusal refusal) {
            super(refusal.rule() + ": " + refusal.en());
            this.refusal = refusal;
        }

        public Refusal refusal() {
            return refusal;
        }
    }
}
