package cn.duban.hotline.suggest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The words of the catalogue, looked for in a ticket. A long word says more than a short one, one that stands with several categories less. */
final class CatalogueWords {

    private final List<Described> categories;
    private final Map<String, Integer> shared = new HashMap<>();

    CatalogueWords(List<Described> categories) {
        this.categories = categories;
        categories.forEach(category -> category.words().stream().distinct().forEach(word -> shared.merge(word, 1, Integer::sum)));
    }

    /** What of this category's words stand in the text, the longest first, none inside another. */
    List<String> found(int category, String text) {
        var found = new ArrayList<String>();
        var plain = plain(text);
        categories.get(category).words().stream().distinct().sorted(Comparator.comparingInt(String::length).reversed()).filter(word -> plain.contains(plain(word)))
                .forEach(word -> {
                    if (found.stream().noneMatch(longer -> longer.contains(word))) found.add(word);
                });
        return found;
    }

    /** For each category how much its words say. */
    double[] scores(String text) {
        var plain = plain(text);
        return categories.stream().mapToDouble(category -> Math.sqrt(category.words().stream().distinct().filter(word -> plain.contains(plain(word))).mapToDouble(word -> (double) word.length() / shared.get(word)).sum())).toArray();
    }

    boolean any(String text) {
        return Arrays.stream(scores(text)).anyMatch(score -> score > 0);
    }

    private static String plain(String text) {
        var plain = new StringBuilder(text.length());
        text.codePoints().filter(Character::isLetterOrDigit).forEach(plain::appendCodePoint);
        return plain.toString().toLowerCase(Locale.ROOT);
    }
}
