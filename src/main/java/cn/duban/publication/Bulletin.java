package cn.duban.publication;

import cn.duban.ledger.MatterId;
import cn.duban.units.Directory;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One bulletin and who may do what with it. Pure.
 *
 * @param unit the supervising unit that issues it
 * @param root the matter that it is about, or the series of periods
 * @param rootType its type, or the {@link Scope} of a period as one word
 * @param texts part → the editor's words around the figures
 * @param asOf the instant whose figures it tells
 * @param approved digest of what was approved
 * @param writers everybody who wrote on it, from whatever post
 * @param template that a bulletin of a period was begun from; null for the one that comes with the product
 */
public record Bulletin(
        UUID id, int tenant, int unit, UUID root, String rootType, State state, String title, Map<String, String> texts, Instant asOf,
        @Nullable Instant embargo, @Nullable String approved, int version, @Nullable String withdrawal, Set<Integer> writers,
        Template.@Nullable Ref template) {

    public enum State { DRAFTED, IN_REVIEW, APPROVED, PUBLISHED, WITHDRAWN }

    /** As somebody typed it, unsaved. */
    Bulletin typed(String words, Map<String, String> parts, @Nullable Instant hour) {
        return new Bulletin(id, tenant, unit, root, rootType, state, words, parts, asOf, hour, approved, version, withdrawal, writers, template);
    }

    /** The period and ledger that it tells of; empty where it is about one matter. */
    public Optional<Scope> scope() {
        return Scope.read(rootType);
    }

    public MatterId about() {
        return new MatterId(tenant, root);
    }

    public boolean open() {
        return state == State.DRAFTED;
    }

    public boolean frozen() {
        return state == State.PUBLISHED || state == State.WITHDRAWN;
    }

    public boolean mayEdit(Viewer viewer) {
        return open() && supervises(viewer);
    }

    public boolean supervises(Viewer viewer) {
        return viewer.tenant() == tenant && viewer.unit() == unit && viewer.has(Duty.SUPERVISE);
    }

    /** The head of the issuing unit, or of one above it, who wrote no word of it in any post. */
    public boolean mayApprove(Viewer viewer, Directory directory) {
        return signs(viewer, directory) && !writers.contains(viewer.person());
    }

    public boolean signs(Viewer viewer, Directory directory) {
        return viewer.tenant() == tenant && viewer.has(Duty.SIGN) && directory.within(unit, viewer.unit());
    }

    /** Everybody who may approve it, as 市长 宁致远: the heads of the issuing unit and of those above it who wrote no word of it. */
    List<String> approvers(Directory directory) {
        return directory.lineage(unit).stream().flatMap(above -> directory.posts(above).stream()).filter(post -> post.has(Duty.SIGN))
                .flatMap(post -> directory.holders(post.id()).stream().filter(person -> !writers.contains(person.id())).map(person -> post.name() + " " + person.name())).toList();
    }

    void requireEdit(Viewer viewer) {
        if (!supervises(viewer)) throw refused("duty", "publication.refused.duty");
        if (!open()) throw wrongState();
    }

    void requireApproval(Viewer viewer, Directory directory, State now) {
        if (!signs(viewer, directory)) throw refused("sign", "publication.refused.sign");
        if (writers.contains(viewer.person())) throw refused("own-words", "publication.refused.own-words");
        if (state != now) throw wrongState();
    }

    static Refused refused(String rule, String key) {
        return Refused.forbidden("publication." + rule, Words.say(key), Words.say(key + ".next"));
    }

    Refused wrongState() {
        return Refused.conflict("publication.state", Words.say("publication.refused.state", Words.say("publication.state." + state)),
                Words.say("publication.refused.state.next"));
    }
}
