package cn.duban.figures;

import cn.duban.ledger.MatterTypes.Published;
import cn.duban.ledger.type.MatterType;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Types that only gather others, so that nobody has to be named for them: a finding is answered for by the units of its measures.
 * Their matters are told apart from those for which somebody is still to be named.
 *
 * @param units types under which others stand and whose acts never ask for a lead unit
 * @param leaders the same of the accountable leader
 */
record Gathering(Set<String> units, Set<String> leaders) {

    static Gathering of(List<Published> types) {
        return new Gathering(without("lead", types), without("leader", types));
    }

    private static Set<String> without(String role, List<Published> types) {
        var parents = types.stream().map(t -> t.type().parent()).filter(Objects::nonNull).collect(Collectors.toSet());
        return types.stream().map(Published::type).filter(type -> parents.contains(type.name()) && type.actions().values().stream().noneMatch(act -> act.needs().contains(role)))
                .map(MatterType::name).collect(Collectors.toUnmodifiableSet());
    }
}
