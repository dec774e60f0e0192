package cn.duban.ledger.desk;

import cn.duban.ledger.Clock;
import cn.duban.ledger.ClockExplained;
import cn.duban.ledger.Lamp;
import cn.duban.ledger.MatterTypes.Version;
import cn.duban.ledger.Refusal;
import cn.duban.ledger.Rehearsal.Move;
import cn.duban.ledger.Rehearsal;
import cn.duban.ledger.TypeVersions;
import cn.duban.ledger.desk.RehearsalPage.Omission;
import cn.duban.ledger.desk.RehearsalPage.Running;
import cn.duban.ledger.desk.RehearsalPage.Step;
import cn.duban.ledger.type.MatterType;
import cn.duban.ledger.type.TypeLinter;
import cn.duban.ledger.type.TypeWords;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.web.Dates;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import cn.duban.workdays.Calendars;
import cn.duban.workdays.Deadlines;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Plays the moves of an address through a version and shows where the matter stands then. Nothing is kept. */
@Component
class Rehearsing {

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final int USUAL_DAYS = 30;

    private final TypeVersions versions;
    private final TypePages pages;
    private final Directories directories;
    private final Calendars calendars;

    Rehearsing(TypeVersions versions, TypePages pages, Directories directories, Calendars calendars) {
        this.versions = versions;
        this.pages = pages;
        this.directories = directories;
        this.calendars = calendars;
    }

    /**
     * What an address asks for.
     *
     * @param move what was played so far
     * @param act the next move, as {@code act} or {@code act@assignment}; null to look only
     */
    record Asked(@Nullable LocalDate opened, List<String> move, @Nullable String as, @Nullable LocalDate day, @Nullable LocalTime time, @Nullable LocalDate due, Set<String> without, @Nullable String act) {}

    RehearsalPage show(Viewer viewer, Version version, Asked asked) {
        var item = versions.of(viewer, version).orElseThrow(cn.duban.web.NotFound::new);
        var type = sound(viewer, version);
        var directory = directories.of(viewer.tenant());
        var deadlines = new Deadlines(calendars.of(viewer.tenant(), directory.region()), directory.zone());
        var opened = asked.opened() == null ? firstWorkingDay(directory, deadlines) : asked.opened();
        var script = new Script(directory.zone());
        var rehearsal = new Rehearsal(type, directory, deadlines, opened.atTime(MORNING).atZone(directory.zone()).toInstant());
        var moves = new ArrayList<String>();
        var wrong = play(rehearsal, script, asked, moves);
        return page(viewer, version, VersionRow.called(item), type, rehearsal, script, deadlines, opened, moves, asked, wrong);
    }

    private MatterType sound(Viewer viewer, Version version) {
        var reading = TypeLinter.check(versions.text(viewer, version), version.name() + ".yaml", null);
        if (reading.type() == null || !reading.clean()) throw Refused.conflict("ledger.lint", Words.say("ledger.types.rehearsal.faulty", reading.faults().size()), Words.say("ledger.types.rehearsal.faulty.next"));
        return reading.type();
    }

    private static LocalDate firstWorkingDay(Directory directory, Deadlines deadlines) {
        var today = directory.today();
        return deadlines.calendar().addWorkingDays(today.minusDays(1), 1);
    }

    /** @return the sentence that says why a move could not be played at all; null where all could */
    private static @Nullable String play(Rehearsal rehearsal, Script script, Asked asked, List<String> moves) {
        try {
            for (var line : asked.move()) {
                rehearsal.play(script.read(line).orElseThrow(() -> Refused.invalid("ledger.input", Words.say("ledger.types.rehearsal.unread", line), "")));
                moves.add(line);
            }
            if (asked.act() == null) return null;
            var move = next(rehearsal, script, asked);
            rehearsal.play(move);
            moves.add(script.write(move));
            return null;
        } catch (Refused refused) {
            return refused.getMessage();
        }
    }

    private static Move next(Rehearsal rehearsal, Script script, Asked asked) {
        var act = asked.act();
        var at = act.indexOf('@');
        Integer assignment = at < 0 || !act.substring(at + 1).matches("\\d{1,4}") ? null : Integer.valueOf(act.substring(at + 1));
        return new Move(moment(rehearsal, script, asked), asked.as() == null ? rehearsal.owing() : asked.as(), at < 0 ? act : act.substring(0, at), assignment, asked.due(), asked.without());
    }

    private static Instant moment(Rehearsal rehearsal, Script script, Asked asked) {
        var now = rehearsal.now().atZone(script.zone());
        if (asked.day() == null) return rehearsal.now();
        return asked.day().atTime(asked.time() == null ? now.toLocalTime() : asked.time()).atZone(script.zone()).toInstant();
    }

    private RehearsalPage page(Viewer viewer, Version version, String called, MatterType type, Rehearsal rehearsal, Script script, Deadlines deadlines, LocalDate opened, List<String> moves, Asked asked, @Nullable String wrong) {
        var language = TypePages.language();
        var path = "/types/" + version.name() + "/" + version.word() + "/rehearsal";
        var now = rehearsal.now().atZone(script.zone());
        var player = asked.as() != null && asked.act() == null && rehearsal.players().stream().anyMatch(p -> p.id().equals(asked.as())) ? asked.as() : rehearsal.owing();
        var due = asked.due() == null ? now.toLocalDate().plusDays(USUAL_DAYS) : asked.due();
        var clocks = rehearsal.clocks(language).stream().map(clock -> running(clock, type, rehearsal, script, path, opened.toString(), moves)).toList();
        var steps = new ArrayList<Step>();
        for (int i = 0; i < rehearsal.played().size(); i++)
            steps.add(new Step(rehearsal.played().get(i), Dates.minute(rehearsal.played().get(i).move().at()), Script.address(path, opened.toString(), moves.subList(0, i))));
        return new RehearsalPage(version.name(), type.label().in(language), version.word(), called, opened.toString(), moves, now.toLocalDate().toString(), now.toLocalTime().toString(), due.toString(), player, List.copyOf(asked.without()),
                rehearsal.state().in(language), Dates.minute(rehearsal.now()), lamp(rehearsal, deadlines), rehearsal.owed().stream().map(label -> label.in(language)).toList(), clocks, rehearsal.players(),
                rehearsal.choices(player, rehearsal.now(), due, asked.without()), steps, omissions(type, asked.without()), StateDiagram.of(type, language, rehearsal.dossier().matter().state(), rehearsal.path()), wrong);
    }

    private static Running running(ClockExplained clock, MatterType type, Rehearsal rehearsal, Script script, String path, String opened, List<String> moves) {
        var rule = type.clocks().get(clock.name());
        var breach = rule == null ? "" : rule.breach().stream().map(b -> TypeWords.breach(b).in(TypePages.language())).collect(Collectors.joining(" → "));
        var unit = clock.assignment() == null ? null : rehearsal.unitOf(clock.assignment()).in(TypePages.language());
        if (clock.state() != Clock.State.RUNNING || clock.breached() || moves.size() >= Rehearsal.LONGEST) return new Running(clock, unit, breach, null);
        var later = new ArrayList<>(moves);
        later.add(script.write(new Move(clock.dueAt(), rehearsal.owing(), Rehearsal.WAIT, null, null, Set.of())));
        return new Running(clock, unit, breach, Script.address(path, opened, later));
    }

    private static @Nullable Lamp lamp(Rehearsal rehearsal, Deadlines deadlines) {
        var today = rehearsal.now().atZone(deadlines.zone()).toLocalDate();
        return rehearsal.lamp(deadlines.calendar().addWorkingDays(today, 1).plusDays(1).atStartOfDay(deadlines.zone()).toInstant());
    }

    private static List<Omission> omissions(MatterType type, Set<String> without) {
        var needs = new LinkedHashSet<String>();
        type.actions().values().forEach(action -> needs.addAll(action.needs()));
        return needs.stream().map(need -> new Omission(need, TypeWords.named(type, need).in(TypePages.language()), without.contains(need))).toList();
    }
}
