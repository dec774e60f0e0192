package cn.duban.ledger;

import cn.duban.ledger.MatterThen.Said;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** The entries of one matter, from the first to any later one, added up to what they said then. Pure. */
final class Fold {

    private static final List<String> SPOKEN = List.of("note", "reason", "verdict");

    private final Map<String, Map<String, Map<String, Object>>> tables = new TreeMap<>();
    /** Rows already read, until an entry changes them: of a matter with many steps most stay as they are. */
    private final Map<Map<String, Object>, Object> read = new IdentityHashMap<>();
    private final List<Said> said = new ArrayList<>();
    private Hex head = Hex.ZERO;
    private int length;
    private @Nullable Integer broken;

    private Fold() {}

    /** @return empty where there are no entries, or where they were changed so much that they make no matter any more */
    static Optional<MatterThen> of(List<Entry> entries) {
        if (entries.isEmpty()) return Optional.empty();
        var fold = new Fold();
        entries.forEach(fold::add);
        try {
            return Optional.of(fold.matter(entries.getLast()));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    /** What the entries said one after the other; nothing is proved here. */
    static List<Step> steps(List<Entry> entries) {
        var fold = new Fold();
        var steps = new ArrayList<Step>();
        for (var entry : entries) {
            fold.take(entry);
            try {
                var then = fold.matter(entry);
                steps.add(new Step(then.matter(), then.responsibilities(), then.clocks(), entry.act(), entry.at(), entry.fromState()));
            } catch (JacksonException erased) {
                // the entry that erased states every row anew
            }
        }
        return steps;
    }

    private void add(Entry entry) {
        length++;
        if (broken == null && !sound(entry)) broken = length;
        take(entry);
    }

    private void take(Entry entry) {
        head = entry.hash();
        if (entry.payload() == null) return;
        for (var what : SPOKEN)
            if (entry.payload().get(what) instanceof String text && !text.isBlank()) said.add(new Said(entry.act(), entry.at(), what, text));
        if (entry.payload().get("delta") instanceof Map<?, ?> delta)
            delta.forEach((table, rows) -> ((Map<?, ?>) rows).forEach((key, columns) -> change((String) table, (String) key, (Map<?, ?>) columns)));
    }

    private void change(String table, String key, Map<?, ?> columns) {
        var row = tables.computeIfAbsent(table, t -> new TreeMap<>()).computeIfAbsent(key, k -> new LinkedHashMap<>());
        columns.forEach((column, value) -> row.put((String) column, value));
        read.remove(row);
    }

    private boolean sound(Entry entry) {
        return entry.no() == length && entry.previous().equals(head) && Chain.hash(entry).equals(entry.hash())
                && (entry.payload() == null || Chain.digest(Objects.requireNonNull(entry.salt()), entry.payload()).equals(entry.digest()));
    }

    private MatterThen matter(Entry last) {
        var row = new LinkedHashMap<>(tables.getOrDefault("matter", Map.of()).getOrDefault("0", Map.of()));
        row.put("tenant", last.tenant());
        row.put("version", last.no());
        row.put("head", last.hash().toString());
        // the header outlives a payload erased by rule
        row.put("state", last.toState());
        var matter = Rows.JSON.convertValue(row, Matter.class);
        return new MatterThen(matter, last.hash().digits(), rows("responsibility", matter, Responsibility.class),
                rows("clock", matter, Clock.class), said, broken);
    }

    private <T> List<T> rows(String table, Matter matter, Class<T> type) {
        var byNumber = Map.Entry.<String, Map<String, Object>>comparingByKey(Comparator.comparing(Integer::valueOf));
        return tables.getOrDefault(table, Map.of()).entrySet().stream().sorted(byNumber).map(kept -> {
            var known = read.get(kept.getValue());
            if (known != null) return type.cast(known);
            var row = new LinkedHashMap<>(kept.getValue());
            row.put("tenant", matter.tenant());
            row.put("matter", matter.id().toString());
            var now = Rows.JSON.convertValue(row, type);
            read.put(kept.getValue(), now);
            return now;
        }).toList();
    }
}
