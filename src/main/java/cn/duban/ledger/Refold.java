package cn.duban.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/** One matter's chain walked and its entries folded again, to be held against its rows. Pure. */
final class Refold {

    private final Dossier dossier;
    private final List<Entry> entries;
    private final List<Proof.Break> breaks = new ArrayList<>();
    /** table → key → column → value, as the entries say it. */
    private final Map<String, Map<String, Map<String, Object>>> folded = new TreeMap<>();

    Refold(Dossier dossier, List<Entry> entries) {
        this.dossier = dossier;
        this.entries = entries;
    }

    List<Proof.Break> breaks() {
        chain();
        entries.forEach(this::fold);
        compare();
        return breaks;
    }

    private void chain() {
        var previous = Hex.ZERO;
        var no = 1;
        for (var entry : entries) {
            if (entry.no() != no) found("entry " + no, "missing or out of order");
            if (!entry.previous().equals(previous)) found("entry " + entry.no(), "does not follow the entry before it");
            if (entry.payload() != null && !Chain.digest(Objects.requireNonNull(entry.salt()), entry.payload()).equals(entry.digest()))
                found("entry " + entry.no(), "its content was changed");
            if (!Chain.hash(entry).equals(entry.hash())) found("entry " + entry.no(), "its header was changed");
            previous = entry.hash();
            no = entry.no() + 1;
        }
        var matter = dossier.matter();
        if (!matter.head().equals(previous) || matter.version() != entries.size()) found("matter", "head or version is not that of the last entry");
    }

    private void fold(Entry entry) {
        if (entry.payload() == null) return;
        if (!(entry.payload().get("delta") instanceof Map<?, ?> delta)) {
            found("entry " + entry.no(), "says nothing of what it changed");
            return;
        }
        delta.forEach((table, rows) -> ((Map<?, ?>) rows).forEach((key, columns) -> {
            var row = folded.computeIfAbsent((String) table, t -> new TreeMap<>()).computeIfAbsent((String) key, k -> new LinkedHashMap<>());
            ((Map<?, ?>) columns).forEach((column, value) -> row.put((String) column, value));
        }));
    }

    private void compare() {
        var actual = new TreeMap<String, Map<String, Map<String, Object>>>();
        actual.put("matter", Map.of("0", Rows.image(dossier.matter())));
        actual.put("responsibility", Delta.keyed(dossier.responsibilities().stream(), r -> "" + r.no()));
        actual.put("assignment", Delta.keyed(dossier.assignments().stream(), a -> "" + a.no()));
        actual.put("clock", Delta.keyed(dossier.clocks().stream(), c -> "" + c.no()));
        actual.put("clock_entry", Delta.keyed(dossier.journal().stream(), e -> e.clock() + "." + e.no()));
        actual.put("relation", Delta.keyed(dossier.relations().stream(), r -> "" + r.no()));
        actual.put("evidence", Delta.keyed(dossier.evidence().stream(), e -> "" + e.no()));
        actual.forEach((table, rows) -> compare(table, rows, folded.getOrDefault(table, Map.of())));
    }

    private void compare(String table, Map<String, Map<String, Object>> actual, Map<String, Map<String, Object>> said) {
        var erased = entries.stream().anyMatch(e -> e.payload() == null);
        var keys = new TreeSet<>(actual.keySet());
        keys.addAll(said.keySet());
        for (var key : keys) {
            if (!actual.containsKey(key)) found(table + " " + key, "the row is gone");
            else if (!said.containsKey(key)) {
                if (!erased) found(table + " " + key, "no entry says this row");
            } else compareRow(table + " " + key, Delta.comparable(actual.get(key)), Delta.comparable(said.get(key)), erased);
        }
    }

    /** Where a payload was erased by rule, only columns that a remaining entry speaks of are compared. */
    private void compareRow(String row, Map<String, Object> actual, Map<String, Object> said, boolean erased) {
        said.values().removeIf(Objects::isNull);
        var columns = new TreeSet<>(said.keySet());
        if (!erased) columns.addAll(actual.keySet());
        for (var column : columns)
            if (!Objects.equals(text(actual.get(column)), text(said.get(column))))
                found(row, column + " is " + actual.get(column) + ", its entries say " + said.get(column));
    }

    private static String text(Object value) {
        return Rows.text(value == null ? "" : value);
    }

    private void found(String where, String what) {
        breaks.add(new Proof.Break("matter " + dossier.matter().number() + " (" + dossier.matter().address() + ") " + where, what));
    }
}
