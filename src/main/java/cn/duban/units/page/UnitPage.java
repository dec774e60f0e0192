package cn.duban.units.page;

import cn.duban.units.Directory;
import cn.duban.units.Unit;
import cn.duban.units.UnitName;
import cn.duban.web.Titled;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One unit: what it is and was called, where it stands and stood, who works there. */
public record UnitPage(
        Unit unit,
        boolean open,
        List<Unit> lineage,
        List<UnitName> names,
        List<Stay> stays,
        List<PostRow> posts,
        List<Unit> below,
        @Nullable Unit successor,
        List<HistoryLine> history,
        boolean administers)
        implements Titled {

    /** Under which unit, called as on that day, from when to when. */
    public record Stay(int parent, String name, LocalDate since, @Nullable LocalDate until) {}

    static UnitPage of(Directory directory, Unit unit, List<HistoryLine> history, boolean administers) {
        var stays = directory.parentsOf(unit.id()).stream().filter(stay -> stay.parent() != null)
                .map(stay -> new Stay(stay.parent(), directory.unitName(stay.parent(), stay.since()), stay.since(), stay.until())).toList();
        return new UnitPage(unit, unit.openOn(directory.today()),
                directory.lineage(unit.id()).reversed().stream().flatMap(id -> directory.unit(id).stream()).filter(u -> u.id() != unit.id()).toList(),
                directory.namesOf(unit.id()).reversed(), stays.reversed(),
                directory.posts(unit.id()).stream().map(post -> PostRow.of(post, directory)).toList(),
                directory.children(unit.id()), unit.successor() == null ? null : directory.unit(unit.successor()).orElse(null), history, administers);
    }

    @Override
    public String title() {
        return unit.name();
    }
}
