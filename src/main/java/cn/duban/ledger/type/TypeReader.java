package cn.duban.ledger.type;

import cn.duban.ledger.type.MatterType.Bearer;
import cn.duban.ledger.type.MatterType.Breach;
import cn.duban.ledger.type.MatterType.Field;
import cn.duban.ledger.type.MatterType.Kind;
import cn.duban.ledger.type.MatterType.Label;
import cn.duban.ledger.type.MatterType.Lapse;
import cn.duban.ledger.type.MatterType.Role;
import cn.duban.ledger.type.MatterType.State;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads a matter type from its text and reports, with the line, whatever is no part of the language. Whether the type is
 * sound is the question of {@link TypeLinter#check}.
 */
public final class TypeReader {

    /** Keys by which people try to let time act; only {@code then} with {@code law} may be allowed, on a clock. */
    private static final Set<String> SILENCE = Set.of("auto", "automatic", "default", "default-to", "default_to",
            "on-timeout", "on_timeout", "on-breach", "on_breach", "on-expiry", "timeout", "then", "expire", "expires");

    /** Consequences of a breach that would be acts: nobody acts by letting time pass. */
    private static final Pattern ACT = Pattern.compile(".*(auto|close|accept|approve|receive|settle|default|consent|pass).*");

    private final Faults faults;

    private TypeReader(Faults faults) {
        this.faults = faults;
    }

    /** @param source how faults name the text, such as the file */
    public static Reading read(String yaml, String source) {
        var faults = new Faults(source);
        MatterType type = null;
        try {
            var root = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
            if (root == null) faults.add(1, "empty", "这里没有内容，请写入事项类型。", "There is nothing here; write a matter type.");
            else type = new TypeReader(faults).type(new Section("", root, faults));
        } catch (MarkedYAMLException e) {
            var line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            faults.add(line, "yaml",
                    "这一行不符合 YAML 格式（%s），请检查缩进、引号和括号。",
                    "This line is not YAML (%s); check indents, quotes and brackets.", e.getProblem());
        } catch (YAMLException e) {
            faults.add(1, "yaml", "这段文字不符合 YAML 格式（%s）。", "This text is not YAML (%s).", e.getMessage());
        }
        return new Reading(type, faults.all(), faults.lines());
    }

    private @Nullable MatterType type(Section top) {
        var name = top.name("type");
        if (name == null) top.fault("type", "missing", "没有写明事项类型的名称，请加上“type: …”。", "The type has no name; add “type: …”.");
        var version = top.number("version");
        if (version != null && version < 1) top.fault("version", "kind", "版本号应当大于零。", "A version is greater than zero.");
        var label = top.label("label");
        var number = top.text("number");
        var parent = top.name("parent");
        var roles = parts(top, "roles", this::role);
        var fields = parts(top, "fields", this::field);
        var states = parts(top, "states", this::state);
        var acts = top.has("actions") ? names(top, "actions") : Set.<String>of();
        var actions = parts(top, "actions", this::action);
        var clocks = parts(top, "clocks", s -> clock(s, acts, states.keySet()));
        var shown = top.texts("public");
        top.refuseTheRest();
        for (var part : List.of("roles", "states", "actions", "clocks")) {
            if (!top.has(part)) top.faultHere("missing",
                    "没有“%s”一节，事项就无人办理或没有时限。",
                    "There is no “%s”: nobody would act, or no clock would run.", part);
        }
        if (name == null || states.isEmpty()) return null;
        return new MatterType(name, version == null ? 1 : version, label, number, parent, roles, fields, states, actions, clocks, shown);
    }

    private static Set<String> names(Section top, String key) {
        var section = top.section(key);
        return section == null ? Set.of() : section.keys();
    }

    private <T> Map<String, T> parts(Section top, String key, Function<Section, T> read) {
        var parts = new LinkedHashMap<String, T>();
        var section = top.section(key);
        if (section == null) return parts;
        section.parts().forEach((name, part) -> {
            parts.put(name, read.apply(part));
            part.refuseTheRest();
        });
        return parts;
    }

    private Role role(Section role) {
        var unit = role.text("unit");
        var post = role.text("post");
        if ((unit == null) == (post == null)) role.faultHere("bearer",
                "角色“%s”应当写明由单位（unit）还是由岗位（post）承担，二者只取其一。",
                "Role “%s” is borne either by a unit or by a post: write one of the two.", role.name());
        var how = unit != null ? unit : post != null ? post : "one";
        var allowed = unit != null ? Set.of("ledger-owner", "one", "many") : Set.of("one", "many");
        if (!allowed.contains(how)) role.faultHere("bearer",
                "角色“%s”的承担方式“%s”不可用，可写 one、many，单位还可写 ledger-owner。",
                "Role “%s” cannot be borne by “%s”: write one or many, or for a unit ledger-owner.", role.name(), how);
        return new Role(role.name(), role.label(), unit != null ? Bearer.UNIT : Bearer.POST, how.equals("many"), how.equals("ledger-owner"));
    }

    private Field field(Section field) {
        var kind = choice(field, "kind", Kind.values(), Kind.TEXT);
        var choices = new LinkedHashMap<String, Label>();
        var of = field.section("of");
        if (of != null) for (var key : of.keys()) choices.put(key, of.label(key));
        if (!field.has("kind")) field.faultHere("missing", "字段“%s”没有写明种类（kind）。", "Field “%s” does not say its kind.", field.name());
        if ((kind == Kind.CHOICE) == choices.isEmpty()) field.faultHere("choices",
                "字段“%s”：可选项（of）与种类 choice 应当同时出现。",
                "Field “%s”: choices (of) and the kind choice go together.", field.name());
        return new Field(field.name(), field.label(), kind, choices, field.flag("required"));
    }

    private State state(Section state) {
        refuseSilence(state);
        return new State(state.name(), state.label(), state.text("owes"), state.flag("settled"), state.flag("final"));
    }

    private MatterType.Action action(Section action) {
        refuseSilence(action);
        var onAssignment = onAssignment(action);
        var from = new LinkedHashSet<>(action.texts("from"));
        if (from.isEmpty() && !onAssignment) action.faultHere("missing",
                "办理动作“%s”没有写明从哪个状态（from）开始。",
                "Action “%s” does not say from which state.", action.name());
        var by = action.texts("by");
        if (by.isEmpty()) action.faultHere("missing", "办理动作“%s”没有写明由谁（by）办理。", "Action “%s” does not say by whom.", action.name());
        return new MatterType.Action(action.name(), action.label(), from, action.text("to"), onAssignment, by,
                action.texts("except"), action.texts("needs"), action.text("gate"), action.number("most"), action.flag("anew"), action.text("within"), action.text("up-to"));
    }

    private MatterType.ClockRule clock(Section clock, Set<String> actions, Set<String> states) {
        var during = new LinkedHashSet<>(clock.texts("while"));
        var onAssignment = onAssignment(clock);
        var lapse = lapse(clock);
        refuseSilence(clock);
        if (clock.has("to")) silence(clock, "to");
        var breach = new ArrayList<Breach>();
        for (var word : clock.texts("breach")) {
            switch (word) {
                case "remind" -> breach.add(Breach.REMIND);
                case "yellow" -> breach.add(Breach.YELLOW);
                case "red" -> breach.add(Breach.RED);
                default -> {
                    if (actions.contains(word) || states.contains(word) || ACT.matcher(word).matches()) silence(clock, "breach");
                    else clock.fault("breach", "breach",
                            "不认识超期措施“%s”，可写 remind、yellow、red。",
                            "Breach “%s” is not known: write remind, yellow or red.", word);
                }
            }
        }
        return new MatterType.ClockRule(clock.name(), clock.label(), during, onAssignment, clock.text("budget"),
                clock.text("every"), clock.text("until"), clock.text("after"), clock.text("opens"), breach, lapse);
    }

    /** {@code then: STATE, law: { act: …, article: …, text: … }}; without the law it is silence taken for consent. */
    private @Nullable Lapse lapse(Section clock) {
        var law = clock.section("law");
        if (law == null) return null;
        var to = clock.text("then");
        if (to == null) clock.fault("law", "missing",
                "写了法律依据，却没有写明期满后转入的状态（then）。",
                "A law is cited, but no state (then) to which the end of the clock leads.");
        var lapse = new Lapse(to == null ? "" : to, orEmpty(law.text("act")), orEmpty(law.text("article")), orEmpty(law.text("text")));
        law.refuseTheRest();
        return lapse;
    }

    private boolean onAssignment(Section part) {
        var on = part.text("on");
        if (on != null && !on.equals("assignment")) part.fault("on", "kind", "“on”只能写 assignment。", "“on” can only be assignment.");
        return on != null;
    }

    private void refuseSilence(Section part) {
        for (var key : part.keys()) {
            if (!SILENCE.contains(key) || key.equals("then") && part.section("law") != null) continue;
            silence(part, key);
        }
    }

    private static void silence(Section part, String key) {
        part.ignore(key);
        part.fault(key, "silence", "“%s”让事项仅因时间经过而改变状态（超时默认）。沉默不是同意：请改为提醒或亮牌，确有法律规定的写明 then 和 law。",
                "“%s” changes the matter because time passed. Silence is never consent: remind or issue a card, or, where a law says so, write then and law.", part.path() + "." + key);
    }

    private static <E extends Enum<E>> E choice(Section part, String key, E[] values, E otherwise) {
        var word = part.text(key);
        if (word == null) return otherwise;
        for (var value : values) if (value.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word)) return value;
        part.fault(key, "kind", "“%s”不是可用的种类。", "“%s” is not a kind that can be used.", word);
        return otherwise;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
