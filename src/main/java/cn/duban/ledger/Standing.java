package cn.duban.ledger;

import cn.duban.ledger.type.MatterType.Bearer;
import cn.duban.ledger.type.MatterType.Role;
import cn.duban.ledger.type.MatterType;
import cn.duban.units.Directory;
import cn.duban.units.Post;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How a viewer stands to a matter: the roles that they bear, in the post they act in, and the roles whose work they did,
 * in whatever post. Pure; decided anew for each act.
 */
record Standing(MatterType type, Dossier dossier, Viewer viewer, Directory directory) {

    /** Duties with which somebody acts for a unit that bears a role. */
    static final Set<Duty> WORKING = Set.of(Duty.REGISTRY, Duty.HANDLE, Duty.REVIEW, Duty.SIGN);

    Set<String> roles() {
        var roles = new LinkedHashSet<String>();
        for (var r : dossier.responsibilities()) {
            var role = type.roles().get(r.role());
            if (r.current() && role != null && bears(role, r)) roles.add(r.role());
        }
        return roles;
    }

    private boolean bears(Role role, Responsibility r) {
        if (role.bearer() == Bearer.POST && r.post() != null) return viewer.post() == r.post() || headOfVacant(r);
        if (!directory.within(viewer.unit(), r.unit())) return false;
        return role.ledgerOwner() ? viewer.has(Duty.SUPERVISE) : viewer.duties().stream().anyMatch(WORKING::contains);
    }

    /** A vacant post's duties fall to the head of its unit. */
    private boolean headOfVacant(Responsibility r) {
        return directory.holders(r.post()).isEmpty()
                && directory.head(r.unit()).map(Post::id).filter(id -> id == viewer.post()).isPresent();
    }

    /** Whether the viewer may act for an assignment's unit. */
    boolean worksFor(int unit) {
        return directory.within(viewer.unit(), unit) && viewer.duties().stream().anyMatch(WORKING::contains);
    }

    /**
     * Whether {@code except} bars this person: a unit that bears or bore one of the roles here or in a child holds a post
     * of theirs, or they acted for it, from any post, also on its behalf.
     */
    boolean barredBy(Collection<String> except) {
        return barred(viewer.person(), viewer.unit(), except);
    }

    /** Whether this person holds a post of the unit, acts in it now, or acted for it, also on its behalf. */
    boolean workedFor(int unit) {
        return directory.within(viewer.unit(), unit)
                || directory.postsOf(viewer.person()).stream().anyMatch(post -> directory.within(post.unit(), unit))
                || dossier.deeds().stream().anyMatch(deed -> deed.person() == viewer.person() && directory.within(deed.unit(), unit));
    }

    private boolean barred(int person, int actingFor, Collection<String> except) {
        if (except.isEmpty()) return false;
        var units = working(except);
        var standing = IntStream.concat(
                IntStream.of(actingFor), directory.postsOf(person).stream().mapToInt(Post::unit));
        if (standing.anyMatch(own -> anyHolds(units, own))) return true;
        if (dossier.responsibilities().stream().anyMatch(r -> except.contains(r.role())
                && r.post() != null
                && directory.holders(r.post()).stream().anyMatch(p -> p.id() == person))) return true;
        return dossier.deeds().stream().anyMatch(d -> d.person() == person && anyHolds(units, d.unit()));
    }

    private Set<Integer> working(Collection<String> except) {
        var units = new LinkedHashSet<Integer>();
        dossier.responsibilities().stream()
                .filter(r -> except.contains(r.role()) && r.post() == null)
                .forEach(r -> units.add(r.unit()));
        dossier.childShares().stream().filter(s -> except.contains(s.role())).forEach(s -> units.add(s.unit()));
        return units;
    }

    private boolean anyHolds(Set<Integer> units, int own) {
        return units.stream().anyMatch(unit -> directory.within(own, unit));
    }

    /**
     * Where the ledger's owner did the work itself, so that none of its supervisors is left, the superior verifies: a
     * supervising, leading or signing post of a unit above it.
     */
    boolean superiorOf(Collection<String> by, Collection<String> except) {
        if (except.isEmpty() || Stream.of(Duty.SUPERVISE, Duty.LEAD, Duty.SIGN).noneMatch(viewer::has)) return false;
        return dossier.responsibilities().stream()
                .filter(r -> r.current() && by.contains(r.role()) && type.roles().get(r.role()).ledgerOwner())
                .anyMatch(owner -> owner.unit() != viewer.unit()
                        && directory.within(owner.unit(), viewer.unit())
                        && nobodyLeft(owner.unit(), except));
    }

    private boolean nobodyLeft(int owner, Collection<String> except) {
        return directory.below(owner).stream()
                .flatMap(unit -> directory.posts(unit).stream())
                .filter(post -> post.has(Duty.SUPERVISE))
                .allMatch(post -> directory.holders(post.id()).stream()
                        .allMatch(person -> barred(person.id(), post.unit(), except)));
    }
}
