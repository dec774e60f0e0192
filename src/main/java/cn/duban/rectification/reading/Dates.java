package cn.duban.rectification.reading;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as documents write them: full, month and day, 上旬, 年底, 去年11月份, 第三季度. A fuzzy date is a range. */
final class Dates {
    /** Where the year is not written, {@code year} is null and {@code relative} may hold 去年 or 明年. */
    record Found(@Nullable Integer year, @Nullable String relative, String rest, boolean before, String words, int start, int end) {

        /** First and last day meant, in the given year; {@code null} for what the calendar does not know. */
        LocalDate @Nullable [] in(int contextYear) {
            var at = year != null ? year : contextYear + shift(relative);
            return range(rest, at, before);
        }

        boolean wantsYear() {
            return year == null && relative == null;
        }

        boolean isFullDay() {
            return year != null && DAY.matcher(rest).matches();
        }
    }

    private static final String YEAR = "(?:(?<y>(?:19|20)\\d{2})\\s?年(?:度)?|(?<r>今年|本年|当年|去年|上年|明年|次年|前年))";
    private static final String QUARTER = "(?:第?[一二三四1-4]季度(?:末|底|内)?)";
    private static final Pattern ISO = Pattern.compile("(?<!\\d)((?:19|20)\\d{2})[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)");
    private static final Pattern CHINESE = Pattern.compile("(?<!\\d)" + YEAR + "?\\s?(?<m>\\d{1,2}\\s?月(?:份)?(?:\\s?\\d{1,2}\\s?[日号]|[上中下]旬|底|末|初)?|"
            + "年[底末内终]|[上下]半年|" + QUARTER + "|(?<=年)[底末内])(?<b>之?以?前)?");
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})月(?:份)?(\\d{1,2})[日号]");
    private static final Pattern MONTH = Pattern.compile("(\\d{1,2})月(?:份)?([上中下]旬|底|末|初)?");
    private static final Pattern WRITTEN = Pattern.compile("([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})[日号]");
    private static final Pattern ALONE = Pattern.compile(
            "^[((]?(?:(?:19|20)\\d{2}年\\d{1,2}月\\d{1,2}日|(?:19|20)\\d{2}[-/.]\\d{1,2}[-/.]\\d{1,2}|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日)[))]?$");

    private Dates() {}

    static boolean isAlone(String text) {
        return ALONE.matcher(text.replace(" ", "")).matches();
    }

    static List<Found> find(String text) {
        var found = new ArrayList<Found>();
        var iso = ISO.matcher(text);
        while (iso.find()) {
            found.add(new Found(Integer.valueOf(iso.group(1)), null, iso.group(2) + "月" + iso.group(3) + "日", false, iso.group(), iso.start(), iso.end()));
        }
        var chinese = CHINESE.matcher(text);
        while (chinese.find()) {
            if (chinese.group("m") == null || isSpan(text, chinese)) {
                continue;
            }
            var year = chinese.group("y");
            found.add(new Found(year == null ? null : Integer.valueOf(year), chinese.group("r"), chinese.group("m").replace(" ", ""),
                    chinese.group("b") != null, chinese.group(), chinese.start(), chinese.end()));
        }
        var written = WRITTEN.matcher(text);
        while (written.find()) {
            found.add(new Found(digits(written.group(1)), null,
                    Numerals.of(written.group(2)) + "月" + Numerals.of(written.group(3)) + "日", false, written.group(), written.start(), written.end()));
        }
        found.sort((one, other) -> Integer.compare(one.start, other.start));
        return found;
    }

    /** 1-4月份 and 4个月 are no dates. */
    private static boolean isSpan(String text, Matcher matcher) {
        return matcher.start() > 0 && "-—–~".indexOf(text.charAt(matcher.start() - 1)) >= 0 && matcher.group("y") == null
                && matcher.start() > 1 && Character.isDigit(text.charAt(matcher.start() - 2));
    }

    private static int digits(String year) {
        var value = 0;
        for (var c : year.toCharArray()) {
            value = value * 10 + Math.max(0, "〇一二三四五六七八九".indexOf(c));
        }
        return value;
    }

    static @Nullable LocalDate firstFullDay(String text) {
        for (var found : find(text)) {
            if (found.isFullDay()) {
                var range = found.in(0);
                return range == null ? null : range[0];
            }
        }
        return null;
    }

    private static int shift(@Nullable String relative) {
        return switch (relative) {
            case "去年", "上年" -> -1;
            case "前年" -> -2;
            case "明年", "次年" -> 1;
            case null, default -> 0;
        };
    }

    private static LocalDate @Nullable [] range(String rest, int year, boolean before) {
        var day = DAY.matcher(rest);
        if (day.matches()) {
            var month = Integer.parseInt(day.group(1));
            var number = Integer.parseInt(day.group(2));
            if (month < 1 || month > 12 || number < 1 || number > YearMonth.of(year, month).lengthOfMonth()) {
                return null;
            }
            return span(LocalDate.of(year, month, number), LocalDate.of(year, month, number));
        }
        var month = MONTH.matcher(rest);
        if (month.matches()) {
            var number = Integer.parseInt(month.group(1));
            return number < 1 || number > 12 ? null : ofMonth(YearMonth.of(year, number), month.group(2), before);
        }
        if (rest.endsWith("半年")) {
            return rest.startsWith("上") ? span(LocalDate.of(year, 1, 1), LocalDate.of(year, 6, 30))
                    : span(LocalDate.of(year, 7, 1), LocalDate.of(year, 12, 31));
        }
        if (rest.contains("季度")) {
            var quarter = Numerals.of(rest.replace("第", "").substring(0, 1));
            var last = YearMonth.of(year, quarter * 3);
            return span(last.minusMonths(2).atDay(1), last.atEndOfMonth());
        }
        var end = LocalDate.of(year, 12, 31);
        return rest.endsWith("内") ? span(LocalDate.of(year, 1, 1), end) : span(end, end);
    }

    private static LocalDate[] ofMonth(YearMonth month, @Nullable String part, boolean before) {
        return switch (part) {
            case "上旬", "初" -> span(month.atDay(1), month.atDay(10));
            case "中旬" -> span(month.atDay(11), month.atDay(20));
            case "下旬" -> span(month.atDay(21), month.atEndOfMonth());
            case "底", "末" -> span(month.atEndOfMonth(), month.atEndOfMonth());
            // 6月前 ends with May
            case null, default -> before ? span(month.atDay(1).minusDays(1), month.atDay(1).minusDays(1)) : span(month.atDay(1), month.atEndOfMonth());
        };
    }

    private static LocalDate[] span(LocalDate from, LocalDate to) {
        return new LocalDate[] {from, to};
    }
}
