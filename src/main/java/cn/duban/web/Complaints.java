package cn.duban.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is wrong with a form, by field, in the order it was found: for the summary on top and beside each field. */
public final class Complaints {

    private final Map<String, String> byField = new LinkedHashMap<>();

    /** One complaint per field: the first is the one to mend first. */
    public Complaints add(String field, String key, @Nullable Object... arguments) {
        byField.putIfAbsent(field, Words.say(key, arguments));
        return this;
    }

    public Complaints addIf(boolean wrong, String field, String key, @Nullable Object... arguments) {
        return wrong ? add(field, key, arguments) : this;
    }

    public boolean isEmpty() {
        return byField.isEmpty();
    }

    public @Nullable String of(String field) {
        return byField.get(field);
    }

    public Map<String, String> all() {
        return byField;
    }
}
