package cn.duban.ledger;

import cn.duban.ledger.Duplicates.Hit;
import cn.duban.web.Complaints;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The question of {@link DuplicateQuestion} for many at once, as a document or a sheet brings them; rendered by {@code
 * ledger/duplicates-many.jte}. What is decided of none by itself may be opened with one reason for all.
 *
 * @param items those that may stand there already
 * @param decisions by place; whole only when {@link #decided}
 * @param all the one reason
 */
public record DuplicateBatch(List<Item> items, Map<Integer, DuplicateDecision> decisions, String all, Complaints complaints) {

    public static final String NAME = DuplicateQuestion.NAME;
    public static final String ALL = NAME + "All";

    /** @param at its place among all that are to be opened */
    public record Item(int at, String title, List<Hit> hits, DuplicateQuestion question) {}

    /** One of what is to be opened. */
    public record Wanted(int at, String title, String type, List<Hit> hits) {}

    /** @param leaves whether one may be left out, and some be decided later */
    public static DuplicateBatch of(List<Wanted> wanted, Map<String, String> typed, boolean leaves) {
        var complaints = new Complaints();
        var all = typed.getOrDefault(ALL, "").strip();
        var items = new ArrayList<Item>();
        var decisions = new HashMap<Integer, DuplicateDecision>();
        for (var one : wanted) {
            if (one.hits().isEmpty()) continue;
            var name = NAME + "." + one.at();
            var decision = decision(name, one.hits(), typed, all, complaints);
            if (decision != null) decisions.put(one.at(), decision);
            items.add(new Item(one.at(), one.title(), one.hits(), DuplicateQuestion.of(name, one.hits(), one.type(), typed, leaves, complaints)));
        }
        var enough = items.isEmpty() || (leaves ? !decisions.isEmpty() : decisions.size() == items.size());
        complaints.addIf(typed.containsKey(ALL) && !enough, ALL, "ledger.duplicates.choose");
        return new DuplicateBatch(items, decisions, all, complaints);
    }

    private static @Nullable DuplicateDecision decision(String name, List<Hit> hits, Map<String, String> typed, String all, Complaints complaints) {
        var chosen = DuplicateDecision.read(typed.get(name), typed.get(name + "Reason"));
        if (chosen == null && !all.isEmpty()) return new DuplicateDecision(DuplicateDecision.Kind.OPEN, null, all);
        if (chosen == null || !chosen.among(hits)) {
            complaints.addIf(chosen != null, name, "ledger.duplicates.choose");
            return null;
        }
        var whole = chosen.complete() || all.isEmpty() ? chosen : new DuplicateDecision(chosen.kind(), chosen.other(), all);
        complaints.addIf(!whole.complete(), name + "Reason", "ledger.duplicates.why");
        return whole.complete() ? whole : null;
    }

    /** Whether everything that had to be decided is. */
    public boolean decided() {
        return decisions.size() == items.size();
    }

    public DuplicateDecision decision(int at) {
        return Objects.requireNonNullElse(decisions.get(at), DuplicateDecision.NONE);
    }

    public List<Hit> hits(int at) {
        return items.stream().filter(item -> item.at() == at).findFirst().map(Item::hits).orElse(List.of());
    }
}
