package cn.duban.ledger;

import cn.duban.units.Outside;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one unit bears of a matter of another government, as it is written on the unit's own side. It follows from the
 * responsibilities and from nothing else.
 *
 * @param tenant the government that the unit belongs to
 * @param unit its number there
 * @param roles those that it bears now, in the order of the alphabet
 * @param since when it was first named
 * @param until when it last bore one; null while it does
 */
record OutsideShare(int tenant, int matterTenant, UUID matter, int unit, List<String> roles, Instant since, @Nullable Instant until) {

    /** One for each unit outside that bears or bore something of one matter. */
    static List<OutsideShare> of(Collection<Responsibility> all) {
        return all.stream().filter(r -> Outside.is(r.unit())).collect(Collectors.groupingBy(Responsibility::unit, TreeMap::new, Collectors.toList()))
                .values().stream().map(OutsideShare::one).toList();
    }

    /** Only for units of which one of these rows says something. */
    static List<OutsideShare> of(Collection<Responsibility> all, Set<Integer> units) {
        return of(all.stream().filter(r -> units.contains(r.unit())).toList());
    }

    private static OutsideShare one(List<Responsibility> rows) {
        var first = rows.getFirst();
        var borne = rows.stream().filter(Responsibility::current).map(Responsibility::role).distinct().sorted().toList();
        return new OutsideShare(Outside.government(first.unit()), first.tenant(), first.matter(), Outside.own(first.unit()), borne,
                rows.stream().map(Responsibility::since).min(Comparator.naturalOrder()).orElseThrow(),
                borne.isEmpty() ? rows.stream().map(Responsibility::until).filter(Objects::nonNull).max(Comparator.naturalOrder()).orElseThrow() : null);
    }
}
