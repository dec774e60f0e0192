package cn.duban.ledger.type;

import static cn.duban.ledger.type.TypeWords.*;

import cn.duban.ledger.type.MatterType.Action;
import cn.duban.ledger.type.MatterType.ClockRule;
import cn.duban.ledger.type.MatterType.Field;
import cn.duban.ledger.type.MatterType.Label;
import cn.duban.ledger.type.MatterType.Role;
import cn.duban.ledger.type.MatterType.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A matter type spelled out part by part, each attribute in words that staff know, so that two versions compare. */
record TypeInWords(Map<String, Part> parts) {

    /** @param lists the attributes that are lists, part by part */
    record Part(Label kind, Label label, Map<String, Label> attributes, Map<String, List<Label>> lists) {}

    private static final Label YES = new Label("是", "yes");
    private static final Label NO = new Label("否", "no");

    static final Map<String, Label> ATTRIBUTES = Map.ofEntries(
            word("label", "名称", "label"), word("number", "编号规则", "number"), word("parent", "上级事项类型", "parent type"),
            word("initial", "初始状态", "initial state"), word("bearer", "承担方式", "bearer"), word("kind", "种类", "kind"),
            word("required", "是否必填", "being required"), word("owes", "下一步责任角色", "who owes the next step"),
            word("settled", "是否办结", "being settled"), word("final", "是否终结", "being final"),
            word("to", "转入状态", "state it leads to"), word("gate", "前提", "gate"), word("most", "次数上限", "limit of times"), word("anew", "次数是否每次重新计算", "count anew each time"), word("within", "提出异议的期限", "time to object"), word("up-to", "最长可延至", "longest time"),
            word("on", "对象", "object"), word("budget", "时限", "budget"), word("every", "周期", "rhythm"),
            word("until", "完成动作", "action that answers it"), word("after", "间隔", "delay"), word("opens", "另开事项", "matter it opens"),
            word("law", "法定期满后果", "effect by law at its end"));

    /** @param names whose labels the parts refer to each other by, so that a renamed state is told once */
    static TypeInWords of(MatterType type, MatterType names) {
        var parts = new LinkedHashMap<String, Part>();
        var whole = new LinkedHashMap<String, Label>();
        whole.put("label", type.label());
        whole.put("number", plain(type.number()));
        whole.put("parent", plain(type.parent()));
        whole.put("initial", stateNamed(names, type.initial().name()));
        var shown = type.shown().stream().map(name -> named(names, name)).toList();
        parts.put("", new Part(new Label("事项类型", "Matter type"), type.label(), whole, Map.of("public", shown)));
        type.roles().forEach((name, role) -> parts.put("roles." + name, part("角色", "Role", role.label(), attributes(role), Map.of())));
        type.fields().forEach((name, field) -> parts.put("fields." + name, part("字段", "Field", field.label(), attributes(field), Map.of("choices", List.copyOf(field.choices().values())))));
        type.states().forEach((name, state) -> parts.put("states." + name, part("状态", "State", state.label(), attributes(names, state), Map.of())));
        type.actions().forEach((name, action) -> parts.put("actions." + name, part("动作", "Action", action.label(), attributes(names, action), lists(names, action))));
        type.clocks().forEach((name, clock) -> parts.put("clocks." + name, part("时限", "Clock", clock.label(), attributes(names, clock), lists(names, clock))));
        return new TypeInWords(parts);
    }

    private static Map<String, Label> attributes(Role role) {
        return Map.of("bearer", bearer(role));
    }

    private static Map<String, Label> attributes(Field field) {
        var words = new LinkedHashMap<String, Label>();
        words.put("kind", kind(field.kind()));
        words.put("required", field.required() ? YES : NO);
        return words;
    }

    private static Map<String, Label> attributes(MatterType type, State state) {
        var words = new LinkedHashMap<String, Label>();
        words.put("owes", state.owes() == null ? NOTHING : named(type, state.owes()));
        words.put("settled", state.settled() ? YES : NO);
        words.put("final", state.ended() ? YES : NO);
        return words;
    }

    private static Map<String, Label> attributes(MatterType type, Action action) {
        var words = new LinkedHashMap<String, Label>();
        words.put("on", object(action.onAssignment()));
        words.put("to", action.to() == null ? NOTHING : stateNamed(type, action.to()));
        words.put("gate", gate(action.gate()));
        words.put("most", plain(action.most()));
        words.put("anew", action.anew() ? YES : NO);
        words.put("within", period(action.within()));
        words.put("up-to", period(action.upTo()));
        return words;
    }

    private static Map<String, List<Label>> lists(MatterType type, Action action) {
        var lists = new LinkedHashMap<String, List<Label>>();
        lists.put("from", action.from().stream().map(name -> stateNamed(type, name)).toList());
        lists.put("by", action.by().stream().map(name -> named(type, name)).toList());
        lists.put("except", action.except().stream().map(name -> named(type, name)).toList());
        lists.put("needs", action.needs().stream().map(name -> named(type, name)).toList());
        return lists;
    }

    private static Map<String, List<Label>> lists(MatterType type, ClockRule clock) {
        var lists = new LinkedHashMap<String, List<Label>>();
        lists.put("while", clock.during().stream().map(name -> stateNamed(type, name)).toList());
        lists.put("breach", clock.breach().stream().map(TypeWords::breach).toList());
        return lists;
    }

    private static Map<String, Label> attributes(MatterType type, ClockRule clock) {
        var words = new LinkedHashMap<String, Label>();
        words.put("on", object(clock.onAssignment()));
        words.put("budget", period(clock.budget()));
        words.put("every", rhythm(clock.every()));
        words.put("until", clock.until() == null ? NOTHING : actionNamed(type, clock.until()));
        words.put("after", period(clock.after()));
        words.put("opens", plain(clock.opens()));
        words.put("law", plain(clock.lapse()));
        return words;
    }

    private static Part part(String zh, String en, Label label, Map<String, Label> attributes, Map<String, List<Label>> lists) {
        var all = new LinkedHashMap<String, Label>();
        all.put("label", label);
        all.putAll(attributes);
        return new Part(new Label(zh, en), label, all, lists);
    }

    private static Label object(boolean assignment) {
        return assignment ? new Label("单个单位的任务", "one unit's assignment") : new Label("整个事项", "the matter");
    }
}
