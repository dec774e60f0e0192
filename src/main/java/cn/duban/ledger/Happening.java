package cn.duban.ledger;

import cn.duban.ledger.type.MatterType;
import cn.duban.ledger.type.MatterType.Label;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What one committed entry did, beside the matter as it stands now: what rooms that tell people of it need to know. Another
 * act may have followed since.
 *
 * @param entry the entry; its payload is null where it was erased
 */
public record Happening(Matter matter, List<Responsibility> responsibilities, List<Assignment> assignments, MatterType type, Entry entry) {

    /** What the type, else the kernel, calls the act. */
    public Label called() {
        return NextAct.called(type, entry.act());
    }

    /** Whether the matter stands in another state than before. */
    public boolean moved() {
        return !Objects.equals(entry.fromState(), entry.toState()) || columns("matter", "0").containsKey("phase");
    }

    /** Whether the matter went back to an earlier state of its type, as when it is returned, objected to or done again. */
    public boolean movedBack() {
        var order = List.copyOf(type.states().keySet());
        return entry.fromState() != null && order.indexOf(entry.toState()) < order.indexOf(entry.fromState()) && !Ticking.CONTINUING.contains(entry.act());
    }

    /** Whether no later act moved it on. */
    public boolean stands() {
        return matter.state().equals(entry.toState());
    }

    /** The rows of a table that the entry changed, by their number: changed columns, a column that became empty as null. */
    public Map<Integer, Map<String, Object>> changed(String table) {
        var rows = new LinkedHashMap<Integer, Map<String, Object>>();
        rows(table).keySet().forEach(key -> rows.put(Integer.parseInt(String.valueOf(key)), columns(table, String.valueOf(key))));
        return rows;
    }

    /** Whether the entry wrote a line of this kind into the journal of a clock. */
    public boolean journal(ClockEntry.Kind kind) {
        return rows("clock_entry").values().stream().anyMatch(line -> line instanceof Map<?, ?> columns && kind.name().equalsIgnoreCase(String.valueOf(columns.get("kind"))));
    }

    private Map<?, ?> rows(String table) {
        var payload = entry.payload();
        return payload != null && payload.get("delta") instanceof Map<?, ?> delta && delta.get(table) instanceof Map<?, ?> rows ? rows : Map.of();
    }

    private Map<String, Object> columns(String table, String key) {
        var columns = new LinkedHashMap<String, Object>();
        if (rows(table).get(key) instanceof Map<?, ?> row) row.forEach((column, value) -> columns.put(String.valueOf(column), value));
        return columns;
    }

    /** What the viewer's sight is asked about. */
    Dossier sighted() {
        return new Dossier(matter, responsibilities, assignments, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null);
    }
}
