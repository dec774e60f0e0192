package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.ENTRY;
import static cn.duban_db.ledger.Tables.MATTER;
import static cn.duban_db.ledger.Tables.RESPONSIBILITY;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.selectOne;

import cn.duban.ledger.MatterTypes.Published;
import cn.duban.ledger.type.MatterType;
import cn.duban.units.Directory;
import cn.duban.units.Outside;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
import cn.duban_db.ledger.tables.Matter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Records;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;

/**
 * Matters that somebody must verify who did not do the work, on a to-do list: off the desk of those who are barred, onto
 * that of the superior where nobody else is left. The rule is {@link Work}; what it needs comes along with the list's own
 * statement, and only for matters that wait for such a step.
 */
record OwnWork(Viewer viewer, Directory directory, List<Step> judging) {

    /** Units of a supervising office, those above and below it. */
    private static final int FEW = 12;

    /** A state of a type in which the next step is barred to whoever worked on the matter. */
    record Step(String type, String state) {}

    static List<Step> judging(List<Published> types) {
        return types.stream().map(Published::type).flatMap(type -> type.states().values().stream().filter(state -> barring(type, state.name(), state.owes())).map(state -> new Step(type.name(), state.name()))).toList();
    }

    record Bearer(String role, int unit, @Nullable Integer post, boolean own, boolean current) {}

    /** The desk that a matter lies on, and why, where it is not simply its own. */
    record Desk(OwedRow.Kind kind, @Nullable String why) {}

    /** Waits for a step that is barred to whoever worked on it, and nothing below is open. */
    private Condition waits(Matter m) {
        var steps = judging.stream().map(step -> (Condition) row(m.TYPE, m.STATE).eq(step.type(), step.state())).reduce(Condition::or).orElse(falseCondition());
        var child = MATTER.as("below");
        return steps.and(not(exists(selectOne().from(child).where(child.TENANT.eq(m.TENANT), child.PARENT.eq(m.ID), child.PHASE.in("draft", "open")))));
    }

    private static boolean barring(MatterType type, String state, @Nullable String owes) {
        var role = owes == null ? null : type.roles().get(owes);
        var next = role == null || !role.ledgerOwner() ? null : NextAct.of(type, state, owes, 0);
        return next != null && type.action(next).filter(action -> !action.except().isEmpty()).isPresent();
    }

    private static Select<Record1<UUID>> family(Matter m) {
        var child = MATTER.as("child");
        return select(m.ID).unionAll(select(child.ID).from(child).where(child.TENANT.eq(m.TENANT), child.PARENT.eq(m.ID)));
    }

    Field<List<Bearer>> bearers(Matter m) {
        var r = RESPONSIBILITY.as("did");
        return multiset(select(r.ROLE, r.UNIT, r.POST, field(r.MATTER.eq(m.ID)), field(r.UNTIL.isNull())).from(r)
                .where(r.TENANT.eq(m.TENANT), r.MATTER.in(family(m)), r.ROLE.in(MatterType.SUPERVISOR, "lead", "assist", "consult")).and(waits(m)))
                .as("bearers").convertFrom(rows -> rows.map(Records.mapping(Bearer::new)));
    }

    Field<List<Work.Deed>> deeds(Matter m) {
        var e = ENTRY.as("deed");
        return multiset(selectDistinct(e.PERSON, coalesce(e.BEHALF_UNIT, e.UNIT)).from(e).where(e.TENANT.eq(m.TENANT), e.MATTER.in(family(m)), e.PERSON.in(people())).and(waits(m)))
                .as("deeds").convertFrom(rows -> rows.map(Records.mapping(Work.Deed::new)));
    }

    /** Whose deeds are asked for: the viewer's, and those of the supervisors below whom the viewer might have to stand in for. */
    private Set<Integer> people() {
        var people = new LinkedHashSet<>(Set.of(viewer.person()));
        owners().forEach(owner -> Work.supervisors(owner, directory).forEach(post -> directory.holders(post.id()).forEach(person -> people.add(person.id()))));
        return people;
    }

    /** Units below the viewer's that supervise. */
    private List<Integer> owners() {
        // nobody outside stands above those who supervise here
        if (Outside.is(viewer.unit()) || Stream.of(Duty.SUPERVISE, Duty.LEAD, Duty.SIGN).noneMatch(viewer::has)) return List.of();
        return directory.below(viewer.unit()).stream().filter(unit -> unit != viewer.unit() && directory.posts(unit).stream().anyMatch(post -> post.has(Duty.SUPERVISE))).toList();
    }

    /**
     * Matters of those units on which they, or their people, may have worked themselves, each with its end. They are found from what was done: that is little, while
     * thousands may wait for the supervising office.
     */
    Select<Record2<UUID, Instant>> standsIn(Function<Matter, Condition> seen) {
        var m = MATTER.as("o");
        var owners = owners();
        if (owners.isEmpty()) return select(m.ID, m.DUE_AT).from(m).where(falseCondition());
        var owner = RESPONSIBILITY.as("owner");
        var own = owners.stream().flatMap(unit -> directory.below(unit).stream()).collect(Collectors.toCollection(TreeSet::new));
        var units = owners.stream().flatMap(unit -> directory.lineage(unit).stream()).collect(Collectors.toCollection(TreeSet::new));
        units.addAll(own);
        var waits = m.TENANT.eq(viewer.tenant()).and(m.PHASE.in(MatterLists.AWAKE)).and(m.OWES.eq(inline(MatterType.SUPERVISOR))).and(waits(m))
                .and(exists(selectOne().from(owner).where(owner.TENANT.eq(m.TENANT), owner.MATTER.eq(m.ID), owner.ROLE.eq(inline(MatterType.SUPERVISOR)), owner.UNTIL.isNull(), owner.UNIT.in(owners)))).and(seen.apply(m));
        // bureaus that supervise as well as work have done most of what was ever done
        if (units.size() > FEW) return select(m.ID, m.DUE_AT).from(m).where(waits).and(exists(done(units, own, family(m))));
        var worked = worked(units, own).asTable("worked", "matter");
        var matter = worked.field("matter", UUID.class);
        // one look from each at its matter: joined freely, all that ever waited for those units would be read
        var waiting = lateral(select(m.ID, m.DUE_AT).from(m).where(waits, m.ID.eq(matter)).offset(inline(0))).as("waiting", "id", "due_at");
        return select(waiting.field("id", UUID.class), waiting.field("due_at", Instant.class)).from(worked).crossJoin(waiting);
    }

    /** What those units, those above and below them or their people worked on, and what stands above it. */
    private Select<Record1<UUID>> worked(SortedSet<Integer> units, SortedSet<Integer> own) {
        var child = MATTER.as("child");
        var each = done(units, own, null).asTable("done", "matter");
        var which = each.field("matter", UUID.class);
        var both = lateral(select(which).unionAll(select(child.PARENT).from(child).where(child.TENANT.eq(viewer.tenant()), child.ID.eq(which), child.PARENT.isNotNull()))).as("both", "matter");
        return selectDistinct(both.field("matter", UUID.class)).from(each).crossJoin(both);
    }

    /** @param among null for all of them */
    private Select<Record1<UUID>> done(SortedSet<Integer> units, SortedSet<Integer> own, @Nullable Select<Record1<UUID>> among) {
        var did = RESPONSIBILITY.as("did");
        var deed = ENTRY.as("deed");
        var people = people();
        // the words are those of the index over what was worked on
        Select<Record1<UUID>> done = select(did.MATTER).from(did).where(did.TENANT.eq(viewer.tenant()), did.UNIT.in(units), did.ROLE.in(inline("lead"), inline("assist"), inline("consult")), among == null ? noCondition() : did.MATTER.in(among));
        var unit = coalesce(deed.BEHALF_UNIT, deed.UNIT);
        for (var elsewhere : among == null ? outside(own, unit) : List.of(unit.notIn(own)))
            done = done.unionAll(select(deed.MATTER).from(deed).where(deed.TENANT.eq(viewer.tenant()), deed.PERSON.in(people), elsewhere, among == null ? noCondition() : deed.MATTER.in(among)));
        return done;
    }

    /** None of these, as the ranges between them, each to be asked for by itself: {@code not in} would be held against all that those people ever did, and an index tells a range at once. */
    private static List<Condition> outside(SortedSet<Integer> own, Field<Integer> unit) {
        var ranges = new ArrayList<>(List.of(unit.lt(inline(own.first())), unit.gt(inline(own.last()))));
        var before = own.first();
        for (int next : own) {
            if (next - before > 1) ranges.add(unit.gt(inline(before)).and(unit.lt(inline(next))));
            before = next;
        }
        return ranges;
    }

    /** Where a matter lies for this viewer; null where it is not for them at all. */
    @Nullable Desk desk(OwedRow.Kind kind, List<Bearer> bearers, List<Work.Deed> deeds) {
        var superior = kind == OwedRow.Kind.SUPERIOR;
        var owner = bearers.stream().filter(b -> b.role().equals(MatterType.SUPERVISOR) && b.own() && b.current()).map(Bearer::unit).findFirst();
        if (owner.isEmpty()) return superior ? null : new Desk(kind, null);
        var working = bearers.stream().filter(b -> MatterType.WORKING.contains(b.role())).toList();
        var work = new Work(working.stream().filter(b -> b.post() == null).map(Bearer::unit).collect(Collectors.toSet()),
                working.stream().filter(Bearer::own).map(Bearer::post).filter(Objects::nonNull).collect(Collectors.toSet()), deeds);
        var barred = work.bars(viewer.person(), viewer.unit(), directory);
        if (superior) return barred || !work.leavesNobody(owner.get(), directory) ? null : new Desk(kind, Words.say("ledger.owed.superior", directory.unitName(owner.get())));
        return barred && kind == OwedRow.Kind.MATTER ? new Desk(OwedRow.Kind.BARRED, Words.say("ledger.owed.barred")) : new Desk(kind, null);
    }
}
