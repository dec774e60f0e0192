package cn.duban.hotline;

import cn.duban.ledger.Door;
import cn.duban.web.Words;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What of people stands in a text that others than they will read: whatever is sealed of the callers concerned, however it is spaced or typed, and numbers that are always somebody's: a
 * mobile telephone, an identity card, a plate, a bank card. Telephones of offices are none. Pure.
 */
public final class PersonalScreen {

    /** What takes the place of what was found. */
    public static final String MARK = "〔已隐去〕";

    private static final int SHORTEST = 2;

    private static final Pattern PLATE = Pattern.compile("[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·•・.\\s-]?(?=[A-Z0-9]*\\d)[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳](?![A-Z0-9])", Pattern.CASE_INSENSITIVE);
    private static final Pattern CARD = Pattern.compile("(?<![0-9A-Za-z])[3-6]\\d{3}(?:[ -]?\\d){12,15}(?![0-9A-Za-z])");

    public enum Kind {
        /** Something that a caller said of themselves. */
        OWN,
        TELEPHONE, IDENTITY, PLATE, CARD
    }

    /** @param until the place after its last character */
    public record Found(Kind kind, int from, int until) {}

    private final Set<String> own;

    /** @param own names, telephones, addresses and whatever else is the callers' own */
    public PersonalScreen(Collection<String> own) {
        this.own = own.stream().map(word -> Plain.of(word).text()).filter(word -> word.length() >= SHORTEST && !MARK.contains(word)).collect(Collectors.toUnmodifiableSet());
    }

    /** The first one first; what lies in another is not told again. */
    public List<Found> in(String text) {
        var all = new ArrayList<Found>();
        var plain = Plain.of(text);
        for (var word : own)
            for (int at = plain.text().indexOf(word); at >= 0; at = plain.text().indexOf(word, at + word.length())) all.add(new Found(Kind.OWN, plain.from(at), plain.until(at + word.length() - 1)));
        Door.numbers(text).forEach(number -> all.add(new Found(number.identity() ? Kind.IDENTITY : Kind.TELEPHONE, number.from(), number.until())));
        var narrow = Door.narrow(text);
        PLATE.matcher(narrow).results().forEach(plate -> all.add(new Found(Kind.PLATE, plate.start(), plate.end())));
        CARD.matcher(narrow).results().filter(card -> checks(card.group())).forEach(card -> all.add(new Found(Kind.CARD, card.start(), card.end())));
        all.sort(Comparator.comparingInt(Found::from).thenComparing(Comparator.comparingInt(Found::until).reversed()));
        var kept = new ArrayList<Found>();
        for (var one : all) if (kept.isEmpty() || one.until() > kept.getLast().until()) kept.add(one);
        return kept;
    }

    /** Whether something that a caller said of themselves stands in it. */
    public boolean names(String text) {
        var plain = Plain.of(text).text();
        return own.stream().anyMatch(plain::contains);
    }

    /** The same screen for whoever knows this anyway, because they said it. */
    PersonalScreen without(String known) {
        var plain = Plain.of(known).text();
        return new PersonalScreen(own.stream().filter(word -> !plain.contains(word)).toList());
    }

    public boolean clean(String text) {
        return in(text).isEmpty();
    }

    /** What kinds were found, in words of the reader; empty where the text is clean. */
    public String told(String text) {
        return told(text, Words::say);
    }

    /** The same in one language. */
    public String told(String text, Locale language) {
        return told(text, key -> Words.in(language, key));
    }

    private String told(String text, UnaryOperator<String> say) {
        return in(text).stream().map(Found::kind).distinct().sorted().map(kind -> say.apply("hotline.screen." + kind.name().toLowerCase(Locale.ROOT))).collect(Collectors.joining(say.apply("hotline.screen.between")));
    }

    /** With a mark in the place of whatever was found; what stands alone only then, such as the second of two numbers, goes as well. */
    public String redacted(String text) {
        var found = in(text);
        if (found.isEmpty()) return text;
        var redacted = new StringBuilder();
        var done = 0;
        for (var one : found) {
            // what begins in the one before is hidden with it
            if (one.from() >= done) redacted.append(text, done, one.from()).append(MARK);
            done = one.until();
        }
        return redacted(redacted.append(text.substring(done)).toString());
    }

    /** Luhn's sum, which every bank card keeps and few other numbers do. */
    private static boolean checks(String card) {
        var digits = card.replaceAll("\\D", "");
        var sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            var digit = digits.charAt(digits.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
        }
        return sum % 10 == 0;
    }

    /** A text in one spelling, without spaces and hyphens, each of its characters with its place in what was typed. */
    private record Plain(String text, List<Integer> places, List<Integer> ends) {

        static Plain of(String typed) {
            var text = new StringBuilder();
            var places = new ArrayList<Integer>();
            var ends = new ArrayList<Integer>();
            for (int at = 0; at < typed.length(); ) {
                var next = at + Character.charCount(typed.codePointAt(at));
                for (var c : Normalizer.normalize(typed.substring(at, next), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).toCharArray()) {
                    if (Character.isWhitespace(c) || c == '-') continue;
                    text.append(c);
                    places.add(at);
                    ends.add(next);
                }
                at = next;
            }
            return new Plain(text.toString(), places, ends);
        }

        int from(int character) {
            return places.get(character);
        }

        int until(int character) {
            return ends.get(character);
        }
    }
}
