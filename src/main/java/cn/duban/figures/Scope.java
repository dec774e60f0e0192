package cn.duban.figures;

import cn.duban.units.Directory;
import cn.duban.web.Days;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which matters are told of, and when; what is null is not asked. Everything here stands in the address.
 *
 * @param on the day at whose end they are told of; null for now
 * @param since first day of the period in which turns are counted; null for the first of the month
 * @param unit the unit that leads; {@link #NONE} for matters without one, {@link #BELOW} for those whose units are named further down
 * @param leader the post of the accountable leader; {@link #NONE} and {@link #BELOW} as of units
 * @param under the unit that leads is this one or stands below it
 */
public record Scope(@Nullable LocalDate on, @Nullable LocalDate since, @Nullable String ledger, @Nullable String type, @Nullable String source, @Nullable Integer unit, @Nullable Integer leader, @Nullable Integer under) {

    public static final int NONE = 0;

    /** Nobody is named for the matter itself, since its children name them ({@link Gathering}). */
    public static final int BELOW = -1;

    static Scope read(Map<String, String> asked) {
        return new Scope(one(asked, "on", Scope::day), one(asked, "since", Scope::day), one(asked, "ledger", Function.identity()), one(asked, "type", Function.identity()),
                one(asked, "source", Function.identity()), one(asked, "unit", Integer::valueOf), one(asked, "leader", Integer::valueOf), one(asked, "under", Integer::valueOf));
    }

    private static LocalDate day(String said) {
        var day = LocalDate.parse(said);
        if (!Days.holds(day)) throw new DateTimeException("No matter stood on " + day + ".");
        return day;
    }

    static <T> @Nullable T one(Map<String, String> asked, String name, Function<String, T> read) {
        var text = asked.getOrDefault(name, "").strip();
        try {
            return text.isEmpty() || text.length() > 200 ? null : read.apply(text);
        } catch (DateTimeException | NumberFormatException unreadable) {
            return null;
        }
    }

    Scope unit(@Nullable Integer wanted) {
        return new Scope(on, since, ledger, type, source, wanted, leader, under);
    }

    Scope leader(@Nullable Integer wanted) {
        return new Scope(on, since, ledger, type, source, unit, wanted, under);
    }

    Scope type(@Nullable String wanted) {
        return new Scope(on, since, ledger, wanted, source, unit, leader, under);
    }

    Scope source(@Nullable String wanted) {
        return new Scope(on, since, ledger, type, wanted, unit, leader, under);
    }

    Scope period(LocalDate first, LocalDate last) {
        return new Scope(last, first, ledger, type, source, unit, leader, under);
    }

    /** The units as they stood on the day that is told of. */
    Directory then(Directory today) {
        return on != null && on.isBefore(today.today()) ? today.at(on) : today;
    }

    /** Whether anything but all of it, now, is asked for. */
    public boolean asked() {
        return !parts().isEmpty();
    }

    Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        put(parts, "on", on);
        put(parts, "since", since);
        put(parts, "ledger", ledger);
        put(parts, "type", type);
        put(parts, "source", source);
        put(parts, "unit", unit);
        put(parts, "leader", leader);
        put(parts, "under", under);
        return parts;
    }

    static void put(Map<String, String> parts, String name, @Nullable Object value) {
        if (value != null) parts.put(name, value.toString());
    }

    static String address(String page, Map<String, String> parts) {
        return parts.isEmpty() ? page : page + "?" + parts.entrySet().stream().map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
    }
}
