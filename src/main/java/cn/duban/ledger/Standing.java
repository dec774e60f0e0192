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
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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
        return !except.isEmpty() && work(except).bars(person, actingFor, directory);
    }

    private Work work(Collection<String> except) {
        var own = dossier.responsibilities().stream().filter(r -> except.contains(r.role())).toList();
        var below = dossier.childShares().stream().filter(share -> except.contains(share.role())).map(Dossier.Share::unit);
        return new Work(Stream.concat(own.stream().filter(r -> r.post() == null).map(Responsibility::unit), below).collect(Collectors.toSet()),
                own.stream().map(Responsibility::post).filter(Objects::nonNull).collect(Collectors.toSet()),
                dossier.deeds().stream().map(deed -> new Work.Deed(deed.person(), deed.unit())).distinct().toList());
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
                        && work(except).leavesNobody(owner.unit(), directory));
    }

    /** Who may do it, where the owner of the ledger did the work itself or whoever looks is barred; empty where everything is as usual. */
    List<String> verifiers(Collection<String> by, Collection<String> except) {
        return dossier.responsibilities().stream().filter(r -> r.current() && by.contains(r.role()) && type.roles().get(r.role()).ledgerOwner()).findFirst()
                .filter(owner -> !except.isEmpty() && (barredBy(except) || work(except).leavesNobody(owner.unit(), directory)))
                .map(owner -> work(except).verifiers(owner.unit(), directory)).orElse(List.of());
    }
}
