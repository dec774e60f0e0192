package cn.duban.rating.board;

import cn.duban.figures.PublishedMonth;
import cn.duban.figures.PublishedMonths;
import cn.duban.units.Directories;
import cn.duban.web.Viewer;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What everybody reads of a month: as it was published, or counted as of now where it was not yet. Nobody is named in it. */
@Component
class BoardMonths {

    static final String WHAT = "rating";

    private final Boards boards;
    private final PublishedMonths months;
    private final Directories directories;

    BoardMonths(Boards boards, PublishedMonths months, Directories directories) {
        this.boards = boards;
        this.months = months;
        this.directories = directories;
    }

    /** @param units names of the day on which it was published, or of today @param versions the latest first @param shown null where it is counted as of now */
    record Told(List<Tally> tallies, IntFunction<String> units, List<PublishedMonth> versions, @Nullable PublishedMonth shown) {}

    /** @param version 0 for the one that stands */
    Told told(int tenant, YearMonth month, int version) {
        var versions = versions(tenant, month);
        var shown = PublishedMonths.version(versions, version).orElse(null);
        if (shown == null) return new Told(boards.published(tenant, month), directories.of(tenant)::unitName, versions, null);
        var names = shown.rows().stream().collect(Collectors.toMap(row -> row.path("unit").asInt(), row -> row.path("name").asString(), (one, same) -> one));
        return new Told(shown.rows().stream().map(row -> {
            var figures = new EnumMap<Figure, Integer>(Figure.class);
            for (var figure : Figure.values()) figures.put(figure, row.path(figure.word()).asInt());
            return new Tally(row.path("unit").asInt(), row.path("item").asString(), null, figures);
        }).toList(), unit -> Objects.requireNonNullElse(names.get(unit), ""), versions, shown);
    }

    List<PublishedMonth> versions(int tenant, YearMonth month) {
        return months.of(tenant, WHAT, month);
    }

    void publish(YearMonth month, String reason, Viewer by) {
        var directory = directories.of(by.tenant());
        var rows = boards.published(by.tenant(), month).stream().map(tally -> {
            var row = new LinkedHashMap<String, Object>();
            row.put("unit", tally.unit());
            row.put("name", tally.unit() == null ? "" : directory.unitName(tally.unit()));
            row.put("item", tally.item());
            for (var figure : Figure.values()) row.put(figure.word(), tally.of(figure));
            return row;
        }).toList();
        months.publish(WHAT, month, Map.of("government", directory.tenantName(), "rows", rows), reason, by);
    }
}
