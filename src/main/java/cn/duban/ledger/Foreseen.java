package cn.duban.ledger;

import cn.duban.ledger.type.MatterType.Label;
import cn.duban.ledger.type.MatterType;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an act would make of a matter, were it done now.
 *
 * @param act null where the matter's type has no such act
 * @param to the state in which it would stand
 * @param due the day that would be promised
 * @param leads the units that would lead
 * @param awaited the units that would be waited for: that owe the next step, or have not answered their share
 * @param refusal why it would be refused; null where it would be done
 */
public record Foreseen(Matter matter, MatterType type, @Nullable Act act, String to, @Nullable LocalDate due, List<Integer> leads, List<Integer> awaited, @Nullable Refusal refusal) {

    static Foreseen done(Matter matter, Lifecycle lifecycle, Act act, Change change) {
        return new Foreseen(matter, lifecycle.type(), act, change.matter.state(), change.matter.dueOn(),
                change.responsibilities.values().stream().filter(r -> r.current() && r.role().equals("lead")).map(Responsibility::unit).toList(), new Reminding(lifecycle).awaited(change), null);
    }

    static Foreseen refused(Dossier dossier, MatterType type, @Nullable Act act, Refusal refusal) {
        var matter = dossier.matter();
        return new Foreseen(matter, type, act, matter.state(), matter.dueOn(), dossier.bearing("lead").map(Responsibility::unit).toList(), List.of(), refusal);
    }

    public MatterId id() {
        return matter.address();
    }

    public Label was() {
        return type.state(matter.state()).label();
    }

    public Label becomes() {
        return type.state(to).label();
    }

    /** Nothing stands in the way but what is still to be filled in. */
    public boolean incomplete() {
        return refusal != null && refusal.rule().equals("missing");
    }

    public boolean possible() {
        return refusal == null;
    }
}
