package cn.duban.units.page;

import cn.duban.units.Directory;
import cn.duban.units.Unit;
import cn.duban.web.Complaints;
import cn.duban.web.Refused;
import cn.duban.web.Titled;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * One change, asked for on one page; a plain form, the same for all of them.
 *
 * @param back where “cancel” leads, and where the reader lands when it is done
 * @param stakes what hangs on it, to be seen before it is done
 */
public record FormPage(
        String title, String lead, String action, String back, String submit, boolean danger, List<Stake> stakes, List<Field> fields, Complaints complaints)
        implements Titled {

    /** The parts of a form. {@code values} are those chosen or typed. */
    public record Field(
            String name, String label, Kind kind, List<String> values, List<Option> options, @Nullable String hint, boolean required) {

        public enum Kind { TEXT, DAY, CHOICE, CHECKS }

        public String value() {
            return values.isEmpty() ? "" : values.getFirst();
        }

        Field voluntary() {
            return new Field(name, label, kind, values, options, hint, false);
        }

        /** A choice that need not be made, with what is said of not making it. */
        Field voluntary(String none) {
            var all = new ArrayList<>(options);
            all.set(0, new Option("", none));
            return new Field(name, label, kind, values, all, hint, false);
        }

        public boolean chosen(Option option) {
            return values.contains(option.value());
        }
    }

    /** @param hint what it means, where its name alone does not say so */
    public record Option(String value, String label, @Nullable String hint) {
        Option(String value, String label) {
            this(value, label, null);
        }
    }

    /** @param href where it can be looked at */
    public record Stake(String text, @Nullable String href) {}

    static FormPage of(String key, String title, String action, String back, Field... fields) {
        return new FormPage(title, Words.say(key + ".lead"), action, back, Words.say(key), false, List.of(), List.of(fields), new Complaints());
    }

    /** The same with a button that says what it does. */
    FormPage doing(String key) {
        return new FormPage(title, lead, action, back, Words.say(key), danger, stakes, fields, complaints);
    }

    /** The same, to be looked at before it is done. */
    FormPage with(List<Stake> hanging) {
        return new FormPage(title, lead, action, back, submit, danger, hanging, fields, complaints);
    }

    /** The same, for what cannot be taken back. */
    FormPage dangerous(List<Stake> hanging) {
        return new FormPage(title, lead, action, back, submit, true, hanging, fields, complaints);
    }

    /** With what was typed in place of what was proposed. */
    FormPage retyped(MultiValueMap<String, String> typed) {
        var again = fields.stream().map(field -> new Field(field.name(), field.label(), field.kind(),
                typed.getOrDefault(field.name(), List.of()), field.options(), field.hint(), field.required())).toList();
        return new FormPage(title, lead, action, back, submit, danger, stakes, again, complaints);
    }

    /** Complains of every choice that must be made and was not. @return whether there is any */
    boolean lacking(MultiValueMap<String, String> typed) {
        for (var field : fields)
            complaints.addIf(field.required() && field.kind() == Field.Kind.CHOICE && typed.getOrDefault(field.name(), List.of()).stream().allMatch(String::isBlank),
                    field.name(), "units.choose.missing", field.label());
        return !complaints.isEmpty();
    }

    /** Rule, without its room → the field it is about. */
    private static final Map<String, String> ABOUT = Map.ofEntries(
            Map.entry("day-out-of-range", "from"), Map.entry("post-closes", "from"),
            Map.entry("later-name", "from"), Map.entry("later-parent", "from"), Map.entry("later-charge", "from"),
            Map.entry("unit-not-open", "from"), Map.entry("post-not-open", "from"), Map.entry("not-here", "from"),
            Map.entry("holds-not", "from"), Map.entry("own-successor", "successor"), Map.entry("bears-matters", "successor"),
            Map.entry("own-successor-post", "successor"), Map.entry("post-bears-matters", "successor"), Map.entry("second-head", "head"));

    /** With what the register said beside the field it is about, the first one if none is named. */
    FormPage refused(Refused refused) {
        var about = ABOUT.getOrDefault(refused.rule().replaceFirst("^units\\.", ""), "");
        var field = fields.stream().map(Field::name).filter(about::equals).findFirst().orElse(fields.getFirst().name());
        complaints.add(field, refused.getMessage() + refused.next());
        return this;
    }

    static Field text(String name, String key, String value, boolean required) {
        return new Field(name, Words.say(key), Field.Kind.TEXT, List.of(value), List.of(), required ? null : Words.say("units.optional"), required);
    }

    static Field basis() {
        return new Field("basis", Words.say("units.basis"), Field.Kind.TEXT, List.of(""), List.of(), Words.say("units.basis.hint"), false);
    }

    static Field from(LocalDate today) {
        return new Field("from", Words.say("units.from"), Field.Kind.DAY, List.of(today.toString()), List.of(), Words.say("units.from.hint"), true);
    }

    static Field choice(String name, String key, String chosen, List<Option> options) {
        return new Field(name, Words.say(key), Field.Kind.CHOICE, List.of(chosen), options, null, true);
    }

    /** Nothing is chosen for whoever does not choose. */
    static Field choose(String name, String key, List<Option> options) {
        var all = new ArrayList<Option>();
        all.add(new Option("", Words.say("units.choose", Words.say(key))));
        all.addAll(options);
        return choice(name, key, "", all);
    }

    static Field kinds(Unit.Kind chosen) {
        return choice("kind", "units.kind", chosen.name(),
                Arrays.stream(Unit.Kind.values()).map(kind -> new Option(kind.name(), Words.say("units.kind." + kind))).toList());
    }

    static Field duties(Set<Viewer.Duty> chosen) {
        return new Field("duties", Words.say("units.duties"), Field.Kind.CHECKS, chosen.stream().map(Enum::name).toList(),
                Arrays.stream(Viewer.Duty.values()).map(duty -> new Option(duty.name(), Words.say("units.duty." + duty), Words.say("units.duty." + duty + ".may"))).toList(), null, false);
    }

    static Field head(boolean head) {
        return new Field("head", Words.say("units.head"), Field.Kind.CHECKS, head ? List.of("true") : List.of(),
                List.of(new Option("true", Words.say("units.post.head"))), null, false);
    }

    /** All open units, indented as they stand. */
    static List<Option> units(Directory directory) {
        var root = directory.root().id();
        var options = new ArrayList<Option>();
        for (var unit : directory.below(root)) {
            options.add(new Option(String.valueOf(unit), "　".repeat(directory.lineage(unit).size() - 1) + directory.unitName(unit)));
        }
        return options;
    }
}
