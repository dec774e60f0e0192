package cn.duban.web;

import org.springframework.http.HttpStatus;

/**
 * Something the viewer asked for is not done. Carries the rule that refuses, one sentence that says what is wrong, and
 * one that says what to do next; both sentences are already in the reader's language. It is an answer and no fault, and a page
 * asks for some thirty of them to know what it may offer: where it was thrown is not kept.
 */
public class Refused extends RuntimeException {

    private final HttpStatus status;
    private final String rule;
    private final String next;

    /** @param rule a stable name for programs, such as {@code access.not-my-post} */
    public Refused(HttpStatus status, String rule, String message, String next) {
        super(message, null, false, false);
        this.status = status;
        this.rule = rule;
        this.next = next;
    }

    /** The viewer may not do this. */
    public static Refused forbidden(String rule, String message, String next) {
        return new Refused(HttpStatus.FORBIDDEN, rule, message, next);
    }

    /** Somebody else changed the thing first, or its state does not allow this now. */
    public static Refused conflict(String rule, String message, String next) {
        return new Refused(HttpStatus.CONFLICT, rule, message, next);
    }

    /** What was sent cannot be understood or breaks a rule. */
    public static Refused invalid(String rule, String message, String next) {
        return new Refused(HttpStatus.UNPROCESSABLE_CONTENT, rule, message, next);
    }

    public HttpStatus status() {
        return status;
    }

    public String rule() {
        return rule;
    }

    public String next() {
        return next;
    }
}
