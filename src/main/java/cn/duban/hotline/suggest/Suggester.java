package cn.duban.hotline.suggest;

import cn.duban.hotline.suggest.Neighbours.Near;
import cn.duban.hotline.suggest.Reason.Alike;
import cn.duban.hotline.suggest.Reason.Competent;
import cn.duban.hotline.suggest.Reason.HandledBy;
import cn.duban.hotline.suggest.Reason.Worded;
import cn.duban.hotline.suggest.Suggestion.Handler;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Says of a new ticket what it may be about and who would handle it, by the catalogue and by how closed tickets that are alike were really handled, and why. It
 * only proposes. Pure: it knows what it was given, and is made anew when that changed.
 */
public final class Suggester {

    private static final int SHOWN = 5;
    private static final double WORTH = 0.02;
    private static final int SHORTEST = 4;

    /** Closed tickets that are named as a reason, and words. */
    private static final int ALIKE = 2;
    private static final double CLEARLY = 0.6;
    private static final int WORDS = 3;

    /** Who handled them counts from so many on, and where so large a part of them went to one unit. */
    private static final int AROUND = 10;
    private static final int CASES = 3;
    private static final double MOSTLY = 0.66;

    private final Experience experience;
    private final Competences competences;

    private Suggester(Experience experience, Competences competences) {
        this.experience = experience;
        this.competences = competences;
    }

    public static Suggester of(List<Described> categories, List<Closed> closed, Competences competences) {
        return new Suggester(new Experience(categories, closed), competences);
    }

    /** What was learned, under another catalogue: it costs nothing. */
    public Suggester under(Competences others) {
        return new Suggester(experience, others);
    }

    /** How many tickets it learned from, and keeps. */
    public int size() {
        return experience.tickets;
    }

    public Suggestions suggest(Asked asked) {
        if (asked.text().codePoints().filter(Character::isLetterOrDigit).count() < SHORTEST) return new Suggestions(List.of(), false);
        var meaning = asked.meaning();
        if (meaning == null && !experience.words.any(asked.text())) return new Suggestions(List.of(), false);
        var shares = experience.shares(asked);
        var near = meaning == null ? List.<Near>of() : experience.neighbours.of(meaning, 100, CLEARLY);
        var ranked = IntStream.range(0, shares.length).boxed().filter(c -> shares[c] >= WORTH).sorted(Comparator.comparingDouble((Integer c) -> shares[c]).reversed()).limit(SHOWN)
                .map(c -> suggestion(c, shares[c], asked, near)).toList();
        return new Suggestions(ranked, known(asked, ranked));
    }

    /** For each category that is worth a thought the share that it has: what {@link Told#about} takes. */
    public Map<String, Double> about(Asked asked) {
        var shares = experience.shares(asked);
        return IntStream.range(0, shares.length).boxed().filter(c -> shares[c] >= WORTH).collect(Collectors.toMap(c -> experience.categories.get(c).category(), c -> shares[c]));
    }

    /** Whether the text is about anything that is known at all. */
    private boolean known(Asked asked, List<Suggestion> ranked) {
        var meaning = asked.meaning();
        var worded = !ranked.isEmpty() && ranked.getFirst().reasons().stream().anyMatch(Worded.class::isInstance);
        return meaning == null ? worded : experience.familiar(meaning) >= (worded ? Experience.HEARD_OF : Experience.FAMILIAR);
    }

    private Suggestion suggestion(int number, double share, Asked asked, List<Near> near) {
        var category = experience.categories.get(number).category();
        var own = near.stream().filter(one -> one.closed().category().equals(category)).toList();
        var reasons = new ArrayList<Reason>();
        own.stream().limit(ALIKE).forEach(one -> reasons.add(new Alike(one.closed().number(), one.closed().unit(), one.closed().handled())));
        var words = experience.words.found(number, asked.text());
        if (!words.isEmpty()) reasons.add(new Worded(words.subList(0, Math.min(WORDS, words.size()))));
        return new Suggestion(category, share, handlers(category, asked, own), List.copyOf(reasons));
    }

    /** By the catalogue, and by who mostly handled those around there, as long as the catalogue was the same then. */
    private List<Handler> handlers(String category, Asked asked, List<Near> own) {
        var catalogue = competences.unit(category, asked.area(), asked.day());
        var handlers = new ArrayList<Handler>();
        catalogue.ifPresent(unit -> handlers.add(new Handler(unit, new Competent(category, asked.area(), unit))));
        var around = own.stream().map(Near::closed).filter(one -> one.area().equals(asked.area()) && competences.unit(category, one.area(), one.day()).equals(catalogue)).limit(AROUND).toList();
        mostly(around).filter(unit -> !catalogue.equals(Optional.of(unit))).ifPresent(unit -> handlers.addFirst(new Handler(unit, new HandledBy(unit, (int) around.stream().filter(one -> one.unit().equals(unit)).count(), around.size()))));
        return List.copyOf(handlers);
    }

    private static Optional<String> mostly(List<Closed> around) {
        if (around.size() < CASES) return Optional.empty();
        return around.stream().collect(Collectors.groupingBy(Closed::unit, Collectors.counting())).entrySet().stream().filter(unit -> unit.getValue() >= MOSTLY * around.size()).map(Map.Entry::getKey).findFirst();
    }
}
