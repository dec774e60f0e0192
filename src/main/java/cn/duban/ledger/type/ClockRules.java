package cn.duban.ledger.type;

import cn.duban.ledger.type.MatterType.ClockRule;
import cn.duban.workdays.Period;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A clock has one measure of time in a form that can be counted, and changes no state unless a law says so. */
final class ClockRules {

    private static final Pattern PERIOD = Pattern.compile("[1-9][0-9]{0,4}(wd|d|m|h|wh)");
    private static final Set<String> RHYTHMS = Set.of("daily", "weekly", "half-month", "monthly", "quarterly", "yearly");

    private ClockRules() {}

    static void check(MatterType type, Faults faults) {
        for (var clock : type.clocks().values()) {
            form(clock, faults);
            silence(clock, faults);
        }
    }

    private static void form(ClockRule clock, Faults faults) {
        var at = "clocks." + clock.name();
        var measures = Stream.of(clock.budget(), clock.every(), clock.after()).filter(Objects::nonNull).count();
        if (measures != 1) faults.at(at, "clock-form",
                "时限“%s”应当在 budget、every、after 中恰好写一项。",
                "Clock “%s” has exactly one of budget, every and after.", Named.of(clock));
        if (clock.budget() != null && !clock.budget().equals("due") && !countable(clock.budget())) unreadable(at + ".budget", clock.budget(), faults);
        period(at + ".after", clock.after(), faults);
        if (clock.every() != null && !RHYTHMS.contains(clock.every())) faults.at(at + ".every", "clock-form",
                "不认识周期“%s”，可写 daily、weekly、half-month、monthly、quarterly、yearly。",
                "Rhythm “%s” is not known: daily, weekly, half-month, monthly, quarterly or yearly.", clock.every());
        if (clock.during().isEmpty() && !clock.onAssignment()) faults.at(at, "clock-form",
                "时限“%s”没有写明在哪些状态（while）计时。",
                "Clock “%s” does not say in which states it runs (while).", Named.of(clock));
        if (clock.opens() != null && clock.after() == null) faults.at(at + ".opens", "clock-form",
                "时限“%s”要另开事项（opens），应当写明多久以后（after）。",
                "Clock “%s” opens a matter: say after how long (after).", Named.of(clock));
    }

    /** Of a limit, which is no day agreed: nothing where none is written. */
    static void period(String at, @Nullable String period, Faults faults) {
        if (period != null && !countable(period)) unreadable(at, period, faults);
    }

    /** Neither is one that is longer than anything that is counted. */
    private static boolean countable(String period) {
        try {
            return PERIOD.matcher(period).matches() && Period.parse(period).amount() > 0;
        } catch (IllegalArgumentException tooLong) {
            return false;
        }
    }

    private static void unreadable(String at, String period, Faults faults) {
        faults.at(at, "clock-form",
                "“%s”不是可计算的期限，可写 due 或 5wd、20d、3m、24h、4wh。",
                "“%s” is no period: write due, or 5wd, 20d, 3m, 24h, 4wh.", period);
    }

    private static void silence(ClockRule clock, Faults faults) {
        var lapse = clock.lapse();
        if (lapse == null) return;
        var at = "clocks." + clock.name() + ".law";
        if (SilenceByLaw.cited(lapse).isEmpty()) {
            faults.at(at, "silence", "时限“%s”期满自动转状态，但所引《%s》%s 并未赋予沉默以效力；只有以下条款可以：%s。", "Clock “%s” changes the state by itself, but %s %s gives silence no meaning; only these do: %s.",
                    Named.of(clock), lapse.act(), lapse.article(), SilenceByLaw.list());
        } else if (lapse.text().isBlank()) {
            faults.at(at, "silence",
                    "时限“%s”期满自动转状态，请在 law.text 中写明条文原文。",
                    "Clock “%s” changes the state by itself: quote the article in law.text.", Named.of(clock));
        }
    }
}
