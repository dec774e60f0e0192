package cn.duban.ledger.type;

import cn.duban.ledger.type.MatterType.Breach;
import cn.duban.ledger.type.MatterType.Field;
import cn.duban.ledger.type.MatterType.Kind;
import cn.duban.ledger.type.MatterType.Label;
import cn.duban.ledger.type.MatterType.Role;
import cn.duban.workdays.Period;
import cn.duban.workdays.Rhythm;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the words of a type's file are called in an office; what is no word of the language stays as it was written. */
public final class TypeWords {

    static final Label NOTHING = new Label("无", "nothing");

    private static final Map<String, Label> KERNEL = Stream.of(
            word("due", "办理期限", "due date"), word("reason", "理由", "reason"), word("note", "说明", "note"),
            word("evidence", "佐证材料", "evidence"), word("verdict", "核查结论", "verdict"), word("signature", "负责人签发", "signature of the unit's leader"), word("number", "编号", "number"),
            word("title", "标题", "title"), word("body", "正文", "body"), word("state", "状态", "state"),
            word("received", "收到时间", "time of receipt"), word("settled", "办结时间", "time of settling"))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private TypeWords() {}

    /** A role or field by its label; the kernel's own words as people say them. */
    public static Label named(MatterType type, String name) {
        var role = type.roles().get(name);
        var field = type.fields().get(name);
        return role != null ? role.label() : field != null ? field.label() : KERNEL.getOrDefault(name, plain(name));
    }

    public static Label stateNamed(MatterType type, String name) {
        return type.states().containsKey(name) ? type.state(name).label() : plain(name);
    }

    public static Label actionNamed(MatterType type, String name) {
        return type.action(name).map(MatterType.Action::label).orElse(plain(name));
    }

    public static Label names(Collection<String> names, Function<String, Label> label) {
        return joined(names.stream().map(label).toList());
    }

    public static Label joined(Collection<Label> labels) {
        if (labels.isEmpty()) return NOTHING;
        return new Label(labels.stream().map(Label::zh).collect(Collectors.joining("、")), labels.stream().map(Label::en).collect(Collectors.joining(", ")));
    }

    /** {@code 5wd} as 5个工作日; {@code due} as the day that was agreed. */
    public static Label period(@Nullable String period) {
        if (period == null) return NOTHING;
        if (period.equals("due")) return new Label("到约定的日期", "until the day agreed");
        try {
            var read = Period.parse(period);
            return new Label(read.say(Locale.SIMPLIFIED_CHINESE), read.say(Locale.ENGLISH));
        } catch (IllegalArgumentException unreadable) {
            return plain(period);
        }
    }

    public static Label rhythm(@Nullable String rhythm) {
        if (rhythm == null) return NOTHING;
        try {
            var read = Rhythm.parse(rhythm);
            return new Label(read.say(Locale.SIMPLIFIED_CHINESE), read.say(Locale.ENGLISH));
        } catch (IllegalArgumentException unreadable) {
            return plain(rhythm);
        }
    }

    public static Label gate(@Nullable String gate) {
        if (gate == null) return NOTHING;
        return Gate.named(gate).map(known -> switch (known) {
            case CHILDREN_SETTLED -> new Label("下级事项全部办结", "every matter under it is settled");
            case CHILDREN_ENTERED -> new Label("主管单位已在下面立项", "its supervisor entered a matter under it");
            case OBJECTIONS_OVER -> new Label("提出异议的期限已满，或者各单位都已表示无异议；下级事项全部办结", "the time to object is over or every unit agreed, and every matter under it is settled");
            case ASSIGNMENTS_ANSWERED -> new Label("各单位的任务都已答复并得到认可", "every unit's assignment is answered and accepted");
        }).orElse(plain(gate));
    }

    public static Label breach(Breach breach) {
        return switch (breach) {
            case REMIND -> new Label("提醒", "reminder");
            case YELLOW -> new Label("黄牌", "yellow card");
            case RED -> new Label("红牌", "red card");
        };
    }

    public static Label bearer(Role role) {
        return switch (role.bearer()) {
            case UNIT -> role.ledgerOwner() ? new Label("台账主管单位", "the ledger's owner") : role.many() ? new Label("多个单位", "many units") : new Label("一个单位", "one unit");
            case POST -> role.many() ? new Label("多个岗位", "many posts") : new Label("一个岗位", "one post");
        };
    }

    public static Label kind(Kind kind) {
        return switch (kind) {
            case TEXT -> new Label("一行文字", "a line of text");
            case PARAGRAPH -> new Label("一段文字", "a paragraph");
            case NUMBER -> new Label("数字", "a number");
            case DATE -> new Label("日期", "a date");
            case CHOICE -> new Label("选项", "a choice");
            case YES_NO -> new Label("是或否", "yes or no");
        };
    }

    public static Label choices(Field field) {
        return joined(field.choices().values());
    }

    static Label plain(@Nullable Object value) {
        return value == null ? NOTHING : new Label(value.toString(), value.toString());
    }

    static Map.Entry<String, Label> word(String name, String zh, String en) {
        return Map.entry(name, new Label(zh, en));
    }
}
