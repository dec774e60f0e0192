package cn.duban.ledger;

import cn.duban.figures.Reckoned;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows as {@code COPY … FROM STDIN} takes them, table by table, in the order in which the tables are declared. */
final class CopyRows {

    /** Table → its columns, in the order in which they are written here. */
    static final Map<String, String> TABLES = tables();

    private final Map<String, ByteArrayOutputStream> rows = new LinkedHashMap<>();
    private final StringBuilder line = new StringBuilder();

    CopyRows() {
        TABLES.keySet().forEach(table -> rows.put(table, new ByteArrayOutputStream(1 << 16)));
    }

    private static Map<String, String> tables() {
        var tables = new LinkedHashMap<String, String>();
        tables.put("ledger.matter", "tenant, id, ledger, type, type_tenant, type_version, number, title, body, fields, state, phase, owes, position, secrecy, imported, received_on, due_on, due_at, settled_at, opened_at, version, head");
        tables.put("ledger.responsibility", "tenant, matter, no, role, unit, post, since, until");
        tables.put("ledger.assignment", "tenant, matter, no, role, unit, state, stage, desk, given_at, due_on, received_at, received_by, answered_at, answer, verdict");
        tables.put("ledger.clock", "tenant, matter, no, name, assignment, budget, state, started_at, counted_from, remaining, due_at, last_day, provisional, extended, stopped_at");
        tables.put("ledger.clock_entry", "tenant, matter, clock, no, entry, kind, at, last_day, reason");
        tables.put("ledger.entry", "tenant, matter, no, act, at, person, person_name, post, post_name, unit, unit_name, from_state, to_state, payload, salt, digest, previous, hash");
        tables.put("ledger.evidence", "tenant, matter, no, entry, assignment, hash, name, kind, media_type, size");
        tables.putAll(Reckoned.TABLES);
        return tables;
    }

    byte[] of(String table) {
        return rows.get(table).toByteArray();
    }

    void add(Telling told) {
        var d = told.dossier;
        var m = d.matter();
        row("ledger.matter", m.tenant(), m.id(), m.ledger(), m.type(), m.typeTenant(), m.typeVersion(), m.number(), m.title(), m.body(), Rows.text(m.fields()), m.state(), m.phase(), m.owes(),
                m.position(), m.secrecy(), m.imported(), m.receivedOn(), m.dueOn(), m.dueAt(), m.settledAt(), m.openedAt(), m.version(), m.head());
        for (var r : d.responsibilities()) row("ledger.responsibility", r.tenant(), r.matter(), r.no(), r.role(), r.unit(), r.post(), r.since(), r.until());
        for (var a : d.assignments())
            row("ledger.assignment", a.tenant(), a.matter(), a.no(), a.role(), a.unit(), a.state(), a.stage(), a.desk(), a.givenAt(), a.dueOn(), a.receivedAt(), a.receivedBy(), a.answeredAt(), a.answer(), a.verdict());
        for (var c : d.clocks())
            row("ledger.clock", c.tenant(), c.matter(), c.no(), c.name(), c.assignment(), c.budget(), c.state(), c.startedAt(), c.countedFrom(), c.remaining(), c.dueAt(), c.lastDay(), c.provisional(), c.extended(), c.stoppedAt());
        for (var j : d.journal()) row("ledger.clock_entry", j.tenant(), j.matter(), j.clock(), j.no(), j.entry(), j.kind(), j.at(), j.lastDay(), j.reason());
        for (var l : told.lines) {
            var e = l.entry();
            row("ledger.entry", e.tenant(), e.matter(), e.no(), e.act(), e.at(), e.person(), e.personName(), e.post(), e.postName(), e.unit(), e.unitName(), e.fromState(), e.toState(),
                    new String(l.payload(), StandardCharsets.UTF_8), e.salt(), e.digest(), e.previous(), e.hash());
        }
        for (var f : d.evidence()) row("ledger.evidence", f.tenant(), f.matter(), f.no(), f.entry(), f.assignment(), f.hash(), f.name(), f.kind(), f.mediaType(), f.size());
        var reckoned = Reckoned.of(told.steps);
        row("figures.standing", reckoned.standing());
        for (var stretch : reckoned.stretches()) row("figures.stretch", stretch);
    }

    private void row(String table, @Nullable Object... cells) {
        line.setLength(0);
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) line.append('\t');
            cell(cells[i]);
        }
        line.append('\n');
        rows.get(table).writeBytes(line.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void cell(@Nullable Object cell) {
        switch (cell) {
            case null -> line.append("\\N");
            case String text -> escaped(text);
            case Hex hex -> line.append("\\\\x").append(hex.digits());
            case Integer[] numbers -> line.append(Stream.of(numbers).map(String::valueOf).collect(Collectors.joining(",", "{", "}")));
            case Enum<?> word -> line.append(word.name().toLowerCase(Locale.ROOT));
            default -> line.append(cell);
        }
    }

    private void escaped(String text) {
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '\\' -> line.append("\\\\");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                default -> line.append(c);
            }
        }
    }
}
