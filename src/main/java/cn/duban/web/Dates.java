package cn.duban.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/** How days and instants are written: {@code 2026-03-13（周五）}, in English {@code 2026-03-13 (Fri)}. */
public final class Dates {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private Dates() {}

    public static String day(LocalDate day) {
        return Words.english()
                ? day + " (" + day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH) + ")"
                : day + "（" + "周" + "一二三四五六日".charAt(day.getDayOfWeek().getValue() - 1) + "）";
    }

    /** As Chinese papers and sentences have it, without leading zeros: {@code 2026年3月8日}. */
    public static String written(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    public static String minute(Instant instant) {
        return MINUTE.format(at(instant));
    }

    /** An end of time as people say it: the last day that counts, with the minute where it ends within a day. */
    public static String end(Instant instant) {
        var end = at(instant);
        return end.toLocalTime().equals(LocalTime.MIDNIGHT) ? day(end.toLocalDate().minusDays(1)) : day(end.toLocalDate()) + " " + end.toLocalTime().format(DateTimeFormatter.ofPattern("HH:mm"));
    }

    /** For the {@code datetime} attribute of {@code <time>}. */
    public static String machine(Instant instant) {
        return at(instant).toOffsetDateTime().toString();
    }

    private static ZonedDateTime at(Instant instant) {
        return instant.atZone(ZONE);
    }
}
