package cn.duban.ledger;

import cn.duban.ledger.type.Phase;
import java.time.Instant;
import java.util.UUID;

/** The other side of a tie gets its own entry, so that each matter's chain tells the whole of its own story. */
record Counterpart(String action) {

    Change of(Dossier other, Dossier acted, Instant now) {
        var change = of(other, acted.matter().id(), now);
        change.words.put("number", acted.matter().number());
        return change;
    }

    Change of(Dossier other, UUID acted, Instant now) {
        var change = new Change(switch (action) {
            case "merge" -> "merged-in";
            case "unmerge" -> "merged-out";
            case "derive" -> "derived";
            default -> throw Refusal.of("input", "这个动作不涉及另一件事。", "This action has no other matter.").thrown();
        }, other, now);
        switch (action) {
            case "merge" -> mergedIn(change, other, acted);
            case "unmerge" -> change.relations.values().stream()
                    .filter(r -> r.current() && r.kind() == Relation.Kind.HAS_DUPLICATE && r.other().equals(acted)).toList()
                    .forEach(r -> change.relations.put(r.no(), r.ended(now)));
            default -> change.relate(Relation.Kind.HAS_DERIVED, other.matter().tenant(), acted);
        }
        return change;
    }

    private static void mergedIn(Change change, Dossier master, UUID merged) {
        if (master.matter().phase() == Phase.MERGED || master.matter().phase() == Phase.VOID) throw Lifecycle.asleep(master.matter());
        if (master.matter().phase().done()) throw Refusal.of("state", "要并入的那件事已经办结，请先重新启动它。", "The matter to merge into is settled; open it again first.").thrown();
        if (merged.equals(master.matter().parent())) throw Refusal.of("input", "不能并入自己下面的事项。", "A matter cannot be merged into its own child.").thrown();
        change.relate(Relation.Kind.HAS_DUPLICATE, master.matter().tenant(), merged);
    }
}
