package cn.duban.units.page;

import cn.duban.units.Directory;
import cn.duban.units.Unit;
import cn.duban.units.UnitName;
import cn.duban.units.UnitParent;
import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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

    /**
     * Under which unit, from when to when.
     *
     * @param name what that unit was called when the stay began
     * @param today what it is called now, where that is something else
     */
    public record Stay(int parent, String name, @Nullable String today, LocalDate since, @Nullable LocalDate until) {}

    static UnitPage of(Directory directory, Unit unit, List<HistoryLine> history, boolean administers) {
        var stays = directory.parentsOf(unit.id()).stream().filter(stay -> stay.parent() != null)
                .map(stay -> stay(stay, directory)).toList();
        return new UnitPage(unit, unit.openOn(directory.today()),
                directory.lineage(unit.id()).reversed().stream().flatMap(id -> directory.unit(id).stream()).filter(u -> u.id() != unit.id()).toList(),
                directory.namesOf(unit.id()).reversed(), stays.reversed(),
                directory.posts(unit.id()).stream().map(post -> PostRow.of(post, directory)).toList(),
                directory.children(unit.id()), unit.successor() == null ? null : directory.unit(unit.successor()).orElse(null), history, administers);
    }

    private static Stay stay(UnitParent under, Directory directory) {
        int parent = Objects.requireNonNull(under.parent());
        var then = directory.unitName(parent, under.since());
        var now = directory.unitName(parent);
        return new Stay(parent, then, then.equals(now) ? null : now, under.since(), under.until());
    }

    /** The last day on which a name or a place stood: the day before the next one, and a closed unit has none today. */
    public String until(@Nullable LocalDate until) {
        var end = until != null ? until : open ? null : unit.closedOn();
        return end == null ? Words.say("units.now") : end.minusDays(1).toString();
    }

    @Override
    public String title() {
        return unit.name();
    }
}
