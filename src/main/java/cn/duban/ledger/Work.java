package cn.duban.ledger;

import cn.duban.units.Directory;
import cn.duban.units.Post;
import cn.duban.web.Viewer.Duty;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The work on a matter, for the bars of {@code except}: who bore it, here or in a child, now or before, and who acted for
 * whom. Pure: acts ask it on a dossier, lists on what their one statement brought along.
 *
 * @param units that bear or bore it
 * @param posts that bear or bore it in person
 */
record Work(Set<Integer> units, Set<Integer> posts, Collection<Deed> deeds) {

    /** An act done by a person for a unit. */
    record Deed(int person, int unit) {}

    private static final List<Duty> VERIFYING = List.of(Duty.SUPERVISE, Duty.LEAD, Duty.SIGN);

    /** Whether a unit that did it holds a post of the person, or they act in it, or acted for it, from any post, also on its behalf. */
    boolean bars(int person, int actingFor, Directory directory) {
        var standing = IntStream.concat(IntStream.of(actingFor), directory.postsOf(person).stream().mapToInt(Post::unit));
        return standing.anyMatch(own -> within(own, directory))
                || posts.stream().anyMatch(post -> directory.holders(post).stream().anyMatch(holder -> holder.id() == person))
                || deeds.stream().anyMatch(deed -> deed.person() == person && within(deed.unit(), directory));
    }

    private boolean within(int own, Directory directory) {
        return units.stream().anyMatch(unit -> directory.within(own, unit));
    }

    /** Whether the ledger's owner did it itself, so that none of its supervisors is left. */
    boolean leavesNobody(int owner, Directory directory) {
        return supervisors(owner, directory).allMatch(post -> directory.holders(post.id()).stream().allMatch(person -> bars(person.id(), post.unit(), directory)));
    }

    /** Who may verify it, as 督查专员 阮知微: the owner's supervisors, else whoever supervises, leads or signs in the units above. */
    List<String> verifiers(int owner, Directory directory) {
        var own = free(supervisors(owner, directory), directory);
        if (!own.isEmpty()) return own;
        Predicate<Post> verifies = post -> VERIFYING.stream().anyMatch(post::has);
        return free(directory.lineage(owner).stream().filter(unit -> unit != owner).flatMap(unit -> directory.posts(unit).stream()).filter(verifies), directory);
    }

    static Stream<Post> supervisors(int owner, Directory directory) {
        return directory.below(owner).stream().flatMap(unit -> directory.posts(unit).stream()).filter(post -> post.has(Duty.SUPERVISE));
    }

    private List<String> free(Stream<Post> some, Directory directory) {
        return some.flatMap(post -> directory.holders(post.id()).stream().filter(person -> !bars(person.id(), post.unit(), directory)).map(person -> post.name() + " " + person.name())).toList();
    }
}
