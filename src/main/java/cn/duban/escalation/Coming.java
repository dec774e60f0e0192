package cn.duban.escalation;

import static cn.duban_db.ledger.Tables.RUNNING_CLOCK_ROW;

import cn.duban.ledger.Sight;
import cn.duban.units.Directories;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jooq.Condition;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What ladders will make in the next days of what the viewer sees, and why; and what one would make that is not published. Writes nothing. */
@Component
public class Coming {

    static final int SHOWN = 200;
    /** Of more clocks than this nobody is told a number. */
    private static final int PAGES = 20;

    private final Breaches breaches;
    private final Ladders ladders;
    private final Sight sight;
    private final Directories directories;
    private final Clock clock;

    Coming(Breaches breaches, Ladders ladders, Sight sight, Directories directories, Clock clock) {
        this.breaches = breaches;
        this.ladders = ladders;
        this.sight = sight;
        this.directories = directories;
        this.clock = clock;
    }

    /**
     * @param day on which it comes; one that is past is made with the next look
     * @param why from which clock it is counted, and how
     */
    public record Row(LocalDate day, String step, String kind, String number, String title, String href, int unit, String unitName, String why, boolean signed) {}

    /** @param cut whether there was too much to look at all of it */
    record Found(List<Row> rows, int breaches, int pinned, boolean cut) {}

    LocalDate today(Viewer viewer) {
        return LocalDate.ofInstant(clock.instant(), directories.of(viewer.tenant()).zone());
    }

    /** Up to the end of a day. */
    Found until(LocalDate last, Viewer viewer) {
        var directory = directories.of(viewer.tenant());
        var regime = ladders.regime(directory, today(viewer));
        var end = last.plusDays(1).atStartOfDay(directory.zone()).toInstant().minusMillis(1);
        return found(regime, end, breach -> true, viewer);
    }

    /** What a ladder would make today of what it is for, had it held all along; of breaches that another judges already nothing. */
    Found had(Ladder draft, Viewer viewer) {
        var directory = directories.of(viewer.tenant());
        var alone = new Regime(List.of(draft.from(LocalDate.EPOCH)), ladders.regime(directory, today(viewer)).calendar(), directory.zone());
        return found(alone, clock.instant(), breach -> draft.scope().covers(breach.ledger(), breach.type(), breach.name()), viewer);
    }

    private Found found(Regime regime, Instant until, Predicate<Breach> which, Viewer viewer) {
        var rows = new ArrayList<Row>();
        int seen = 0;
        int pinned = 0;
        Breach last = null;
        for (int page = 0; page < PAGES; page++) {
            var some = breaches.page(viewer.tenant(), visible(viewer), regime.horizon(until), last, regime.zone());
            for (var breach : some) {
                if (breach.unit() == null || breach.unit().equals(breach.supervisor()) || !which.test(breach)) continue;
                seen++;
                if (breach.ladder() != null && regime.ladder(breach).isEmpty()) pinned++;
                else row(breach, regime, until, rows, viewer);
            }
            if (some.size() < Breaches.PAGE) return new Found(sorted(rows), seen, pinned, false);
            last = some.getLast();
        }
        return new Found(sorted(rows), seen, pinned, true);
    }

    private static List<Row> sorted(List<Row> rows) {
        return rows.stream().sorted(Comparator.comparing(Row::day).thenComparing(Row::number)).toList();
    }

    private void row(Breach breach, Regime regime, Instant until, List<Row> rows, Viewer viewer) {
        var rule = breaches.rule(breach);
        regime.judge(breach, rule).filter(judged -> judged.next().due(until)).ifPresent(judged -> {
            var step = judged.next().step();
            var clockName = rule == null ? breach.name() : rule.label().in(LocaleContextHolder.getLocale());
            rows.add(new Row(judged.next().day(), step.label(), step.kind().word(), breach.number(), breach.title(), "/matters/" + breach.matter(), breach.unit() == null ? 0 : breach.unit(), directories.of(viewer.tenant()).unitName(breach.unit() == null ? 0 : breach.unit()),
                    Words.say("escalation.why", clockName, breach.lastDay(), step.moment(), judged.ladder().called()), step.signed()));
        });
    }

    private Condition visible(Viewer viewer) {
        var c = RUNNING_CLOCK_ROW;
        return sight.of(viewer, directories.of(viewer.tenant()), new Sight.Columns(c.TENANT, c.MATTER, c.PHASE, c.SECRECY));
    }
}
