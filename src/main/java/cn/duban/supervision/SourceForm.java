package cn.duban.supervision;

import cn.duban.ledger.ActForm.Ask;
import cn.duban.ledger.Opening;
import cn.duban.ledger.Secrecy;
import cn.duban.ledger.type.MatterType;
import cn.duban.supervision.Instructions.Line;
import cn.duban.units.Directory;
import cn.duban.web.Complaints;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import cn.duban.workdays.Deadlines;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One source's page as it was filled in: what is wrong with it, and the matter that it opens. Pure. */
record SourceForm(Source source, MatterType type, Directory directory, Viewer viewer, Typed typed) {

    private static final int MOST_LEADERS = 20;

    List<Ask> asks() {
        return new SourceAsks(source, type, directory, viewer, typed).all();
    }

    /** As many as were typed, and one more to be filled in. */
    Instructions leaders() {
        var count = (int) IntStream.range(0, MOST_LEADERS).filter(at -> typed.values().containsKey("leader." + at + ".words")).count();
        return new Instructions(IntStream.range(0, count).mapToObj(at -> "leader." + at + ".")
                .map(name -> new Line(typed.text(name + "post"), typed.text(name + "kind").equals("circled"), typed.text(name + "on"), typed.text(name + "words"))).toList());
    }

    Complaints complaints(@Nullable UUID parent) {
        var wrong = new Complaints();
        for (var ask : asks()) {
            if (ask.required() && typed.all(ask.name()).isEmpty()) wrong.add(ask.name(), "supervision.form.required", ask.label());
            else if (!fits(ask)) wrong.add(ask.name(), "supervision.form.wrong." + ask.kind(), ask.label());
        }
        wrong.addIf(typed.text("title").length() > 200, "title", "supervision.form.title.long");
        if (source.leaders() != null) leaders(wrong);
        wrong.addIf(parent == null && type.parent() != null && !source.alone(), "title", "supervision.form.parent");
        wrong.addIf(typed.numbers("role.assist").stream().anyMatch(typed.numbers("role.lead")::contains), "role.assist", "supervision.form.lead-assists");
        return wrong;
    }

    private boolean fits(Ask ask) {
        var value = typed.text(ask.name());
        return value.isEmpty() || switch (ask.kind()) {
            case NUMBER -> value.matches("-?\\d{1,15}(\\.\\d{1,6})?");
            case DATE -> Typed.day(value) != null;
            case ONE -> ask.groups().stream().flatMap(group -> group.choices().stream()).anyMatch(choice -> choice.value().equals(value));
            case YES_NO -> value.equals("true") || value.equals("false");
            case LINE, PARAGRAPH, MANY, OUTSIDE -> true;
        };
    }

    private void leaders(Complaints wrong) {
        var lines = leaders().lines();
        for (int at = 0; at < lines.size(); at++) {
            var line = lines.get(at);
            if (line.blank()) continue;
            var name = "leader." + at + ".";
            wrong.addIf(!line.post().matches("\\d{1,9}") || directory.post(Integer.parseInt(line.post())).isEmpty(), name + "post", "supervision.form.leader.post");
            wrong.addIf(line.day() == null, name + "on", "supervision.form.leader.day");
            wrong.addIf(!line.circled() && line.words().isBlank(), name + "words", "supervision.form.leader.words");
        }
        wrong.addIf(leaders().written().stream().allMatch(Line::circled), "leader.0.post", "supervision.form.leader.none");
    }

    /** The day that was named; else by urgency from the last instruction. */
    DefaultPeriods.@Nullable Due period(DefaultPeriods periods, Deadlines deadlines) {
        var from = leaders().last();
        if (source.urgency() == null || typed.day("due", () -> {}) != null || from == null) return null;
        return periods.due(typed.text("field." + source.urgency()), from, deadlines).orElse(null);
    }

    /** To be asked only where nothing is wrong. */
    Opening opening(UUID id, @Nullable UUID parent, DefaultPeriods periods, Deadlines deadlines) {
        var period = period(periods, deadlines);
        LocalDate due = period == null ? typed.day("due", () -> {}) : period.last();
        var note = period == null ? null : Words.in(Words.CHINESE, "supervision.period.note", period.period(), Objects.requireNonNull(leaders().last()), period.last());
        var secrecy = Arrays.stream(Secrecy.values()).filter(level -> level.name().toLowerCase(Locale.ROOT).equals(typed.text("secrecy"))).findFirst().orElse(Secrecy.INTERNAL);
        return new Opening(id, "supervision", type.name(), typed.text("title"), typed.text("body"), fields(), roles(), due, leaders().last(), parent, 0, secrecy, false, note, null);
    }

    private Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        for (var field : type.fields().values()) {
            var value = field.name().equals(source.leaders()) ? leaders().text(directory::called) : typed.text("field." + field.name());
            if (!value.isEmpty()) fields.put(field.name(), value);
        }
        return fields;
    }

    private Map<String, List<Integer>> roles() {
        var roles = new LinkedHashMap<String, List<Integer>>();
        for (var ask : asks()) {
            if (!ask.name().startsWith("role.") || typed.numbers(ask.name()).isEmpty()) continue;
            roles.put(ask.name().substring(5), typed.numbers(ask.name()));
        }
        if (source.leaders() != null && type.roles().containsKey("leader")) roles.put("leader", leaders().posts());
        return roles;
    }

    /** The number of the outer platform; null where the source has none, or none was typed. */
    @Nullable String outerNumber() {
        if (source.once().isEmpty()) return null;
        var parts = new ArrayList<String>();
        source.once().forEach(field -> parts.add(java.text.Normalizer.normalize(typed.text("field." + field), java.text.Normalizer.Form.NFKC).replaceAll("\\s", "")));
        return parts.stream().anyMatch(String::isEmpty) ? null : String.join(":", parts);
    }
}
