package cn.duban.ledger;

import cn.duban.ledger.type.MatterType;
import cn.duban.units.Directory;
import cn.duban.units.Post;
import cn.duban.web.Viewer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * 立项: where a type has a proposer and an approver, whoever opens the matter is its proposer, and somebody else, the head of the supervising
 * unit or of one above it, approves.
 */
record Docketing(MatterType type, Directory directory) {

    void name(Change change, Viewer viewer) {
        if (type.roles().containsKey(MatterType.PROPOSER) && directory.post(viewer.post()).isPresent()) bearers(MatterType.PROPOSER).replace(change, List.of(viewer.post()));
        if (!type.roles().containsKey(MatterType.APPROVER)) return;
        if (change.responsibilities.values().stream().noneMatch(r -> r.role().equals(MatterType.APPROVER)))
            bearers(MatterType.APPROVER).replace(change, List.of(usual(directory, viewer).orElseThrow(this::nobody).id()));
        if (change.responsibilities.values().stream().anyMatch(r -> r.role().equals(MatterType.APPROVER) && own(Objects.requireNonNull(r.post()), viewer, directory)))
            throw Refusal.of("own-work", "立项由提出人以外的负责人批准，请另选批准人。", "Somebody other than the proposer approves the opening; choose another approver.").thrown();
    }

    private Bearers bearers(String role) {
        return new Bearers(directory, type.roles().get(role));
    }

    /** The nearest head, from the viewer's unit upwards, who supervises and is somebody else. */
    static Optional<Post> usual(Directory directory, Viewer viewer) {
        return directory.lineage(viewer.unit()).stream().flatMap(unit -> directory.head(unit).stream())
                .filter(post -> post.has(Viewer.Duty.SUPERVISE) && !own(post.id(), viewer, directory)).findFirst();
    }

    private static boolean own(int post, Viewer viewer, Directory directory) {
        return post == viewer.post() || directory.holders(post).stream().anyMatch(holder -> holder.id() == viewer.person());
    }

    private Refusal.Refused nobody() {
        return Refusal.of("missing", "立项须由督查单位负责人批准，而且不能是提出人本人；您的单位和上级单位里没有别的负责人有督查职责，请由其他督查人员提出，或者请管理员给上级负责人的岗位加上督查职责。",
                "The head of the supervising unit approves the opening, never whoever proposes it, and there is no other such head here; let another supervisor propose it, or have the duty to supervise added to the post of a head above.").thrown();
    }
}
