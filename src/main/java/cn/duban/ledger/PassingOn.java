package cn.duban.ledger;

import cn.duban.units.Directory;
import cn.duban.units.Post;
import cn.duban.units.Unit;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One matter handed over from post to post inside the unit that bears it, by whoever holds it there, or by the unit's registry, reviewer or
 * leader: what the post bears in person and what lies on its desk. Who bore it until when stays on record; the supervisor's part and the
 * unit's own stay where they are. Pure.
 */
record PassingOn(Dossier dossier, Viewer viewer, Directory directory) {

    static final String ACT = MatterHandover.ACT;

    private static final Set<Duty> FOR_OTHERS = Set.of(Duty.REGISTRY, Duty.REVIEW, Duty.SIGN);

    void decide(Change change, Act act) {
        var held = held();
        if (held.isEmpty()) throw Refusal.role("这件事不在您的岗位或者您单位的岗位手里，没有可以移交的。", "Neither your post nor one of your unit holds this matter.", List.of("handler")).thrown();
        if (act.word("reason") == null) throw Refusal.of("missing", "移交要写明理由。", "Give the reason for handing it over.").thrown();
        var heir = directory.post(Objects.requireNonNullElse(act.post(), 0)).filter(post -> post.openOn(directory.today()))
                .orElseThrow(() -> new Refusal("missing", "请选择接手的岗位。", "Choose the post that takes over.", List.of(), List.of("post")).thrown());
        var from = held.contains(viewer.post()) ? viewer.post() : held.getFirst();
        if (from == heir.id() || !inside(from, heir))
            throw Refusal.of("input", "只能移交给本单位的另一个岗位；要换单位，请由督查单位调整责任。", "It is handed to another post of the same unit; another unit is the supervisor's to name.").thrown();
        change.words.put("from", place(from));
        change.words.put("to", place(heir.id()));
        MatterHandover.bear(change, from, heir);
        MatterHandover.desks(change, from, heir, directory);
    }

    /** The posts with a part in it for which the viewer may hand over: their own first. */
    private List<Integer> held() {
        var bearing = Stream.concat(dossier.responsibilities().stream().filter(Responsibility::current).map(Responsibility::post), dossier.assignments().stream().filter(Assignment::live).map(Assignment::desk))
                .filter(Objects::nonNull).distinct().toList();
        if (bearing.contains(viewer.post())) return List.of(viewer.post());
        if (FOR_OTHERS.stream().noneMatch(viewer::has)) return List.of();
        return bearing.stream().filter(post -> directory.post(post).filter(one -> directory.within(one.unit(), viewer.unit())).isPresent()).toList();
    }

    /** Of the unit whose share it is; of the post's own where there is none. Everything lies under a government, whose own posts hand over among themselves alone. */
    private boolean inside(int from, Post heir) {
        var own = directory.post(from).map(Post::unit).orElse(0);
        var unit = dossier.assignments().stream().filter(Assignment::live).map(Assignment::unit).filter(share -> directory.within(own, share)).findFirst().orElse(own);
        var whole = directory.unit(unit).filter(one -> one.kind() == Unit.Kind.GOVERNMENT || one.kind() == Unit.Kind.DISTRICT).isPresent();
        return whole ? heir.unit() == unit : directory.within(heir.unit(), unit);
    }

    private String place(int post) {
        return directory.post(post).map(one -> directory.unitName(one.unit()) + one.name()).orElse("");
    }
}
