package cn.duban.similarity.wording;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A text as it is compared word by word: letters small and half-width, blanks and marks left out, and for every character its
 * place in the original.
 */
public final class Wording {

    /** Characters that a stretch in common needs to count: shorter ones stand in any two texts. */
    public static final int STRETCH = 4;

    private static final int LONGEST = 4_000;
    private static final int QUOTE = 48;

    private static final Pattern HEAD = Pattern.compile("^[\\p{L}\\p{N}]{1,2}[^\\p{L}\\p{N}]+");
    private static final Pattern TAIL = Pattern.compile("[^\\p{L}\\p{N}]+[\\p{L}\\p{N}]{1,2}$");

    private final String original;
    private final String plain;
    private final int[] places;
    private final int[] shingles;
    private final Map<Integer, Map<String, List<Integer>>> starts = new HashMap<>();

    private Wording(String original, String plain, int[] places) {
        this.original = original;
        this.plain = plain;
        this.places = places;
        this.shingles = shingles(plain);
    }

    public static Wording of(String text) {
        var original = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        var plain = new StringBuilder(original.length());
        var places = new int[original.length()];
        for (int i = 0; i < original.length(); i++) {
            var c = half(original.charAt(i));
            if (!Character.isLetterOrDigit(c) && !Character.isSurrogate(c)) continue;
            places[plain.length()] = i;
            plain.append(Character.toLowerCase(c));
        }
        return new Wording(original, plain.toString(), places);
    }

    private static char half(char c) {
        return c >= '！' && c <= '～' ? (char) (c - '！' + '!') : c;
    }

    /** Two neighbours each, as one number and in order: a word of Chinese has mostly two characters. */
    private static int[] shingles(String plain) {
        return Sorted.of(IntStream.range(1, plain.length()).map(i -> plain.charAt(i - 1) << Character.SIZE | plain.charAt(i)));
    }

    public String plain() {
        return plain;
    }

    public int length() {
        return plain.length();
    }

    /** Shingles in common, of those in either (Jaccard): 1 the same words, 0 none in common. */
    public double alike(Wording other) {
        if (shingles.length == 0 || other.shingles.length == 0) return 0;
        var common = Sorted.common(shingles, other.shingles);
        return (double) common / (shingles.length + other.shingles.length - common);
    }

    /** How much of this one stands in the other, by shingles. */
    public double within(Wording other) {
        return shingles.length == 0 ? 0 : (double) Sorted.common(shingles, other.shingles) / shingles.length;
    }

    /**
     * The stretches of this text that stand in the other as they are, none inside another, in the order of this text.
     *
     * @param least characters without blanks and marks
     */
    public List<Stretch> stretches(Wording other, int least) {
        var starts = other.starts(least);
        var stretches = new ArrayList<Stretch>();
        for (int at = 0; at + least <= plain.length(); ) {
            var length = longest(at, other, starts.getOrDefault(plain.substring(at, at + least), List.of()));
            if (length < least) {
                at++;
                continue;
            }
            stretches.add(new Stretch(places[at], places[at + length - 1] + 1, length));
            at += length;
        }
        return stretches;
    }

    /** Kept, since one text is compared with many. */
    private Map<String, List<Integer>> starts(int least) {
        return starts.computeIfAbsent(least, this::index);
    }

    private Map<String, List<Integer>> index(int least) {
        var starts = new HashMap<String, List<Integer>>();
        for (int i = 0; i + least <= plain.length(); i++) starts.computeIfAbsent(plain.substring(i, i + least), none -> new ArrayList<>()).add(i);
        return starts;
    }

    private int longest(int at, Wording other, List<Integer> starts) {
        var longest = 0;
        for (int start : starts) {
            var length = 0;
            while (at + length < plain.length() && start + length < other.plain.length() && plain.charAt(at + length) == other.plain.charAt(start + length)) length++;
            longest = Math.max(longest, length);
        }
        return longest;
    }

    /** @param from, to where it stands in the original, marks inside included @param length without them */
    public record Stretch(int from, int to, int length) {}

    /** The longest of these as they are written, to be quoted: without the end of one clause at their beginning, or the beginning of one at their end. */
    public List<String> quoted(List<Stretch> stretches, int least, int most) {
        return stretches.stream().map(stretch -> whole(original.substring(stretch.from(), stretch.to()))).filter(phrase -> Wording.of(phrase).length() >= least)
                .sorted(Comparator.comparingInt(String::length).reversed()).distinct().limit(most).map(phrase -> phrase.length() <= QUOTE ? phrase : phrase.substring(0, QUOTE) + "…").toList();
    }

    private static String whole(String phrase) {
        return TAIL.matcher(HEAD.matcher(phrase).replaceFirst("")).replaceFirst("");
    }

    /** How much of this text stretches make up, blanks and marks left out. */
    public double share(List<Stretch> stretches) {
        return plain.isEmpty() ? 0 : (double) stretches.stream().mapToInt(Stretch::length).sum() / plain.length();
    }

    /** The original with these stretches marked, from a little before the first on; all of it where it is short. */
    public Excerpt excerpt(List<Stretch> stretches) {
        return Excerpt.marked(original, marks(stretches));
    }

    /** All of the original, these stretches marked. */
    public Excerpt marked(List<Stretch> stretches) {
        return Excerpt.whole(original, marks(stretches));
    }

    /** All of the original, with what stands in none of these stretches marked; blanks and marks between them stay plain. */
    public Excerpt without(List<Stretch> stretches) {
        var marks = new BitSet(original.length());
        for (int i = 0; i < plain.length(); i++) marks.set(places[i]);
        stretches.forEach(stretch -> marks.clear(stretch.from(), stretch.to()));
        return Excerpt.whole(original, marks);
    }

    private BitSet marks(List<Stretch> stretches) {
        var marks = new BitSet(original.length());
        stretches.forEach(stretch -> marks.set(stretch.from(), stretch.to()));
        return marks;
    }
}
