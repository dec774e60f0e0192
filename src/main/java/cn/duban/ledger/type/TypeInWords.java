package cn.duban.ledger.type;

import cn.duban.ledger.type.MatterType.Action;
import cn.duban.ledger.type.MatterType.ClockRule;
import cn.duban.ledger.type.MatterType.Field;
import cn.duban.ledger.type.MatterType.Label;
import cn.duban.ledger.type.MatterType.Role;
import cn.duban.ledger.type.MatterType.State;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A matter type spelled out part by part, each attribute in words that staff know, so that two versions compare. */
record TypeInWords(Map<String, Part> parts) {

    record Part(Label kind, Label label, Map<String, Label> attributes) {}

    static final Label NOTHING = new Label("无", "nothing");
    private static final Label YES = new Label("是", "yes");
    private static final Label NO = new Label("否", "no");

    static final Map<String, Label> ATTRIBUTES = Map.ofEntries(
            word("label", "名称", "label"), word("number", "编号规则", "number"), word("parent", "上级事项类型", "parent type"),
            word("initial", "初始状态", "initial state"), word("public", "公开内容", "public content"),
            word("bearer", "承担方式", "bearer"), word("kind", "种类", "kind"), word("choices", "可选项", "choices"),
            word("required", "是否必填", "being required"), word("owes", "下一步责任角色", "who owes the next step"),
            word("settled", "是否办结", "being settled"), word("final", "是否终结", "being final"),
            word("from", "起始状态", "states it starts from"), word("to", "转入状态", "state it leads to"),
            word("by", "办理角色", "who may do it"), word("except", "回避角色", "who is barred"),
            word("needs", "所需内容", "what it needs"), word("gate", "关口", "gate"), word("most", "次数上限", "limit of times"),
            word("on", "对象", "object"), word("while", "计时状态", "states in which it runs"), word("budget", "时限", "budget"),
            word("every", "周期", "rhythm"), word("until", "完成动作", "action that answers it"), word("after", "间隔", "delay"),
            word("opens", "另开事项", "matter it opens"), word("breach", "超期措施", "consequence of a breach"),
            word("law", "法定期满后果", "effect by law at its end"));

    static TypeInWords of(MatterType type) {
        var parts = new LinkedHashMap<String, Part>();
        var whole = new LinkedHashMap<String, Label>();
        whole.put("label", type.label());
        whole.put("number", plain(type.number()));
        whole.put("parent", plain(type.parent()));
        whole.put("initial", type.initial().label());
        whole.put("public", names(type.shown(), name -> named(type, name)));
        parts.put("", new Part(new Label("事项类型", "Matter type"), type.label(), whole));
        type.roles().forEach((name, role) -> parts.put("roles." + name, part("角色", "Role", role.label(), attributes(role))));
        type.fields().forEach((name, field) -> parts.put("fields." + name, part("字段", "Field", field.label(), attributes(field))));
        type.states().forEach((name, state) -> parts.put("states." + name, part("状态", "State", state.label(), attributes(type, state))));
        type.actions().forEach((name, action) -> parts.put("actions." + name, part("动作", "Action", action.label(), attributes(type, action))));
        type.clocks().forEach((name, clock) -> parts.put("clocks." + name, part("时限", "Clock", clock.label(), attributes(type, clock))));
        return new TypeInWords(parts);
    }

    private static Map<String, Label> attributes(Role role) {
        var bearer = switch (role.bearer()) {
            case UNIT -> role.ledgerOwner() ? new Label("台账主管单位", "the ledger's owner") : role.many() ? new Label("多个单位", "many units") : new Label("一个单位", "one unit");
            case POST -> role.many() ? new Label("多个岗位", "many posts") : new Label("一个岗位", "one post");
        };
        return Map.of("bearer", bearer);
    }

    private static Map<String, Label> attributes(Field field) {
        var words = new LinkedHashMap<String, Label>();
        words.put("kind", switch (field.kind()) {
            case TEXT -> new Label("一行文字", "a line of text");
            case PARAGRAPH -> new Label("一段文字", "a paragraph");
            case NUMBER -> new Label("数字", "a number");
            case DATE -> new Label("日期", "a date");
            case CHOICE -> new Label("选项", "a choice");
            case YES_NO -> new Label("是或否", "yes or no");
        });
        words.put("choices", names(field.choices().keySet(), name -> field.choices().getOrDefault(name, NOTHING)));
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
        words.put("from", names(action.from(), name -> stateNamed(type, name)));
        words.put("to", action.to() == null ? NOTHING : stateNamed(type, action.to()));
        words.put("by", names(action.by(), name -> named(type, name)));
        words.put("except", names(action.except(), name -> named(type, name)));
        words.put("needs", names(action.needs(), name -> named(type, name)));
        words.put("gate", plain(action.gate()));
        words.put("most", plain(action.most()));
        return words;
    }

    private static Map<String, Label> attributes(MatterType type, ClockRule clock) {
        var words = new LinkedHashMap<String, Label>();
        words.put("on", object(clock.onAssignment()));
        words.put("while", names(clock.during(), name -> stateNamed(type, name)));
        words.put("budget", plain(clock.budget()));
        words.put("every", plain(clock.every()));
        words.put("until", clock.until() == null ? NOTHING : type.action(clock.until()).map(Action::label).orElse(plain(clock.until())));
        words.put("after", plain(clock.after()));
        words.put("opens", plain(clock.opens()));
        words.put("breach", names(clock.breach().stream().map(b -> b.name()).toList(), name -> switch (name) {
            case "REMIND" -> new Label("提醒", "reminder");
            case "YELLOW" -> new Label("黄牌", "yellow card");
            default -> new Label("红牌", "red card");
        }));
        words.put("law", plain(clock.lapse()));
        return words;
    }

    private static Part part(String zh, String en, Label label, Map<String, Label> attributes) {
        var all = new LinkedHashMap<String, Label>();
        all.put("label", label);
        all.putAll(attributes);
        return new Part(new Label(zh, en), label, all);
    }

    private static Label object(boolean assignment) {
        return assignment ? new Label("单个单位的任务", "one unit's assignment") : new Label("整个事项", "the matter");
    }

    private static Label stateNamed(MatterType type, String name) {
        return type.states().containsKey(name) ? type.state(name).label() : plain(name);
    }

    /** A role or field by its label; the kernel's own words as they are. */
    private static Label named(MatterType type, String name) {
        var role = type.roles().get(name);
        var field = type.fields().get(name);
        return role != null ? role.label() : field != null ? field.label() : KERNEL.getOrDefault(name, plain(name));
    }

    private static Label names(Collection<String> names, Function<String, Label> label) {
        if (names.isEmpty()) return NOTHING;
        var labels = names.stream().map(label).toList();
        return new Label(labels.stream().map(Label::zh).collect(Collectors.joining("、")), labels.stream().map(Label::en).collect(Collectors.joining(", ")));
    }

    private static Label plain(@Nullable Object value) {
        return value == null ? NOTHING : new Label(value.toString(), value.toString());
    }

    private static final Map<String, Label> KERNEL = Stream.of(
            word("due", "办理期限", "due date"), word("reason", "理由", "reason"), word("note", "说明", "note"),
            word("evidence", "佐证材料", "evidence"), word("verdict", "核查结论", "verdict"), word("number", "编号", "number"),
            word("title", "标题", "title"), word("body", "正文", "body"), word("state", "状态", "state"),
            word("received", "收到时间", "time of receipt"), word("settled", "办结时间", "time of settling"))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private static Map.Entry<String, Label> word(String name, String zh, String en) {
        return Map.entry(name, new Label(zh, en));
    }
}
