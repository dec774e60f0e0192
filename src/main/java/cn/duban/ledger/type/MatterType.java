package cn.duban.ledger.type;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One version of a matter type (事项类型), as its file says it. Maps and sets keep the order of the file.
 *
 * @param number pattern of the matter's number, with {@code {seq}} and perhaps {@code {year} {month} {unit}}
 * @param parent the type under which matters of this type stand
 * @param shown what the public may see ({@code public} in the file)
 */
public record MatterType(
        String name,
        int version,
        Label label,
        @Nullable String number,
        @Nullable String parent,
        Map<String, Role> roles,
        Map<String, Field> fields,
        Map<String, State> states,
        Map<String, Action> actions,
        Map<String, ClockRule> clocks,
        List<String> shown) {

    /** What an action may demand besides the roles and fields of its type. */
    public static final Set<String> KERNEL_NEEDS = ordered(List.of("due", "reason", "note", "evidence", "verdict", "signature"));

    /** What every matter shows besides the roles and fields of its type. */
    public static final Set<String> KERNEL_COLUMNS =
            ordered(List.of("number", "title", "body", "state", "due", "received", "settled", "verdict"));

    /** Acts that every type has from the kernel and none may define anew. */
    public static final Set<String> KERNEL_ACTIONS =
            ordered(List.of("merge", "unmerge", "link", "unlink", "void", "reassign", "comment", "proxy", "correct", "classify", "erase", "recalendar", "pass-report", "return-report", "remind", "look-back", "escalate", "hand-over"));

    /** The role of the ledger's owner, and those of the units that work: the kernel and its lists know them by name. */
    public static final String SUPERVISOR = "supervisor";

    public static final Set<String> WORKING = ordered(List.of("lead", "assist", "consult"));

    /** Whoever has a share of their own beside the lead: who contributes, and who is asked for an opinion (征求意见). */
    public static final List<String> HELPING = List.of("assist", "consult");

    /** By these names the kernel knows that a unit says it is not competent: the lead of the matter, another unit of its share. */
    public static final String OBJECT = "object";

    public static final String DECLINE = "decline";

    /** By these names the kernel knows how long somebody may object to what was fed back to them, and that they do not. */
    public static final String OBJECTION = "objection";

    public static final String AGREE = "agree";

    /** Where a type lets one person propose a matter and another approve that it is opened: the kernel names the first and keeps them apart. */
    public static final String PROPOSER = "proposer";

    public static final String APPROVER = "approver";

    public MatterType {
        roles = ordered(roles);
        fields = ordered(fields);
        states = ordered(states);
        actions = ordered(actions);
        clocks = ordered(clocks);
        shown = List.copyOf(shown);
    }

    /** The state in which a matter is opened: the first one of the file. */
    public State initial() {
        return states.values().iterator().next();
    }

    /** A state that must exist, since a matter of this version stands in it. */
    public State state(String name) {
        var state = states.get(name);
        if (state == null) throw new NoSuchElementException("Matter type " + this.name + " has no state " + name);
        return state;
    }

    /** An action by the name somebody asked for; empty where the type has none of that name. */
    public Optional<Action> action(String name) {
        return Optional.ofNullable(actions.get(name));
    }

    /** The actions of the matter itself (not of one unit's assignment) that apply in a state. */
    public List<Action> actionsFrom(String state) {
        return actions.values().stream().filter(a -> !a.onAssignment() && a.from().contains(state)).toList();
    }

    /** Whether an action ends the matter from the first state on, though work lies before it, as a withdrawal does: a way out, which judges no work and is nobody's next step. */
    public boolean leavesOff(Action action) {
        return action.to() != null && states.containsKey(action.to()) && state(action.to()).settled() && action.from().contains(initial().name())
                && actionsFrom(initial().name()).stream().anyMatch(on -> on.to() != null && states.containsKey(on.to()) && !state(on.to()).settled() && !on.to().equals(initial().name()));
    }

    /** The acts on one unit's assignment while the matter is in a state. */
    public List<Action> assignmentActionsIn(String state) {
        return actions.values().stream().filter(a -> a.onAssignment() && a.appliesIn(state(state))).toList();
    }

    /** The clocks of the matter itself that run while it is in a state. */
    public List<ClockRule> clocksDuring(String state) {
        return clocks.values().stream().filter(c -> !c.onAssignment() && c.during().contains(state)).toList();
    }

    public List<ClockRule> assignmentClocks() {
        return clocks.values().stream().filter(ClockRule::onAssignment).toList();
    }

    /** The role that the ledger's owner plays (督查室); the linter wants exactly one. */
    public Optional<Role> supervisor() {
        return roles.values().stream().filter(Role::ledgerOwner).findFirst();
    }

    /** What a thing is called, in every shipped language; an empty text is a fault that the linter reports. */
    public record Label(String zh, String en) {
        public String in(Locale locale) {
            return "en".equals(locale.getLanguage()) ? en : zh;
        }

        @Override
        public String toString() {
            return zh + " / " + en;
        }
    }

    /** Who answers: units or posts, one or many. */
    public record Role(String name, Label label, Bearer bearer, boolean many, boolean ledgerOwner) {}

    public enum Bearer { UNIT, POST }

    /** @param choices empty unless the kind is {@link Kind#CHOICE} */
    public record Field(String name, Label label, Kind kind, Map<String, Label> choices, boolean required) {
        public Field {
            choices = ordered(choices);
        }
    }

    public enum Kind { TEXT, PARAGRAPH, NUMBER, DATE, CHOICE, YES_NO }

    /**
     * @param owes the role that owes the next step
     * @param settled the promise counts as kept
     * @param ended nothing is owed any more and only {@code redo} leaves it ({@code final} in the file)
     */
    public record State(String name, Label label, @Nullable String owes, boolean settled, boolean ended) {
        public boolean open() {
            return !ended;
        }
    }

    /**
     * @param from states in which the matter may be; empty only for an act on an assignment, which applies in any open state
     * @param to the state it leads to; none keeps the state
     * @param onAssignment an act on one unit's assignment, which never moves the matter
     * @param except roles whose holders, here or in a child, are barred in person and in unit
     * @param needs roles, fields or {@link #KERNEL_NEEDS} that must come with the act
     * @param gate the name of a {@link Gate}
     * @param most how often in a matter's life
     * @param anew whether {@code most} is counted anew each time the matter comes into a state from which it is done
     * @param within how long after the unit was given its share it may be done, such as {@code 5wd}; null for as long as the state lasts
     * @param upTo of an extension: how much time there is at most, from the first day of the clock that it prolongs
     */
    public record Action(
            String name,
            Label label,
            Set<String> from,
            @Nullable String to,
            boolean onAssignment,
            List<String> by,
            List<String> except,
            List<String> needs,
            @Nullable String gate,
            @Nullable Integer most,
            boolean anew,
            @Nullable String within,
            @Nullable String upTo) {
        public Action {
            from = ordered(from);
            by = List.copyOf(by);
            except = List.copyOf(except);
            needs = List.copyOf(needs);
        }

        /** A day named without a change of state: an extension (延期). */
        public boolean extension() {
            return to == null && needs.contains("due");
        }

        public boolean appliesIn(State state) {
            return from.isEmpty() ? onAssignment && state.open() : from.contains(state.name());
        }
    }

    /**
     * Exactly one of {@code budget}, {@code every} and {@code after} is given.
     *
     * @param during states in which it runs ({@code while} in the file); empty for a clock on an assignment
     * @param budget {@code due}, or a period such as {@code 5wd 20d 3m 24h 4wh}
     * @param every daily, weekly, half-month, monthly, quarterly or yearly
     * @param until the action that answers one round of a rhythm
     * @param after the period after which it opens another matter
     * @param opens the type of that matter, which is derived from this one and leaves it settled
     * @param lapse the one way in which time alone may change a state
     */
    public record ClockRule(
            String name,
            Label label,
            Set<String> during,
            boolean onAssignment,
            @Nullable String budget,
            @Nullable String every,
            @Nullable String until,
            @Nullable String after,
            @Nullable String opens,
            List<Breach> breach,
            @Nullable Lapse lapse) {
        public ClockRule {
            during = ordered(during);
            breach = List.copyOf(breach);
        }
    }

    /** What a breached clock does, in this order: a reminder, then cards (黄牌、红牌). Lamps are derived elsewhere. */
    public enum Breach { REMIND, YELLOW, RED }

    /** Silence with a meaning given by law: at the end of the clock the matter moves on ({@link SilenceByLaw}). */
    public record Lapse(String to, String act, String article, String text) {}

    private static <V> Map<String, V> ordered(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    private static Set<String> ordered(java.util.Collection<String> names) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(names));
    }
}
