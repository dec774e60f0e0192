package cn.duban.workdays;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One day of a calendar: worked or not, and why.
 *
 * @param name the holiday or the reason given; empty for ordinary days
 * @param basis the notice, law or document that the day rests on; null for ordinary days
 * @param publishedOn when that was published
 * @param region whose word it is; null for ordinary days
 * @param provisional the year's notice was not known yet
 */
public record CalendarDay(
        LocalDate date,
        Reason reason,
        String name,
        @Nullable String basis,
        @Nullable LocalDate publishedOn,
        @Nullable String region,
        boolean provisional) {

    public enum Reason {
        WEEKDAY(true),
        WEEKEND(false),
        /** 放假 by a notice or by law. */
        HOLIDAY(false),
        /** 调休上班 by a notice. */
        MAKE_UP(true),
        /** 放假 by a region's own word. */
        LOCAL_HOLIDAY(false),
        /** 上班 by a region's own word. */
        LOCAL_WORK(true);

        final boolean working;

        Reason(boolean working) {
            this.working = working;
        }
    }

    public boolean working() {
        return reason.working;
    }

    /** 周末、春节放假、因春节调休上班…… — why the day counts or does not. */
    public String why(Locale locale) {
        return Wording.of(locale).say("day." + reason, name);
    }
}
