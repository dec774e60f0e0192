package cn.duban.rating.board;

import cn.duban.web.Rate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Figures of one unit, service and person; of several added up. */
public record Tally(@Nullable Integer unit, String item, @Nullable Integer person, Map<Figure, Integer> figures) {

    public int of(Figure figure) {
        return figures.getOrDefault(figure, 0);
    }

    /** Good ones out of those given, without the unfounded bad ones; who said nothing is in neither number. */
    public String satisfied() {
        return Rate.text(of(Figure.GOOD), of(Figure.COUNTED));
    }

    /** The same without the ratings in doubt. */
    public String surely() {
        return Rate.text(of(Figure.SURE_GOOD), of(Figure.SURE));
    }

    /** How many said anything. */
    public String answered() {
        return Rate.text(of(Figure.RATED), of(Figure.SERVED));
    }

    static Tally sum(@Nullable Integer unit, String item, @Nullable Integer person, List<Tally> tallies) {
        var sum = new EnumMap<Figure, Integer>(Figure.class);
        for (var tally : tallies) tally.figures().forEach((figure, number) -> sum.merge(figure, number, Integer::sum));
        return new Tally(unit, item, person, sum);
    }
}
