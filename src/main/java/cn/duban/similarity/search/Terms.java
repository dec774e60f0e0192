package cn.duban.similarity.search;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The words that somebody looks for: what blanks part, each once. All of them must stand in a matter, anywhere.
 *
 * @param words as typed; the database folds them as it folds the texts
 */
public record Terms(List<String> words) {

    /** Characters that a word needs to be found by its pairs. */
    public static final int SHORTEST = 2;

    private static final int MOST = 8;
    private static final int LONGEST = 100;
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u3000\\u00a0\\p{Cntrl}]+");

    public static Terms of(String asked) {
        return new Terms(BLANKS.splitAsStream(asked).filter(word -> !word.isEmpty()).map(Terms::cut).distinct().limit(MOST).toList());
    }

    private static String cut(String word) {
        return word.codePointCount(0, word.length()) <= LONGEST ? word : word.substring(0, word.offsetByCodePoints(0, LONGEST));
    }

    boolean none() {
        return words.isEmpty();
    }

    /** Words that the index can propose matters for, the longest first: long words are the rarer ones. */
    List<String> leading() {
        return words.stream().filter(word -> length(word) >= SHORTEST).sorted(Comparator.comparingInt(Terms::length).reversed()).toList();
    }

    /** There are words, and no one is long enough to be looked for. */
    boolean tooShort() {
        return !none() && leading().isEmpty();
    }

    Terms without(String word) {
        return new Terms(words.stream().filter(other -> !other.equals(word)).toList());
    }

    private static int length(String word) {
        return word.codePointCount(0, word.length());
    }
}
