package cn.duban.hotline.suggest;

import cn.duban.hotline.suggest.Weights.Told;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue and the closed tickets teach: a profile of each category, its words, and how much each counts. Pure, never changed, so it is computed
 * anew from time to time. Some seconds of one thread for {@link #LARGEST} tickets.
 */
final class Experience {

    /** The newest so many are learned from. */
    static final int LARGEST = 20_000;

    /** A text that is further from everything known is about something else; one in which a word of the catalogue stands may be further. */
    static final double FAMILIAR = 0.62;
    static final double HEARD_OF = 0.5;

    private static final int PARTS = 5;
    private static final double NEAR = 0.7;
    private static final int NEIGHBOURS = 5;
    /** How much a closed ticket counts that says nearly the same. */
    private static final double AGAIN = 3;

    final List<Described> categories;
    final Neighbours neighbours;
    final CatalogueWords words;
    final Weights weights;
    final int tickets;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final @Nullable Profile profile;

    Experience(List<Described> categories, List<Closed> closed) {
        this.categories = List.copyOf(categories);
        for (var category : categories) numbers.put(category.category(), numbers.size());
        var known = closed.stream().filter(one -> one.meaning() != null && numbers.containsKey(one.category()))
                .sorted(Comparator.comparing(Closed::day).reversed().thenComparing(Closed::number)).limit(LARGEST).toList();
        tickets = known.size();
        neighbours = new Neighbours(known);
        words = new CatalogueWords(this.categories);
        var figures = categories.stream().flatMap(category -> category.meanings().stream()).mapToInt(meaning -> meaning.length).findFirst().orElse(known.isEmpty() ? 0 : Objects.requireNonNull(known.getFirst().meaning()).length);
        if (figures == 0) {
            profile = null;
            weights = new Weights(0, Weights.WORDS_ALONE);
            return;
        }
        var parts = IntStream.range(0, PARTS).mapToObj(part -> moments(known.stream().filter(one -> part(one) == part).toList(), figures)).toList();
        var catalogue = new Moments(this.categories.size(), figures);
        for (int c = 0; c < this.categories.size(); c++) for (var meaning : this.categories.get(c).meanings()) catalogue.add(c, Directions.of(meaning));
        weights = known.size() < Weights.ENOUGH ? Weights.SHIPPED : Weights.of(told(known, catalogue, parts));
        profile = Profile.of(sum(catalogue, parts, -1));
    }

    private static int part(Closed closed) {
        return Math.floorMod(closed.number().hashCode() * 31 + closed.text().hashCode(), PARTS);
    }

    private Moments moments(List<Closed> closed, int figures) {
        var moments = new Moments(categories.size(), figures);
        closed.forEach(one -> moments.add(number(one.category()), Directions.of(Objects.requireNonNull(one.meaning()))));
        return moments;
    }

    private static Moments sum(Moments catalogue, List<Moments> parts, int without) {
        var sum = new Moments(catalogue.categories(), catalogue.figures());
        sum.add(catalogue);
        for (int part = 0; part < parts.size(); part++) if (part != without) sum.add(parts.get(part));
        return sum;
    }

    /** Every closed ticket as the others would have told it. */
    private List<Told> told(List<Closed> known, Moments catalogue, List<Moments> parts) {
        var told = new ArrayList<Told>();
        for (int part = 0; part < PARTS; part++) {
            var others = Profile.of(sum(catalogue, parts, part));
            for (var one : known) {
                if (part(one) != part) continue;
                told.add(new Told(others.scores(Directions.of(Objects.requireNonNull(one.meaning()))), words.scores(one.text()), number(one.category())));
            }
        }
        return told;
    }

    private int number(String category) {
        return Objects.requireNonNull(numbers.get(category), category);
    }

    /** For each category the share that it has. */
    double[] shares(Asked asked) {
        var byWords = words.scores(asked.text());
        var meaning = asked.meaning();
        if (profile == null || meaning == null) return Weights.shares(new Weights(0, Weights.WORDS_ALONE).sum(new double[byWords.length], byWords));
        var sums = weights.sum(profile.scores(Directions.of(meaning)), byWords);
        for (var near : neighbours.of(meaning, NEIGHBOURS, NEAR)) sums[number(near.closed().category())] += AGAIN * (near.alike() - NEAR);
        return Weights.shares(sums);
    }

    /** How near the text is to anything that is known, a cosine. */
    double familiar(byte[] meaning) {
        var catalogue = categories.stream().flatMap(category -> category.meanings().stream()).mapToDouble(known -> Directions.cosine(known, meaning)).max().orElse(0);
        return neighbours.of(meaning, 1, 0).stream().mapToDouble(Neighbours.Near::alike).reduce(catalogue, Math::max);
    }
}
