package cn.duban.figures;

import cn.duban.units.Directories;
import cn.duban.web.Viewer;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The figures of units, each with what stands below it, for rooms that reckon with them; every one leads to its rows. */
@Component
public class UnitFigures {

    private final Boards boards;
    private final Directories directories;

    UnitFigures(Boards boards, Directories directories) {
        this.boards = boards;
        this.directories = directories;
    }

    /** @param since first day of the period in which turns are counted @param on the last day, of which the standing figures are told at its end */
    public record Period(LocalDate since, LocalDate on, @Nullable String ledger) {

        Scope scope() {
            return new Scope(on, since, ledger, null, null, null, null, null);
        }

        /** Where the rows behind one figure are listed. */
        public String rows(Kind kind, int unit) {
            return Cell.of(kind, new Scope(on, since, ledger, null, null, null, null, unit)).href();
        }
    }

    /** One board, for however many units; those below are those of the last day. */
    public Map<Integer, Tally> of(Period period, Collection<Integer> units, Viewer viewer) {
        var scope = period.scope();
        var then = scope.then(directories.of(viewer.tenant()));
        var lines = boards.of(scope, Ranking.LATE, viewer).section("unit").map(Board.Section::named).orElseThrow();
        var tallies = new LinkedHashMap<Integer, Tally>();
        for (var unit : units) {
            var below = then.below(unit);
            var tally = new Tally();
            lines.stream().filter(line -> line.scope().unit() != null && below.contains(line.scope().unit())).forEach(line -> tally.add(line.tally()));
            tallies.put(unit, tally);
        }
        return tallies;
    }
}
