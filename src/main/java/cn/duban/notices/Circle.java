package cn.duban.notices;

import cn.duban.ledger.Assignment;
import cn.duban.ledger.Happening;
import cn.duban.ledger.Responsibility;
import cn.duban.ledger.type.MatterType.Role;
import cn.duban.units.Directory;
import cn.duban.units.Post;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The people around a matter, as viewers in the posts because of which they are told. A unit is told through those of its
 * posts whose turn it is, nearest first, not through everybody who could act for it. Pure.
 */
record Circle(Happening happening, Directory directory) {

    private static final Set<Duty> WORKING = Set.of(Duty.REGISTRY, Duty.HANDLE, Duty.REVIEW, Duty.SIGN);

    /** Who owes the matter's next step. */
    Stream<Viewer> owers() {
        var owes = happening.matter().owes();
        if (owes == null) return Stream.empty();
        var desk = owes.equals("lead") ? desk() : null;
        if (desk != null) return holders(desk);
        return bearers(owes).flatMap(r -> people(r, turn()));
    }

    /** Everybody who is waited for: who owes the next step, the supervisor apart, and the units that have not answered their share. */
    Stream<Viewer> awaited() {
        var owes = happening.matter().owes();
        var next = owes == null || happening.responsibilities().stream().anyMatch(r -> r.role().equals(owes) && supervises(r)) ? Stream.<Viewer>empty() : owers();
        return Stream.concat(next, happening.assignments().stream().filter(share -> share.open() && !share.role().equals("lead"))
                .flatMap(share -> share.desk() != null ? holders(share.desk()) : unit(share.unit(), share.state() == Assignment.State.GIVEN ? Duty.REGISTRY : Duty.HANDLE)));
    }

    /** Until it is received a unit's matter is the registry's, then theirs who work on it. */
    private Duty turn() {
        return happening.type().actionsFrom(happening.matter().state()).stream().anyMatch(action -> action.name().equals("receive")) ? Duty.REGISTRY : Duty.HANDLE;
    }

    /** The post inside the lead unit on which the work lies. */
    private @Nullable Integer desk() {
        return happening.assignments().stream().filter(a -> a.live() && a.role().equals("lead") && a.desk() != null).map(a -> a.desk()).findFirst().orElse(null);
    }

    /** Everybody who bears a role now, with or without the supervisor. */
    Stream<Viewer> all(boolean supervisor) {
        return happening.responsibilities().stream().filter(Responsibility::current)
                .filter(r -> supervisor || !supervises(r)).flatMap(r -> people(r, turn()));
    }

    /** Those who answer by name of their post, and the supervisor: told when a deadline was missed. */
    Stream<Viewer> above() {
        return happening.responsibilities().stream().filter(Responsibility::current)
                .filter(r -> supervises(r) || r.post() != null).flatMap(r -> people(r, Duty.HANDLE));
    }

    Stream<Responsibility> bearers(String role) {
        return happening.responsibilities().stream().filter(r -> r.current() && r.role().equals(role));
    }

    Stream<Viewer> people(Responsibility r, Duty turn) {
        if (r.post() != null) return holders(r.post());
        return supervises(r) ? nearest(r.unit(), Set.of(Duty.SUPERVISE)) : unit(r.unit(), turn);
    }

    private boolean supervises(Responsibility r) {
        Role role = happening.type().roles().get(r.role());
        return role != null && role.ledgerOwner();
    }

    /** The people of a unit whose turn it is; where nobody has that duty, whoever works there, else its head. */
    Stream<Viewer> unit(int unit, Duty turn) {
        for (var duties : List.of(Set.of(turn), WORKING)) {
            var found = nearest(unit, duties).toList();
            if (!found.isEmpty()) return found.stream();
        }
        return directory.head(unit).stream().flatMap(head -> holders(head.id()));
    }

    private Stream<Viewer> nearest(int unit, Collection<Duty> duties) {
        var own = in(List.of(unit), duties).toList();
        return own.isEmpty() ? in(directory.below(unit), duties) : own.stream();
    }

    private Stream<Viewer> in(Collection<Integer> units, Collection<Duty> duties) {
        return units.stream().flatMap(unit -> directory.posts(unit).stream()).filter(post -> duties.stream().anyMatch(post::has)).flatMap(this::viewers);
    }

    /** A vacant post's duties fall to the head of its unit. */
    Stream<Viewer> holders(int id) {
        var post = directory.post(id);
        if (post.isEmpty()) return Stream.empty();
        return directory.holders(id).isEmpty() ? directory.head(post.get().unit()).stream().flatMap(this::viewers) : post.stream().flatMap(this::viewers);
    }

    private Stream<Viewer> viewers(Post post) {
        return directory.holders(post.id()).stream().map(person -> directory.viewer(person, post));
    }
}
