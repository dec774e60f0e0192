package cn.duban.workdays;

import cn.duban.web.Dates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file with the arrangement of a year: the notice as the State Council words it, JSON of days, or the form in
 * which arrangements ship. Checks what every arrangement must satisfy, whatever its form.
 */
public final class NoticeReader {
    private NoticeReader() {}

    public static NoticeReading read(String text) {
        return read(text, Region.NATION, null);
    }

    /** @param publishedOn wins over what the text says; null to take the text's date */
    public static NoticeReading read(String text, String region, @Nullable LocalDate publishedOn) {
        var plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        var faults = new ArrayList<NoticeReading.Fault>();
        var found = plain.stripLeading().startsWith("{")
                ? NoticeJson.read(plain, faults)
                : plain.lines().anyMatch(line -> line.startsWith("notice "))
                        ? shippedForm(plain, faults)
                        : new NoticeWording(plain, faults).read();
        var notices = found.stream().map(dated -> place(dated, region, publishedOn)).toList();
        var understood = new ArrayList<String>();
        for (var dated : notices) {
            check(dated.notice(), faults);
            understood.addAll(sentences(dated));
        }
        if (notices.isEmpty() && faults.isEmpty())
            faults.add(new NoticeReading.Fault(0, "", "文件里没有读到任何放假安排，请提供放假通知的全文，或者按年份列出日期的JSON。"));
        return new NoticeReading(notices, understood, faults);
    }

    private static List<NoticeReading.Dated> shippedForm(String text, List<NoticeReading.Fault> faults) {
        try {
            return ArrangementReader.read(text.lines().toList()).notices().stream()
                    .map(notice -> new NoticeReading.Dated(notice, true))
                    .toList();
        } catch (IllegalArgumentException e) {
            faults.add(new NoticeReading.Fault(0, "", e.getMessage()));
            return List.of();
        }
    }

    private static NoticeReading.Dated place(
            NoticeReading.Dated dated, String region, @Nullable LocalDate publishedOn) {
        var notice = dated.notice();
        var date = publishedOn == null ? notice.publishedOn() : publishedOn;
        return new NoticeReading.Dated(
                new Notice(region, notice.year(), date, notice.title(), once(notice.days())),
                dated.stated() || publishedOn != null);
    }

    /** The same word on a day twice is one word; another word on it is a fault. */
    private static List<MarkedDay> once(List<MarkedDay> days) {
        record Mark(LocalDate day, DayKind kind) {}
        var seen = new HashSet<Mark>();
        return days.stream().filter(day -> seen.add(new Mark(day.day(), day.kind()))).toList();
    }

    private static void check(Notice notice, List<NoticeReading.Fault> faults) {
        var kinds = new TreeMap<LocalDate, DayKind>();
        for (var day : notice.days()) {
            var before = kinds.put(day.day(), day.kind());
            if (before != null && before != day.kind()) refuse(faults, day.day(), "既列为放假，又列为上班。");
            if (day.day().isBefore(LocalDate.of(notice.year() - 1, 12, 20)) || day.day().getYear() > notice.year())
                refuse(faults, day.day(), "不属于" + notice.year() + "年的安排。");
            if (day.kind() == DayKind.ON && day.day().getDayOfWeek().getValue() < 6)
                refuse(faults, day.day(), "本来就是工作日，不需要调休上班。");
        }
        var published = notice.publishedOn();
        if (published.getYear() < notice.year() - 1 || published.getYear() > notice.year())
            refuse(faults, published, "作为" + notice.year() + "年安排的公布日期不合理。");
    }

    private static void refuse(List<NoticeReading.Fault> faults, LocalDate day, String reason) {
        faults.add(new NoticeReading.Fault(0, "", Dates.written(day) + reason));
    }

    private static List<String> sentences(NoticeReading.Dated dated) {
        var notice = dated.notice();
        var lines = new ArrayList<String>();
        lines.add("读到《" + notice.title() + "》，安排" + notice.year() + "年，"
                + Dates.written(notice.publishedOn()) + "公布"
                + (dated.stated() ? "。" : "（文中没有写公布日期，按上一年12月1日计）。"));
        var byName = new java.util.LinkedHashMap<String, List<MarkedDay>>();
        for (var day : notice.days()) byName.computeIfAbsent(day.name(), n -> new ArrayList<>()).add(day);
        for (Map.Entry<String, List<MarkedDay>> holiday : byName.entrySet())
            lines.add(holiday.getKey() + "：" + ranges(holiday.getValue(), DayKind.OFF, "放假")
                    + ranges(holiday.getValue(), DayKind.ON, "上班"));
        var off = notice.days().stream().filter(d -> d.kind() == DayKind.OFF).count();
        lines.add("共放假" + off + "天，调休上班" + (notice.days().size() - off) + "天。");
        return lines;
    }

    private static String ranges(List<MarkedDay> days, DayKind kind, String verb) {
        var ranges = new ArrayList<String>();
        var dates = days.stream().filter(d -> d.kind() == kind).map(MarkedDay::day).sorted().toList();
        for (int i = 0; i < dates.size(); ) {
            int end = i;
            while (end + 1 < dates.size() && dates.get(end + 1).equals(dates.get(end).plusDays(1))) end++;
            ranges.add(NoticeReading.range(dates.get(i), dates.get(end)));
            i = end + 1;
        }
        return ranges.isEmpty() ? "" : String.join("、", ranges) + verb + "。";
    }
}
