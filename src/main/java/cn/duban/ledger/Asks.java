package cn.duban.ledger;

import static cn.duban.ledger.TimelineWords.language;

import cn.duban.ledger.ActForm.Ask;
import cn.duban.ledger.ActForm.Ask.Choice;
import cn.duban.ledger.ActForm.Ask.Group;
import cn.duban.ledger.type.MatterType.Action;
import cn.duban.ledger.type.MatterType.Bearer;
import cn.duban.ledger.type.MatterType.Field;
import cn.duban.ledger.type.MatterType.Role;
import cn.duban.ledger.type.MatterType;
import cn.duban.ledger.type.Phase;
import cn.duban.units.Directory;
import cn.duban.units.Post;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Dates;
import cn.duban.web.Days;
import cn.duban.web.Words;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What an act asks for: what its type or the kernel needs, and what may go with it. Pure; typed values stay in their places. */
record Asks(MatterType type, Dossier dossier, Directory directory, MultiValueMap<String, String> typed) {

    static final String ROLE = "role.";
    static final String FIELD = "field.";

    static final String REASON = "reason";

    private static final Set<String> WORDS = Set.of("note", "reason", "verdict");

    List<Ask> of(String act, @Nullable Assignment assignment) {
        var ofType = type.action(act).filter(a -> a.onAssignment() == (assignment != null));
        if (ofType.isPresent()) return ofType(ofType.get());
        return switch (act) {
            case "comment" -> List.of(words("note", true));
            case Reminding.ACT -> List.of(words("note", false));
            case "void", LookBack.ACT, "uphold", "release" -> List.of(words("reason", true));
            case "accept" -> List.of(words("verdict", false));
            case "return" -> List.of(words("reason", true), due("due.share", false, null, ofShare(assignment)));
            case PassingOn.ACT -> List.of(heir(), words("reason", true));
            case "merge" -> List.of(other("other", "other.hint"), words("reason", true));
            case "link", "unlink" -> List.of(other("other." + act, "other.hint"), words("reason", false));
            case "hand-on" -> List.of(desk(assignment, post -> post.has(Duty.HANDLE) || post.has(Duty.REVIEW)));
            case "pass-up" -> List.of(desk(assignment, post -> post.has(Duty.REVIEW) || post.has(Duty.SIGN)));
            case "hand-back" -> List.of(desk(assignment, post -> post.has(Duty.HANDLE)), words("reason", true));
            case "reassign" -> {
                var asks = new ArrayList<>(roles(Set.of()));
                asks.add(words("reason", true));
                asks.add(due("due.reassign", false, null, hint("due.reassign.hint", dossier.matter().dueOn())));
                yield asks;
            }
            case "correct" -> correcting();
            case "classify" -> List.of(new Ask("secrecy", asked("secrecy"), Ask.Kind.ONE, true, null, now("secrecy", List.of(dossier.matter().secrecy().name().toLowerCase(Locale.ROOT))),
                    List.of(new Group("", levels()))), words("reason", true));
            case Erasing.ACT -> List.of(new Ask("entry", asked("entry"), Ask.Kind.NUMBER, true, asked("entry.hint"), now("entry", List.of()), List.of()), words("reason", true));
            default -> List.of();
        };
    }

    private Ask other(String label, String hint) {
        return new Ask("other", asked(label), Ask.Kind.LINE, true, asked(hint), now("other", List.of()), List.of());
    }

    private static List<Choice> levels() {
        return Arrays.stream(Secrecy.values()).map(level -> new Choice(level.name().toLowerCase(Locale.ROOT), Words.say("ledger.secrecy." + level))).toList();
    }

    private List<Ask> ofType(Action action) {
        var needs = action.needs();
        var draft = dossier.matter().phase() == Phase.DRAFT;
        var asks = new ArrayList<Ask>();
        var named = needs.stream().filter(type.roles()::containsKey).collect(Collectors.toSet());
        if (!named.isEmpty()) asks.addAll(roles(named));
        for (var need : needs) {
            if (type.fields().containsKey(need)) asks.add(field(type.fields().get(need), true));
            else if (WORDS.contains(need)) asks.add(words(need, true));
            else if (need.equals("due")) asks.add(dueOf(action));
        }
        // a room above asked for it before it lets the act pass
        if (typed.containsKey(REASON) && !needs.contains(REASON)) asks.add(words(REASON, false));
        if (draft && action.to() != null) asks.addAll(stillOpen(needs));
        if (!named.isEmpty() && needs.stream().noneMatch(WORDS::contains)) asks.add(words("note", false));
        return asks;
    }

    /** What the type requires and a draft may still lack, asked for before it is handed out. */
    private List<Ask> stillOpen(List<String> needs) {
        return type.fields().values().stream()
                .filter(f -> f.required() && !needs.contains(f.name()) && dossier.matter().fields().getOrDefault(f.name(), "").isBlank())
                .map(f -> field(f, true)).toList();
    }

    private List<Ask> correcting() {
        var matter = dossier.matter();
        var asks = new ArrayList<Ask>();
        asks.add(new Ask("title", asked("title"), Ask.Kind.LINE, true, null, now("title", List.of(matter.title())), List.of()));
        asks.add(new Ask("body", asked("body"), Ask.Kind.PARAGRAPH, false, null, now("body", List.of(matter.body())), List.of()));
        type.fields().values().forEach(f -> asks.add(field(f, f.required())));
        asks.addAll(roles(Set.of()));
        asks.add(due("due", false, matter.dueOn(), null));
        return asks;
    }

    private Ask words(String name, boolean required) {
        return new Ask(name, asked(name), Ask.Kind.PARAGRAPH, required, null, now(name, List.of()), List.of());
    }

    /** Before a matter is handed out its day; of one that is out the new day, beside the one that holds. */
    private Ask dueOf(Action action) {
        var due = dossier.matter().dueOn();
        if (dossier.matter().phase() == Phase.DRAFT) return due("due", true, due, null);
        if (!action.extension()) return due(action.name().equals("return") ? "due.return" : "due.new", true, null, hint("due.was", due));
        var holds = dossier.clocks().stream().filter(c -> c.running() && c.assignment() == null && c.budget().equals("due")).findFirst()
                .or(() -> due != null ? java.util.Optional.empty() : dossier.clocks().stream().filter(c -> c.running() && c.assignment() == null && type.clocks().get(c.name()) != null && type.clocks().get(c.name()).budget() != null).findFirst())
                .map(Clock::lastDay).orElse(due);
        var is = hint("due.is", holds);
        var most = action.most() == null ? null : action.most() == 1 ? Words.say("ledger.ask.due.once") : Words.say("ledger.ask.due.most", action.most());
        return due("due.new", true, null, is == null ? most : most == null ? is : is + Words.say("ledger.effect.between") + most);
    }

    private @Nullable String ofShare(@Nullable Assignment assignment) {
        return assignment == null ? null : hint("due.reassign.hint", assignment.dueOn() != null ? assignment.dueOn() : dossier.matter().dueOn());
    }

    private static @Nullable String hint(String what, @Nullable LocalDate day) {
        return day == null ? null : Words.say("ledger.ask." + what, Dates.day(day));
    }

    private Ask due(String label, boolean required, @Nullable LocalDate standing, @Nullable String hint) {
        return new Ask("due", asked(label), Ask.Kind.DATE, required, hint, now("due", standing == null ? List.of() : List.of(standing.toString())), List.of());
    }

    private Ask field(Field field, boolean required) {
        var kind = switch (field.kind()) {
            case TEXT -> Ask.Kind.LINE;
            case PARAGRAPH -> Ask.Kind.PARAGRAPH;
            case NUMBER -> Ask.Kind.NUMBER;
            case DATE -> Ask.Kind.DATE;
            case CHOICE -> Ask.Kind.ONE;
            case YES_NO -> Ask.Kind.YES_NO;
        };
        var choices = field.choices().entrySet().stream().map(c -> new Choice(c.getKey(), c.getValue().in(language()))).toList();
        var standing = dossier.matter().fields().get(field.name());
        return new Ask(FIELD + field.name(), field.label().in(language()), kind, required, null, now(FIELD + field.name(), standing == null ? List.of() : List.of(standing)),
                choices.isEmpty() ? List.of() : List.of(new Group("", choices)));
    }

    private List<Ask> roles(Set<String> required) {
        return type.roles().values().stream().filter(role -> !role.ledgerOwner()).flatMap(role -> Stream.concat(Stream.of(role(role, required.contains(role.name()))), Stream.ofNullable(outside(role)))).toList();
    }

    private @Nullable Ask outside(Role role) {
        var typed = this.typed.get(OutsideNames.OUTSIDE + role.name());
        return role.bearer() == Bearer.POST ? null : new OutsideNames(directory).ask(role, dossier.bearing(role.name()).map(Responsibility::unit).toList(), typed == null && !this.typed.isEmpty() ? List.of() : typed);
    }

    private Ask role(Role role, boolean required) {
        var name = ROLE + role.name();
        var groups = role.bearer() == Bearer.POST ? bearable().posts(role.name()) : List.of(new Group("", bearable().units()));
        return new Ask(name, role.label().in(language()), role.many() ? Ask.Kind.MANY : Ask.Kind.ONE, required, null, now(name, bearers(dossier, role)), groups);
    }

    static List<String> bearers(Dossier dossier, Role role) {
        return dossier.bearing(role.name()).map(r -> role.bearer() == Bearer.POST ? r.post() : Integer.valueOf(r.unit())).map(String::valueOf).toList();
    }

    private Bearable bearable() {
        return new Bearable(directory);
    }

    private Ask desk(@Nullable Assignment assignment, Predicate<Post> fits) {
        var groups = assignment == null ? List.<Group>of()
                : bearable().posts(assignment.unit(), fits);
        return new Ask("post", asked("post"), Ask.Kind.ONE, true, null, now("post", List.of()), groups);
    }

    /** Posts of the units that have somebody named in it, or a share. */
    private Ask heir() {
        var units = Stream.concat(dossier.assignments().stream().filter(Assignment::live).map(Assignment::unit), dossier.responsibilities().stream().filter(r -> r.current() && r.post() != null).map(Responsibility::unit)).distinct();
        return new Ask("post", asked("post"), Ask.Kind.ONE, true, null, now("post", List.of()), units.flatMap(unit -> bearable().posts(unit, post -> true).stream()).distinct().toList());
    }

    private List<String> now(String name, List<String> standing) {
        return typed.containsKey(name) ? typed.get(name) : typed.isEmpty() ? standing : List.of();
    }

    private static String asked(String what) {
        return Words.say("ledger.ask." + what);
    }

    /** The act as it was filled in, as far as it differs from what stands; {@code other} was looked up already. @param wrong takes a field and the sentence on it */
    Act act(String name, @Nullable Assignment assignment, List<Ask> asks, BiConsumer<String, String> wrong) {
        var act = Act.of(name).on(assignment == null ? null : assignment.no());
        for (var word : List.of("note", "reason", "verdict", "title", "body", "secrecy", "entry")) act = act.saying(word, typed.getFirst(word));
        var due = typed.getFirst("due");
        if (due != null && !due.isBlank()) {
            try {
                var day = LocalDate.parse(due.strip());
                if (Days.holds(day)) act = act.due(day);
                else wrong.accept("due", Words.say("ledger.form.day"));
            } catch (DateTimeParseException notADay) {
                wrong.accept("due", Words.say("ledger.form.day"));
            }
        }
        if (name.equals("correct") && due != null && due.isBlank() && dossier.matter().dueOn() != null) wrong.accept("due", Words.say("ledger.form.day.kept"));
        for (var ask : asks) {
            if (ask.name().startsWith(ROLE)) {
                var role = type.roles().get(ask.name().substring(ROLE.length()));
                var wanted = new ArrayList<>(given(ask.name()));
                new OutsideNames(directory).read(typed.getFirst(OutsideNames.OUTSIDE + role.name()), sentence -> wrong.accept(OutsideNames.OUTSIDE + role.name(), sentence)).forEach(unit -> wanted.add(String.valueOf(unit)));
                if (!Set.copyOf(wanted).equals(Set.copyOf(bearers(dossier, role)))) act = act.role(role.name(), wanted.stream().map(Integer::valueOf).toList());
            } else if (ask.name().startsWith(FIELD)) {
                var field = ask.name().substring(FIELD.length());
                var value = Objects.requireNonNullElse(typed.getFirst(ask.name()), "").strip();
                if (!value.equals(dossier.matter().fields().getOrDefault(field, ""))) act = act.field(field, value);
            }
        }
        var desk = given("post");
        return desk.isEmpty() ? act : act.to(Integer.valueOf(desk.getFirst()));
    }

    private List<String> given(String name) {
        return typed.getOrDefault(name, List.of()).stream().filter(v -> v.matches("\\d{1,10}") && Long.parseLong(v) <= Integer.MAX_VALUE).toList();
    }

    /** Whether one unit was given to lead and to assist at once. */
    boolean leadAssists(List<Ask> asks) {
        var both = asks.stream().map(Ask::name).toList();
        return both.contains(ROLE + "lead") && both.contains(ROLE + "assist") && given(ROLE + "assist").stream().anyMatch(given(ROLE + "lead")::contains);
    }

    /** Where a refusal's missing need stands in the form. */
    static String field(MatterType type, String need) {
        return type.roles().containsKey(need) ? ROLE + need : type.fields().containsKey(need) ? FIELD + need : need;
    }
}
