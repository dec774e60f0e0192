package cn.duban.escalation;

import cn.duban.ledger.MatterId;
import cn.duban.ledger.type.MatterType.Label;
import cn.duban.web.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One step of a ladder as it was made for one breach.
 *
 * @param ladder the ladder by which it was judged
 * @param unit whose delay it is, and whose points
 * @param toUnit whom it is sent to, with {@code toPost} where it is somebody by name of their post
 * @param reachedAt when the rule came to it; it may have been made later, after an outage
 * @param signBy the day by which the supervisor is to sign or decline; null for what the rule issues
 * @param appeal the period for an appeal, as the ladder said it; {@code decision} that for deciding one
 * @param issued null while it is not
 */
public record Document(MatterId matter, UUID id, Run run, int step, int ladder, Label clock, LocalDate lastDay, Kind kind, Step.@Nullable Colour colour, String name, State state, int unit, int toUnit, @Nullable Integer toPost,
        int supervisor, Instant reachedAt, Instant madeAt, @Nullable LocalDate signBy, int replyDays, @Nullable LocalDate replyDue, BigDecimal points, String basis, String participants, String appeal, String decision,
        String title, String body, @Nullable Issued issued, @Nullable Appeal appealed) {

    /** One run of one clock, of a rhythm one round. */
    public record Run(int clock, LocalDate on) {}

    /** @param by the person who signed; 0: the rule @param entry the line in the matter's chain */
    public record Issued(int year, int no, String number, String digest, Instant at, LocalDate on, int by, int entry, LocalDate appealUntil) {}

    public record Appeal(AppealState state, int by, Instant at, LocalDate decideBy, @Nullable Instant decidedAt) {}

    public enum AppealState { OPEN, UPHELD, REJECTED }

    public enum State {
        /** 待签发. */
        READY("yellow", "signature"),
        /** 不予签发. */
        DECLINED("grey", "file-x"),
        /** 已发出; waits for a reply where one is asked for. */
        ISSUED("blue", "send"),
        /** 已回复，待审. */
        REPLIED("yellow", "message-reply"),
        /** 回复已认可. */
        ACCEPTED("green", "circle-check"),
        /** 已撤销. */
        REVOKED("grey", "circle-off");

        private final String colour;
        private final String icon;

        State(String colour, String icon) {
            this.colour = colour;
            this.icon = icon;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public String colour() {
            return colour;
        }

        public String icon() {
            return icon;
        }

        public String label() {
            return Words.say("escalation.state." + word());
        }

        boolean in(State... states) {
            return java.util.List.of(states).contains(this);
        }
    }

    Document as(State next) {
        return new Document(matter, id, run, step, ladder, clock, lastDay, kind, colour, name, next, unit, toUnit, toPost, supervisor, reachedAt, madeAt, signBy, replyDays, replyDue, points, basis, participants, appeal, decision, title, body, issued, appealed);
    }

    Document worded(String newTitle, String newBody) {
        return new Document(matter, id, run, step, ladder, clock, lastDay, kind, colour, name, state, unit, toUnit, toPost, supervisor, reachedAt, madeAt, signBy, replyDays, replyDue, points, basis, participants, appeal, decision, newTitle, newBody, issued, appealed);
    }

    Document issued(@Nullable LocalDate reply, Issued how) {
        return new Document(matter, id, run, step, ladder, clock, lastDay, kind, colour, name, State.ISSUED, unit, toUnit, toPost, supervisor, reachedAt, madeAt, signBy, replyDays, reply, points, basis, participants, appeal, decision, title, body, how, appealed);
    }

    Document due(@Nullable LocalDate day) {
        return new Document(matter, id, run, step, ladder, clock, lastDay, kind, colour, name, state, unit, toUnit, toPost, supervisor, reachedAt, madeAt, signBy, replyDays, day, points, basis, participants, appeal, decision, title, body, issued, appealed);
    }

    Document appealed(Appeal how) {
        return new Document(matter, id, run, step, ladder, clock, lastDay, kind, colour, name, state, unit, toUnit, toPost, supervisor, reachedAt, madeAt, signBy, replyDays, replyDue, points, basis, participants, appeal, decision, title, body, issued, how);
    }

    int tenant() {
        return matter.tenant();
    }

    /** What kind of document, in the reader's language. */
    public String label() {
        return Step.label(kind, colour, name);
    }

    public boolean overdue(LocalDate today) {
        return state == State.ISSUED && replyDue != null && replyDue.isBefore(today);
    }

    /** Issued and not revoked: its points count. */
    public boolean stands() {
        return issued != null && state != State.REVOKED;
    }

    public boolean revoked() {
        return state == State.REVOKED;
    }

    public boolean costs() {
        return points.signum() > 0;
    }

    public String pointsSaid() {
        return Issuing.plain(points);
    }

    public boolean appealOpen() {
        return appealed != null && appealed.state() == AppealState.OPEN;
    }

    /** How the appeal stands. */
    public String appealWord() {
        return appealed == null ? "none" : appealed.state().name().toLowerCase(Locale.ROOT);
    }

    /** What a breach is judged on, of a document in this state. */
    static Climb.Made made(int step, State state, @Nullable LocalDate replyDue) {
        return new Climb.Made(step, !state.in(State.READY, State.DECLINED, State.REVOKED), state.in(State.REPLIED, State.ACCEPTED), replyDue);
    }
}
