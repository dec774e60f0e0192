package cn.duban.progress;

import cn.duban.ledger.Matters;
import cn.duban.progress.DueReports.Missed;
import cn.duban.progress.MissingPage.Choice;
import cn.duban.progress.MissingPage.Row;
import cn.duban.progress.MissingPage.Unit;
import cn.duban.units.Directories;
import cn.duban.web.Dates;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import cn.duban.workdays.Rhythm;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who has not reported in a round (欠报), and a reminder to them. */
@Controller
@RequestMapping("/progress/missing")
class MissingController {

    private static final int ROUNDS = 8;

    /** Whoever was reminded is not reminded again within it. */
    private static final Duration QUIET = Duration.ofHours(4);

    private final Duties duties;
    private final DueReports due;
    private final Reminders reminders;
    private final Planning planning;
    private final Matters matters;
    private final Directories directories;
    private final TransactionTemplate transaction;

    MissingController(Duties duties, DueReports due, Reminders reminders, Planning planning, Matters matters, Directories directories, PlatformTransactionManager transactions) {
        this.duties = duties;
        this.due = due;
        this.reminders = reminders;
        this.planning = planning;
        this.matters = matters;
        this.directories = directories;
        this.transaction = new TransactionTemplate(transactions);
    }

    @GetMapping
    String show(@RequestParam(defaultValue = "half-month") String rhythm, @RequestParam(defaultValue = "") String from, @RequestParam(required = false) @Nullable Integer unit, @RequestParam(defaultValue = "0") int reminded, Viewer viewer, Model model) {
        overseer(viewer);
        var asked = Stream.of(Rhythm.values()).filter(one -> one.toString().equals(rhythm)).findFirst().orElse(Rhythm.HALF_MONTH);
        var deadlines = planning.deadlines(viewer.tenant());
        var now = planning.now();
        var today = LocalDate.ofInstant(now, deadlines.zone());
        var round = Round.holding(asked, day(from).filter(day -> !day.isAfter(today)).orElse(today), deadlines);
        var directory = directories.of(viewer.tenant());
        var tallies = duties.tallies(asked, round.from(), now, viewer);
        var open = duties.open(asked, round.from(), unit, viewer);
        var titles = matters.rows(open.stream().map(row -> row.matter().id()).collect(Collectors.toSet()), viewer);
        var units = tallies.stream().map(t -> new Unit(t.unit(), directory.unitName(t.unit()), t.due(), t.onTime(), t.late(), t.waiting(), t.unreported(), t.returned(), t.passed())).toList();
        var all = units.stream().reduce(new Unit(0, Words.say("progress.missing.all"), 0, 0, 0, 0, 0, 0, 0), (a, b) -> new Unit(0, a.name(), a.due() + b.due(), a.onTime() + b.onTime(), a.late() + b.late(), a.waiting() + b.waiting(), a.unreported() + b.unreported(), a.returned() + b.returned(), a.passed() + b.passed()));
        var rows = open.stream().filter(row -> titles.containsKey(row.matter().id())).map(row -> new Row(row.key().word(), row.matter().toString(), titles.get(row.matter().id()).number(), titles.get(row.matter().id()).title(), directory.unitName(row.unit()),
                PeriodWords.of(row, now), row.state(), row.before(), row.draft() != null, row.remindedAt() == null ? null : Dates.minute(row.remindedAt()))).toList();
        model.addAttribute("page", new MissingPage(PeriodWords.of(round, now), rhythms(asked), rounds(asked, round, today), units, all, rows, unit, Math.clamp(reminded, 0, Duties.MOST), open.size() == Duties.MOST));
        return "progress/missing";
    }

    @PostMapping("/reminders")
    String remind(@RequestParam(defaultValue = "") List<String> row, @RequestParam(defaultValue = "half-month") String rhythm, @RequestParam(defaultValue = "") String from, Viewer viewer) {
        overseer(viewer);
        var now = planning.now();
        var reminded = transaction.execute(status -> {
            var those = duties.asked(row.stream().limit(Duties.MOST).toList(), viewer).stream().filter(Duty::open).filter(duty -> due.remind(duty.key(), now, now.minus(QUIET))).toList();
            reminders.remind(viewer.tenant(), those.stream().map(duty -> new Missed(duty.matter(), duty.clock(), duty.startsOn(), duty.unit(), duty.lastDay())).toList(), viewer.unitName() + " " + viewer.personName(), now.toString());
            return those.size();
        });
        var back = Stream.of(Rhythm.values()).map(Rhythm::toString).filter(rhythm::equals).findFirst().orElse("half-month");
        return "redirect:/progress/missing?rhythm=" + back + day(from).map(day -> "&from=" + day).orElse("") + "&reminded=" + reminded;
    }

    private static void overseer(Viewer viewer) {
        if (!viewer.has(Viewer.Duty.LEAD)) viewer.require(Viewer.Duty.SUPERVISE);
    }

    private static Optional<LocalDate> day(String said) {
        try {
            return said.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(said));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    private static List<Choice> rhythms(Rhythm chosen) {
        return Stream.of(Rhythm.values()).map(rhythm -> new Choice(rhythm.toString(), rhythm.say(LocaleContextHolder.getLocale()), rhythm == chosen)).toList();
    }

    private static List<Choice> rounds(Rhythm rhythm, Round chosen, LocalDate today) {
        return Stream.iterate(rhythm.startOf(today), start -> rhythm.startOf(start.minusDays(1))).limit(ROUNDS)
                .map(start -> new Choice(start.toString(), Words.say("progress.span", start, rhythm.endOf(start)), start.equals(chosen.from()))).toList();
    }
}
