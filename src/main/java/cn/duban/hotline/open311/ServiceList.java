package cn.duban.hotline.open311;

import cn.duban.crypto.Sm3;
import cn.duban.hotline.Categories;
import cn.duban.ledger.Said;
import cn.duban.ledger.type.MatterType;
import cn.duban.web.Words;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The services that can be asked for: every category of the tree, and one for what fits none. A code follows from what the category is called, so that
 * it stays the same wherever the category stands, and tickets under a name of earlier days keep theirs. Pure.
 */
record ServiceList(List<Service> all) {

    /** For what fits no category. */
    static final String OTHER = "other";

    /** @param category as a ticket writes it; empty for none */
    record Service(String code, String category, String name, String group) {

        Map<String, Object> tree() {
            var tree = new LinkedHashMap<String, Object>();
            tree.put("service_code", code);
            tree.put("service_name", name);
            tree.put("description", Words.say(category.isEmpty() ? "hotline.open311.other.about" : "hotline.open311.about", name, group));
            tree.put("metadata", true);
            tree.put("type", "realtime");
            tree.put("keywords", name.equals(group) ? name : name + "," + group);
            tree.put("group", group);
            return tree;
        }
    }

    static ServiceList of(Categories categories) {
        var all = new ArrayList<Service>();
        for (var category : categories.all()) {
            var group = Said.in(category.label());
            all.add(new Service(code(category.path()), category.path(), group, group));
            category.below().forEach(sub -> all.add(new Service(code(category.path(sub)), category.path(sub), Said.in(sub), group)));
        }
        var other = Words.say("hotline.open311.other");
        all.add(new Service(OTHER, "", other, other));
        return new ServiceList(List.copyOf(all));
    }

    Optional<Service> find(String code) {
        return all.stream().filter(service -> service.code().equals(code)).findFirst();
    }

    /** The one that a ticket stands under, also where its category is no longer in the tree. */
    Service under(String category) {
        return all.stream().filter(service -> service.category().equals(category)).findFirst().orElseGet(() -> new Service(code(category), category, category, category));
    }

    static String code(String category) {
        return category.isEmpty() ? OTHER : Sm3.hex(Sm3.digest(category.getBytes(StandardCharsets.UTF_8))).substring(0, 8);
    }

    /** What may be said beside the specification's own fields; nothing of it has to be. */
    static Map<String, Object> definition(Service service, MatterType type, List<String> areas) {
        var kinds = Objects.requireNonNull(type.fields().get("kind")).choices();
        var yes = Map.of("true", Words.say("hotline.yes"));
        var attributes = List.of(
                attribute(1, "kind", Words.say("hotline.kind"), kinds.entrySet().stream().map(kind -> value(kind.getKey(), Said.in(kind.getValue()))).toList()),
                attribute(2, "area", Words.say("hotline.area"), areas.stream().map(area -> value(area, area)).toList()),
                attribute(3, "confidential", Words.say("hotline.confidential"), yes.entrySet().stream().map(one -> value(one.getKey(), one.getValue())).toList()),
                attribute(4, "anonymous", Words.say("hotline.anonymous"), yes.entrySet().stream().map(one -> value(one.getKey(), one.getValue())).toList()));
        var tree = new LinkedHashMap<String, Object>();
        tree.put("service_code", service.code());
        tree.put("attributes", attributes);
        return tree;
    }

    private static Map<String, Object> attribute(int order, String code, String description, List<Map<String, Object>> values) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("variable", true);
        tree.put("code", code);
        tree.put("datatype", "singlevaluelist");
        tree.put("required", false);
        tree.put("datatype_description", null);
        tree.put("order", order);
        tree.put("description", description);
        tree.put("values", values);
        return tree;
    }

    private static Map<String, Object> value(String key, String name) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("key", key);
        tree.put("name", name);
        return tree;
    }
}
