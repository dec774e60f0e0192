package cn.duban.ledger;

import cn.duban.ledger.MatterQuery.Sort;
import cn.duban.ledger.type.Phase;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A list's question as its address, both ways; what cannot be read is not asked. */
public final class MatterAddress {

    private MatterAddress() {}

    public static MatterQuery read(Map<String, String> asked) {
        return new MatterQuery(text(asked, "ledger"), text(asked, "type"), text(asked, "version"), text(asked, "state"), one(asked, "phase", name -> Phase.valueOf(name.toUpperCase(Locale.ROOT))),
                one(asked, "lead", Integer::valueOf), one(asked, "unit", Integer::valueOf), one(asked, "parent", MatterAddress::matter), one(asked, "from", LocalDate::parse),
                one(asked, "to", LocalDate::parse), one(asked, "lamp", name -> Lamp.valueOf(name.toUpperCase(Locale.ROOT))), text(asked, "owes"), text(asked, "q"),
                sort(asked), "down".equals(asked.get("order")), text(asked, "after"), size(asked), MatterColumn.read(asked.get("cols")));
    }

    private static Sort sort(Map<String, String> asked) {
        var sort = one(asked, "sort", name -> Sort.valueOf(name.toUpperCase(Locale.ROOT)));
        return sort == null ? Sort.DUE : sort;
    }

    private static int size(Map<String, String> asked) {
        var size = one(asked, "size", Integer::valueOf);
        return size == null ? MatterQuery.USUAL : size;
    }

    private static UUID matter(String text) {
        return text.length() == 36 ? UUID.fromString(text) : MatterId.valueOf(text).id();
    }

    private static @Nullable String text(Map<String, String> asked, String name) {
        var text = asked.get(name);
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static <T> @Nullable T one(Map<String, String> asked, String name, Function<String, T> read) {
        var text = text(asked, name);
        try {
            return text == null ? null : read.apply(text);
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            return null;
        }
    }

    /** The address of a list, without what is usual. */
    public static String of(MatterQuery q) {
        return of("/matters", parts(q));
    }

    /** The same question to another page, with what that page asks besides. */
    public static String of(String page, MatterQuery q, Map<String, String> besides) {
        var parts = parts(q);
        parts.putAll(besides);
        return of(page, parts);
    }

    private static String of(String page, Map<String, String> parts) {
        return parts.isEmpty() ? page : page + "?" + parts.entrySet().stream()
                .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
    }

    /** The same page without one of its filters. */
    public static String without(String page, MatterQuery q, String filter) {
        var parts = parts(q.after(null));
        parts.remove(filter);
        if (filter.equals("type")) parts.keySet().removeAll(List.of("version", "state"));
        return of(page, parts);
    }

    private static Map<String, String> parts(MatterQuery q) {
        var parts = new LinkedHashMap<String, String>();
        put(parts, "ledger", q.ledger());
        put(parts, "type", q.type());
        put(parts, "version", q.version());
        put(parts, "state", q.state());
        put(parts, "phase", q.phase() == null ? null : q.phase().name().toLowerCase(Locale.ROOT));
        put(parts, "lead", q.lead());
        put(parts, "unit", q.unit());
        put(parts, "parent", q.parent());
        put(parts, "from", q.dueFrom());
        put(parts, "to", q.dueTo());
        put(parts, "lamp", q.lamp() == null ? null : q.lamp().word());
        put(parts, "owes", q.owes());
        put(parts, "q", q.text());
        put(parts, "sort", q.sort() == Sort.DUE ? null : q.sort().word());
        put(parts, "order", q.descending() ? "down" : null);
        put(parts, "size", q.size() == MatterQuery.USUAL ? null : q.size());
        put(parts, "cols", q.columns().isEmpty() ? null : MatterColumn.text(q.columns()));
        put(parts, "after", q.after());
        return parts;
    }

    private static void put(Map<String, String> parts, String name, @Nullable Object value) {
        if (value != null) parts.put(name, value.toString());
    }
}
