package cn.duban.ledger.bulk;

import cn.duban.ledger.Act;
import cn.duban.ledger.ActForm.Ask.Group;
import cn.duban.ledger.ActForm.Ask;
import cn.duban.ledger.Bearable;
import cn.duban.ledger.Matter;
import cn.duban.ledger.type.MatterType.Bearer;
import cn.duban.ledger.type.MatterType;
import cn.duban.web.Complaints;
import cn.duban.web.Days;
import cn.duban.web.Words;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What is said once for all chosen matters. Pure; an empty field leaves what stands in each. */
record BulkForm(BulkAct act, Map<String, String> typed) {

    static final String GIVE = "give.";

    static BulkForm of(BulkAct act, MultiValueMap<String, String> sent) {
        return new BulkForm(act, act.asks().stream().collect(Collectors.toMap(ask -> ask, ask -> lines(Objects.requireNonNullElse(sent.getFirst(GIVE + ask), "")).strip())));
    }

    /** Browsers send the ends of lines in their own way. */
    static String lines(String sent) {
        return sent.replace("\r\n", "\n");
    }

    /** As one text, to know whether it was changed after it was looked at. */
    String said() {
        return act.asks().stream().map(ask -> ask + "=" + typed.get(ask)).collect(Collectors.joining("\n"));
    }

    List<Ask> asks(Bearable bearable) {
        return act.asks().stream().map(ask -> new Ask(GIVE + ask, Words.say("ledger.bulk.ask." + ask), kind(ask), required(ask), hint(ask), List.of(typed.get(ask)), choices(ask, bearable))).toList();
    }

    private static Ask.Kind kind(String ask) {
        return switch (ask) {
            case "lead", "leader" -> Ask.Kind.ONE;
            case "due" -> Ask.Kind.DATE;
            default -> Ask.Kind.PARAGRAPH;
        };
    }

    private boolean required(String ask) {
        return act == BulkAct.EXTEND;
    }

    private @Nullable String hint(String ask) {
        return act == BulkAct.ASSIGN && !ask.equals("note") ? Words.say("ledger.bulk.ask.leave") : null;
    }

    private static List<Group> choices(String ask, Bearable bearable) {
        return switch (ask) {
            case "lead" -> List.of(new Group("", bearable.units()));
            case "leader" -> bearable.posts("leader");
            default -> List.of();
        };
    }

    Complaints complaints() {
        var due = typed.getOrDefault("due", "");
        return new Complaints().addIf(!due.isEmpty() && day() == null, GIVE + "due", "ledger.form.day");
    }

    private @Nullable LocalDate day() {
        try {
            var day = LocalDate.parse(typed.getOrDefault("due", ""));
            return Days.holds(day) ? day : null;
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    /** The act on one matter: what was filled in, and what the matter itself says already. */
    Optional<Act> on(Matter matter, MatterType type) {
        return act.of(type).map(name -> {
            var given = Act.of(name).saying("note", typed.get("note")).saying("reason", typed.get("reason"));
            if (act != BulkAct.ASSIGN) return given.due(day());
            if (number("lead") != null) given = given.role("lead", number("lead"));
            var leader = type.roles().get("leader");
            if (number("leader") != null && leader != null && leader.bearer() == Bearer.POST) given = given.role("leader", number("leader"));
            return given.due(day() == null ? matter.dueOn() : day());
        });
    }

    private @Nullable Integer number(String ask) {
        var text = typed.getOrDefault(ask, "");
        return text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
    }
}
