package cn.duban.similarity.wording;

import cn.duban.similarity.wording.PlaceNames.Elsewhere;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What is read out of the title and body of a matter once, to be held against many others.
 *
 * @param titled the characters of the title
 * @param said those of title and body
 */
public record Traits(String title, String body, Wording all, int[] titled, int[] said, PlaceNames headed, PlaceNames places, Figures figures, List<String> orders) {

    /** Numbers of orders, tickets and papers that somebody gave it outside: long, and no telephone or identity number. */
    private static final Pattern ORDER = Pattern.compile("(?<![0-9A-Za-z])(?!1[3-9][0-9]{9}(?![0-9]))(?![0-9]{17}[0-9Xx](?![0-9]))[A-Z]{0,6}[0-9]{10,20}(?![0-9A-Za-z])");

    public static Traits of(String title, String body) {
        var text = title + "\n" + body;
        return new Traits(title, body, Wording.of(text), characters(title), characters(text), PlaceNames.in(title), PlaceNames.in(text), Figures.in(text), ORDER.matcher(text).results().map(found -> found.group()).distinct().toList());
    }

    /** Places that both speak of, the longest first. */
    public List<String> commonPlaces(Traits other) {
        var names = new TreeSet<String>(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        names.addAll(places.common(other.places));
        names.addAll(other.places.common(places));
        return List.copyOf(names);
    }

    /** Of two that share no place: whether their titles, or only their bodies, speak of others. */
    Elsewhere elsewhere(Traits other) {
        var titles = headed.elsewhere(other.headed);
        return titles == Elsewhere.UNKNOWN ? places.elsewhere(other.places) : Elsewhere.HEADED;
    }

    /** How much of the one's title the other tells again, character by character and apart from the places, both ways on average: synonyms share one. */
    double retold(Traits other, List<String> places) {
        if (places.isEmpty()) return (share(titled, other.said) + share(other.titled, said)) / 2;
        return (share(characters(without(title, places)), characters(without(other.title + other.body, places))) + share(characters(without(other.title, places)), characters(without(title + body, places)))) / 2;
    }

    private static double share(int[] of, int[] in) {
        return of.length == 0 ? 0 : (double) Sorted.common(of, in) / of.length;
    }

    private static String without(String text, List<String> places) {
        var rest = text;
        for (var place : places) rest = rest.replace(place, "");
        return rest;
    }

    private static int[] characters(String text) {
        return Sorted.of(text.codePoints().filter(Character::isIdeographic));
    }

    public List<String> commonOrders(Traits other) {
        return orders.stream().filter(other.orders::contains).toList();
    }
}
