package cn.duban.ledger;

import java.util.List;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;

/**
 * An act that may not be done, said so that the person knows what to do next.
 *
 * @param rule a stable word: {@code state}, {@code role}, {@code own-work}, {@code missing}, {@code gate}, {@code parent}, {@code most}, {@code too-late}, {@code objection-late}, {@code decided}, {@code signature}, {@code conflict}, {@code input}
 * @param zh the full sentence
 * @param en the same in English
 * @param couldAct the roles that may do it from here
 * @param missing what the act still needs
 */
public record Refusal(String rule, String zh, String en, List<String> couldAct, List<String> missing) {

    static Refusal of(String rule, String zh, String en) {
        return new Refusal(rule, zh, en, List.of(), List.of());
    }

    /** @param couldAct the roles that may */
    static Refusal role(String zh, String en, List<String> couldAct) {
        return new Refusal("role", zh, en, couldAct, List.of());
    }

    Refused thrown() {
        return new Refused(this);
    }

    /** The full sentence in the reader's language. */
    public String text() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en") ? en : zh;
    }

    private HttpStatus status() {
        return switch (rule) {
            case "not-found" -> HttpStatus.NOT_FOUND;
            case "role", "own-work" -> HttpStatus.FORBIDDEN;
            case "conflict", "state", "most", "too-late", "objection-late", "decided", "signature", "gate", "idempotency" -> HttpStatus.CONFLICT;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }

    /** Thrown by the door; pages, API and batch turn it into their own answer. */
    public static final class Refused extends cn.duban.web.Refused {
        private static final long serialVersionUID = 1;
        private final transient Refusal refusal;

        Refused(Refusal refusal) {
            super(refusal.status(), "ledger." + refusal.rule(), refusal.text(), "");
            this.refusal = refusal;
        }

        public Refusal refusal() {
            return refusal;
        }
    }
}
