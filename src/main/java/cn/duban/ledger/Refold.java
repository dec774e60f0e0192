package cn.duban.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One matter's chain walked and its entries folded again, to be held against its rows. Pure. */
final class Refold {

    /** The act by which a payload is taken away by rule; it names the entries in {@code erased}. */
    static final String ERASE = Erasing.ACT;

    private final String matter;
    private final Map<String, Map<String, Map<String, Object>>> rows;
    private final List<Entry> entries;
    private final Set<Integer> erased;
    private final List<Proof.Break> breaks = new ArrayList<>();
    /** table → key → column → value, as the entries say it. */
    private final Map<String, Map<String, Map<String, Object>>> folded = new TreeMap<>();

    /** @param rows table → key → column → value, as the database says it; the matter itself under {@code matter} and {@code 0} */
    Refold(Map<String, Map<String, Map<String, Object>>> rows, List<Entry> entries) {
        var row = rows.get("matter").get("0");
        this.matter = "matter " + row.get("number") + " (" + row.get("tenant") + "-" + row.get("id") + ") ";
        this.rows = rows;
        this.entries = entries;
        this.erased = entries.stream().filter(e -> e.act().equals(ERASE) && e.payload() != null)
                .flatMap(e -> e.payload().get("erased") instanceof List<?> named ? named.stream() : java.util.stream.Stream.of())
                .filter(Integer.class::isInstance).map(Integer.class::cast).collect(Collectors.toSet());
    }

    /** The same for a matter in memory. */
    Refold(Dossier dossier, List<Entry> entries) {
        this(imaged(dossier), entries);
    }

    private static Map<String, Map<String, Map<String, Object>>> imaged(Dossier dossier) {
        var rows = new TreeMap<String, Map<String, Map<String, Object>>>();
        rows.put("matter", Map.of("0", Rows.image(dossier.matter())));
        rows.put("responsibility", Delta.keyed(dossier.responsibilities().stream(), r -> "" + r.no()));
        rows.put("assignment", Delta.keyed(dossier.assignments().stream(), a -> "" + a.no()));
        rows.put("clock", Delta.keyed(dossier.clocks().stream(), c -> "" + c.no()));
        rows.put("clock_entry", Delta.keyed(dossier.journal().stream(), e -> e.clock() + "." + e.no()));
        rows.put("relation", Delta.keyed(dossier.relations().stream(), r -> "" + r.no()));
        rows.put("evidence", Delta.keyed(dossier.evidence().stream(), e -> "" + e.no()));
        return rows;
    }

    List<Proof.Break> breaks() {
        chain();
        entries.forEach(this::fold);
        rows.forEach((table, actual) -> compare(table, actual, folded.getOrDefault(table, Map.of())));
        return breaks;
    }

    private void chain() {
        var previous = Hex.ZERO;
        var no = 1;
        for (var entry : entries) {
            if (entry.no() != no) found("entry " + no, "缺失或者次序不对", "missing or out of order");
            if (!entry.previous().equals(previous)) found("entry " + entry.no(), "与前一条接不上", "does not follow the entry before it");
            content(entry);
            if (!Chain.hash(entry).equals(entry.hash())) found("entry " + entry.no(), "经办人、时间等要素被改动", "its header was changed");
            previous = entry.hash();
            no = entry.no() + 1;
        }
        var row = Objects.requireNonNull(rows.get("matter").get("0"));
        if (!previous.toString().equals(row.get("head")) || !Integer.valueOf(entries.size()).equals(row.get("version")))
            found("entry " + (entries.size() + 1), "事项的版本与最后一条记录不符", "the matter's head or version is not that of its last entry");
    }

    private void content(Entry entry) {
        var where = "entry " + entry.no();
        if (entry.payload() == null || entry.salt() == null) {
            if (entry.payload() != null || entry.salt() != null || !erased.contains(entry.no()))
                found(where, "内容不见了，也没有依法清除的记录", "its content is gone and no rule was recorded by which it was erased");
        } else if (!sealed(entry, entry.salt())) found(where, "内容被改动", "its content was changed");
    }

    private static boolean sealed(Entry entry, Hex salt) {
        try {
            return Chain.digest(salt, entry.payload()).equals(entry.digest());
        } catch (IllegalArgumentException neverWritten) {
            return false;
        }
    }

    private void fold(Entry entry) {
        if (entry.payload() == null) return;
        if (!(entry.payload().get("delta") instanceof Map<?, ?> delta)) {
            found("entry " + entry.no(), "没有写明改动了什么", "says nothing of what it changed");
            return;
        }
        delta.forEach((table, changed) -> {
            if (changed instanceof Map<?, ?> keyed) keyed.forEach((key, columns) -> fold((String) table, (String) key, columns));
        });
    }

    private void fold(String table, String key, Object columns) {
        var row = folded.computeIfAbsent(table, t -> new TreeMap<>()).computeIfAbsent(key, k -> new LinkedHashMap<>());
        if (columns instanceof Map<?, ?> named) named.forEach((column, value) -> row.put((String) column, value));
    }

    private void compare(String table, Map<String, Map<String, Object>> actual, Map<String, Map<String, Object>> said) {
        var keys = new TreeSet<>(actual.keySet());
        keys.addAll(said.keySet());
        for (var key : keys) {
            if (!actual.containsKey(key)) found(table + " " + key, "这一行不见了", "the row is gone");
            else if (!said.containsKey(key)) found(table + " " + key, "没有记录写过这一行", "no entry says this row");
            else compareRow(table + " " + key, Delta.comparable(actual.get(key)), Delta.comparable(said.get(key)));
        }
    }

    private void compareRow(String row, Map<String, Object> actual, Map<String, Object> said) {
        said.values().removeIf(Objects::isNull);
        var columns = new TreeSet<>(said.keySet());
        columns.addAll(actual.keySet());
        for (var column : columns)
            if (!Objects.equals(actual.get(column), said.get(column)))
                found(row, column + " 现为 " + shown(actual.get(column), "无") + "，记录为 " + shown(said.get(column), "无"),
                        column + " is " + shown(actual.get(column), "nothing") + ", its entries say " + shown(said.get(column), "nothing"));
    }

    private static String shown(@Nullable Object value, String nothing) {
        return value == null ? nothing : Rows.text(value);
    }

    private void found(String where, String zh, String en) {
        breaks.add(new Proof.Break(matter + where, zh, en));
    }
}
