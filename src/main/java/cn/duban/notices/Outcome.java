package cn.duban.notices;

/** What came of an attempt to send, with what the other side answered, in words for an administrator. */
public sealed interface Outcome {

    String answer();

    record Sent(String answer) implements Outcome {}

    /** It will not be taken like this: trying again as it is would not help. */
    record Refused(String answer) implements Outcome {}

    /** The message was not taken this time, but may be later. */
    record Delayed(String answer) implements Outcome {}

    /** Nobody answers there: other messages would fare no better now. */
    record Unreachable(String answer) implements Outcome {}
}
