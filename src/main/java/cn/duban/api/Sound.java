package cn.duban.api;

import cn.duban.web.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Refuses, by its path in the body, what JSON can say and no ledger can hold: an empty place in a list, half a character, the year 90000. */
final class Sound {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private Sound() {}

    static void text(String path, @Nullable String text) {
        if (text != null && !whole(text)) throw refused("api.text", path);
    }

    static void day(String path, @Nullable LocalDate day) {
        if (day != null && !between(day)) throw refused("api.day", path);
    }

    static boolean between(LocalDate day) {
        return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    }

    static void texts(String path, List<@Nullable String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            var here = path + "[" + i + "]";
            if (texts.get(i) == null) throw refused("api.null", here);
            text(here, texts.get(i));
        }
    }

    /** Values that are empty are told from names that are missing: {@code null} is neither. */
    static void fields(String path, Map<String, @Nullable String> fields) {
        fields.forEach((name, value) -> {
            var here = path + "." + name(path, name);
            if (value == null) throw refused("api.null", here);
            text(here, value);
        });
    }

    static void roles(String path, Map<String, @Nullable List<@Nullable String>> roles) {
        roles.forEach((name, bearers) -> {
            var here = path + "." + name(path, name);
            if (bearers == null) throw refused("api.null", here);
            texts(here, bearers);
        });
    }

    private static String name(String path, String name) {
        text(path, name);
        return name;
    }

    private static boolean whole(String text) {
        return text.indexOf('\0') < 0 && text.codePoints().noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    private static Refused refused(String rule, String path) {
        return Asked.invalid(rule, path);
    }
}
