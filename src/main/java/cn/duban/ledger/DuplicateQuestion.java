package cn.duban.ledger;

import cn.duban.ledger.DuplicateDecision.Kind;
import cn.duban.ledger.Duplicates.Hit;
import cn.duban.web.Complaints;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a form asks before a matter is opened that may stand on the ledger already; rendered by {@code ledger/duplicates.jte} inside the
 * door's own form.
 *
 * @param name of the choice in the form; with {@code Reason} and {@code Seen} behind it those of the reason and of what was shown
 * @param chosen as it was sent
 * @param leaves whether it may also be left out
 */
public record DuplicateQuestion(String name, List<Choice> choices, String chosen, String reason, boolean leaves, Complaints complaints) {

    /** The name that doors with one matter in their form use. */
    public static final String NAME = "duplicate";

    /** @param merges whether what is opened could be merged into it */
    public record Choice(Hit hit, boolean merges) {

        public String link() {
            return new DuplicateDecision(Kind.LINK, hit.row().id().id(), "").choice();
        }

        public String merge() {
            return new DuplicateDecision(Kind.MERGE, hit.row().id().id(), "").choice();
        }
    }

    /** @param type of what is to be opened: a matter merges into one of its own type that is not done */
    public static DuplicateQuestion of(String name, List<Hit> hits, String type, Map<String, String> typed, boolean leaves, Complaints complaints) {
        return new DuplicateQuestion(name, hits.stream().map(hit -> new Choice(hit, hit.row().type().equals(type) && !hit.row().phase().done() && hit.row().host() == null)).toList(),
                typed.getOrDefault(name, ""), typed.getOrDefault(name + "Reason", ""), leaves, complaints);
    }

    /** What was decided on these hits; null where the question must be asked (again), with what is wrong in the complaints. */
    public static @Nullable DuplicateDecision decided(String name, List<Hit> hits, Map<String, String> typed, Complaints complaints) {
        if (hits.isEmpty()) return DuplicateDecision.NONE;
        var seen = Set.of(typed.getOrDefault(name + "Seen", "").split(","));
        if (!hits.stream().map(hit -> hit.row().id().id().toString()).allMatch(seen::contains)) return null;
        var decision = DuplicateDecision.read(typed.get(name), typed.get(name + "Reason"));
        complaints.addIf(decision == null || !decision.among(hits), name, "ledger.duplicates.choose");
        if (decision == null || !decision.among(hits)) return null;
        complaints.addIf(!decision.complete(), name + "Reason", "ledger.duplicates.why");
        return decision.complete() ? decision : null;
    }

    public String seen() {
        return choices.stream().map(choice -> choice.hit().row().id().id()).map(UUID::toString).collect(Collectors.joining(","));
    }

    public boolean chosen(String value) {
        return chosen.equals(value);
    }

    public List<String> plain() {
        return Arrays.stream(Kind.values()).filter(kind -> kind == Kind.OPEN || leaves && kind == Kind.LEAVE).map(Kind::word).toList();
    }
}
