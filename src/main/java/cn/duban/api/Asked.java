package cn.duban.api;

import cn.duban.evidence.FileId;
import cn.duban.units.Directory;
import cn.duban.units.Outside;
import cn.duban.units.Unit;
import cn.duban.web.Refused;
import cn.duban.web.Words;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Turns words of a request into what the kernel knows, or refuses with the word that it cannot make out. */
final class Asked {

    private Asked() {}

    /** Units may be named by number or by their full name, posts by number; those of governments above and below by {@code government-number}, units by their full name too. */
    static Map<String, List<Integer>> bearers(Map<String, List<String>> roles, Directory directory) {
        var bearers = new LinkedHashMap<String, List<Integer>>();
        roles.forEach((role, named) -> bearers.put(role, named.stream().map(name -> bearer(role, name, directory)).toList()));
        return bearers;
    }

    private static int bearer(String role, String name, Directory directory) {
        if (name.matches("\\d{1,9}")) return Integer.parseInt(name);
        if (name.matches("\\d{1,4}-\\d{1,6}")) return elsewhere(role, name, directory);
        return directory.unitNamed(name).map(Unit::id).or(() -> directory.unitsOutsideNamed(name).stream().filter(unit -> unit.name().equals(name)).map(Unit::id).findFirst())
                .orElseThrow(() -> invalid("api.unit", role, name));
    }

    private static int elsewhere(String role, String name, Directory directory) {
        var parts = name.split("-");
        try {
            return Outside.seenFrom(directory.tenant(), Outside.number(Integer.parseInt(parts[0]), Integer.parseInt(parts[1])), directory.tenant());
        } catch (IllegalArgumentException none) {
            throw invalid("api.unit", role, name);
        }
    }

    static FileId file(String id) {
        try {
            return FileId.of(id);
        } catch (IllegalArgumentException e) {
            throw invalid("api.file", id);
        }
    }

    /** A filter of a list; what cannot be read is refused, since a filter left out would answer with too much. */
    static <T> @Nullable T filter(String name, @Nullable String text, Function<String, T> read) {
        if (text == null || text.isBlank()) return null;
        try {
            return read.apply(text.strip());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw bad("api.filter", name, text);
        }
    }

    static @Nullable LocalDate day(String name, @Nullable String text) {
        var day = filter(name, text, LocalDate::parse);
        if (day != null && !Sound.between(day)) throw bad("api.filter", name, text);
        return day;
    }

    static <E extends Enum<E>> @Nullable E word(String name, @Nullable String text, Class<E> type) {
        return filter(name, text, word -> Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    static Refused invalid(String rule, Object... arguments) {
        return Refused.invalid(rule, Words.say(rule, arguments), Words.say("api.next"));
    }

    static Refused bad(String rule, Object... arguments) {
        return new Refused(HttpStatus.BAD_REQUEST, rule, Words.say(rule, arguments), Words.say("api.next"));
    }
}
