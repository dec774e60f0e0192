package cn.duban.hotline;

import cn.duban.ledger.MatterId;
import cn.duban.ledger.Secrecy;
import cn.duban.ledger.type.Phase;
import cn.duban.rating.Level;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket with what was done to it.
 *
 * @param lead the unit that handles it now
 * @param mergedInto the ticket that goes on for it
 * @param done the acts, the first one first
 */
public record Ticket(MatterId id, String number, String title, String body, String state, Phase phase, Secrecy secrecy, @Nullable Integer lead, Map<String, String> fields, Instant openedAt, @Nullable Instant dueAt, @Nullable UUID mergedInto, int version, List<Done> done) {

    /** @param person 0 where a citizen did it */
    public record Done(int no, String act, Instant at, String unit, String person, @Nullable String note, @Nullable String reason) {

        /** Whether a platform above had it done again. */
        public boolean sentBack() {
            return act.equals("send-back") || act.equals("redo") && reason != null && reason.startsWith(SENT_BACK);
        }
    }

    public String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /** Whether anything of it may be told to everybody: neither what its caller asked to keep, nor what its secrecy keeps inside. */
    public boolean tellable() {
        return !field("confidential").equals("true") && (secrecy == Secrecy.PUBLIC || secrecy == Secrecy.INTERNAL);
    }

    public boolean open() {
        return phase == Phase.DRAFT || phase == Phase.OPEN;
    }

    public Optional<Done> last(String act) {
        return done.stream().filter(one -> one.act().equals(act)).reduce((one, other) -> other);
    }

    /** The reply that a leader of the unit approved; drafts are nobody else's. */
    public Optional<Reply> reply() {
        return last("reply").flatMap(this::reply);
    }

    private Optional<Reply> reply(Done told) {
        return writing(told).map(writing -> new Reply(told.no(), told.at(), told.unit(), Objects.requireNonNullElse(writing.note(), "")));
    }

    /** What says what callers read of an entry that told them something: of an approved reply its draft, else the entry itself. */
    private Optional<Done> writing(Done told) {
        return told.act().equals("reply") ? done.stream().filter(one -> one.act().equals("draft") && one.no() < told.no()).reduce((one, other) -> other) : Optional.of(told);
    }

    /** An answer of whatever round, with whoever wrote it. */
    public Optional<Told> told(int entry) {
        return done.stream().filter(one -> one.no() == entry && ANSWERING.contains(one.act())).findFirst().flatMap(one -> writing(one).map(writing -> new Told(reply(one).orElseThrow(), writing.person())));
    }

    /** @param person who wrote it */
    public record Told(Reply reply, String person) {}

    /** What ends in an answer that callers read. */
    public static final List<String> ANSWERING = List.of("reply", "answer-now", "decline-to-take");

    /** What has it done once more, each with a reason. */
    public static final Set<String> RAISING = Set.of("dissatisfied", "redo", "send-back");

    /** In which an answer stands. */
    public static final Set<String> ANSWERED = Set.of("replied", "closed", "declined");

    /** What callers were told last: the approved reply, what was answered at once, or why it was not taken. Empty while it is worked on. */
    public Optional<Reply> answer() {
        if (!ANSWERED.contains(state)) return Optional.empty();
        return done.stream().filter(one -> ANSWERING.contains(one.act())).reduce((one, other) -> other).flatMap(this::reply);
    }

    /** The entry whose words callers read, or are to read once they are approved. */
    public Optional<Done> wording() {
        if (state.equals("drafted")) return last("draft");
        return answer().flatMap(answer -> done.stream().filter(one -> one.no() == answer.no()).findFirst()).flatMap(this::writing);
    }

    /** As callers of tickets that were joined to it read it. */
    Ticket read(JoinedAnswers.Reading reading) {
        var read = done.stream().map(one -> new Done(one.no(), one.act(), one.at(), one.unit(), one.person(), one.note() == null ? null : reading.text(one.no(), one.note()), one.reason() == null ? null : reading.screen().redacted(one.reason()))).toList();
        return new Ticket(id, number, title, body, state, phase, secrecy, lead, fields, openedAt, dueAt, mergedInto, version, read);
    }

    public boolean joined() {
        return phase == Phase.MERGED;
    }

    /** @param no the entry that approved it */
    public record Reply(int no, Instant at, String unit, String text) {}

    /** How often in this round nobody was reached. */
    public long unreached() {
        var since = last("reply").map(Done::no).orElse(0);
        return done.stream().filter(one -> one.act().equals("unreached") && one.no() > since).count();
    }

    /** What the reason begins with where a platform above has it done again, and not the caller. */
    public static final String SENT_BACK = "上级平台退回重办：";

    /** By what a caller says what they think. */
    public static final List<String> SAYING = List.of("satisfied", "dissatisfied", "rate", "redo");

    /** The rating that stands; nothing while nobody said anything, which is no satisfaction: what was said of an answer says nothing of the one that came after it. */
    public Optional<Level> rating() {
        int answered = last("reply").map(Done::no).orElse(0);
        return answered == 0 || done.stream().anyMatch(one -> one.no() > answered && SAYING.contains(one.act())) ? LevelFields.of(fields) : Optional.empty();
    }
}
