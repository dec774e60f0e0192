package cn.duban.ledger;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What may not come in as text: marks of state secrets, and citizens' telephone and identity numbers, which have their own
 * sealed place. People are told what was found; documents read by machine are masked instead.
 */
public final class Door {

    private static final Pattern MOBILE = Pattern.compile("(?<!\\d)1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}(?!\\d)");
    private static final Pattern IDENTITY = Pattern.compile("(?<!\\d)\\d{17}[\\dXx](?![\\dXx])");
    private static final Pattern SECRET = Pattern.compile("(绝密|机密|秘密)\\s*[★☆]");
    /** Digits of the shorter of the two. */
    private static final int FEWEST = 11;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private Door() {}

    /** Refuses a text typed by a person; also control characters, which no office writes. */
    public static void check(@Nullable String typed) {
        if (typed == null) return;
        // full-width digits are digits
        var text = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        if (marked(text))
            throw Refusal.of("input", "文字里有密级标志。涉及国家秘密的内容不得录入本系统，请按保密规定办理。", "The text carries a secrecy mark. State secrets must not be entered here.").thrown();
        var numbers = numbersOf(text);
        if (!numbers.stream().allMatch(Number::identity))
            throw Refusal.of("input", "文字里有手机号码。请删去或者改成“联系电话略”，群众的联系方式另有专门的地方登记。", "The text carries a mobile number. Take it out; people's contacts are kept in their own place.").thrown();
        if (!numbers.isEmpty()) throw Refusal.of("input", "文字里有身份证号码，请删去。", "The text carries an identity number; take it out.").thrown();
        if (typed.codePoints().anyMatch(Door::unprintable))
            throw Refusal.of("input", "文字里有不能显示的控制字符，请重新输入。", "The text carries control characters; type it again.").thrown();
    }

    /** Whether the text carries a mark of a state secret, such as {@code 秘密★1年}. */
    public static boolean marked(String text) {
        return (text.indexOf('★') >= 0 || text.indexOf('☆') >= 0) && SECRET.matcher(text).find();
    }

    /** Most texts carry no number of a person because they carry too few digits: to look for one at every place of every cell is what reading a sheet would mostly do. */
    private static boolean maybeNumber(String narrow) {
        var digits = 0;
        for (int i = 0; i < narrow.length(); i++) if (narrow.charAt(i) >= '0' && narrow.charAt(i) <= '9' && ++digits == FEWEST) return true;
        return false;
    }

    /** Control characters, halves of characters, and marks that make a line read other than it is written. */
    private static boolean unprintable(int c) {
        if (c == '\n' || c == '\r' || c == '\t') return false;
        var turned = c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
        return turned || Character.getType(c) == Character.CONTROL || Character.getType(c) == Character.SURROGATE;
    }

    /** Whether somebody said what they want to see something for: in a few words, without a number of a person. */
    public static boolean purpose(String said) {
        return !said.isBlank() && said.length() <= 100 && masked(said).equals(said);
    }

    /** A number of a person in a text. @param until the place after its last character */
    public record Number(boolean identity, int from, int until) {}

    /** Mobile and identity numbers in a text, full-width ones too, each where it stands. */
    public static List<Number> numbers(String text) {
        return numbersOf(narrow(text));
    }

    private static List<Number> numbersOf(String narrow) {
        if (!maybeNumber(narrow)) return List.of();
        return Stream.concat(MOBILE.matcher(narrow).results().map(found -> new Number(false, found.start(), found.end())),
                IDENTITY.matcher(narrow).results().filter(found -> isIdentity(found.group())).map(found -> new Number(true, found.start(), found.end()))).toList();
    }

    /** The same text with numbers of people masked, full-width ones too: for documents read by machine, and offered to whoever typed one. */
    public static String masked(String text) {
        var narrow = narrow(text);
        var numbers = numbersOf(narrow);
        if (numbers.isEmpty()) return text;
        var masked = new StringBuilder(text);
        numbers.stream().sorted(Comparator.comparingInt(Number::from).reversed())
                .forEach(number -> masked.replace(number.from(), number.until(), narrow.substring(number.from(), number.from() + (number.identity() ? 6 : 3)) + "*".repeat(number.identity() ? 12 : 8)));
        return masked.toString();
    }

    /** Full-width characters as narrow ones, each in its place. */
    public static String narrow(String text) {
        var narrow = new StringBuilder(text.length());
        text.chars().forEach(c -> narrow.append((char) (c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c == 0x3000 ? ' ' : c)));
        return narrow.toString();
    }

    /** GB 11643: eighteen characters, the last one a check. */
    private static boolean isIdentity(String digits) {
        var sum = 0;
        for (int i = 0; i < 17; i++) sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        return "10X98765432".charAt(sum % 11) == Character.toUpperCase(digits.charAt(17));
    }
}
