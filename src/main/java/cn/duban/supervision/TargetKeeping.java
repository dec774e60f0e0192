package cn.duban.supervision;

import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Matters;
import cn.duban.rectification.PlanTargets;
import cn.duban.supervision.Target.State;
import cn.duban.supervision.Target.Value;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says what a target is, reports its values and confirms them: each time a line in the matter's own chain and the row, in one transaction. */
@Component
class TargetKeeping implements PlanTargets {

    private final Targets targets;
    private final TargetHands hands;
    private final Ledger ledger;
    private final Matters matters;
    private final Clock clock;

    TargetKeeping(Targets targets, TargetHands hands, Ledger ledger, Matters matters, Clock clock) {
        this.targets = targets;
        this.hands = hands;
        this.ledger = ledger;
        this.matters = matters;
        this.clock = clock;
    }

    /** What the document promises; what could not be read waits for a person and is guessed by nobody. */
    @Override
    public void adopted(List<Promised> promised, Viewer viewer) {
        promised.stream().map(Promises::target).forEach(target -> targets.insert(target.state() == State.TRACKED ? said(target, viewer) : target, now()));
    }

    @Transactional
    public void add(Target target, Viewer viewer) {
        supervised(target.matter(), viewer);
        targets.insert(said(target, viewer), now());
    }

    /** What could not be read, as a person read it. */
    @Transactional
    public void settle(Target target, Viewer viewer) {
        supervised(target.matter(), viewer);
        if (!targets.update(said(target, viewer))) throw faster();
    }

    /** No target after all, with the reason on record. */
    @Transactional
    public void drop(Target target, String reason, Viewer viewer) {
        supervised(target.matter(), viewer);
        if (reason.isBlank()) throw Refused.invalid("supervision.target.reason", Words.say("supervision.target.drop.reason"), "");
        comment(target.matter(), "不再跟踪指标“" + target.name() + "”。理由：" + reason.strip(), List.of(), viewer);
        if (!targets.update(with(target, State.DROPPED, target.entry()))) throw faster();
    }

    @Transactional
    public void report(Target target, LocalDate startsOn, BigDecimal value, List<Act.Attachment> evidence, LocalDate today, Viewer viewer) {
        var unit = hands(target.matter(), viewer).reports();
        if (unit == 0) throw Refused.forbidden("supervision.target.lead", Words.say("supervision.target.lead"), "");
        var period = Track.of(target, today).periods().stream().filter(cell -> cell.from().equals(startsOn)).findFirst()
                .orElseThrow(() -> Refused.invalid("supervision.target.period", Words.say("supervision.target.period"), ""));
        if (period.value() != null) throw reported();
        var entry = comment(target.matter(), target.reported(startsOn, value), evidence, viewer);
        var no = 1 + target.values().stream().filter(one -> one.startsOn().equals(startsOn)).mapToInt(Value::no).max().orElse(0);
        try {
            targets.insert(target, new Value(startsOn, no, value, "reported", unit, viewer.person(), entry, now(), null));
        } catch (DuplicateKeyException faster) {
            throw reported();
        }
    }

    /** @param reason why it is returned; null where it is confirmed */
    @Transactional
    public void review(Target target, Value value, @Nullable String reason, Viewer viewer) {
        supervised(target.matter(), viewer);
        if (value.person() == viewer.person()) throw Refused.forbidden("supervision.target.own", Words.say("supervision.target.own"), "");
        if (reason != null && reason.isBlank()) throw Refused.invalid("supervision.target.reason", Words.say("supervision.target.return.reason"), "");
        var words = target.reviewed(value.startsOn(), value.value(), reason == null) + (reason == null ? "" : "理由：" + reason.strip());
        var entry = comment(target.matter(), words, List.of(), viewer);
        if (!targets.review(target, value, reason == null, entry, now())) throw Refused.conflict("supervision.target.reviewed", Words.say("supervision.target.reviewed"), "");
    }

    private Target said(Target target, Viewer viewer) {
        return with(target, State.TRACKED, comment(target.matter(), target.defined(), List.of(), viewer));
    }

    private static Target with(Target t, State state, @Nullable Integer entry) {
        return new Target(t.id(), t.matter(), t.name(), t.unit(), t.direction(), t.goal(), t.counting(), t.rhythm(), t.from(), t.to(), t.words(), t.flag(), state, entry, t.version(), t.values());
    }

    private int comment(MatterId matter, String words, List<Act.Attachment> evidence, Viewer viewer) {
        return ledger.act(matter, Act.of("comment").saying("note", words).with(evidence.toArray(Act.Attachment[]::new)), viewer).entry();
    }

    private void supervised(MatterId matter, Viewer viewer) {
        if (!hands(matter, viewer).supervises()) throw Refused.forbidden("supervision.target.supervisor", Words.say("supervision.target.supervisor"), "");
    }

    private TargetHands.Hands hands(MatterId matter, Viewer viewer) {
        var row = Objects.requireNonNullElseGet(matters.rows(List.of(matter.id()), viewer).get(matter.id()), () -> { throw new NotFound(); });
        return hands.of(row, viewer);
    }

    private static Refused reported() {
        return Refused.conflict("supervision.target.reported", Words.say("supervision.target.reported"), "");
    }

    private static Refused faster() {
        return Refused.conflict("supervision.target.faster", Words.say("supervision.target.faster"), "");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
