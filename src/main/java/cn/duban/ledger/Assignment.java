package cn.duban.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One unit's own share of a matter: its receipt, deadline, answer and verdict. The lead's moves with the matter.
 *
 * @param desk the post it lies with inside the unit, when {@code stage} is not {@code UNIT}
 * @param receivedBy the person who received it; silence never sets it
 * @param decided the entry in which the supervisor decided that the unit is competent, after which it may not be sent back again
 */
public record Assignment(
        int tenant,
        UUID matter,
        int no,
        String role,
        int unit,
        State state,
        Stage stage,
        @Nullable Integer desk,
        Instant givenAt,
        @Nullable LocalDate dueOn,
        @Nullable Instant receivedAt,
        @Nullable Integer receivedBy,
        @Nullable Instant answeredAt,
        @Nullable String answer,
        @Nullable String verdict,
        @Nullable Integer decided) {

    /** {@code OBJECTED}: the unit says that it is not competent; the supervisor decides. */
    public enum State { GIVEN, RECEIVED, ANSWERED, ACCEPTED, RETURNED, OBJECTED, WITHDRAWN }

    /** The steps that people have inside a unit: the registry hands on, the handler works, the chief reviews, the leader signs. */
    public enum Stage { UNIT, HANDLING, REVIEWING, SIGNING, SIGNED }

    public boolean open() {
        return state == State.GIVEN || state == State.RECEIVED || state == State.RETURNED;
    }

    /** Its time runs while the unit works on it, and while it objects: nobody wins time by objecting. */
    boolean ticks() {
        return open() || state == State.OBJECTED;
    }

    public boolean live() {
        return state != State.WITHDRAWN;
    }

    Assignment received(Instant at, int person) {
        return new Assignment(tenant, matter, no, role, unit, State.RECEIVED, stage, desk, givenAt, dueOn, at, person, answeredAt, answer, verdict, decided);
    }

    Assignment answered(Instant at, @Nullable String text) {
        return new Assignment(tenant, matter, no, role, unit, State.ANSWERED, Stage.UNIT, null, givenAt, dueOn, receivedAt, receivedBy, at, text, null, decided);
    }

    Assignment judged(State to, @Nullable String text, @Nullable LocalDate due) {
        return new Assignment(tenant, matter, no, role, unit, to, Stage.UNIT, null, givenAt, due == null ? dueOn : due, receivedAt, receivedBy, answeredAt, answer, text, decided);
    }

    Assignment at(Stage where, @Nullable Integer post) {
        return new Assignment(tenant, matter, no, role, unit, state, where, post, givenAt, dueOn, receivedAt, receivedBy, answeredAt, answer, verdict, decided);
    }

    /** With the unit that took over from the one it was given to; what was signed there stays signed. */
    Assignment inherited(int successor) {
        return new Assignment(tenant, matter, no, role, successor, state, stage == Stage.SIGNED ? stage : Stage.UNIT, null, givenAt, dueOn, receivedAt, receivedBy, answeredAt, answer, verdict, decided);
    }

    /** Without an answer or verdict that says one of these texts. */
    Assignment without(Set<String> texts) {
        var kept = answer == null || !texts.contains(answer) ? answer : null;
        var judged = verdict == null || !texts.contains(verdict) ? verdict : null;
        return new Assignment(tenant, matter, no, role, unit, state, stage, desk, givenAt, dueOn, receivedAt, receivedBy, answeredAt, kept, judged, decided);
    }

    Assignment objected(@Nullable String why) {
        return new Assignment(tenant, matter, no, role, unit, State.OBJECTED, Stage.UNIT, null, givenAt, dueOn, receivedAt, receivedBy, answeredAt, answer, why, null);
    }

    /** The unit is competent after all, by the decision of an entry. */
    Assignment upheld(int entry, @Nullable String why) {
        return new Assignment(tenant, matter, no, role, unit, receivedAt == null ? State.GIVEN : State.RECEIVED, Stage.UNIT, null, givenAt, dueOn, receivedAt, receivedBy, answeredAt, answer, why, entry);
    }

    Assignment decidedIn(int entry) {
        return new Assignment(tenant, matter, no, role, unit, state, stage, desk, givenAt, dueOn, receivedAt, receivedBy, answeredAt, answer, verdict, entry);
    }

    /** Handed out anew: receipt and answer start over, the earlier ones stay in the entries. */
    Assignment givenAgain(Instant at, @Nullable LocalDate due) {
        return new Assignment(tenant, matter, no, role, unit, State.GIVEN, Stage.UNIT, null, at, due, null, null, null, null, null, decided);
    }
}
