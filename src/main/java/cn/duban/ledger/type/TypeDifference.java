package cn.duban.ledger.type;

import cn.duban.ledger.type.MatterType.Label;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
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
     */
    public record Change(String path, Label text, boolean needsMapping) {}

    public boolean needsMapping() {
        return !removedStates.isEmpty();
    }

    public static TypeDifference between(MatterType old, MatterType next) {
        var changes = new ArrayList<Change>();
        var before = TypeInWords.of(old);
        var after = TypeInWords.of(next);
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

    private static void removed(String path, TypeInWords.Part part, List<Change> changes) {
        if (!path.startsWith("states.")) {
            changes.add(change(path, "删去%s“%s”。", "%s “%s” is removed.", part));
            return;
        }
        var text = change(path, "删去%s“%s”，处于该状态的事项须指定转入的新状态。", "%s “%s” is removed: matters in it need a new state.", part).text();
        changes.add(new Change(path, text, true));
    }

    private static void changed(String path, TypeInWords.Part before, TypeInWords.Part after, List<Change> changes) {
        var attributes = new LinkedHashMap<String, Label>(before.attributes());
        after.attributes().forEach(attributes::putIfAbsent);
        for (var attribute : attributes.keySet()) {
            var was = before.attributes().getOrDefault(attribute, TypeInWords.NOTHING);
            var is = after.attributes().getOrDefault(attribute, TypeInWords.NOTHING);
            if (was.equals(is)) continue;
            var word = TypeInWords.ATTRIBUTES.getOrDefault(attribute, new Label(attribute, attribute));
            changes.add(new Change(path, new Label(
                    "%s“%s”的%s由“%s”改为“%s”。".formatted(before.kind().zh(), before.label().zh(), word.zh(), was.zh(), is.zh()),
                    "%s “%s”: %s changes from “%s” to “%s”.".formatted(before.kind().en(), before.label().en(), word.en(), was.en(), is.en())), false));
        }
    }

    private static Change change(String path, String zh, String en, TypeInWords.Part part) {
        return new Change(path, new Label(zh.formatted(part.kind().zh(), part.label().zh()), en.formatted(part.kind().en(), part.label().en())), false);
    }
}
