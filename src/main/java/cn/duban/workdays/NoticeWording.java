package cn.duban.workdays;

import cn.duban.web.Dates;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The notice as the State Council words it: 「一、元旦:1月1日(周四)至3日(周六)放假调休,共3天。1月4日(周日)上班。」 Weekdays and numbers
 * of days that the text gives are checked; a sentence that is not understood is a fault, never skipped.
 */
final class NoticeWording {
    private static final Pattern YEAR = Pattern.compile("(\\d{4})年(?:部分)?(?:元旦|春节|清明|劳动节|端午|中秋|国庆|节假日|放假)");
    private static final Pattern TITLE = Pattern.compile("^\\S{0,30}关于\\d{4}年\\S{0,20}通知$");
    private static final Pattern SIGNED = Pattern.compile("^(?:\\S{0,20}?)(\\d{4})年(\\d{1,2})月(\\d{1,2})日$");
    private static final Pattern ITEM = Pattern.compile("[一二三四五六七八九十]+、([\\u4e00-\\u9fff、]{2,20}?):");
    private static final String DATE = "(?:(\\d{4})年)?(?:(\\d{1,2})月)?(\\d{1,2})日(?:\\(([^)]*)\\))?";
    private static final Pattern DAY = Pattern.compile(DATE);
    private static final Pattern RANGE = Pattern.compile("^" + DATE + "(?:至" + DATE + ")?");
    private static final Pattern ARRANGING = Pattern.compile("\\d日.*(?:放假|补休|上班)");
    private static final Pattern TOTAL = Pattern.compile("共?(\\d{1,2})天");
    private static final Pattern WEEKDAY = Pattern.compile("(?:周|星期)([一二三四五六日天])");

    private final List<String> lines;
    private final List<NoticeReading.Fault> faults;
    private final List<MarkedDay> days = new ArrayList<>();
    private int year;
    private int line;
    private int joined = -1;

    NoticeWording(String text, List<NoticeReading.Fault> faults) {
        this.lines = text.lines().map(NoticeWording::normal).toList();
        this.faults = faults;
    }

    List<NoticeReading.Dated> read() {
        year = lines.stream().map(YEAR::matcher).filter(Matcher::find).findFirst()
                .map(m -> Integer.parseInt(m.group(1))).orElse(0);
        if (year < 2000 || year > 2200) {
            faults.add(new NoticeReading.Fault(0, "", "没有读到是哪一年的放假安排，标题应当像“" + Notice.usualTitle(2027) + "”。"));
            return List.of();
        }
        LocalDate signed = null;
        for (line = 0; line < lines.size(); line++) {
            var text = lines.get(line);
            var signature = SIGNED.matcher(text);
            if (signature.matches()) signed = date(signature.toMatchResult(), 1, year);
            else if (ITEM.matcher(text).find()) items(text);
            else if (line > joined && ARRANGING.matcher(text).find())
                fault("这一行不在任何节日的条目下，请写成“一、元旦：1月1日放假，共1天。”的样子。");
        }
        if (days.isEmpty()) return List.of();
        var title = lines.stream().filter(l -> TITLE.matcher(l).matches()).findFirst().orElse(Notice.usualTitle(year));
        var published = signed == null ? Notice.assumedPublication(year) : signed;
        return List.of(new NoticeReading.Dated(new Notice(Region.NATION, year, published, title, days), signed != null));
    }

    private static String normal(String line) {
        var text = java.text.Normalizer.normalize(line, java.text.Normalizer.Form.NFKC);
        return text.replaceAll("\\s+", "");
    }

    /** A line may hold several items; an item without a full stop goes on in the lines after it. */
    private void items(String text) {
        var starts = ITEM.matcher(text).results().toList();
        for (int i = 0; i < starts.size(); i++) {
            var start = starts.get(i);
            var end = i + 1 < starts.size() ? starts.get(i + 1).start() : text.length();
            var words = new StringBuilder(text.substring(start.end(), end));
            for (int more = line + 1; end == text.length() && continues(more, words.toString().endsWith("。")); more++) {
                words.append(lines.get(more));
                joined = more;
            }
            var before = faults.size();
            var marked = days.size();
            for (var sentence : words.toString().split("。")) sentence(start.group(1), sentence);
            if (days.size() == marked && faults.size() == before) fault("没有读到放假的日期。");
        }
    }

    /** After a full stop only a line with days of its own belongs to the item. */
    private boolean continues(int index, boolean stopped) {
        if (index >= lines.size()) return false;
        var text = lines.get(index);
        return (stopped ? ARRANGING.matcher(text).find() : text.matches(".*(放假|补休|上班|\\d日|\\d天).*"))
                && !text.startsWith("节假日期间")
                && !ITEM.matcher(text).find()
                && !SIGNED.matcher(text).matches();
    }

    private void sentence(String holiday, String sentence) {
        // 鼓励……安排职工在除夕休息 is advice, not a day off.
        if (sentence.isBlank() || sentence.startsWith("鼓励")) return;
        if (sentence.endsWith("上班")) worked(holiday, sentence);
        else if (sentence.contains("放假") || sentence.contains("补休")) off(holiday, sentence);
        else fault("这句话读不懂：“" + sentence + "”。");
    }

    private void worked(String holiday, String sentence) {
        if (!DAY.matcher(sentence).replaceAll("").matches("[、,和及]*上班")) {
            fault("这句话读不懂：“" + sentence + "”。");
            return;
        }
        LocalDate before = null;
        for (var match : DAY.matcher(sentence).results().toList()) {
            before = date(match, 1, before == null ? yearOf(match, 1, holiday) : before.getYear(), before);
            if (before == null) return;
            days.add(new MarkedDay(before, DayKind.ON, holiday));
        }
    }

    private void off(String holiday, String sentence) {
        long count = 0;
        for (var clause : sentence.split(",")) {
            var range = RANGE.matcher(clause);
            if (range.find()) {
                var first = date(range.toMatchResult(), 1, yearOf(range, 1, holiday), null);
                var last = first == null || range.group(7) == null
                        ? first
                        : date(range.toMatchResult(), 5, first.getYear(), first);
                if (first == null || last == null) return;
                if (last.isBefore(first) || ChronoUnit.DAYS.between(first, last) > 30) {
                    fault("放假从" + first + "到" + last + ",不合情理。");
                    return;
                }
                for (var day = first; !day.isAfter(last); day = day.plusDays(1), count++)
                    days.add(new MarkedDay(day, DayKind.OFF, holiday));
                clause = clause.substring(range.end());
            }
            var total = TOTAL.matcher(clause);
            if (total.find() && Integer.parseInt(total.group(1)) != count)
                fault("写着共" + total.group(1) + "天，数出来是" + count + "天。");
        }
        if (count == 0) fault("没有读到放假的日期。");
    }

    /** 31 December in the item of 元旦 belongs to the year before when no year is written. */
    private int yearOf(MatchResult match, int group, String holiday) {
        return "12".equals(match.group(group + 1)) && holiday.contains("元旦") ? year - 1 : year;
    }

    private @Nullable LocalDate date(MatchResult match, int group, int inYear) {
        return date(match, group, inYear, null);
    }

    /** A day whose month or year is left out takes it from the day before it in the sentence. */
    private @Nullable LocalDate date(MatchResult match, int group, int inYear, @Nullable LocalDate before) {
        if (match.group(group + 1) == null && before == null) {
            fault("“" + match.group() + "”缺少月份。");
            return null;
        }
        int month = match.group(group + 1) == null && before != null ? before.getMonthValue() : Integer.parseInt(match.group(group + 1));
        int itsYear = match.group(group) != null ? Integer.parseInt(match.group(group))
                : before != null && month < before.getMonthValue() ? inYear + 1 : inYear;
        try {
            var day = LocalDate.of(itsYear, month, Integer.parseInt(match.group(group + 2)));
            if (match.groupCount() > group + 2) checkWeekday(day, match.group(group + 3));
            return day;
        } catch (DateTimeException e) {
            fault("“" + match.group() + "”不是一个存在的日期。");
            return null;
        }
    }

    private void checkWeekday(LocalDate day, @Nullable String remark) {
        if (remark == null) return;
        var weekday = WEEKDAY.matcher(remark);
        if (!weekday.find()) return;
        int said = "一二三四五六日天".indexOf(weekday.group(1)) + 1;
        if (Math.min(said, 7) != day.getDayOfWeek().getValue())
            fault(Dates.written(day) + "不是" + weekday.group() + "。");
    }

    private void fault(String reason) {
        var text = lines.get(line);
        faults.add(new NoticeReading.Fault(line + 1, text.length() > 60 ? text.substring(0, 60) + "…" : text, reason));
    }
}
