package cn.duban.ledger;

import cn.duban.ledger.type.MatterType;
import cn.duban.ledger.type.MatterType.Bearer;
import cn.duban.ledger.type.MatterType.ClockRule;
import cn.duban.units.Directory;
import cn.duban.units.Unit;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The later review (回头看) that a type promises where a matter stands: what it is opened with, and what it leaves of the promise. Pure. */
record LookBack(MatterType type, Dossier origin) {

    static final String ACT = "look-back";

    /** The promise that holds in the state where the matter stands, whether its clock runs or not. */
    Optional<ClockRule> promise() {
        return type.clocks().values().stream().filter(rule -> rule.opens() != null && rule.during().contains(origin.matter().state())).findFirst();
    }

    Optional<Clock> running() {
        return promise().flatMap(rule -> origin.clocks().stream().filter(clock -> clock.running() && clock.name().equals(rule.name())).findFirst());
    }

    /** @param next the type of the review, as it is current */
    Opening opening(MatterType next, Directory directory, @Nullable String note) {
        return new Opening(Ledger.newId(), origin.matter().ledger(), next.name(), next.label().zh() + "：" + origin.matter().title(), "", Map.of(),
                roles(next, directory), null, null, null, 0, origin.matter().secrecy(), false, note, origin.matter().id());
    }

    /** The promise is kept: its clock stops, where it still runs. */
    static void keep(Change change, Optional<Clock> running, Instant now) {
        running.ifPresent(clock -> change.put(clock.stopped(now, Clock.State.STOPPED, clock.remaining()), ClockEntry.Kind.STOP, ACT));
    }

    static void derive(Change change, UUID review) {
        change.relate(Relation.Kind.HAS_DERIVED, change.matter.tenant(), review);
    }

    /** Whoever bears the role of the same name now; a closed unit's successor, and no post that was closed. */
    private Map<String, List<Integer>> roles(MatterType next, Directory directory) {
        var roles = new LinkedHashMap<String, List<Integer>>();
        for (var role : next.roles().values()) {
            if (role.ledgerOwner()) continue;
            var bearers = origin.bearing(role.name()).flatMap(r -> role.bearer() == Bearer.POST
                    ? Stream.ofNullable(r.post()).filter(post -> directory.post(post).filter(p -> p.openOn(directory.today())).isPresent())
                    : r.post() == null ? directory.living(r.unit()).map(Unit::id).stream() : Optional.<Integer>empty().stream()).distinct().toList();
            if (!bearers.isEmpty()) roles.put(role.name(), role.many() ? bearers : bearers.subList(0, 1));
        }
        return roles;
    }
}
