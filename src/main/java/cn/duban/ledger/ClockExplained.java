package cn.duban.ledger;

import cn.duban.ledger.type.MatterType.Label;
import cn.duban.ledger.type.MatterType;
import cn.duban.web.Dates;
import cn.duban.web.Words;
import cn.duban.workdays.Deadlines;
import cn.duban.workdays.Left;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A clock and why it ends when it ends: the days counted and skipped, recounted on today's calendar, and its journal in
 * words. Pure; in the language asked for.
 *
 * @param assignment the assignment it belongs to; null for the matter's own
 * @param remaining how far the end is, in words; null unless it runs
 * @param why the rule first, then day by day; of a named day, who named it
 * @param journal every line that moved it, oldest first
 */
public record ClockExplained(
        String name,
        Label label,
        @Nullable Integer assignment,
        Clock.State state,
        String budget,
        LocalDate lastDay,
        Instant dueAt,
        boolean breached,
        boolean provisional,
        @Nullable String remaining,
        List<String> why,
        List<String> journal) {

    static ClockExplained of(Clock clock, MatterType type, List<ClockEntry> journal, Deadlines deadlines, Instant now, Locale language) {
        var rule = type.clocks().get(clock.name());
        var lines = journal.stream().filter(line -> line.clock() == clock.no()).toList();
        return new ClockExplained(clock.name(), rule == null ? new Label(clock.name(), clock.name()) : rule.label(), clock.assignment(), clock.state(), clock.budget(), clock.lastDay(),
                clock.dueAt(), clock.breachedAt(now), clock.provisional(), clock.running() ? deadlines.remaining(clock.dueAt(), now).say(language) : null,
                why(clock, type, lines, deadlines, language), lines.stream().map(line -> said(line, type, deadlines, language)).toList());
    }

    private static List<String> why(Clock clock, MatterType type, List<ClockEntry> lines, Deadlines deadlines, Locale language) {
        var why = new ArrayList<String>();
        if (clock.state() == Clock.State.PAUSED) why.add(Words.in(language, "ledger.clock.paused", left(clock, language)));
        var counted = clock.running() ? new Ticking(type, deadlines).recounted(clock) : null;
        if (counted != null) {
            why.addAll(counted.explain(language));
            if (!counted.lastDay().equals(clock.lastDay())) why.add(Words.in(language, "ledger.clock.moved", Dates.day(clock.lastDay())));
        } else if (clock.budget().equals("due")) {
            why.add(Words.in(language, "ledger.clock.named", Dates.day(clock.lastDay())));
            for (var line : lines) {
                if (line.kind() == ClockEntry.Kind.RESUME && line.reason().startsWith("paused:"))
                    why.add(Words.in(language, "ledger.clock.added", line.reason().replaceAll("\\D", "")));
                if (line.kind() == ClockEntry.Kind.EXTEND) why.add(Words.in(language, "ledger.clock.renamed", day(line)));
            }
        } else if (clock.extended() > 0) why.add(Words.in(language, "ledger.clock.extended", Dates.day(clock.lastDay())));
        return List.copyOf(why);
    }

    private static String left(Clock clock, Locale language) {
        return clock.remaining() == null ? "" : Words.in(language, "ledger.clock.left", Left.parse(clock.remaining()).say(language));
    }

    private static String said(ClockEntry line, MatterType type, Deadlines deadlines, Locale language) {
        var at = Dates.minute(line.at());
        var kind = line.kind().name().toLowerCase(Locale.ROOT);
        var reason = line.reason().startsWith("was:") ? Words.in(language, "ledger.clock.was", line.reason().substring(4))
                : line.reason().startsWith("paused:") ? Words.in(language, "ledger.clock.added", line.reason().replaceAll("\\D", ""))
                : line.reason().startsWith("left:") ? Words.in(language, "ledger.clock.left", Left.parse(line.reason().substring(5)).say(language))
                : line.reason().startsWith("entry:") ? line.reason().substring(6)
                : type.action(line.reason()).map(a -> a.label().in(language)).orElse(Words.has("ledger.act." + line.reason()) ? Words.in(language, "ledger.act." + line.reason()) : line.reason());
        return Words.in(language, "ledger.clock.journal." + kind, at, reason, line.lastDay() == null ? "" : day(line));
    }

    private static String day(ClockEntry line) {
        return line.lastDay() == null ? "" : Dates.day(line.lastDay());
    }
}
