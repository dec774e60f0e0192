package cn.duban.figures;

import cn.duban.figures.Board.Line;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What the lines of a board are ranked by; what needs looking at comes first. */
public enum Ranking {
    LATE(t -> -t.of(Kind.LATE)),
    LATE_SHARE(t -> -t.lateShare()),
    OPEN(t -> -t.of(Kind.OPEN)),
    SETTLED(t -> -t.of(Kind.SETTLED)),
    ON_TIME(Tally::onTimeShare),
    RETURNED(t -> -t.of(Kind.RETURNED)),
    REOPENED(t -> -t.of(Kind.REOPENED));

    private final ToDoubleFunction<Tally> first;

    Ranking(ToDoubleFunction<Tally> first) {
        this.first = first;
    }

    Comparator<Line> order() {
        return Comparator.<Line>comparingDouble(line -> first.applyAsDouble(line.tally())).thenComparing(line -> -line.tally().of(Kind.LATE)).thenComparing(line -> -line.tally().of(Kind.OPEN)).thenComparing(Line::label);
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Ranking of(@Nullable String word) {
        for (var ranking : values()) if (ranking.word().equals(word)) return ranking;
        return LATE;
    }
}
