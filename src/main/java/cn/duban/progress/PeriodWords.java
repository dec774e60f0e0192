package cn.duban.progress;

import cn.duban.web.Dates;
import cn.duban.web.Words;
import cn.duban.workdays.Rhythm;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.context.i18n.LocaleContextHolder;

/** A round in words. @param late whether its end has gone by */
public record PeriodWords(String rhythm, LocalDate from, LocalDate to, LocalDate lastDay, boolean late) {

    static PeriodWords of(Duty duty, Instant now) {
        return new PeriodWords(duty.rhythm(), duty.startsOn(), duty.endsOn(), duty.lastDay(), !duty.dueAt().isAfter(now));
    }

    static PeriodWords of(Round round, Instant now) {
        return new PeriodWords(round.rhythm().toString(), round.from(), round.to(), round.end().lastDay(), !round.end().dueAt().isAfter(now));
    }

    /** Such as 「半月：2026-11-16 至 2026-11-30」. */
    public String said() {
        return Words.say("progress.period", Rhythm.parse(rhythm).say(LocaleContextHolder.getLocale()), from, to);
    }

    public String end() {
        return Words.say(late ? "progress.period.late" : "progress.period.end", Dates.day(lastDay));
    }

    public String colour() {
        return late ? "red" : "blue";
    }

    public String icon() {
        return late ? "alert-triangle" : "clock";
    }
}
