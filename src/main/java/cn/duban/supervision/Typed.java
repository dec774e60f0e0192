package cn.duban.supervision;

import cn.duban.web.Days;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** A form of this room as it was sent: blanks trimmed, days and numbers read where they can be. */
record Typed(MultiValueMap<String, String> values) {

    String text(String name) {
        return Objects.requireNonNullElse(values.getFirst(name), "").replace("\r\n", "\n").strip();
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of()).stream().filter(value -> !value.isBlank()).toList();
    }

    List<Integer> numbers(String name) {
        return all(name).stream().filter(value -> value.matches("\\d{1,10}") && Long.parseLong(value) <= Integer.MAX_VALUE).map(Integer::valueOf).distinct().toList();
    }

    @Nullable LocalDate day(String name, Runnable wrong) {
        var typed = text(name);
        var day = day(typed);
        if (day == null && !typed.isEmpty()) wrong.run();
        return day;
    }

    static @Nullable LocalDate day(String typed) {
        try {
            var day = LocalDate.parse(typed.strip());
            return Days.holds(day) ? day : null;
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }
}
