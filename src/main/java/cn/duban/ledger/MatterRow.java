package cn.duban.ledger;

import cn.duban.ledger.type.MatterType.Label;
import cn.duban.ledger.type.Phase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A matter as lists show it.
 *
 * @param leads names of the units that lead, today's
 * @param owes the role that owes the next step, in words
 * @param dueDay the last day of the nearest running clock
 * @param lamp none where no clock runs
 * @param host the government whose ledger it stands on, where that is not the reader's own
 * @param claim the status that the source claims and nobody verified
 */
public record MatterRow(
        MatterId id,
        String ledger,
        String number,
        String title,
        String type,
        Label typeLabel,
        String state,
        Label stateLabel,
        Phase phase,
        List<String> leads,
        @Nullable Label owes,
        @Nullable LocalDate dueDay,
        @Nullable Instant dueAt,
        @Nullable Lamp lamp,
        int openChildren,
        int children,
        boolean imported,
        @Nullable String claim,
        Instant openedAt,
        int version,
        Facts facts,
        @Nullable String host) {

    /**
     * What a list shows where somebody chose it.
     *
     * @param dueOn the day that was promised; the nearest clock may end before
     * @param assists names of the units that assist, empty where the list did not ask
     * @param leaders posts and names of who answers as a leader, empty where the list did not ask
     */
    public record Facts(LocalDate receivedOn, LocalDate openedOn, @Nullable LocalDate dueOn, @Nullable LocalDate settledOn, List<String> assists, List<String> leaders) {}

    MatterRow hostedBy(String government) {
        return new MatterRow(id, ledger, number, title, type, typeLabel, state, stateLabel, phase, leads, owes, dueDay, dueAt, lamp, openChildren, children, imported, claim, openedAt, version, facts, government);
    }

    /** The source claims something that nobody has verified yet. */
    public boolean unverified() {
        return imported && claim != null && !phase.done();
    }

    public String lead() {
        return leads.isEmpty() ? "" : leads.getFirst();
    }
}
