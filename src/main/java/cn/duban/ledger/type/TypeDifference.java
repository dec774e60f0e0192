package cn.duban.ledger.type;

import cn.duban.ledger.type.MatterType.Label;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a new version of a matter type changes, in plain words and in the order of the file, for whoever publishes it or
 * moves running matters to it.
 *
 * @param removedStates states of the old version for whose matters a move must name a new state
 */
public record TypeDifference(List<Change> changes, Set<String> removedStates) {

    /**
     * @param path where, such as {@code actions.close}; empty for the type as a whole
     * @param needsMapping matters may stand in what this takes away
     * @param looser it takes a safeguard away or gives more time: worth a second look
     */
    public record Change(String path, Label text, boolean needsMapping, boolean looser) {}

    public boolean needsMapping() {
        return !removedStates.isEmpty();
    }

    public static TypeDifference between(MatterType old, MatterType next) {
        var changes = new ArrayList<Change>();
        var before = TypeInWords.of(old, relabelled(old, next));
        var after = TypeInWords.of(next, next);
        before.parts().forEach((path, part) -> {
            var now = after.parts().get(path);
            if (now == null) removed(path, part, changes);
            else changed(path, part, now, changes);
        });
        after.parts().forEach((path, part) -> {
            if (!before.parts().containsKey(path)) changes.add(change(path, "新增%s“%s”。", "%s “%s” is added.", part));
        });
        var gone = new LinkedHashSet<>(old.states().keySet());
        gone.removeAll(next.states().keySet());
        return new TypeDifference(List.copyOf(changes), gone);
    }

    /** The old one with the new one's words for what both have. */
    private static MatterType relabelled(MatterType old, MatterType next) {
        return new MatterType(old.name(), old.version(), old.label(), old.number(), old.parent(),
                both(old.roles(), next.roles()), both(old.fields(), next.fields()), both(old.states(), next.states()), both(old.actions(), next.actions()), old.clocks(), old.shown());
    }

    private static <T> Map<String, T> both(Map<String, T> old, Map<String, T> next) {
        var both = new LinkedHashMap<>(old);
        both.replaceAll((name, part) -> next.getOrDefault(name, part));
        return both;
    }

    private static void removed(String path, TypeInWords.Part part, List<Change> changes) {
        if (!path.startsWith("states.")) {
            changes.add(gone(path, "删去%s“%s”。", "%s “%s” is removed.", part));
            return;
        }
        var text = change(path, "删去%s“%s”，处于该状态的事项须指定转入的新状态。", "%s “%s” is removed: matters in it need a new state.", part).text();
        changes.add(new Change(path, text, true, false));
    }

    private static void changed(String path, TypeInWords.Part before, TypeInWords.Part after, List<Change> changes) {
        var attributes = new LinkedHashMap<String, Label>(before.attributes());
        after.attributes().forEach(attributes::putIfAbsent);
        for (var attribute : attributes.keySet()) {
            var was = before.attributes().getOrDefault(attribute, TypeWords.NOTHING);
            var is = after.attributes().getOrDefault(attribute, TypeWords.NOTHING);
            if (!was.equals(is)) changes.add(ChangeWords.attribute(path, attribute, after.label(), was, is).orElseGet(() -> replaced(path, before, attribute, was, is)));
        }
        before.lists().forEach((list, was) -> {
            var is = after.lists().getOrDefault(list, List.of());
            is.stream().filter(one -> !was.contains(one)).forEach(one -> changes.add(ChangeWords.joins(path, list, after.label(), one)));
            was.stream().filter(one -> !is.contains(one)).forEach(one -> changes.add(ChangeWords.leaves(path, list, after.label(), one)));
            if (!was.equals(is) && Set.copyOf(was).equals(Set.copyOf(is))) changes.add(reordered(path, list, after));
        });
    }

    private static Change replaced(String path, TypeInWords.Part part, String attribute, Label was, Label is) {
        var word = TypeInWords.ATTRIBUTES.getOrDefault(attribute, new Label(attribute, attribute));
        return new Change(path, new Label(
                "%s“%s”的%s由“%s”改为“%s”。".formatted(part.kind().zh(), part.label().zh(), word.zh(), was.zh(), is.zh()),
                "%s “%s”: %s changes from “%s” to “%s”.".formatted(part.kind().en(), part.label().en(), word.en(), was.en(), is.en())), false, false);
    }

    /** Only of consequences does the order count: cards come one after the other. */
    private static Change reordered(String path, String list, TypeInWords.Part part) {
        return new Change(path, new Label("“%s”的%s次序变了。".formatted(part.label().zh(), list.equals("breach") ? "超期措施" : "所列各项"),
                "“%s”: the order of %s changes.".formatted(part.label().en(), list.equals("breach") ? "what follows a breach" : "what it lists")), false, false);
    }

    /** A clock that is gone gives all the time in the world. */
    private static Change gone(String path, String zh, String en, TypeInWords.Part part) {
        var change = change(path, zh, en, part);
        return new Change(path, change.text(), false, path.startsWith("clocks."));
    }

    private static Change change(String path, String zh, String en, TypeInWords.Part part) {
        return new Change(path, new Label(zh.formatted(part.kind().zh(), part.label().zh()), en.formatted(part.kind().en(), part.label().en())), false, false);
    }
}
