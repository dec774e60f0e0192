package cn.duban.inspection;

import cn.duban.inspection.Quota.Scope;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The quotas of a government as they hold on any day. Pure. */
record Limits(List<Quota> all) {

    static final Limits NONE = new Limits(List.of());

    Limits(Collection<Quota> all) {
        this(List.copyOf(all));
    }

    Optional<Quota> total(LocalDate on) {
        return holding(Scope.TOTAL, 0, on);
    }

    /** A unit's own, else what holds for each. */
    Optional<Quota> of(int unit, LocalDate on) {
        return holding(Scope.UNIT, unit, on).or(() -> each(on));
    }

    Optional<Quota> each(LocalDate on) {
        return holding(Scope.EACH, 0, on);
    }

    private Optional<Quota> holding(Scope scope, int unit, LocalDate on) {
        return all.stream().filter(quota -> quota.scope() == scope && quota.unit() == unit && !quota.since().isAfter(on)).max(Comparator.comparing(Quota::since));
    }
}
