package cn.duban.ledger.type;

import cn.duban.ledger.type.MatterType.Label;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One mapping of a text that people write, such as a matter type's. It hands out values by key, notes the line of each and, at the end, calls every key that
 * nobody asked for unknown. Values are taken as written: YAML would read {@code on} and {@code no} as truth values.
 */
public final class Section {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final String path;
    private final Faults faults;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    public Section(String path, Node node, Faults faults) {
        this.path = path;
        this.faults = faults;
        faults.place(path, node);
        if (!(node instanceof MappingNode mapping)) {
            faults.add(node, "kind", "“%s”应当是若干“名称: 内容”。", "“%s” should be a list of “name: content”.", path);
            return;
        }
        for (var pair : mapping.getValue()) {
            if (!(pair.getKeyNode() instanceof ScalarNode key)) {
                faults.add(pair.getKeyNode(), "kind", "“%s”中的名称应当是一个词。", "A name in “%s” should be one word.", path);
            } else if (values.putIfAbsent(key.getValue(), pair.getValueNode()) != null) {
                faults.add(key, "duplicate-key", "“%s”写了两次，请删去一处。", "“%s” is written twice; remove one.", at(key.getValue()));
            } else {
                faults.place(at(key.getValue()), key);
            }
        }
    }

    public Set<String> keys() {
        return values.keySet();
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** The part under a key; none where the key is missing or empty. */
    public @Nullable Section section(String key) {
        var node = take(key);
        return node == null || isEmpty(node) ? null : new Section(at(key), node, faults);
    }

    /** The named parts under this one, such as the states of a type. Names that are no names are faults. */
    Map<String, Section> parts() {
        for (var key : values.keySet()) {
            if (!NAME.matcher(key).matches()) fault(key, "name",
                    "“%s”不是合用的名称，请用小写英文字母、数字和连字符。",
                    "“%s” is no usable name: lower-case letters, digits and hyphens, please.", at(key));
        }
        return partsOfAnyName();
    }

    /** The same where people give the names in their own words. */
    public Map<String, Section> partsOfAnyName() {
        var parts = new LinkedHashMap<String, Section>();
        for (var key : values.keySet()) {
            var node = take(key);
            if (node != null) parts.put(key, new Section(at(key), node, faults));
        }
        return parts;
    }

    public @Nullable String text(String key) {
        var node = take(key);
        if (node == null) return null;
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) return scalar.getValue().strip();
        faults.add(node, "kind", "“%s”应当是一段文字。", "“%s” should be a text.", at(key));
        return null;
    }

    @Nullable String name(String key) {
        var name = text(key);
        if (name != null && !NAME.matcher(name).matches()) fault(key, "name",
                "“%s”不是合用的名称，请用小写英文字母、数字和连字符。",
                "“%s” is no usable name: lower-case letters, digits and hyphens, please.", name);
        return name;
    }

    /** One text or a list of texts. */
    public List<String> texts(String key) {
        var node = take(key);
        if (node == null) return List.of();
        if (!(node instanceof SequenceNode sequence)) {
            var one = text(key);
            return one == null ? List.of() : List.of(one);
        }
        var texts = new ArrayList<String>();
        for (var item : sequence.getValue()) {
            if (item instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
                if (texts.contains(scalar.getValue())) faults.add(item, "duplicate-key",
                        "“%s”中“%s”写了两次。",
                        "In “%s”, “%s” is written twice.", at(key), scalar.getValue());
                else texts.add(scalar.getValue());
            } else {
                faults.add(item, "kind", "“%s”的每一项应当是一个词。", "Each item of “%s” should be one word.", at(key));
            }
        }
        return texts;
    }

    /** True or false; anything else is a fault and counts as true, since the key was written for a reason. */
    boolean flag(String key) {
        var text = text(key);
        if (text == null || text.equals("false")) return false;
        if (!text.equals("true")) fault(key, "kind", "“%s”只能写 true 或 false。", "“%s” is either true or false.", at(key));
        return true;
    }

    /** A whole number; values that are none are a fault. */
    @Nullable Integer number(String key) {
        var text = text(key);
        if (text == null) return null;
        if (text.matches("-?[0-9]{1,6}")) return Integer.valueOf(text);
        fault(key, "kind", "“%s”应当是一个整数。", "“%s” should be a whole number.", at(key));
        return null;
    }

    /** The label written into this part itself as {@code zh} and {@code en}. */
    Label label() {
        return new Label(has("zh") ? nonNull(text("zh")) : "", has("en") ? nonNull(text("en")) : "");
    }

    /** A label under a key: {@code { zh: …, en: … }}, or one Chinese text, in which case the English one is missing. */
    Label label(String key) {
        var node = take(key);
        if (node instanceof ScalarNode) return new Label(nonNull(text(key)), "");
        if (node == null) return new Label("", "");
        var section = new Section(at(key), node, faults);
        var label = section.label();
        section.refuseTheRest();
        return label;
    }

    public void fault(String key, String code, String zh, String en, Object... words) {
        faults.at(at(key), code, zh, en, words);
    }

    public void faultHere(String code, String zh, String en, Object... words) {
        faults.at(path, code, zh, en, words);
    }

    public void refuseTheRest() {
        for (var key : values.keySet()) {
            if (!asked.contains(key)) fault(key, "unknown-key", "不认识“%s”，请改正或删去。", "“%s” is not known; correct or remove it.", at(key));
        }
    }

    /** Takes a key off the list of unknown ones, since it was already found fault with. */
    void ignore(String key) {
        asked.add(key);
    }

    public String path() {
        return path;
    }

    /** The last word of the path: what this part itself is called. */
    public String name() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private @Nullable Node take(String key) {
        asked.add(key);
        return values.get(key);
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static boolean isEmpty(Node node) {
        return node instanceof ScalarNode scalar && scalar.getValue().isBlank();
    }

    private static String nonNull(@Nullable String text) {
        return text == null ? "" : text;
    }
}
