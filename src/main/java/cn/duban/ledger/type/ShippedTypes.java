package cn.duban.ledger.type;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The matter types that come with the product, one file each under {@code ledgers/<room>/}. They are listed by name, since
 * a jar cannot be searched for files; a test compares the list with the folder.
 */
public final class ShippedTypes {

    /** Room and type; the file of {@code rectification/follow-up-review} is {@code ledgers/rectification/follow-up-review.yaml}. */
    static final List<String> FILES = List.of(
            "rectification/rectification-round",
            "rectification/rectification-finding",
            "rectification/rectification-measure",
            "rectification/follow-up-review",
            "task/task-plan",
            "task/task",
            "task/task-measure",
            "supervision/instruction",
            "supervision/meeting",
            "supervision/agenda-item",
            "supervision/decision",
            "supervision/pledge",
            "supervision/project",
            "supervision/milestone",
            "supervision/field-study",
            "supervision/media-exposure",
            "supervision/outer-lead",
            "supervision/deputies-issue",
            "supervision/enterprise-problem",
            "inspection/inspection",
            "inspection/inspection-finding",
            "proposal/deputy-suggestion",
            "proposal/suggestion-promise",
            "proposal/suggestion-part",
            "proposal/cppcc-proposal",
            "proposal/proposal-promise",
            "proposal/proposal-part",
            "hotline/hotline-ticket",
            "hotline/hotline-drive",
            "rating/bad-rating");

    private ShippedTypes() {}

    /** The text of every shipped type by its name, for the editor and for the first publication in a tenant. */
    public static Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        for (var file : FILES) texts.put(nameOf(file), text(file));
        return texts;
    }

    public static Set<String> names() {
        var names = new LinkedHashSet<String>();
        for (var file : FILES) names.add(nameOf(file));
        return names;
    }

    /** Every shipped type, linted; a fault stops the start, since the product must not run on a type that loses matters. */
    public static Map<String, MatterType> load() {
        var types = new LinkedHashMap<String, MatterType>();
        texts().forEach((name, text) -> {
            var reading = TypeLinter.check(text, name + ".yaml", names());
            var type = reading.type();
            if (type == null || !reading.clean()) throw new IllegalStateException("A shipped matter type is faulty: " + reading.faults());
            types.put(type.name(), type);
        });
        return types;
    }

    /** The room whose ledger a shipped type belongs to. */
    public static String ledgerOf(String name) {
        return FILES.stream().filter(f -> nameOf(f).equals(name)).findFirst().map(f -> f.substring(0, f.indexOf('/'))).orElseThrow();
    }

    private static String nameOf(String file) {
        return file.substring(file.indexOf('/') + 1);
    }

    private static String text(String file) {
        var path = "/ledgers/" + file + ".yaml";
        try (var in = ShippedTypes.class.getResourceAsStream(path)) {
            if (in == null) throw new IllegalStateException("The shipped matter type " + path + " is missing from the product.");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
