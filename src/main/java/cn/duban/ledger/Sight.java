package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.MATTER;
import static cn.duban_db.ledger.Tables.RESPONSIBILITY;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.arrayOverlap;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import cn.duban.ledger.type.Phase;
import cn.duban.units.Directory;
import cn.duban.units.Unit;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.SelectLimitStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who sees which matters: one table, compiled to the {@code where} of every list, search, figure and export, and asked
 * as a predicate before every act. A test holds the two equal.
 */
@Component
public class Sight {

    private static final String TENANT = "sight_tenant";

    /** How a viewer must stand to a matter. */
    enum Relation {
        /** The supervising role is borne by the viewer's unit, one above or one below it. */
        SUPERVISES,
        /** A role is borne by the very post. */
        NAMED,
        /** A role is borne, or was, by the viewer's unit or one above it short of the government. */
        BEARS,
        /** A role is borne, or was, by a unit under the viewer's. */
        ABOVE
    }

    /** @param duties one of which the post must have; empty for any post */
    record Grant(Relation relation, Set<Duty> duties, Set<Phase> phases, Set<Secrecy> secrecies) {}

    static final Set<Phase> HANDED_OUT = EnumSet.complementOf(EnumSet.of(Phase.DRAFT));
    private static final Set<Secrecy> UP_TO_WORK_SECRET = EnumSet.complementOf(EnumSet.of(Secrecy.NAMED_PERSONS));

    static final List<Grant> GRANTS = List.of(
            new Grant(Relation.SUPERVISES, Set.of(Duty.SUPERVISE), EnumSet.allOf(Phase.class), EnumSet.allOf(Secrecy.class)),
            new Grant(Relation.NAMED, Set.of(), HANDED_OUT, EnumSet.allOf(Secrecy.class)),
            new Grant(Relation.BEARS, Standing.WORKING, HANDED_OUT, UP_TO_WORK_SECRET),
            new Grant(Relation.ABOVE, Set.of(Duty.LEAD, Duty.SIGN, Duty.REGISTRY, Duty.SUPERVISE), HANDED_OUT, UP_TO_WORK_SECRET));

    /** The columns of a matter that the condition needs, from the table or from the view that lists use. */
    public record Columns(Field<Integer> tenant, Field<UUID> id, Field<String> phase, Field<String> secrecy) {}

    static final Columns MATTERS = new Columns(MATTER.TENANT, MATTER.ID, MATTER.PHASE, MATTER.SECRECY);

    /**
     * What SQL appends to a list so that it holds only what this viewer may see: one look at who bears the matter. Its text is the
     * same for every viewer, so that the database plans it once for all of them. The offset keeps the look at the matter in hand;
     * without it the planner reads and hashes all that was ever borne, for a page of fifty rows.
     */
    public Condition of(Viewer viewer, Directory directory, Columns matter) {
        var said = values(viewer, directory);
        var any = granted(GRANTS, relation -> borne(relation, said), matter.phase(), matter.secrecy());
        return matter.tenant().eq(param(TENANT, viewer.tenant())).and(exists(selectOne().from(RESPONSIBILITY)
                .where(RESPONSIBILITY.TENANT.eq(matter.tenant()), RESPONSIBILITY.MATTER.eq(matter.id()), any).offset(inline(0))));
    }

    /** The columns of a bearing that say by themselves that somebody sees its matter. */
    record Borne(Columns matter, Field<String> role, Field<Integer> unit, Field<Integer[]> supervisors) {}

    /** The same condition on bearings: what the row itself tells comes first, so that others who bear the matter are asked for only where it does not. */
    Condition of(Viewer viewer, Directory directory, Borne row) {
        var said = values(viewer, directory);
        var any = granted(GRANTS, relation -> borne(relation, row, said), row.matter().phase(), row.matter().secrecy());
        return row.matter().tenant().eq(param(TENANT, viewer.tenant())).and(any.or(of(viewer, directory, row.matter())));
    }

    private static Condition borne(Relation relation, Borne row, Map<String, Object> said) {
        var units = param(name(relation), (Integer[]) (relation == Relation.NAMED ? new Integer[0] : said.get(name(relation))));
        return switch (relation) {
            case SUPERVISES -> arrayOverlap(row.supervisors(), units);
            // a post stands in no index of what units bear
            case NAMED -> falseCondition();
            case BEARS -> row.role().ne(inline("supervisor")).and(row.unit().eq(any(units)));
            case ABOVE -> row.unit().eq(any(units));
        };
    }

    /**
     * The columns of a row in which a room above keeps by whom a matter is seen, for where it counts many at once.
     *
     * @param supervisors units that bear or bore the supervising role
     * @param bearers units that bear or bore any other
     * @param posts posts that bear a role now
     */
    public record Audience(Field<Integer> tenant, Field<String> phase, Field<String> secrecy, Field<Integer[]> supervisors, Field<Integer[]> bearers, Field<Integer[]> posts) {}

    /** The same condition on rows that keep their audience. */
    public Condition of(Viewer viewer, Directory directory, Audience matter) {
        var held = GRANTS.stream().filter(grant -> has(viewer, grant)).toList();
        var any = granted(held, relation -> borne(relation, matter, viewer, directory), matter.phase(), matter.secrecy());
        return matter.tenant().eq(viewer.tenant()).and(any);
    }

    private static Condition borne(Relation relation, Audience matter, Viewer viewer, Directory directory) {
        var units = val(units(relation, viewer, directory).toArray(Integer[]::new));
        return switch (relation) {
            case SUPERVISES -> arrayOverlap(matter.supervisors(), units);
            case NAMED -> matter.posts().contains(new Integer[] {viewer.post()});
            case BEARS -> arrayOverlap(matter.bearers(), units);
            case ABOVE -> arrayOverlap(matter.supervisors(), units).or(arrayOverlap(matter.bearers(), units));
        };
    }

    /** One of the grants holds: how the viewer stands to the matter, within the phases and secrecies that it is for. */
    private static Condition granted(List<Grant> grants, Function<Relation, Condition> stands, Field<String> phase, Field<String> secrecy) {
        Condition any = falseCondition();
        for (var grant : grants)
            any = any.or(stands.apply(grant.relation()).and(among(phase, grant.phases(), Phase.values().length)).and(among(secrecy, grant.secrecies(), Secrecy.values().length)));
        return any;
    }

    static Condition among(Field<String> column, Set<? extends Enum<?>> values, int all) {
        return values.size() == all ? noCondition() : column.in(names(values).stream().map(DSL::inline).toList());
    }

    /** The values of the named parameters of {@link #of}, for a statement that was put into words before. */
    static Map<String, Object> values(Viewer viewer, Directory directory) {
        var values = new HashMap<String, Object>();
        values.put(TENANT, viewer.tenant());
        values.put(name(Relation.NAMED), viewer.post());
        for (var grant : GRANTS)
            if (grant.relation() != Relation.NAMED)
                values.put(name(grant.relation()), has(viewer, grant) ? units(grant.relation(), viewer, directory).toArray(Integer[]::new) : new Integer[0]);
        return values;
    }

    private static String name(Relation relation) {
        return "sight_" + relation.name().toLowerCase(Locale.ROOT);
    }

    private static Condition borne(Relation relation, Map<String, Object> said) {
        return switch (relation) {
            case SUPERVISES -> RESPONSIBILITY.ROLE.eq(inline("supervisor")).and(among(relation, said));
            case NAMED -> RESPONSIBILITY.POST.eq(param(name(relation), (Integer) said.get(name(relation)))).and(RESPONSIBILITY.UNTIL.isNull());
            case BEARS -> RESPONSIBILITY.ROLE.ne(inline("supervisor")).and(among(relation, said));
            case ABOVE -> among(relation, said);
        };
    }

    private static Condition among(Relation relation, Map<String, Object> said) {
        return RESPONSIBILITY.UNIT.eq(any(param(name(relation), (Integer[]) said.get(name(relation)))));
    }

    static Collection<Integer> units(Relation relation, Viewer viewer, Directory directory) {
        return switch (relation) {
            case SUPERVISES -> around(viewer, directory);
            case NAMED -> List.of();
            case BEARS -> upwards(viewer, directory);
            case ABOVE -> directory.below(viewer.unit());
        };
    }

    /**
     * Matters in which the viewer's post, or a unit that the viewer sees through, bears or bore anything: all that {@link #of}
     * lets through and some more, some twice, out of two indexes alone. What narrows a long search before the condition decides.
     */
    public SelectLimitStep<Record1<UUID>> touched(Viewer viewer, Directory directory) {
        var units = GRANTS.stream().filter(grant -> has(viewer, grant)).flatMap(grant -> units(grant.relation(), viewer, directory).stream()).collect(Collectors.toSet());
        return select(RESPONSIBILITY.MATTER).from(RESPONSIBILITY).where(RESPONSIBILITY.TENANT.eq(viewer.tenant()), RESPONSIBILITY.UNIT.eq(any(units.toArray(Integer[]::new))))
                .unionAll(select(RESPONSIBILITY.MATTER).from(RESPONSIBILITY).where(RESPONSIBILITY.TENANT.eq(viewer.tenant()), RESPONSIBILITY.POST.eq(viewer.post())));
    }

    /** The same for one matter already loaded. */
    public boolean sees(Dossier dossier, Viewer viewer, Directory directory) {
        var matter = dossier.matter();
        return matter.tenant() == viewer.tenant() && GRANTS.stream().anyMatch(grant -> has(viewer, grant)
                && grant.phases().contains(matter.phase()) && grant.secrecies().contains(matter.secrecy())
                && dossier.responsibilities().stream().anyMatch(r -> borne(grant.relation(), r, viewer, directory)));
    }

    private static boolean borne(Relation relation, Responsibility r, Viewer viewer, Directory directory) {
        return switch (relation) {
            case SUPERVISES -> r.role().equals("supervisor") && around(viewer, directory).contains(r.unit());
            case NAMED -> r.current() && is(r.post(), viewer.post());
            case BEARS -> !r.role().equals("supervisor") && upwards(viewer, directory).contains(r.unit());
            case ABOVE -> directory.below(viewer.unit()).contains(r.unit());
        };
    }

    private static boolean is(@Nullable Integer post, int own) {
        return post != null && post == own;
    }

    static boolean has(Viewer viewer, Grant grant) {
        return grant.duties().isEmpty() || grant.duties().stream().anyMatch(viewer::has);
    }

    /** The viewer's unit and those above it, the government itself left out: its matters are not everybody's. */
    static Collection<Integer> upwards(Viewer viewer, Directory directory) {
        var units = new LinkedHashSet<Integer>();
        units.add(viewer.unit());
        for (var unit : directory.lineage(viewer.unit()))
            if (directory.unit(unit).filter(u -> u.kind() == Unit.Kind.GOVERNMENT || u.kind() == Unit.Kind.DISTRICT).isEmpty()) units.add(unit);
        return units;
    }

    private static Collection<Integer> around(Viewer viewer, Directory directory) {
        var units = new LinkedHashSet<>(directory.below(viewer.unit()));
        units.addAll(upwards(viewer, directory));
        return units;
    }

    private static List<String> names(Set<? extends Enum<?>> values) {
        return values.stream().map(v -> v.name().toLowerCase(Locale.ROOT)).sorted().toList();
    }
}
