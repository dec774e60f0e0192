package cn.duban.similarity.wording;

import java.util.BitSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds a pattern, looking only where a character stands that it can begin with: most of a text is passed over at a glance. */
record Finder(Pattern pattern, BitSet first) {

    /** @param first every character that a match may begin with */
    static Finder of(String pattern, String first) {
        var set = new BitSet();
        first.chars().forEach(set::set);
        return new Finder(Pattern.compile(pattern), set);
    }

    /** One after the other, as {@link Matcher#find()} goes. */
    void each(String text, Consumer<Matcher> found) {
        go(text, false, found);
    }

    /** At every place, also where one lies within another. */
    void every(String text, Consumer<Matcher> found) {
        go(text, true, found);
    }

    private void go(String text, boolean within, Consumer<Matcher> found) {
        var matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
        for (int at = 0; at < text.length(); ) {
            var here = first.get(text.charAt(at)) && matcher.region(at, text.length()).lookingAt();
            if (here) found.accept(matcher);
            at = here && !within ? Math.max(matcher.end(), at + 1) : at + 1;
        }
    }
}
