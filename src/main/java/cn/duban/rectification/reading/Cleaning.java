package cn.duban.rectification.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** One source line to a passage: pinyin and useless blanks out, punctuation folded to one width. */
final class Cleaning {
    /** Pinyin that damaged mirrors put behind a character, 习(xí). Real brackets hold no toned syllable behind a Chinese character. */
    private static final Pattern PINYIN = Pattern.compile(
            "(?<=[\\u3400-\\u9fff])[(\\uFF08][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ]{1,6}[)\\uFF09]");
    private static final String SYLLABLE = "a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ";
    private static final Pattern CUT = Pattern.compile("(?<=[\\u3400-\\u9fff])([(\\uFF08][" + SYLLABLE + "]{0,6})$");
    private static final Pattern REST = Pattern.compile("^[" + SYLLABLE + "]{0,6}[)\\uFF09]");
    private static final Pattern LEADING = Pattern.compile("^[(\\uFF08][" + SYLLABLE + "]{1,6}[)\\uFF09]");
    private static final String WIDE = ",:;!?()[]%.~/+&-#*";
    private static final String TRADITIONAL_QUOTES = "「」『』〝〞﹝﹞";
    private static final String QUOTES = "“”‘’“”()";
    private static final Pattern HAN = Pattern.compile("[\\u3400-\\u9fff]");

    private Cleaning() {}

    static Passage line(String source, int number, boolean traditional) {
        var raw = PINYIN.matcher(source.replace("\r", "")).replaceAll("");
        if (traditional) {
            raw = Script.simplified(raw);
        }
        var text = new StringBuilder(raw.length());
        var printed = new StringBuilder(raw.length());
        var quoted = false;
        for (var i = 0; i < raw.length(); i++) {
            var c = raw.charAt(i);
            if (c == '\u00AD' || c == '\uFEFF' || c >= '\u200B' && c <= '\u200F') {
                continue;
            }
            var folded = fold(c);
            if (folded == '"') {
                quoted = !quoted;
                folded = quoted ? '“' : '”';
            }
            if (folded == ' ' && (text.isEmpty() || text.charAt(text.length() - 1) == ' ')) {
                continue;
            }
            text.append(folded);
            printed.append(folded == ' ' ? ' ' : c);
        }
        var lines = new int[text.length()];
        Arrays.fill(lines, number);
        var line = new Passage(text.toString(), printed.toString(), lines);
        return text.indexOf("\t") < 0 || text.chars().allMatch(Character::isWhitespace) ? line.strip() : line.trimBlanks();
    }

    private static char fold(char c) {
        if (c == '\t') {
            return c;
        }
        if (Character.isWhitespace(c) || c == '\u00A0' || c == '\u3000' || c == '\u2003') {
            return ' ';
        }
        if (c >= '\uFF10' && c <= '\uFF19' || c >= '\uFF21' && c <= '\uFF3A' || c >= '\uFF41' && c <= '\uFF5A') {
            return (char) (c - 0xFEE0);
        }
        if (c >= '\uFF01' && c <= '\uFF5E' && WIDE.indexOf(c - 0xFEE0) >= 0) {
            return (char) (c - 0xFEE0);
        }
        var quote = TRADITIONAL_QUOTES.indexOf(c);
        if (quote >= 0) {
            return QUOTES.charAt(quote);
        }
        return switch (c) {
            case '\uFE50' -> ',';
            case '\uFE54' -> ';';
            case '\uFE55', '\u2236' -> ':';
            case '\uFF61' -> '。';
            default -> c;
        };
    }

    /** Punctuation and digits at one width, for matching; the same length as the text given. */
    static String folded(String text) {
        var folded = new StringBuilder(text.length());
        text.chars().forEach(c -> folded.append(c == '\n' ? '\n' : fold((char) c)));
        return folded.toString();
    }

    /** Without the ornament before a number: ★问题1, ◆一、. */
    static Passage plain(Passage line) {
        var plain = line.trimStart("★☆◆◇●■▶►▷※◎❖➤");
        var number = plain.text.length() < line.text.length() ? Enumerator.at(plain.text) : null;
        return number == null ? line : plain;
    }

    /** A line width that came after the damage cuts syllables in two, 領(lǐ / ng): each goes back to the line it began on. */
    static List<String> withWholePinyin(List<String> source) {
        var whole = new ArrayList<>(source);
        for (var i = 0; i + 1 < whole.size(); i++) {
            var begun = CUT.matcher(whole.get(i));
            var rest = REST.matcher(whole.get(i + 1));
            if (begun.find() && rest.find() && PINYIN.matcher("字" + begun.group(1) + rest.group()).find()) {
                whole.set(i, whole.get(i) + rest.group());
                whole.set(i + 1, whole.get(i + 1).substring(rest.end()));
            }
        }
        // a bracket that begins a line stands behind the character that ends the one before
        for (var i = 1; i < whole.size(); i++) {
            var leading = LEADING.matcher(whole.get(i));
            if (leading.find() && !whole.get(i - 1).isEmpty() && HAN.matcher(whole.get(i - 1).substring(whole.get(i - 1).length() - 1)).matches()) {
                whole.set(i - 1, whole.get(i - 1) + leading.group());
                whole.set(i, whole.get(i).substring(leading.end()));
            }
        }
        return whole;
    }

    static int pinyin(String source) {
        return (int) PINYIN.matcher(source).results().count();
    }

    static boolean hasHan(String text) {
        return HAN.matcher(text).find();
    }
}
