package cn.duban.inspection;

import cn.duban.inspection.Declaration.State;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
        return said == null ? null : DeclarationForm.day(said);
    }

    static @Nullable Integer number(@Nullable String said, int least, int most) {
        if (said == null || !said.matches("\\d{1,9}")) return null;
        var number = Integer.parseInt(said);
        return number < least || number > most ? null : Integer.valueOf(number);
    }

    /** From when on, and until when: of the month where one is asked for, of the days where they are, of both the narrower. */
    @Nullable LocalDate first() {
        var month = begins();
        return month == null || from != null && from.isAfter(month) ? from : month;
    }

    @Nullable LocalDate last() {
        var month = begins();
        var end = month == null ? null : month.plusMonths(1).minusDays(1);
        return end == null || to != null && to.isBefore(end) ? to : end;
    }

    private @Nullable LocalDate begins() {
        return month == null || year == null ? null : LocalDate.of(year, month, 1);
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
