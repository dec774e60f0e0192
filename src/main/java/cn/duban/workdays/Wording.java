package cn.duban.workdays;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences in which deadlines explain themselves; texts in {@code workdays/messages*.properties}. */
final class Wording {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final ResourceBundle texts;

    private Wording(ResourceBundle texts) {
        this.texts = texts;
    }

    /** Chinese unless the reader's language is English. */
    static Wording of(Locale locale) {
        return new Wording(ResourceBundle.getBundle(
                "workdays.messages",
                locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.CHINESE,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    String say(String key, Object... parts) {
        var text = texts.getString(key);
        for (int i = 0; i < parts.length; i++) text = text.replace("{" + i + "}", String.valueOf(parts[i]));
        return text;
    }

    String amount(int amount, String unit) {
        return say("amount." + unit + (amount == 1 ? ".one" : ""), amount);
    }

    String hours(Duration time, boolean working) {
        var minutes = (time.toSeconds() + 59) / 60;
        var unit = working ? "WORKING_HOUR" : "HOUR";
        if (minutes % 60 == 0) return amount((int) (minutes / 60), unit);
        var rest = say("amount.MINUTE", minutes % 60);
        return minutes < 60 ? rest : amount((int) (minutes / 60), unit) + say("amount.join") + rest;
    }

    String date(LocalDate day) {
        return say("date", day.getYear(), day.getMonthValue(), day.getDayOfMonth(), weekday(day), day);
    }

    private String weekday(LocalDate day) {
        return texts.getString("weekdays").split(",")[day.getDayOfWeek().getValue() - 1];
    }

    private static String time(Instant instant, ZoneId zone) {
        return LocalDateTime.ofInstant(instant, zone).format(MINUTES);
    }

    String rule(Deadline d) {
        var period = d.period();
        if (d.startedAt() != null) {
            var start = time(d.startedAt(), d.zone());
            var end = time(d.dueAt(), d.zone());
            return period == null
                    ? say("rule.hours.left", start, end)
                    : say(d.extending() == null ? "rule.hours" : "rule.hours.extended", start, amount(period), end);
        }
        var end = date(d.lastDay());
        if (period == null) return say("rule.left", date(d.event()), end);
        if (d.extending() != null) return say("rule.extended", date(d.event()), amount(period), end);
        return say(d.counting().fromEventDay() ? "rule.fromEventDay" : "rule", date(d.event()), amount(period), end);
    }

    private String amount(Period period) {
        return amount(period.amount(), period.unit().name());
    }

    List<String> explain(Deadline d) {
        var lines = new ArrayList<String>();
        if (d.extending() != null) lines.addAll(explain(d.extending()));
        lines.add(rule(d));
        if (d.rolledOver()) lines.add(say("rolled", date(d.countedEnd()), date(d.lastDay())));
        for (var s : d.counting().suspensions())
            lines.add(say("suspended", date(s.beganOn()), date(s.endedOn()), s.reason()));
        if (d.provisional()) lines.add(provisional(d));
        for (var day : d.days()) lines.add(counted(day));
        lines.add(say("basis", String.join(say("basis.join"), d.basis())));
        var notices = d.days().stream()
                .map(CountedDay::day)
                .filter(day -> day.basis() != null)
                .map(day -> say("source", day.basis(), day.publishedOn()))
                .distinct()
                .toList();
        if (!notices.isEmpty()) lines.add(say("sources", String.join(say("basis.join"), notices)));
        return lines;
    }

    String provisional(Deadline d) {
        var years = d.days().stream()
                .map(CountedDay::day)
                .filter(CalendarDay::provisional)
                .map(day -> String.valueOf(day.date().getYear()))
                .distinct()
                .toList();
        return say("provisional", String.join(say("years.join"), years));
    }

    String counted(CountedDay day) {
        var date = day.day().date();
        var why = day.day().why(texts.getLocale().getLanguage().equals("en") ? Locale.ENGLISH : Locale.CHINESE);
        var suspension = day.suspension();
        var step = switch (day.step()) {
            case EVENT -> say("step.EVENT");
            case COUNTED -> say(why.isEmpty() ? "step.COUNTED" : "step.COUNTED.why", day.number(), why);
            case RESTED -> say("step.RESTED", why);
            case SUSPENDED -> say("step.SUSPENDED", suspension == null ? "" : suspension.reason());
            case ROLLED -> say("step.ROLLED", why);
            case ROLLED_ONTO -> say("step.ROLLED_ONTO");
            case RUNNING -> say("step.RUNNING", hours(day.running(), false));
        };
        return date + " " + weekday(date) + "  " + step;
    }
}
