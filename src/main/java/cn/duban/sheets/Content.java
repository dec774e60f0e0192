package cn.duban.sheets;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a row says, as the ledger would have it.
 *
 * @param parent title of the matter above, empty without one
 * @param key what the row is known by in every issue, empty without a column of keys
 */
public record Content(String title, String body, SortedMap<String, String> fields, SortedMap<String, List<Integer>> roles, @Nullable LocalDate due,
        @Nullable LocalDate received, String parent, String key, String note) {

    public Content {
        fields = new TreeMap<>(fields);
        roles = new TreeMap<>(roles);
    }

    /** One part of a matter by its name: {@code title}, {@code body}, {@code due}, {@code field:…} or {@code role:…}; empty when it says nothing there. */
    String part(String name) {
        if (name.startsWith(Target.FIELD)) return fields.getOrDefault(name.substring(Target.FIELD.length()), "");
        if (name.startsWith(Target.ROLE)) return roles.getOrDefault(name.substring(Target.ROLE.length()), List.of()).stream().sorted().map(String::valueOf).collect(java.util.stream.Collectors.joining(","));
        return switch (name) {
            case Target.TITLE -> title;
            case Target.BODY -> body;
            case Target.DUE -> due == null ? "" : due.toString();
            default -> throw new IllegalArgumentException("A row has no part " + name);
        };
    }

    /** The same with some parts as another one has them. */
    Content taking(java.util.Collection<String> parts, Content from) {
        var newFields = new TreeMap<>(fields);
        var newRoles = new TreeMap<>(roles);
        for (var name : parts) {
            if (name.startsWith(Target.FIELD)) put(newFields, name.substring(Target.FIELD.length()), from.fields.get(name.substring(Target.FIELD.length())));
            if (name.startsWith(Target.ROLE)) put(newRoles, name.substring(Target.ROLE.length()), from.roles.get(name.substring(Target.ROLE.length())));
        }
        return new Content(parts.contains(Target.TITLE) ? from.title : title, parts.contains(Target.BODY) ? from.body : body, newFields, newRoles,
                parts.contains(Target.DUE) ? from.due : due, received, parent, from.key, note);
    }

    private static <V> void put(Map<String, V> into, String name, @Nullable V value) {
        if (value == null) into.remove(name);
        else into.put(name, value);
    }
}
