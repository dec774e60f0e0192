package cn.duban.ledger;

import cn.duban.evidence.EvidenceKind;
import cn.duban.evidence.FileId;
import cn.duban.evidence.FileRow;
import cn.duban.ledger.type.MatterType.Field;
import cn.duban.ledger.type.MatterType.Kind;
import cn.duban.ledger.type.MatterType;
import cn.duban.units.Directory;
import cn.duban.units.Post;
import cn.duban.web.Dates;
import cn.duban.web.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/** Entries in words: who did what, what was said, and what it changed beside the state. Pure, in the reader's language. */
record TimelineWords(MatterType type, Dossier dossier, Directory directory) {

    static final List<String> SAID = List.of("note", "reason", "verdict", "title", "body");

    TimelineLine line(MatterPages.Line entry) {
        var move = Objects.equals(entry.fromState(), entry.toState()) ? null
                : entry.fromState() == null ? state(entry.toState()) : Words.say("ledger.timeline.move", state(entry.fromState()), state(entry.toState()));
        var behalf = entry.behalfUnit() == null ? null
                : Words.say("ledger.timeline.behalf", directory.unitName(entry.behalfUnit(), LocalDate.ofInstant(entry.at(), directory.zone())) + " " + Objects.requireNonNullElse(entry.behalfName(), ""));
        var said = SAID.stream().filter(word -> entry.payload().get(word) != null)
                .map(word -> new TimelineLine.Said(Words.say("ledger.ask." + word), entry.payload().get(word).toString())).toList();
        var files = dossier.evidence().stream().filter(e -> e.entry() == entry.no()).map(TimelineWords::file).toList();
        return new TimelineLine(entry.no(), entry.act(), act(entry), entry.at(), entry.person() == 0 ? "" : entry.personName(),
                entry.person() == 0 ? nobody(entry.personName()) : entry.unitName() + " · " + entry.postName(), behalf, move, said, changes(entry), files);
    }

    /** Whoever has no account and no post, such as a citizen, is named by what they are. */
    private static String nobody(String named) {
        return named.equals(Automaton.NAME) ? Words.say("ledger.timeline.system") : named;
    }

    private String act(MatterPages.Line entry) {
        var name = NextAct.called(type, entry.act()).in(language());
        if (!(entry.payload().get("assignment") instanceof Number no)) return name;
        return dossier.assignment(no.intValue()).map(a -> Words.say("ledger.timeline.of", directory.unitName(a.unit()), name)).orElse(name);
    }

    static FileRow file(AttachedEvidence e) {
        return FileRow.of(new FileId(e.tenant(), e.hash()), e.name(), e.size(), e.mediaType(), EvidenceKind.valueOf(e.kind()));
    }

    private List<String> changes(MatterPages.Line entry) {
        var changes = new ArrayList<String>();
        if (entry.payload().isEmpty()) return List.of(Words.say("ledger.timeline.erased"));
        if (entry.payload().get("erased") instanceof List<?> erased)
            return erased.stream().map(no -> Words.say("ledger.timeline.erases", no)).toList();
        if (!(entry.payload().get("delta") instanceof Map<?, ?> delta)) return changes;
        var first = entry.fromState() == null;
        var matter = rows(delta, "matter").getOrDefault("0", Map.of());
        if (!first && matter.get("title") != null) changes.add(Words.say("ledger.timeline.change", Words.say("ledger.ask.title"), matter.get("title")));
        if (!first && matter.get("body") != null) changes.add(Words.say("ledger.timeline.body"));
        if (matter.get("due_on") instanceof String due) changes.add(Words.say("ledger.timeline.change", Words.say("ledger.ask.due"), Dates.day(LocalDate.parse(due))));
        if (!first && matter.get("fields") instanceof Map<?, ?> fields)
            type.fields().values().stream().filter(f -> !Objects.equals(fields.get(f.name()), entry.fieldsBefore().get(f.name())))
                    .forEach(f -> changes.add(fields.get(f.name()) == null ? Words.say("ledger.timeline.emptied", f.label().in(language()))
                            : Words.say("ledger.timeline.change", f.label().in(language()), value(f, fields.get(f.name()).toString()))));
        if (entry.payload().get("from") != null && entry.payload().get("to") != null) changes.add(Words.say("ledger.timeline.from-to", entry.payload().get("from"), entry.payload().get("to")));
        rows(delta, "assignment").values().stream().filter(row -> row.get("desk") instanceof Number).forEach(row -> changes.add(Words.say("ledger.timeline.desk", post(((Number) row.get("desk")).intValue()))));
        rows(delta, "responsibility").forEach((no, row) -> responsibility(Integer.parseInt(no), row).ifPresent(changes::add));
        rows(delta, "clock_entry").forEach((key, row) -> clock(key, row, changes));
        return changes;
    }

    private java.util.Optional<String> responsibility(int no, Map<?, ?> row) {
        return dossier.responsibilities().stream().filter(r -> r.no() == no && !r.role().equals("supervisor")).findFirst()
                .map(r -> Words.say(row.containsKey("role") ? "ledger.timeline.change" : "ledger.timeline.ended", role(r.role()), bearer(r)));
    }

    private void clock(String key, Map<?, ?> row, List<String> changes) {
        var kind = String.valueOf(row.get("kind"));
        if (!(row.get("last_day") instanceof String last)) return;
        dossier.clocks().stream().filter(c -> c.no() == Integer.parseInt(key.substring(0, key.indexOf('.')))).findFirst().ifPresent(clock -> {
            var rule = type.clocks().get(clock.name());
            var said = kind.equals("renew") && last.equals(before(key)) ? "reported" : kind;
            changes.add(Words.say("ledger.timeline.clock." + said, rule == null ? clock.name() : rule.label().in(language()), Dates.day(LocalDate.parse(last))));
        });
    }

    /** The last day of a clock before this line of its journal, as it stands in entries. */
    private @Nullable String before(String key) {
        var clock = Integer.parseInt(key.substring(0, key.indexOf('.')));
        var no = Integer.parseInt(key.substring(key.indexOf('.') + 1));
        return dossier.journal().stream().filter(line -> line.clock() == clock && line.no() == no - 1).findFirst().map(ClockEntry::lastDay).map(LocalDate::toString).orElse(null);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<?, ?>> rows(Map<?, ?> delta, String table) {
        return delta.get(table) instanceof Map<?, ?> rows ? (Map<String, Map<?, ?>>) rows : Map.of();
    }

    String state(String name) {
        var state = type.states().get(name);
        return state == null ? name : state.label().in(language());
    }

    String role(String name) {
        var role = type.roles().get(name);
        return role == null ? name : role.label().in(language());
    }

    /** The unit, or the post with its unit and whoever holds it today. */
    String bearer(Responsibility r) {
        return r.post() == null ? directory.unitName(r.unit()) : post(r.post());
    }

    String post(int id) {
        var people = directory.holders(id).stream().map(cn.duban.units.Person::name).collect(Collectors.joining("、"));
        return directory.post(id).map(Post::name).orElse("") + (people.isEmpty() ? "" : " " + people);
    }

    static String value(Field field, String value) {
        if (field.kind() == Kind.CHOICE && field.choices().containsKey(value)) return field.choices().get(value).in(language());
        if (field.kind() == Kind.DATE && value.matches("\\d{4}-\\d{2}-\\d{2}")) return Dates.day(LocalDate.parse(value));
        if (field.kind() == Kind.YES_NO) return Words.say(value.equals("true") ? "ledger.yes" : "ledger.no");
        return value;
    }

    static Locale language() {
        return LocaleContextHolder.getLocale();
    }
}
