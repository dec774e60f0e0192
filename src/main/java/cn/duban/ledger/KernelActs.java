package cn.duban.ledger;

import cn.duban.ledger.Assignment.State;
import cn.duban.ledger.type.MatterType;
import cn.duban.ledger.type.Phase;
import cn.duban.web.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What every type has from the kernel: comment, remind, hand over, reassign, void, merge and unmerge, link and unlink. */
record KernelActs(Lifecycle lifecycle) {

    static final Set<String> ON_MATTER = Set.of("comment", "reassign", "void", "merge", "unmerge", "link", "unlink", "correct", "classify", "recalendar", LookBack.ACT, Reminding.ACT, PassingOn.ACT);

    static boolean names(String action) {
        return ON_MATTER.contains(action);
    }

    Change decide(Dossier dossier, Act act, Viewer viewer, Instant now) {
        var standing = new Standing(lifecycle.type(), dossier, viewer, lifecycle.directory());
        Lifecycle.throwIf(act.behalf() == null ? null : ownName());
        var change = lifecycle.begin(act, dossier, now);
        if (act.action().equals("comment")) return comment(change, act, standing);
        if (act.action().equals("recalendar")) return recalendar(change, viewer);
        if (act.action().equals(Reminding.ACT)) return new Reminding(lifecycle).decide(change, standing);
        if (act.action().equals(PassingOn.ACT)) return passOn(change, act, standing);
        if (act.action().equals("link") || act.action().equals("unlink")) return tie(change, act, standing);
        supervised(standing, act);
        // a secret found out late is still one: classify is open on what is closed, merged or void
        if (act.action().equals("reassign")) alive(change);
        switch (act.action()) {
            case "correct" -> correct(change, act, standing);
            case "classify" -> classify(change, act);
            case "reassign" -> reassign(change, act, viewer);
            case "void" -> voided(change, act);
            case "merge" -> merge(change, act);
            case "unmerge" -> unmerge(change, act);
            case LookBack.ACT -> lookBack(change, dossier);
            default -> throw lifecycle.unknown(act.action());
        }
        return change;
    }

    private Change comment(Change change, Act act, Standing standing) {
        Lifecycle.throwIf(act.word("note") == null ? Refusal.of("missing", "请写下意见再提交。", "Write the comment first.") : null);
        if (standing.roles().isEmpty() && !standing.viewer().has(Viewer.Duty.LEAD) && !standing.viewer().has(Viewer.Duty.SUPERVISE))
            throw Refusal.role("您的岗位与这件事没有关系，不能留言。", "Your post has no part in this matter.", List.copyOf(lifecycle.type().roles().keySet())).thrown();
        return change;
    }

    private Change passOn(Change change, Act act, Standing standing) {
        alive(change);
        new PassingOn(Objects.requireNonNull(change.before), standing.viewer(), lifecycle.directory()).decide(change, act);
        return change;
    }

    /** A tie moves nothing: both go on by themselves, and each says that the other is there. */
    private Change tie(Change change, Act act, Standing standing) {
        supervisor(standing);
        var now = change.relations.values().stream().filter(r -> r.current() && r.kind() == Relation.Kind.RELATED).toList();
        if (act.action().equals("unlink") && now.isEmpty()) throw Refusal.of("state", "这件事没有关联别的事项。", "This matter is linked to no other.").thrown();
        if (act.other() == null) throw Refusal.of("missing", "请选择哪一件事。", "Name the other matter.").thrown();
        var tied = now.stream().filter(r -> r.other().equals(act.other())).findFirst();
        if (act.action().equals("unlink")) {
            var old = tied.orElseThrow(() -> Refusal.of("input", "这件事没有关联那一件。", "This matter is not linked to that one.").thrown());
            change.relations.put(old.no(), old.ended(change.now));
            return change;
        }
        awake(change);
        if (act.other().equals(change.matter.id())) throw Refusal.of("input", "不能关联自己。", "A matter cannot be linked to itself.").thrown();
        if (tied.isPresent()) throw Refusal.of("input", "这两件事已经关联。", "These two are linked already.").thrown();
        change.relate(Relation.Kind.RELATED, change.matter.tenant(), act.other());
        return change;
    }

    private Change recalendar(Change change, Viewer viewer) {
        if (viewer.person() != 0) throw lifecycle.unknown("recalendar");
        new Ticking(lifecycle.type(), lifecycle.deadlines()).recalendar(change);
        return change;
    }

    /** These are the supervisor's, under {@code except}: nobody reassigns, voids or merges away their own work. */
    void supervised(Standing standing, Act act) {
        var supervisor = supervisor(standing);
        var work = lifecycle.type().roles().keySet().stream().filter(MatterType.WORKING::contains).toList();
        if (!act.action().equals("correct") && standing.barredBy(work))
            throw new Refusal("own-work", "您或您所在的单位承办过这件事，这一步须由其他人来做。", "You or your unit worked on this matter; somebody else must take this step.", List.of(supervisor.name()), List.of()).thrown();
        if (!act.action().equals("correct") && !act.action().equals("unmerge") && act.word("reason") == null)
            throw Refusal.of("missing", "请写明理由。", "Give the reason.").thrown();
    }

    private MatterType.Role supervisor(Standing standing) {
        var supervisor = lifecycle.type().supervisor().orElseThrow();
        if (!standing.roles().contains(supervisor.name()))
            throw Refusal.role("这一步由" + supervisor.label().zh() + "来做。", "This is for the " + supervisor.label().en() + ".", List.of(supervisor.name())).thrown();
        return supervisor;
    }

    /** Words put right before they are handed out; afterwards they stay as they were given. */
    private void correct(Change change, Act act, Standing standing) {
        Lifecycle.throwIf(Needs.ownLaterDay(standing, act.due()));
        if (change.matter.phase() != Phase.DRAFT)
            throw Refusal.of("state", "已经交办的事项不能再改文字；请退回、作废或者留言说明。", "What was handed out keeps its words; return it, void it, or comment.").thrown();
        var title = act.words().getOrDefault("title", change.matter.title());
        var body = act.words().getOrDefault("body", change.matter.body());
        change.words.remove("title");
        change.words.remove("body");
        Needs.write(change, lifecycle.type(), act);
        change.matter = change.matter.worded(title, body, change.matter.fields());
        lifecycle.applyRoles(change, act);
        if (act.due() != null) change.matter = change.matter.due(act.due());
    }

    /** Who may know of it at all, decided by the supervisor with a reason; there is no level for state secrets. */
    private static void classify(Change change, Act act) {
        var level = java.util.Arrays.stream(Secrecy.values()).filter(s -> s.name().equalsIgnoreCase(act.word("secrecy"))).findFirst()
                .orElseThrow(() -> Refusal.of("missing", "请选择知悉范围：公开、内部、工作秘密或者限具名人员。", "Choose who may know: public, internal, work_secret or named_persons.").thrown());
        if (level == change.matter.secrecy()) throw Refusal.of("input", "知悉范围本来就是这一级，没有变化。", "The matter has this level already.").thrown();
        change.words.remove("secrecy");
        change.matter = change.matter.classified(level);
    }

    /** Before its day, or once more after it; the review itself is opened beside this entry. */
    private void lookBack(Change change, Dossier dossier) {
        awake(change);
        var lookBack = new LookBack(lifecycle.type(), dossier);
        if (lookBack.promise().isEmpty())
            throw Refusal.of("state", "这件事现在没有回头看可办；销号或者长期坚持之后才能回头看。", "There is no follow-up review from here; it comes after the matter is settled.").thrown();
        LookBack.keep(change, lookBack.running(), change.now);
    }

    private void reassign(Change change, Act act, Viewer viewer) {
        if (act.roles().isEmpty()) throw Refusal.of("missing", "请选择新的责任单位或者责任人。", "Name who answers from now on.").thrown();
        ShareDay.check(act.due(), change, lifecycle.deadlines().zone());
        lifecycle.applyRoles(change, act);
        var state = lifecycle.type().state(change.matter.state());
        var lead = change.responsibilities.values().stream().filter(r -> r.current() && r.role().equals("lead")).findFirst();
        var had = change.assignments.values().stream().filter(a -> a.role().equals("lead") && a.live()).findFirst();
        if (had.isPresent() && lead.isPresent() && lead.get().unit() != had.get().unit() && !state.settled()) {
            change.put(had.get().judged(State.WITHDRAWN, act.word("reason"), null));
            change.assign("lead", lead.get().unit(), act.due() != null ? act.due() : had.get().dueOn());
            if (had.get().state() == State.OBJECTED) change.assignments.replaceAll((no, a) -> a.role().equals("lead") && a.live() ? a.decidedIn(change.entryNo()) : a);
        }
        Assignments.follow(lifecycle.type(), change, state, act, viewer);
        turn(change);
    }

    private void voided(Change change, Act act) {
        awake(change);
        takesNobodyAlong(change);
        sleep(change, Phase.VOID);
    }

    private void merge(Change change, Act act) {
        awake(change);
        takesNobodyAlong(change);
        if (act.other() == null) throw Refusal.of("missing", "请选择并入哪一件事。", "Choose the matter to merge into.").thrown();
        if (act.other().equals(change.matter.id())) throw Refusal.of("input", "不能并入自己。", "A matter cannot be merged into itself.").thrown();
        change.matter = change.matter.mergedInto(act.other());
        change.relate(Relation.Kind.DUPLICATE_OF, change.matter.tenant(), act.other());
        sleep(change, Phase.MERGED);
    }

    private void unmerge(Change change, Act act) {
        if (change.matter.phase() != Phase.MERGED) throw Refusal.of("state", "这件事没有并入别的事项。", "This matter is not merged.").thrown();
        if (act.other() == null || !act.other().equals(change.matter.mergedInto()))
            throw Refusal.of("input", "请指明这件事所并入的那一件，撤销合并须在两件事上同时记载。", "Name the matter that this one was merged into; both keep a record of the undoing.").thrown();
        change.relations.values().stream().filter(r -> r.current() && r.kind() == Relation.Kind.DUPLICATE_OF).toList()
                .forEach(r -> change.relations.put(r.no(), r.ended(change.now)));
        var state = lifecycle.type().state(change.matter.state());
        change.matter = change.matter.mergedInto(null).in(state, Phase.of(lifecycle.type(), state), change.now);
        if (change.opens()) Lifecycle.underOpen(Objects.requireNonNull(change.before));
        turn(change);
    }

    /** What was merged into a matter counts on it: first they part, then it may go. */
    private static void takesNobodyAlong(Change change) {
        var merged = Objects.requireNonNull(change.before).merged().stream().map(Dossier.Merged::number).toList();
        if (!merged.isEmpty())
            throw Refusal.of("state", "“" + String.join("”“", merged) + "”已并入这件事，请先到" + (merged.size() == 1 ? "那件" : "那些") + "事上撤销合并。",
                    String.join(", ", merged) + " merged into this matter; unmerge first.").thrown();
    }

    void alive(Change change) {
        awake(change);
        if (change.matter.phase() == Phase.ENDED) throw Lifecycle.ended(lifecycle.type().state(change.matter.state()));
    }

    private void awake(Change change) {
        if (change.matter.phase() == Phase.MERGED || change.matter.phase() == Phase.VOID) throw Lifecycle.asleep(change.matter);
    }

    private void sleep(Change change, Phase phase) {
        change.matter = change.matter.in(lifecycle.type().state(change.matter.state()), phase, change.now);
        turn(change);
    }

    void turn(Change change) {
        new Ticking(lifecycle.type(), lifecycle.deadlines()).turn(change, null, false);
    }

    /** Only what a unit does itself can be entered for it, and only for the unit whose task it is. */
    static Refusal ownName() {
        return Refusal.of("role", "这一步要由本人办理，不能代录，也不能写在别的单位名下。", "This step is taken in one's own name; it cannot be entered on another unit's behalf.");
    }
}
