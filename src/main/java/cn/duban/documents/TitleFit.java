package cn.duban.documents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The cheapest way to set a title in a number of lines. What the shape of the whole costs depends only on how far its longest line
 * outgrows its shortest, and on each line beside the next; so a spread is fixed first, and within it lines are chosen one after the
 * other, each place reached once.
 */
final class TitleFit {

    /** A place within the title, the line before it and how the lines went so far: all that the price of the rest depends on. */
    private record Place(int from, int before, Trend trend, int left) {}

    private enum Trend { LEVEL, GROWN, SHRUNK }

    /** A line up to {@code to} and what follows it. */
    private record Line(double price, int to, @Nullable Line next) {}

    private final int[] price;
    private final int dearest;
    private final int[] widths;
    private final Map<Place, Line> known = new HashMap<>();
    private int narrowest;
    private int widest;

    /**
     * @param price of a break before each character
     * @param dearest a break at this price or above is none
     */
    TitleFit(String title, int[] price, int dearest) {
        this.price = price;
        this.dearest = dearest;
        widths = new int[title.length() + 1];
        for (int at = 0; at < title.length(); at++) widths[at + 1] = widths[at] + halves(title, at);
    }

    private static int halves(String title, int at) {
        return Character.isLowSurrogate(title.charAt(at)) ? 0 : title.charAt(at) < 0x2000 ? 1 : 2;
    }

    record Found(List<Integer> ends, double price) {}

    /** @param room how many full-width characters a line holds; null if no line may end where one must */
    @Nullable Found in(int lines, int room) {
        int whole = widths[widths.length - 1];
        double least = least(lines - 1);
        @Nullable Line best = null;
        for (int spread = 0; spread <= 2 * room - 2 && (best == null || spread(spread) + least < best.price); spread++) {
            for (narrowest = 2; narrowest + spread <= 2 * room; narrowest++) {
                widest = narrowest + spread;
                if (whole < lines * narrowest || whole > lines * widest) continue;
                known.clear();
                var found = cheapest(new Place(0, -1, Trend.LEVEL, lines));
                if (found != null && (best == null || found.price + spread(spread) < best.price))
                    best = new Line(found.price + spread(spread), found.to, found.next);
            }
        }
        return best == null ? null : new Found(ends(best), best.price);
    }

    /** What this many breaks cost wherever they are. */
    private double least(int breaks) {
        return IntStream.range(1, price.length - 1).map(at -> price[at]).sorted().limit(breaks).sum();
    }

    private static List<Integer> ends(Line first) {
        var ends = new ArrayList<Integer>();
        for (@Nullable Line line = first; line != null; line = line.next) ends.add(line.to);
        return ends;
    }

    /** Dear: one line far shorter than another. */
    private static double spread(int halves) {
        double apart = halves / 2.0;
        return 3 * Math.max(0, apart - 4) + apart * apart / 4;
    }

    private @Nullable Line cheapest(Place place) {
        if (known.containsKey(place)) return known.get(place);
        @Nullable Line found = null;
        int end = widths.length - 1;
        int first = place.left == 1 ? end : place.from + 2;
        for (int to = first; to <= end && (place.left == 1 || to < end - 1); to++) {
            int width = widths[to] - widths[place.from];
            if (width > widest) break;
            int rest = widths[end] - widths[to];
            if (width < narrowest || rest < (place.left - 1) * narrowest || rest > (place.left - 1) * widest || to < end && price[to] >= dearest) continue;
            var line = line(place, to, width);
            if (line != null && (found == null || line.price < found.price)) found = line;
        }
        known.put(place, found);
        return found;
    }

    private @Nullable Line line(Place place, int to, int width) {
        int step = place.before < 0 ? 0 : width - place.before;
        var trend = step < 0 ? Trend.SHRUNK : step > 0 && place.trend == Trend.LEVEL ? Trend.GROWN : place.trend;
        double paid = step(place, step);
        if (place.left == 1) return new Line(paid + (trend == Trend.LEVEL ? 10 : 0), to, null);
        var next = cheapest(new Place(to, width, trend, place.left - 1));
        return next == null ? null : new Line(paid + price[to] + next.price, to, next);
    }

    /** Cheap: a trapezium (lines grow or shrink steadily) or a diamond. Dear: equal lines, an hourglass. */
    private static double step(Place place, int step) {
        if (place.before < 0) return 0;
        if (step == 0) return 12;
        return step > 0 && place.trend == Trend.SHRUNK ? 80 : 0;
    }
}
