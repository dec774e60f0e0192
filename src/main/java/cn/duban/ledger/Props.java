package cn.duban.ledger;

import cn.duban.ledger.Rehearsal.Move;
import cn.duban.ledger.type.MatterType.Field;
import cn.duban.ledger.type.MatterType;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/** What the players of a rehearsal have at hand: words, files, names and values for whatever an act needs. */
record Props(MatterType type, Cast cast, ZoneId zone) {

    static final String SAID = "（演练）";

    /** With the fields that must be filled, and the roles that no act names later: all of them where the first step is not the owner's. */
    Opening opening(LocalDate today) {
        var fields = new LinkedHashMap<String, String>();
        type.fields().values().stream().filter(Field::required).forEach(field -> fields.put(field.name(), sample(field, today)));
        var owner = type.supervisor().orElseThrow().name();
        var roles = new LinkedHashMap<String, List<Integer>>();
        for (var role : type.roles().values()) {
            var namedLater = owner.equals(type.initial().owes()) && type.actions().values().stream().anyMatch(action -> action.needs().contains(role.name()));
            if (!role.ledgerOwner() && !namedLater) roles.put(role.name(), cast.bearers().get(role.name()));
        }
        return new Opening(new UUID(0, 1), "rehearsal", type.name(), SAID, "", fields, roles, null, null, null, 0, Secrecy.INTERNAL, false, null, null);
    }

    /** With everything that the act needs, short of what is left out on purpose. */
    Act filled(Move move) {
        var act = Act.of(move.act()).on(move.assignment());
        for (var word : List.of("note", "reason", "verdict")) if (!move.without().contains(word)) act = act.saying(word, SAID);
        var action = type.action(move.act()).filter(a -> a.onAssignment() == (move.assignment() != null)).orElse(null);
        if (action == null) return act;
        if (action.needs().contains("due") && !move.without().contains("due")) act = act.due(move.due());
        if (action.needs().contains("evidence") && !move.without().contains("evidence")) act = act.with(new Act.Attachment("00".repeat(32), SAID, "DOCUMENT", "text/plain", 1));
        for (var role : type.roles().values()) if (action.needs().contains(role.name()) && !move.without().contains(role.name())) act = act.role(role.name(), cast.bearers().get(role.name()));
        var today = move.at().atZone(zone).toLocalDate();
        for (var field : type.fields().values()) if (action.needs().contains(field.name()) && !move.without().contains(field.name())) act = act.field(field.name(), sample(field, today));
        return act;
    }

    static String sample(Field field, LocalDate today) {
        return switch (field.kind()) {
            case TEXT, PARAGRAPH -> SAID;
            case NUMBER -> "1";
            case DATE -> today.toString();
            case CHOICE -> field.choices().keySet().iterator().next();
            case YES_NO -> "true";
        };
    }
}
