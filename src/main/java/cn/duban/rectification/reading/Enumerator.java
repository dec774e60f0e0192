package cn.duban.rectification.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The number before a heading: its style, its value, how it was printed, and where the heading's own words begin. */
record Enumerator(Style style, int number, String printed, int end) {

    /** From the outermost to the innermost, as GB/T 9704 orders them; the others stand where they are usually met. */
    enum Style { PART, CHINESE, BRACKETED_CHINESE, PROBLEM, ARABIC, DOTTED, DEEPLY_DOTTED, BRACKETED_ARABIC, CIRCLED, UNNUMBERED }

    private static final String N = "[一二三四五六七八九十]{1,3}";
    private static final Pattern PART = Pattern.compile("^第(" + N + ")(?:(?:部分|章|节)[、:\\s]?|(?:类|个?方面)[、:\\s])");
    private static final Pattern CHINESE = Pattern.compile("^(" + N + ")\\s?[、.]");
    private static final Pattern BRACKETED_CHINESE = Pattern.compile("^[((]\\s?(" + N + ")\\s?[))]\\s?[、.:]?");
    private static final Pattern PROBLEM = Pattern.compile(
            "^[【\\[]?(?:反馈|具体|整改|存在|重点|工作)?(?:问题|任务|事项)\\s?[((]?(" + N + "|\\d{1,3})[))]?\\s?[】\\]]?\\s?[::、.】]\\s?");
    private static final Pattern ARABIC = Pattern.compile("^(\\d{1,3})\\s?(?:[、.]|\\.)\\s?(?!\\d)");
    private static final Pattern ARABIC_BEFORE_YEAR = Pattern.compile("^(\\d{1,3})\\s?[、.]\\s?(?=(?:19|20)\\d{2}年)");
    /** 5.22个部门…: nobody counts 5.22 departments, so the point belongs to the number of the heading. */
    private static final Pattern ARABIC_BEFORE_COUNT = Pattern.compile("^(\\d{1,3})\\s?[、.]\\s?(?=\\d+\\s?(?:余|多)?(?:个(?!百分点)|家|名|项|件|处|所|户|人|次|条|台|起|份|宗|辆|只|座|村|街道|单位|部门))");
    private static final Pattern DOTTED = Pattern.compile("^(\\d{1,2})\\.(\\d{1,2})(\\.\\d{1,2})?[、.\\s]?(?=[\\u4e00-\\u9fff“])(?![万亿倍版个元%])");
    private static final Pattern BRACKETED_ARABIC = Pattern.compile("^(?:[((]\\s?(\\d{1,3})\\s?[))]|(\\d{1,2})\\))\\s?[、.:]?\\s?");
    private static final Pattern CIRCLED = Pattern.compile("^([①-⑳])\\s?[、.]?");

    /** 一是关于…的问题 as a heading. */
    private static final Pattern SHI = Pattern.compile("^(" + N + ")是(?=(?:关于|针对|对|在)?[^。;]{2,120}问题(?:[。:;,]|的?整改|$))");

    /** A finding that bears no number takes the next one of its section. */
    static Enumerator unnumbered(int number) {
        return new Enumerator(Style.UNNUMBERED, number, "", 0);
    }

    /** The words before a finding that is counted 一是, 二是; null for other text. */
    static @Nullable Enumerator counted(String text) {
        return match(SHI, Style.UNNUMBERED, text);
    }

    static @Nullable Enumerator at(String text) {
        if (text.isEmpty()) {
            return null;
        }
        var compact = compact(text);
        if (compact != null) {
            return compact;
        }
        Enumerator found;
        if ((found = match(PART, Style.PART, text)) != null
                || (found = match(CHINESE, Style.CHINESE, text)) != null
                || (found = match(BRACKETED_CHINESE, Style.BRACKETED_CHINESE, text)) != null
                || (found = match(PROBLEM, Style.PROBLEM, text)) != null
                || (found = match(BRACKETED_ARABIC, Style.BRACKETED_ARABIC, text)) != null
                || (found = match(ARABIC_BEFORE_COUNT, Style.ARABIC, text)) != null
                || (found = match(ARABIC_BEFORE_YEAR, Style.ARABIC, text)) != null) {
            return found;
        }
        var dotted = DOTTED.matcher(text);
        if (dotted.find()) {
            var deep = dotted.group(3) != null;
            var number = deep ? dotted.group(3).substring(1) : dotted.group(2);
            return new Enumerator(deep ? Style.DEEPLY_DOTTED : Style.DOTTED, Integer.parseInt(number), dotted.group().strip(), dotted.end());
        }
        return match(ARABIC, Style.ARABIC, text);
    }

    /** ⑴ ⒈ ㈠ ①: the whole number in one character. */
    private static @Nullable Enumerator compact(String text) {
        var c = text.charAt(0);
        var end = text.length() > 1 && "、.".indexOf(text.charAt(1)) >= 0 ? 2 : 1;
        if (c >= '①' && c <= '⑳') {
            return new Enumerator(Style.CIRCLED, c - '①' + 1, String.valueOf(c), end);
        }
        if (c >= '⑴' && c <= '⒇') {
            return new Enumerator(Style.BRACKETED_ARABIC, c - '⑴' + 1, "(" + (c - '⑴' + 1) + ")", end);
        }
        if (c >= '⒈' && c <= '⒛') {
            return new Enumerator(Style.ARABIC, c - '⒈' + 1, c - '⒈' + 1 + ".", end);
        }
        if (c >= '㈠' && c <= '㈩') {
            return new Enumerator(Style.BRACKETED_CHINESE, c - '㈠' + 1, "(" + "一二三四五六七八九十".charAt(c - '㈠') + ")", end);
        }
        return null;
    }

    private static @Nullable Enumerator match(Pattern pattern, Style style, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return null;
        }
        var digits = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
        return new Enumerator(style, Numerals.of(digits), matcher.group().strip(), matcher.end());
    }

    /** As it stands in a path: Arabic numbers bare, 一 bare, (一) with its brackets. */
    String inPath() {
        return switch (style) {
            case PART, CHINESE -> printed.replaceAll("[^一二三四五六七八九十]", "");
            case BRACKETED_CHINESE -> "(" + printed.replaceAll("[^一二三四五六七八九十]", "") + ")";
            default -> String.valueOf(number);
        };
    }
}
