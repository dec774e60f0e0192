package cn.duban.ledger;

import cn.duban.ledger.type.Phase;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The other side of a tie gets its own entry, so that each matter's chain tells the whole of its own story. */
record Counterpart(String action) {

    /** Only who supervises the master too lets it take in another, and only one of its own kind. */
    void check(Dossier acted, Standing other) {
        if (!action.equals("merge")) return;
        var supervisor = other.type().supervisor().orElseThrow();
        var master = other.dossier().matter();
        if (!other.roles().contains(supervisor.name()))
            throw Refusal.role("“" + master.number() + "”不由您的单位督查，不能并入；请由它的" + supervisor.label().zh() + "来办。",
                    master.number() + " is not supervised by your post; its " + supervisor.label().en() + " must merge into it.", List.of(supervisor.name())).thrown();
        if (!master.type().equals(acted.matter().type()))
            throw Refusal.of("input", "“" + master.number() + "”是“" + other.type().label().zh() + "”，只能并入同一类事项。",
                    master.number() + " is a " + other.type().label().en() + "; a matter merges into one of its own type only.").thrown();
    }

    Change of(Dossier other, Dossier acted, Instant now) {
        var change = of(other, acted.matter().id(), now);
        change.words.put("number", acted.matter().number());
        return change;
    }

    Change of(Dossier other, UUID acted, Instant now) {
        return of(other, List.of(acted), now);
    }

    /** @param acted one; several only where they are derived */
    Change of(Dossier other, List<UUID> acted, Instant now) {
        var change = new Change(switch (action) {
            case "merge" -> "merged-in";
            case "unmerge" -> "merged-out";
            case "link" -> "linked";
            case "unlink" -> "unlinked";
            case "derive" -> "derived";
            default -> throw Refusal.of("input", "这个动作不涉及另一件事。", "This action has no other matter.").thrown();
        }, other, now);
        switch (action) {
            case "merge" -> mergedIn(change, other, acted.getFirst());
            case "unmerge" -> end(change, Relation.Kind.HAS_DUPLICATE, acted, now);
            case "link" -> change.relate(Relation.Kind.RELATED, other.matter().tenant(), acted.getFirst());
            case "unlink" -> end(change, Relation.Kind.RELATED, acted, now);
            default -> acted.forEach(id -> change.relate(Relation.Kind.HAS_DERIVED, other.matter().tenant(), id));
        }
        return change;
    }

    private static void end(Change change, Relation.Kind kind, List<UUID> others, Instant now) {
        change.relations.values().stream().filter(r -> r.current() && r.kind() == kind && others.contains(r.other())).toList()
                .forEach(r -> change.relations.put(r.no(), r.ended(now)));
    }

    private static void mergedIn(Change change, Dossier master, UUID merged) {
        if (master.matter().phase() == Phase.MERGED || master.matter().phase() == Phase.VOID) throw Lifecycle.asleep(master.matter());
        if (master.matter().phase().done()) throw Refusal.of("state", "要并入的那件事已经办结，请先重新启动它。", "The matter to merge into is settled; open it again first.").thrown();
        if (merged.equals(master.matter().parent())) throw Refusal.of("input", "不能并入自己下面的事项。", "A matter cannot be merged into its own child.").thrown();
        change.relate(Relation.Kind.HAS_DUPLICATE, master.matter().tenant(), merged);
    }
}
