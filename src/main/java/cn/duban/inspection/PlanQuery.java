package cn.duban.inspection;

import cn.duban.inspection.Declaration.State;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a list of the plan is asked for; it stands in the address. What cannot be read is not asked for. */
public record PlanQuery(@Nullable Integer year, @Nullable Integer unit, @Nullable Integer month, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable State state) {

    public static PlanQuery of(int year) {
        return new PlanQuery(year, null, null, null, null, null);
    }

    static PlanQuery read(Map<String, String> asked, LocalDate today) {
        var from = day(asked.get("from"));
        var to = day(asked.get("to"));
        var year = number(asked.get("year"), 1900, 2199);
        var state = Arrays.stream(State.values()).filter(one -> one.word().equals(asked.get("state"))).findFirst().orElse(null);
        return new PlanQuery(year == null && from == null ? Integer.valueOf(today.getYear()) : year, number(asked.get("unit"), 1, Integer.MAX_VALUE), number(asked.get("month"), 1, 12), from, to, state);
    }

    private static @Nullable LocalDate day(@Nullable String said) {
        try {
            return said == null ? null : LocalDate.parse(said);
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    static @Nullable Integer number(@Nullable String said, int least, int most) {
        if (said == null || !said.matches("\\d{1,9}")) return null;
        var number = Integer.parseInt(said);
        return number < least || number > most ? null : Integer.valueOf(number);
    }

    /** Whether it is one of those, by day: it touches the month, or the days. */
    boolean holds(Declaration one) {
        return (year == null || one.year() == year) && (unit == null || one.objects().contains(unit)) && (state == null ? one.state() != State.WITHDRAWN : one.state() == state)
                && (month == null || year == null || touches(one, LocalDate.of(year, month, 1), LocalDate.of(year, month, 1).plusMonths(1).minusDays(1)))
                && touches(one, Objects.requireNonNullElse(from, LocalDate.MIN), Objects.requireNonNullElse(to, LocalDate.MAX));
    }

    static boolean touches(Declaration one, LocalDate first, LocalDate last) {
        return !one.first().isAfter(last) && !one.last().isBefore(first);
    }

    public String href() {
        var parts = new ArrayList<String>();
        Stream.of(part("year", year), part("unit", unit), part("month", month), part("from", from), part("to", to), part("state", state == null ? null : state.word())).flatMap(List::stream).forEach(parts::add);
        return "/inspections" + (parts.isEmpty() ? "" : "?" + String.join("&", parts));
    }

    private static List<String> part(String name, @Nullable Object value) {
        return value == null ? List.of() : List.of(name + "=" + value);
    }
}
