package cn.duban.ledger;

import cn.duban.ledger.type.MatterType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Matters to be opened together, and where each of them may hang: under a matter of the type that its own type names, which one supervises. */
record Batch(List<Opening> openings, Function<String, MatterType> types) {

    boolean opens(UUID id) {
        return openings.stream().anyMatch(o -> o.id().equals(id));
    }

    /** Those that stand already. */
    List<UUID> parents() {
        return openings.stream().map(Opening::parent).filter(Objects::nonNull).filter(id -> !opens(id)).distinct().toList();
    }

    List<UUID> origins() {
        return List.copyOf(derived().keySet());
    }

    /** What is derived from each origin: one entry there tells of all of them. */
    Map<UUID, List<UUID>> derived() {
        return openings.stream().filter(o -> o.derivedFrom() != null)
                .collect(Collectors.groupingBy(o -> Objects.requireNonNull(o.derivedFrom()), LinkedHashMap::new, Collectors.mapping(Opening::id, Collectors.toList())));
    }

    /** Under what the viewer supervises; and whoever bears a share of it breaks it down, supervising the parts as a unit of their own. */
    void hangs(MatterType type, Standing parent) {
        fits(type, parent.type());
        var supervisor = parent.type().supervisor().orElseThrow();
        if (!parent.roles().contains(supervisor.name()) && parent.dossier().assignments().stream().noneMatch(share -> share.open() && parent.directory().within(parent.viewer().unit(), share.unit())))
            throw Refusal.role("上级事项“" + parent.dossier().matter().number() + "”不由您的单位督查，您的单位也没有承担它，不能在它下面立项；请由它的" + supervisor.label().zh() + "来做。",
                    "The parent " + parent.dossier().matter().number() + " is not supervised by your post; its " + supervisor.label().en() + " opens matters under it.", List.of(supervisor.name())).thrown();
    }

    void hangsWithin(Opening opening, MatterType type) {
        var parent = openings.stream().takeWhile(o -> o != opening).filter(o -> o.id().equals(opening.parent())).findFirst()
                .orElseThrow(() -> Refusal.of("parent", "“" + opening.title() + "”排在它的上级事项之前，请把上级事项排到前面。",
                        "\"" + opening.title() + "\" stands before its parent in the batch; put the parent first.").thrown());
        fits(type, types.apply(parent.type()));
    }

    private void fits(MatterType type, MatterType parent) {
        if (parent.name().equals(type.parent())) return;
        var wanted = type.parent() == null ? null : types.apply(type.parent()).label();
        var zh = wanted == null ? "“" + type.label().zh() + "”没有上级事项" : "“" + type.label().zh() + "”只能挂在“" + wanted.zh() + "”下面";
        var en = wanted == null ? "A " + type.label().en() + " has no parent" : "A " + type.label().en() + " hangs under a " + wanted.en() + " only";
        throw Refusal.of("parent", zh + "，不能挂在“" + parent.label().zh() + "”下面。", en + ", not under a " + parent.label().en() + ".").thrown();
    }
}
