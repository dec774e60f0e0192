package cn.duban.ledger.type;

import cn.duban.ledger.type.MatterType.Action;
import cn.duban.ledger.type.MatterType.Label;
import cn.duban.ledger.type.MatterType.State;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Everything a person reads has a name in every shipped language, and no two states or actions share one. */
final class LabelRules {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private LabelRules() {}

    static void check(MatterType type, Faults faults) {
        var labels = new LinkedHashMap<String, Label>();
        labels.put("label", type.label());
        type.roles().forEach((name, role) -> labels.put("roles." + name, role.label()));
        type.fields().forEach((name, field) -> {
            labels.put("fields." + name, field.label());
            field.choices().forEach((choice, label) -> labels.put("fields." + name + ".of." + choice, label));
        });
        type.states().forEach((name, state) -> labels.put("states." + name, state.label()));
        type.actions().forEach((name, action) -> labels.put("actions." + name, action.label()));
        type.clocks().forEach((name, clock) -> labels.put("clocks." + name, clock.label()));
        labels.forEach((path, label) -> {
            if (label.zh().isBlank()) faults.at(path, "label", "“%s”缺少中文名称（zh）。", "“%s” has no Chinese label (zh).", path);
            if (label.en().isBlank()) faults.at(path, "label", "“%s”缺少英文名称（en）。", "“%s” has no English label (en).", path);
            else if (HAN.matcher(label.en()).find()) faults.at(path, "label",
                    "“%s”的英文名称写的是中文：%s。",
                    "The English label of “%s” is Chinese: %s.", path, label.en());
        });

        var states = new LinkedHashMap<String, Label>();
        for (State state : type.states().values()) states.put("states." + state.name(), state.label());
        distinct(states, faults);
        var actions = new LinkedHashMap<String, Label>();
        for (Action action : type.actions().values()) actions.put("actions." + action.name(), action.label());
        distinct(actions, faults);
    }

    private static void distinct(Map<String, Label> labels, Faults faults) {
        var seen = new HashMap<String, String>();
        labels.forEach((path, label) -> {
            for (var text : new String[] {label.zh(), label.en()}) {
                var earlier = text.isBlank() ? null : seen.putIfAbsent(text, path);
                if (earlier != null && !earlier.equals(path)) faults.at(path, "duplicate-label",
                        "“%s”与“%s”同名“%s”，办理人分不清，请改一个。",
                        "“%s” and “%s” are both called “%s”; rename one.", path, earlier, text);
            }
        });
    }
}
