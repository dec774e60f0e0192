package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.MATTER;
import static cn.duban_db.ledger.Tables.MATTER_TYPE;
import static org.jooq.impl.DSL.count;

import cn.duban.ledger.MatterTypes.Version;
import cn.duban.ledger.type.MatterType;
import cn.duban.ledger.type.Phase;
import cn.duban.units.Directories;
import cn.duban.web.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Moves running matters to a newer version of their type: first on paper, then by a recorded act in each of them. */
@Component
public class Migration {

    static final String ACT = "migrate";
    private static final int BATCH = 50;
    private static final List<String> MOVING = List.of("draft", "open", "settled", "merged");

    private final DSLContext sql;
    private final Ledger ledger;
    private final Dossiers dossiers;
    private final MatterTypes types;
    private final TypeDesk desk;
    private final Directories directories;
    private final TransactionTemplate transaction;

    Migration(DSLContext sql, Ledger ledger, Dossiers dossiers, MatterTypes types, TypeDesk desk, Directories directories, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.ledger = ledger;
        this.dossiers = dossiers;
        this.types = types;
        this.desk = desk;
        this.directories = directories;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @param states old state → new state, for those that do not stay as they are */
    public record Plan(Version from, Version to, Map<String, String> states) {}

    /** What becomes of one matter: its new state, or why it cannot move. */
    public record Fate(MatterId id, String number, String state, @Nullable String becomes, @Nullable Refusal refusal) {}

    /** What would become of every matter that is pinned to the old version and not at its end; nothing is changed. */
    public List<Fate> dryRun(Viewer viewer, Plan plan) {
        desk.require(viewer);
        return pages(viewer, plan, ids -> dossiers.of(viewer.tenant(), ids).stream().map(dossier -> fate(dossier, plan)).toList());
    }

    /** Moves those that can be moved, page by page; the others stay where they are, with the reason. */
    public List<Fate> run(Viewer viewer, Plan plan, String reason) {
        desk.require(viewer);
        if (reason.isBlank()) throw Refusal.of("missing", "请写明理由。", "Give the reason.").thrown();
        Door.check(reason);
        return pages(viewer, plan, ids -> move(viewer, plan, reason, ids));
    }

    /** Whether a plan can be carried out at all, whatever becomes of each matter. */
    void check(Viewer viewer, Plan plan) {
        if (plan.from().equals(plan.to()) || !plan.from().name().equals(plan.to().name())) throw Refusal.of("input", "请选择同一类事项的另一个版本。", "Choose another version of the same type.").thrown();
        var status = sql.select(MATTER_TYPE.STATUS).from(MATTER_TYPE)
                .where(MATTER_TYPE.TENANT.eq(plan.to().tenant()), MATTER_TYPE.TENANT.in(MatterTypes.SHIPPED, viewer.tenant()), MATTER_TYPE.NAME.eq(plan.to().name()), MATTER_TYPE.VERSION.eq(plan.to().version())).fetchOptional(MATTER_TYPE.STATUS);
        if (!status.equals(Optional.of("published"))) throw Refusal.of("state", "只能转到已经发布、没有撤回的版本。", "Matters move to a published version only, not to a draft or a withdrawn one.").thrown();
    }

    /** How many matters are pinned to a version and not at their end, by state. */
    public Map<String, Integer> perState(int tenant, Version version) {
        return sql.select(MATTER.STATE, count()).from(MATTER)
                .where(MATTER.TENANT.eq(tenant), MATTER.TYPE_TENANT.eq(version.tenant()), MATTER.TYPE.eq(version.name()), MATTER.TYPE_VERSION.eq(version.version()), MATTER.PHASE.in(MOVING))
                .groupBy(MATTER.STATE).fetchMap(MATTER.STATE, r -> r.get(count()));
    }

    /** These matters in the caller's transaction, the held ones waiting for whoever acts on them. */
    List<Fate> move(Viewer viewer, Plan plan, String reason, List<UUID> ids) {
        var fates = new ArrayList<Fate>();
        var changes = new ArrayList<Change>();
        for (var dossier : dossiers.held(viewer.tenant(), ids)) {
            if (!pinned(dossier.matter(), plan.from())) continue;
            var fate = fate(dossier, plan);
            fates.add(fate);
            if (fate.becomes() != null) changes.add(moved(dossier, plan, fate.becomes(), reason, viewer));
        }
        if (!changes.isEmpty()) ledger.write(changes, viewer, null);
        return fates;
    }

    private static boolean pinned(Matter matter, Version version) {
        return new Version(matter.typeTenant(), matter.type(), matter.typeVersion()).equals(version);
    }

    private List<Fate> pages(Viewer viewer, Plan plan, Function<List<UUID>, List<Fate>> work) {
        var fates = new ArrayList<Fate>();
        UUID after = new UUID(0, 0);
        for (List<UUID> page; !(page = page(viewer.tenant(), plan.from(), after)).isEmpty(); after = page.getLast()) {
            var ids = page;
            fates.addAll(Objects.requireNonNull(transaction.execute(status -> work.apply(ids))));
        }
        return fates;
    }

    List<UUID> page(int tenant, Version from, UUID after) {
        return sql.select(MATTER.ID).from(MATTER)
                .where(MATTER.TENANT.eq(tenant), MATTER.TYPE_TENANT.eq(from.tenant()), MATTER.TYPE.eq(from.name()), MATTER.TYPE_VERSION.eq(from.version()), MATTER.PHASE.in(MOVING), MATTER.ID.gt(after))
                .orderBy(MATTER.ID).limit(BATCH).fetch(MATTER.ID);
    }

    private Fate fate(Dossier dossier, Plan plan) {
        var matter = dossier.matter();
        var to = types.version(plan.to());
        var name = plan.states().getOrDefault(matter.state(), matter.state());
        var refusal = !plan.to().name().equals(matter.type())
                ? Refusal.of("input", "只能转到同一类事项的另一个版本。", "A matter moves to another version of its own type only.")
                : obstacle(dossier, types.of(matter), to, name);
        return new Fate(matter.address(), matter.number(), matter.state(), refusal == null ? name : null, refusal);
    }

    private static @Nullable Refusal obstacle(Dossier dossier, MatterType from, MatterType to, String name) {
        var old = from.state(dossier.matter().state());
        var state = to.states().get(name);
        if (state == null) return Refusal.of("state", "新版本没有“" + old.label().zh() + "”这个状态，请指定转入哪个状态。", "The new version has no state " + name + "; say which one takes its place.");
        if (state.settled() != old.settled() || state.ended() != old.ended())
            return Refusal.of("gate", "从“" + old.label().zh() + "”转到“" + state.label().zh() + "”等于办结或者重启，须由办理动作来做。", "This would settle or reopen the matter, which only its own actions may do.");
        for (var r : dossier.responsibilities())
            if (r.current() && !to.roles().containsKey(r.role())) return Refusal.of("role", "新版本没有“" + r.role() + "”这个角色，而这件事由它承担责任。", "The new version has no role " + r.role() + ", which is borne here.");
        if (state.owes() != null && dossier.bearing(state.owes()).findAny().isEmpty())
            return Refusal.of("role", "转入的状态由“" + to.roles().get(state.owes()).label().zh() + "”负责，而这件事还没有指定。", "Nobody bears the role " + state.owes() + ", which owes the next step there.");
        for (var field : dossier.matter().fields().entrySet()) {
            var kept = to.fields().get(field.getKey());
            if (kept == null) return Refusal.of("input", "新版本没有“" + field.getKey() + "”这一项，而这件事已经填写。", "The new version has no field " + field.getKey() + ", which is filled here.");
            try {
                Needs.check(kept, field.getValue());
            } catch (Refusal.Refused unfit) {
                return unfit.refusal();
            }
        }
        return null;
    }

    private Change moved(Dossier dossier, Plan plan, String name, String reason, Viewer viewer) {
        var to = types.version(plan.to());
        var state = to.state(name);
        var change = new Change(ACT, dossier, ledger.now(List.of(dossier)));
        change.words.put("reason", reason);
        var phase = dossier.matter().phase() == Phase.MERGED ? Phase.MERGED : Phase.of(to, state);
        change.matter = change.matter.ofType(plan.to().tenant(), plan.to().version()).in(state, phase, change.now);
        var lifecycle = ledger.lifecycle(to, directories.of(viewer.tenant()));
        new Ticking(Objects.requireNonNull(to), lifecycle.deadlines()).migrate(change);
        return change;
    }
}
