package cn.duban.ledger;

import cn.duban.ledger.type.MatterType.Action;
import cn.duban.ledger.type.MatterType.Field;
import cn.duban.ledger.type.MatterType;
import cn.duban.ledger.type.Phase;
import cn.duban.web.Days;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must come with an act, whether it came, and what of it is kept. */
final class Needs {

    private Needs() {}

    private static final Set<String> WORDS = Set.of("note", "reason", "verdict", "title", "body", "secrecy", "entry");

    /** What people say with an act has a name that readers of the entry know. */
    static void known(Act act) {
        for (var word : act.words().keySet())
            if (!WORDS.contains(word)) throw Refusal.of("input", "不认识“" + word + "”这一项文字。", "No act takes a text named " + word + ".").thrown();
    }

    static @Nullable Refusal missing(MatterType type, Dossier dossier, Action action, Act act) {
        var missing = new ArrayList<String>();
        for (var need : action.needs()) if (!given(type, dossier, act, need)) missing.add(need);
        // what a type requires may still be open in a draft, never in what is handed out
        if (dossier.matter().phase() == Phase.DRAFT && action.to() != null)
            for (var field : type.fields().values())
                if (field.required() && !missing.contains(field.name()) && !given(type, dossier, act, field.name())) missing.add(field.name());
        if (missing.isEmpty()) return null;
        var names = missing.stream().map(n -> called(type, n)).toList();
        return new Refusal("missing", "“" + action.label().zh() + "”还缺：" + String.join("、", names) + "。请补上再提交。",
                "\"" + action.label().en() + "\" still needs: " + String.join(", ", missing) + ".", List.of(), missing);
    }

    private static boolean given(MatterType type, Dossier dossier, Act act, String need) {
        if (type.roles().containsKey(need)) {
            var named = act.roles().get(need);
            return named != null ? !named.isEmpty() : dossier.bearing(need).findAny().isPresent();
        }
        if (type.fields().containsKey(need)) return !act.fields().getOrDefault(need, dossier.matter().fields().getOrDefault(need, "")).isBlank();
        return switch (need) {
            case "due" -> act.due() != null;
            case "evidence" -> !act.evidence().isEmpty();
            // whose post signs is asked by InnerStages
            case "signature" -> true;
            default -> act.word(need) != null;
        };
    }

    /**
     * What an action does not ask for is not set on its side: a report moves no deadline and names nobody. Docketing may
     * complete a matter, and a unit may name its own handler.
     */
    static @Nullable Refusal unasked(Standing standing, Action action, Act act) {
        var type = standing.type();
        var supervised = action.by().contains(type.supervisor().orElseThrow().name());
        var docketing = supervised && action.appliesIn(type.initial());
        if (act.due() != null && !action.needs().contains("due") && !docketing)
            return Refusal.of("input", "“" + action.label().zh() + "”不改变期限，请去掉日期；延期须由督查单位批准。", "\"" + action.label().en() + "\" moves no deadline; take the date out.");
        // whoever hands a matter out names everybody who is to work on it
        var handing = supervised && action.needs().contains("lead");
        for (var role : act.roles().keySet())
            if (!action.needs().contains(role) && !docketing && !handing && !ownHandler(standing, action, role, act.roles().get(role)))
                return Refusal.of("input", "“" + action.label().zh() + "”不能指定“" + called(type, role) + "”，改派由督查单位办理。", "\"" + action.label().en() + "\" does not name a " + role + ".");
        for (var field : act.fields().keySet())
            if (!action.needs().contains(field) && !supervised)
                return Refusal.of("input", "“" + action.label().zh() + "”不填“" + called(type, field) + "”。", "\"" + action.label().en() + "\" does not take " + field + ".");
        return null;
    }

    /**
     * A matter that came back to its draft, as after an objection, is handed out anew with no later day by those who worked
     * on it, as they could not extend it either.
     */
    static @Nullable Refusal ownLaterDay(Standing standing, @Nullable LocalDate due) {
        var dossier = standing.dossier();
        var was = dossier.matter().dueOn();
        if (due == null || was == null || !due.isAfter(was) || dossier.matter().phase() != Phase.DRAFT || dossier.assignments().isEmpty()) return null;
        if (!standing.barredBy(MatterType.WORKING)) return null;
        return Refusal.of("own-work", "这件事交办过，您或您所在的单位承办过它，期限不能由您改到" + was + "之后；请保留原期限，延期由其他督查人员或者上级批准。",
                "This matter was handed out before and you or your unit worked on it; keep the day " + was + ", somebody else must extend it.");
    }

    private static boolean ownHandler(Standing standing, Action action, String name, List<Integer> posts) {
        var role = standing.type().roles().get(name);
        if (role == null || role.bearer() != MatterType.Bearer.POST) return false;
        var dossier = standing.dossier();
        var own = dossier.responsibilities().stream().filter(r -> r.current() && r.post() == null && action.by().contains(r.role()))
                .map(Responsibility::unit).toList();
        return posts.stream().allMatch(id -> standing.directory().post(id).filter(p -> within(standing, p.unit(), own)).isPresent())
                && dossier.bearing(name).allMatch(r -> within(standing, r.unit(), own));
    }

    private static boolean within(Standing standing, int unit, List<Integer> units) {
        return units.stream().anyMatch(own -> standing.directory().within(unit, own));
    }

    private static String called(MatterType type, String need) {
        if (type.roles().containsKey(need)) return type.roles().get(need).label().zh();
        if (type.fields().containsKey(need)) return type.fields().get(need).label().zh();
        return switch (need) {
            case "due" -> "完成期限";
            case "evidence" -> "佐证材料";
            case "reason" -> "理由";
            case "note" -> "说明";
            case "verdict" -> "核查结论";
            default -> need;
        };
    }

    /** A day that lies in the past, or an extension that comes too late or shortens the time. */
    static @Nullable Refusal wrongDay(Action action, Act act, Dossier dossier, LocalDate today, Instant now, MatterType type) {
        var due = act.due();
        if (due == null) return null;
        if (due.isBefore(today)) return Refusal.of("input", "期限" + due + "已经过去，请填今天或以后的日期。", "The day " + due + " is past; give today or a later one.");
        if (!action.extension()) return null;
        var clock = dossier.clocks().stream().filter(c -> c.running() && c.assignment() == null && c.budget().equals("due")).findFirst().orElse(null);
        if (clock != null && clock.breachedAt(now))
            return Refusal.of("too-late", "期限已于" + clock.lastDay() + "届满，延期须在届满之前批准。", "The time ran out on " + clock.lastDay() + "; an extension must be granted before.");
        if (clock != null && !due.isAfter(clock.lastDay()))
            return Refusal.of("input", "延期后的日期须晚于原期限" + clock.lastDay() + "。", "The new day must lie after " + clock.lastDay() + ".");
        return null;
    }

    /** Keeps the fields that came; a value that does not fit its field is refused with the field's name. */
    static void write(Change change, MatterType type, Act act) {
        if (act.fields().isEmpty()) return;
        var fields = new LinkedHashMap<>(change.matter.fields());
        act.fields().forEach((name, value) -> {
            var field = type.fields().get(name);
            if (field == null) throw noField(name);
            check(field, value);
            if (value.isBlank()) fields.remove(name);
            else fields.put(name, value);
        });
        change.matter = change.matter.worded(change.matter.title(), change.matter.body(), fields);
    }

    static Refusal.Refused noField(String name) {
        return Refusal.of("input", "这类事项没有“" + name + "”这一项。", "This type has no field " + name + ".").thrown();
    }

    static void check(Field field, String value) {
        if (value.isBlank()) return;
        var fits = switch (field.kind()) {
            case TEXT, PARAGRAPH -> true;
            case NUMBER -> value.matches("-?\\d{1,15}(\\.\\d{1,6})?");
            case DATE -> day(value);
            case CHOICE -> field.choices().containsKey(value);
            case YES_NO -> value.equals("true") || value.equals("false");
        };
        if (!fits) throw Refusal.of("input", "“" + field.label().zh() + "”填的“" + value + "”不合要求。", "\"" + value + "\" does not fit the field " + field.label().en() + ".").thrown();
    }

    /** One that there is, as a column of the database and every page can show it. */
    private static boolean day(String value) {
        try {
            return value.length() == 10 && Days.holds(LocalDate.parse(value));
        } catch (DateTimeParseException noDay) {
            return false;
        }
    }
}
