package cn.duban.sheets;

import cn.duban.ledger.type.MatterType;
import cn.duban.ledger.type.MatterType.Bearer;
import cn.duban.sheets.reading.HeadWords;
import cn.duban.web.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/** Where a column may go. A target is a word: one of these, {@code role:…} or {@code field:…}. */
public record Target(String word, String label) {

    static final String TITLE = "title";
    static final String BODY = "body";
    static final String KEY = "key";
    static final String PARENT = "parent";
    static final String DUE = "due";
    static final String RECEIVED = "received";
    static final String NOTE = "note";
    static final String NOTHING = "nothing";
    static final String ROLE = "role:";
    static final String FIELD = "field:";

    /** What only the {@link RowDoor} understands. */
    public static final String DOOR = "door:";

    /** All that a type has room for, in the order of a form. */
    static List<Target> of(MatterType type, Locale language) {
        var targets = new ArrayList<Target>();
        targets.add(named(TITLE));
        targets.add(named(BODY));
        if (type.parent() != null) targets.add(named(PARENT));
        type.roles().values().stream().filter(role -> !role.ledgerOwner()).forEach(role -> targets.add(new Target(ROLE + role.name(), role.label().in(language))));
        targets.add(named(DUE));
        type.fields().values().forEach(field -> targets.add(new Target(FIELD + field.name(), field.label().in(language))));
        targets.add(named(KEY));
        targets.add(named(RECEIVED));
        targets.add(named(NOTE));
        targets.add(named(NOTHING));
        return targets;
    }

    /** All that a row of a source outside may say. */
    static List<Target> of(RowDoor door) {
        var targets = new ArrayList<Target>();
        targets.add(named(KEY));
        targets.add(named(TITLE));
        door.columns().forEach(column -> targets.add(new Target(DOOR + column.word(), column.label())));
        for (var word : List.of(DUE, RECEIVED, BODY, NOTHING)) targets.add(named(word));
        return targets;
    }

    /** What nobody recognises stays out, since it may say who somebody is; the sealed row keeps it until a person decided. */
    static List<Mapping.Column> propose(List<String> names, RowDoor door) {
        var taken = new HashSet<String>();
        var columns = new ArrayList<Mapping.Column>();
        for (var name : names) {
            var meaning = HeadWords.meaning(name).orElse("");
            var target = door.meaning(HeadWords.plain(name.substring(name.lastIndexOf('/') + 1))).map(word -> DOOR + word).orElse(switch (meaning) {
                case KEY -> KEY;
                case DUE -> DUE;
                case RECEIVED -> RECEIVED;
                case "measure" -> TITLE;
                default -> NOTHING;
            });
            columns.add(new Mapping.Column(columns.size(), name, target.equals(NOTHING) || taken.add(target) ? target : NOTHING));
        }
        return columns;
    }

    private static Target named(String word) {
        return new Target(word, Words.say("sheets.target." + word));
    }

    /** A first proposal: by what offices call their columns, then by the labels of the type; the rest goes into the body. */
    static List<Mapping.Column> propose(List<String> names, MatterType type) {
        var taken = new HashSet<String>();
        var columns = new ArrayList<Mapping.Column>();
        var measures = names.stream().anyMatch(name -> HeadWords.meaning(name).filter("measure"::equals).isPresent());
        var chief = names.stream().anyMatch(name -> HeadWords.plain(name).matches(".*(牵头|主办)(责任)?(单位|部门)"));
        for (int i = 0; i < names.size(); i++) {
            var name = names.get(i);
            var target = name.isBlank() ? NOTHING : target(name, type, measures, chief);
            if (!target.equals(BODY) && !target.equals(NOTHING) && !taken.add(target)) target = BODY;
            columns.add(new Mapping.Column(i, name, target));
        }
        return columns;
    }

    private static String target(String name, MatterType type, boolean measures, boolean chief) {
        var meaning = HeadWords.meaning(name).orElse("");
        var plain = HeadWords.plain(name.substring(name.lastIndexOf('/') + 1));
        for (var role : type.roles().values()) if (!role.ledgerOwner() && role.label().zh().equals(plain)) return role.name().equals("lead") && chief && plain.equals("责任单位") ? ROLE + "assist" : ROLE + role.name();
        for (var field : type.fields().values()) if (field.label().zh().equals(plain)) return FIELD + field.name();
        return switch (meaning) {
            case "serial" -> type.fields().containsKey("number-in-text") ? FIELD + "number-in-text" : NOTHING;
            case "key" -> KEY;
            case "measure" -> TITLE;
            case "problem" -> !measures ? TITLE : type.parent() != null ? PARENT : BODY;
            case "lead" -> chief && !plain.matches(".*(牵头|主办).*") && type.roles().containsKey("assist") ? ROLE + "assist" : role(type, "lead", Bearer.UNIT);
            case "assist" -> role(type, "assist", Bearer.UNIT);
            case "leader" -> role(type, "leader", Bearer.POST);
            case "handler" -> role(type, "handler", Bearer.POST);
            case "due" -> DUE;
            case "received" -> RECEIVED;
            case "note" -> NOTE;
            case "claim", "aspect", "goal", "mode" -> type.fields().containsKey(meaning) ? FIELD + meaning : BODY;
            default -> BODY;
        };
    }

    private static String role(MatterType type, String name, Bearer bearer) {
        var role = type.roles().get(name);
        return role != null && role.bearer() == bearer ? ROLE + name : BODY;
    }
}
