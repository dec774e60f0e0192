package cn.duban.ledger;

import cn.duban.ledger.type.MatterType;
import cn.duban.units.Directories;
import cn.duban.web.Viewer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What acts would make of matters: decided by the rules of the door on what stands now, and not written. One statement for each hundred matters. */
@Component
public class Foresight {

    private static final int AT_ONCE = 100;

    private final Dossiers dossiers;
    private final MatterTypes types;
    private final Directories directories;
    private final Sight sight;
    private final Ledger ledger;

    Foresight(Dossiers dossiers, MatterTypes types, Directories directories, Sight sight, Ledger ledger) {
        this.dossiers = dossiers;
        this.types = types;
        this.directories = directories;
        this.sight = sight;
        this.ledger = ledger;
    }

    /** The act that is wanted of a matter; empty where its type has none. */
    public interface Wish {

        Optional<Act> on(Matter matter, MatterType type);
    }

    /** In the order of the ids; what the viewer may not see is left out, as if it were not there. */
    public List<Foreseen> of(Collection<UUID> ids, Wish wish, Viewer viewer) {
        var wanted = List.copyOf(ids);
        var foreseen = new ArrayList<Foreseen>();
        for (int from = 0; from < wanted.size(); from += AT_ONCE) {
            var some = wanted.subList(from, Math.min(wanted.size(), from + AT_ONCE));
            var loaded = dossiers.of(viewer.tenant(), some);
            for (var id : some) loaded.stream().filter(dossier -> dossier.matter().id().equals(id)).findFirst()
                    .filter(dossier -> sight.sees(dossier, viewer, directories.of(viewer.tenant())))
                    .ifPresent(dossier -> foreseen.add(foresee(dossier, wish, viewer)));
        }
        return foreseen;
    }

    private Foreseen foresee(Dossier dossier, Wish wish, Viewer viewer) {
        var matter = dossier.matter();
        var type = types.of(matter);
        var act = wish.on(matter, type).orElse(null);
        if (act == null)
            return Foreseen.refused(dossier, type, null, Refusal.of("input", "“" + type.label().zh() + "”没有这样的动作。", "A " + type.label().en() + " has no such action."));
        try {
            Needs.known(act);
            act.words().values().forEach(Door::check);
            var lifecycle = ledger.lifecycle(type, directories.of(viewer.tenant()));
            return Foreseen.done(matter, lifecycle, act, lifecycle.judge(dossier, act, viewer, ledger.now(List.of(dossier))));
        } catch (Refusal.Refused refused) {
            return Foreseen.refused(dossier, type, act, refused.refusal());
        }
    }
}
