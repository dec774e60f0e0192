package cn.duban.units;

import cn.duban.web.Viewer;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All rows of one tenant, past and future ones included: what a {@link Directory} is made of. */
record Register(
        int tenant,
        String name,
        String region,
        String zone,
        int version,
        List<UnitRow> units,
        List<UnitName> names,
        List<UnitParent> parents,
        List<PostRow> posts,
        List<Charge> charges,
        List<Person> people,
        List<Holding> holdings) {

    record UnitRow(int unit, Unit.Kind kind, LocalDate openedOn, @Nullable LocalDate closedOn, @Nullable Integer successor) {}

    record PostRow(int post, int unit, LocalDate openedOn, @Nullable LocalDate closedOn) {}

    record Charge(int post, String name, boolean head, Set<Viewer.Duty> duties, LocalDate since, @Nullable LocalDate until) {}
}
