package cn.duban.figures;

import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one board shows.
 *
 * @param at how things stood just before this instant
 * @param day the day that is told of, today where none was asked for
 * @param since first day of the period in which turns are counted
 * @param total all matters told of
 * @param sections the same by unit, leader, type and source
 * @param months the last twelve, the oldest first
 * @param government whose board it is
 * @param counting old matters are still being counted in the background
 */
public record Board(String government, Scope scope, Instant at, LocalDate day, LocalDate since, Tally total, List<Section> sections, List<Line> months, List<Move> moves,
        Ranking ranking, List<Choice> ledgers, @Nullable String filter, boolean counting) implements Titled {

    public record Choice(String value, String label) {}

    /**
     * @param by what it groups by: {@code unit}, {@code leader}, {@code type}, {@code source}
     * @param named the lines of those who are named
     * @param rest of units and leaders: what is left, still to be named or named by the children, so that all lines add up to the total
     * @param gathering the types whose children name who answers, in words; empty where no line stands for them
     */
    public record Section(String by, List<Line> named, List<Line> rest, String gathering) {

        public List<Line> lines() {
            return Stream.concat(named.stream(), rest.stream()).toList();
        }

        /** Without the rest that only says how many were opened, before anybody was named: the page has no column for it. */
        public List<Line> shown() {
            return Stream.concat(named.stream(), rest.stream().filter(Line::told)).toList();
        }
    }

    /** @param scope the matters that the line counts, for its links */
    public record Line(String label, Scope scope, Tally tally) {

        public String href(Kind kind) {
            return Cell.of(kind, scope).href();
        }

        boolean told() {
            return Stream.of(Kind.OPEN, Kind.SETTLED, Kind.RETURNED, Kind.REOPENED).anyMatch(kind -> tally.of(kind) > 0);
        }
    }

    /** @param days the median stay in the state that was left, in days: a stay that half of them did not exceed */
    public record Move(String type, String from, String to, int count, String days, String href) {}

    @Override
    public String title() {
        return Words.say("figures.board.title");
    }

    public Line whole() {
        return new Line("", scope, total);
    }

    /** The largest number of a kind in the months, for bars; at least one. */
    public int most(Kind... kinds) {
        var most = 1;
        for (var line : months) for (var kind : kinds) most = Math.max(most, line.tally().of(kind));
        return most;
    }

    public Optional<Section> section(String by) {
        return sections.stream().filter(s -> s.by().equals(by)).findFirst();
    }

    public String ranked(Ranking by) {
        return with("rank", by.word());
    }

    public String wall() {
        return Scope.address("/figures/wall", scope.parts());
    }

    /** The tables as a file for a spreadsheet, ranked as they are shown. */
    public String file(String suffix) {
        Map<String, String> parts = new LinkedHashMap<>(scope.parts());
        if (ranking != Ranking.LATE) parts.put("rank", ranking.word());
        return Scope.address("/figures." + suffix, parts);
    }

    private String with(String name, String value) {
        Map<String, String> parts = new LinkedHashMap<>(scope.parts());
        parts.put(name, value);
        return Scope.address("/figures", parts);
    }
}
