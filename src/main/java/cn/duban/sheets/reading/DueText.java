package cn.duban.sheets.reading;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time as ledgers write it: {@code 2026年6月底前}, {@code 6月底前}, {@code 2026.6.30}, {@code 二季度末}, {@code 长期}, or the serial
 * number by which Excel knows a day. Of several the last one holds.
 *
 * @param day the last day meant; null where none is set
 * @param mode {@code standing} for 长期, {@code now} for 立行立改, {@code dated} with a day; null when nothing was written
 * @param doubt what a person should look at although it was read
 * @param wrong why it could not be read
 */
public record DueText(@Nullable LocalDate day, @Nullable String mode, @Nullable Said doubt, @Nullable Said wrong) {

    private static final Pattern STANDING = Pattern.compile("长期|常态|持续|每年|每月|每季度|经常");
    private static final Pattern NOW = Pattern.compile("立行立改|即知即改|立即整改|立即|即行");
    private static final Pattern DONE = Pattern.compile("已?(?:完成|办结|整改到位|整改完毕|销号)");
    private static final Pattern SERIAL = Pattern.compile("[2-6]\\d{4}(?:\\.\\d+)?");
    private static final Pattern COMPACT = Pattern.compile("((?:19|20)\\d{2})(0[1-9]|1[0-2])(\\d{2})");
    private static final String YEAR = "(?:(?<y>(?:19|20)\\d{2})[年./-]?度?)?";
    private static final Pattern POINT = Pattern.compile(YEAR
            + "(?:(?<m>\\d{1,2})(?:月份?|[./-])(?:(?<d>\\d{1,2})[日号]?|(?<part>上旬|中旬|下旬|初|底|末|中))?"
            + "|(?<month>\\d{1,2})月份?"
            + "|第?(?<q>[一二三四1-4])季度[末底内]?|(?<half>[上下])半年[末底内]?|(?<end>年[底末终内]|[底末](?=前|$)))(?<before>之?以?前)?");
    private static final Pattern MONTH_ONLY = Pattern.compile("(?<y>(?:19|20)\\d{2})[./-](?<m>\\d{1,2})(?![./\\d-])");

    /** @param year the year of the ledger, where a text names none */
    public static DueText read(String written, int year) {
        var text = Normalizer.normalize(written, Normalizer.Form.NFKC).replaceAll("\\s", "");
        if (text.isEmpty() || text.matches("[-—/无]+")) return new DueText(null, null, null, null);
        if (text.matches("(?:19|20)\\d{2}-\\d{2}-\\d{2}(?:\\d{2}:\\d{2}.*)?")) return day(text.substring(0, 10), written);
        if (SERIAL.matcher(text).matches()) return dated(LocalDate.of(1899, 12, 30).plusDays((long) Double.parseDouble(text)), null);
        var compact = COMPACT.matcher(text);
        if (compact.matches()) return day(compact.group(1) + "-" + compact.group(2) + "-" + compact.group(3), written);
        var last = last(text, year);
        if (last != null) return last;
        if (STANDING.matcher(text).find()) return new DueText(null, "standing", null, null);
        if (NOW.matcher(text).find()) return new DueText(null, "now", null, null);
        if (DONE.matcher(text).matches()) return new DueText(null, null, Said.of("这里写的是“" + written + "”，不是时间；期限留空。", "\"" + written + "\" is no time; the due day stays empty."), null);
        return new DueText(null, null, null, unreadable(written));
    }

    private static DueText day(String iso, String written) {
        try {
            return dated(LocalDate.parse(iso), null);
        } catch (DateTimeException none) {
            return new DueText(null, null, null, noDay(written));
        }
    }

    private static @Nullable DueText last(String text, int year) {
        var only = MONTH_ONLY.matcher(text);
        if (only.matches()) return point(() -> YearMonth.of(Integer.parseInt(only.group("y")), Integer.parseInt(only.group("m"))).atEndOfMonth(), null, text);
        DueText last = null;
        Integer said = null;
        var points = POINT.matcher(text);
        while (points.find()) {
            if (points.group("y") != null) said = Integer.valueOf(points.group("y"));
            var at = said == null ? year : said;
            var bareMonth = points.group("before") != null && points.group("d") == null && points.group("part") == null && points.group("m") == null && points.group("month") != null
                    || points.group("before") != null && points.group("m") != null && points.group("d") == null && points.group("part") == null;
            var doubt = bareMonth ? Said.of("“" + points.group() + "”可以理解为上月底或者当月底，按上月底读。", "\"" + points.group() + "\" may end with the month before or with that month; read as the end of the one before.")
                    : said == null ? Said.of("没有写年份，按 " + year + " 年读。", "No year is written; read as " + year + ".") : null;
            last = point(() -> bareMonth ? of(points, at).withDayOfMonth(1).minusDays(1) : of(points, at), doubt, text);
            if (last.wrong() != null) return last;
        }
        return last;
    }

    private interface Reckoning {
        LocalDate day();
    }

    private static DueText point(Reckoning reckoning, @Nullable Said doubt, String text) {
        try {
            return dated(reckoning.day(), doubt);
        } catch (DateTimeException none) {
            return new DueText(null, null, null, noDay(text));
        }
    }

    private static LocalDate of(Matcher at, int year) {
        if (at.group("q") != null) {
            var quarter = "一二三四".indexOf(at.group("q")) >= 0 ? "一二三四".indexOf(at.group("q")) + 1 : Integer.parseInt(at.group("q"));
            return YearMonth.of(year, quarter * 3).atEndOfMonth();
        }
        if (at.group("half") != null) return at.group("half").equals("上") ? LocalDate.of(year, 6, 30) : LocalDate.of(year, 12, 31);
        if (at.group("end") != null) return LocalDate.of(year, 12, 31);
        var month = YearMonth.of(year, Integer.parseInt(at.group("m") != null ? at.group("m") : at.group("month")));
        if (at.group("d") != null) return month.atDay(Integer.parseInt(at.group("d")));
        return switch (at.group("part")) {
            case "上旬", "初" -> month.atDay(10);
            case "中旬" -> month.atDay(20);
            case "中" -> month.atDay(15);
            case null, default -> month.atEndOfMonth();
        };
    }

    private static DueText dated(LocalDate day, @Nullable Said doubt) {
        if (day.getYear() < 1990 || day.getYear() > 2099)
            return new DueText(null, null, null, Said.of("日期 " + day + " 的年份不对，请检查。", "The year of " + day + " cannot be right; check it."));
        return new DueText(day, "dated", doubt, null);
    }

    private static Said noDay(String written) {
        return Said.of("“" + written + "”不是日历上有的日子，请改正，例如 2026-06-30。", "\"" + written + "\" is no day of the calendar; write for example 2026-06-30.");
    }

    private static Said unreadable(String written) {
        return Said.of("“" + written + "”读不出时间。请写成 2026-06-30、2026年6月底前，或者“长期”。", "No time can be read from \"" + written + "\". Write 2026-06-30, 2026年6月底前 or 长期.");
    }
}
