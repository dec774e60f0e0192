package cn.duban.ledger.type;

import cn.duban.ledger.type.MatterType.Action;
import cn.duban.ledger.type.MatterType.ClockRule;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Every name in a type refers to something that is there, and takes no name that is the kernel's. */
final class NameRules {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}?");
    private static final Set<String> PLACEHOLDERS = Set.of("{year}", "{seq}", "{month}", "{unit}");

    private final MatterType type;
    private final Faults faults;

    private NameRules(MatterType type, Faults faults) {
        this.type = type;
        this.faults = faults;
    }

    static void check(MatterType type, @Nullable Set<String> known, Faults faults) {
        var rules = new NameRules(type, faults);
        rules.number();
        rules.owner();
        rules.work();
        type.actions().values().forEach(rules::action);
        type.clocks().values().forEach(rules::clock);
        rules.each("public", type.shown(), List.of(MatterType.KERNEL_COLUMNS, type.roles().keySet(), type.fields().keySet()),
                "unknown-column", "公开内容“%s”既不是事项的基本内容，也不是本类型的角色或字段。", "“%s” is shown to the public, but is no column, role or field.");
        if (known == null) return;
        rules.known("parent", type.parent(), known);
        for (var clock : type.clocks().values()) rules.known("clocks." + clock.name() + ".opens", clock.opens(), known);
    }

    private void number() {
        if (type.number() == null) return;
        if (!type.number().contains("{seq}")) faults.at("number", "number",
                "编号“%s”没有序号，请加上 {seq}。",
                "Number “%s” has no serial; add {seq}.", type.number());
        PLACEHOLDER.matcher(type.number()).results().map(found -> found.group()).filter(p -> !PLACEHOLDERS.contains(p)).forEach(p ->
                faults.at("number", "number",
                        "编号中不认识“%s”，可用 {year} {month} {unit} {seq}。",
                        "The number has an unknown “%s”; use {year} {month} {unit} {seq}.", p));
    }

    private void owner() {
        var owners = type.roles().values().stream().filter(MatterType.Role::ledgerOwner).count();
        if (owners != 1) faults.at("roles", "no-owner",
                "应当有且只有一个由台账主管单位（ledger-owner）承担的角色，现有 %d 个。",
                "Exactly one role is borne by the ledger's owner; there are %d.", owners);
        type.supervisor().filter(role -> !role.name().equals(MatterType.SUPERVISOR)).ifPresent(role -> faults.at("roles." + role.name(), "owner-name",
                "台账主管单位的角色请命名为 supervisor（中文名称照写），系统按这个名称认它；现为“%s”。",
                "Name the role of the ledger's owner “supervisor” (its label is yours); the system knows it by that name, not by “%s”.", role.name()));
    }

    /** Lists, gates and independence know who works by two names: without them a unit would owe what nobody asks it for. */
    private void work() {
        if (type.supervisor().isEmpty()) return;
        // a unit of its own may verify; but where units owe anything, one of them leads
        if (!type.roles().containsKey("lead")) type.states().values().stream().filter(state -> !state.ended() && state.owes() != null && borneByUnit(state.owes())).findFirst()
                .ifPresent(state -> work("states." + state.name(), state.owes()));
        type.actions().values().stream().filter(Action::onAssignment).forEach(action -> action.by().forEach(role -> work("actions." + action.name() + ".by", role)));
    }

    private void work(String at, String name) {
        if (!borneByUnit(name) || MatterType.WORKING.contains(name)) return;
        faults.at(at, "work-role",
                "“%s”由单位承担并且要办理，请命名为 lead（牵头、责任单位）、assist（配合单位）或者 consult（征求意见单位），系统按这两个名称派发任务、认定回避。",
                "“%s” is borne by a unit that has work to do: name it “lead”, “assist” or “consult”, by which shares are given out and independence is kept.", name);
    }

    private boolean borneByUnit(String name) {
        var role = type.roles().get(name);
        return role != null && !role.ledgerOwner() && role.bearer() == MatterType.Bearer.UNIT;
    }

    private void action(Action action) {
        var at = "actions." + action.name();
        if (MatterType.KERNEL_ACTIONS.contains(action.name())) faults.at(at, "kernel-action",
                "“%s”是每个事项自带的动作，不能另行定义，请换一个名称。",
                "“%s” belongs to every type already; choose another name.", action.name());
        states(at + ".from", action.from());
        if (action.to() != null) states(at + ".to", List.of(action.to()));
        roles(at + ".by", action.by());
        roles(at + ".except", action.except());
        each(at + ".needs", action.needs(), List.of(MatterType.KERNEL_NEEDS, type.roles().keySet(), type.fields().keySet()),
                "unknown-need",
                "不认识所需内容“%s”：可写本类型的角色、字段，或 due、reason、note、evidence、verdict、signature。",
                "Need “%s” is not known: name a role, a field, or due, reason, note, evidence, verdict, signature.");
        if (action.gate() != null && Gate.named(action.gate()).isEmpty()) faults.at(at + ".gate", "unknown-gate",
                "不认识前提“%s”，可写 children-settled、assignments-answered、children-entered、objections-over。",
                "Gate “%s” is not known; write children-settled, assignments-answered, children-entered or objections-over.", action.gate());
        if (Gate.OBJECTIONS_OVER.id().equals(action.gate()) && (!type.clocks().containsKey(MatterType.OBJECTION) || !type.actions().containsKey(MatterType.AGREE))) faults.at(at + ".gate", "unknown-gate",
                "前提 objections-over 需要一个叫 objection 的期限和一个叫 agree 的动作。",
                "Gate objections-over needs a clock called objection and an action called agree.");
        if (action.most() != null && action.most() < 1) faults.at(at + ".most", "most",
                "次数上限应当大于零，现为 %d。",
                "The limit of times is greater than zero, not %d.", action.most());
        if (action.anew() && (action.most() == null || action.from().isEmpty())) faults.at(at + ".anew", "limit",
                "anew 只用于写了次数上限（most）和起始状态（from）的动作：每次进入这些状态，次数重新计算。",
                "“anew” is for actions with a limit of times (most) and states they are done from: the count begins anew each time the matter comes into one.");
        limits(action, at);
        if (action.onAssignment() && action.to() != null) faults.at(at + ".to", "assignment-moves",
                "“%s”是单个单位的办理动作，不能改变整个事项的状态，请删去 to。",
                "“%s” is one unit's act and cannot move the matter; remove “to”.", Named.of(action));
    }

    /** A limit in which a unit may say that it is not competent, and one up to which time is prolonged; on anything else they would say nothing. */
    private void limits(Action action, String at) {
        var objects = action.name().equals(action.onAssignment() ? MatterType.DECLINE : MatterType.OBJECT);
        if (action.within() != null && !objects) faults.at(at + ".within", "limit",
                "within 只用于提出异议：整个事项上的 object，或者单个单位任务上的 decline。",
                "“within” is for objections only: object on the matter, decline on one unit's assignment.");
        if (action.upTo() != null && !action.extension()) faults.at(at + ".up-to", "limit",
                "up-to 只用于延期：需要新日期（needs: due）、不改变状态的动作。",
                "“up-to” is for extensions only: an action that needs a day (needs: due) and keeps the state.");
        ClockRules.period(at + ".within", action.within(), faults);
        ClockRules.period(at + ".up-to", action.upTo(), faults);
        if (action.needs().contains("signature") && (action.onAssignment() || action.to() == null || !action.by().contains("lead"))) faults.at(at + ".needs", "limit",
                "“%s”写了 signature（负责人签发），它只用于 lead 办理、改变事项状态的动作，写在这里不起作用，请删去。",
                "“%s” needs a signature, which holds for what the lead does to move the matter; here it would say nothing, remove it.", Named.of(action));
        if (action.name().equals(MatterType.DECLINE) && action.onAssignment() && !action.needs().contains("reason")) faults.at(at + ".needs", "limit",
                "“%s”是退回任务，应当写明理由（needs: reason），不能不声不响地退。",
                "“%s” returns a share: it needs a reason, nothing is sent back in silence.", Named.of(action));
    }

    private void clock(ClockRule clock) {
        var at = "clocks." + clock.name();
        states(at + ".while", clock.during());
        if (clock.until() != null && !type.actions().containsKey(clock.until())) faults.at(at + ".until", "unknown-action",
                "时限“%s”所等的动作“%s”并不存在。",
                "Clock “%s” waits for “%s”, which is no action.", Named.of(clock), clock.until());
        if (clock.lapse() != null && !clock.lapse().to().isEmpty()) states(at + ".then", List.of(clock.lapse().to()));
    }

    private void states(String at, Collection<String> names) {
        each(at, names, List.of(type.states().keySet()), "unknown-state", "没有名为“%s”的状态。", "There is no state “%s”.");
    }

    private void roles(String at, Collection<String> names) {
        each(at, names, List.of(type.roles().keySet()), "unknown-role", "没有名为“%s”的角色。", "There is no role “%s”.");
    }

    private void each(String at, Collection<String> names, List<Set<String>> among, String code, String zh, String en) {
        for (var name : names) if (among.stream().noneMatch(set -> set.contains(name))) faults.at(at, code, zh, en, name);
    }

    private void known(String at, @Nullable String name, Set<String> known) {
        if (name != null && !known.contains(name)) faults.at(at, "unknown-type",
                "没有名为“%s”的事项类型；若另有文件，请一并检查。",
                "There is no matter type “%s”; if it is in another file, check both together.", name);
    }
}
