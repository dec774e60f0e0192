package cn.duban.sheets;

import cn.duban.sheets.Line.Outcome;
import cn.duban.sheets.SheetIntake.State;
import cn.duban.sheets.reading.Said;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import org.springframework.stereotype.Component;

/** Sends sheets to the worker: to be checked, then to be imported, and stops them. */
@Component
class Importing {

    private final SheetIntakes intakes;
    private final Lines lines;
    private final RowDuplicates duplicates;
    private final Worker worker;

    Importing(SheetIntakes intakes, Lines lines, RowDuplicates duplicates, Worker worker) {
        this.duplicates = duplicates;
        this.intakes = intakes;
        this.lines = lines;
        this.worker = worker;
    }

    void check(SheetIntake intake, Viewer viewer) {
        if (!intake.mapping().complete()) throw Refused.invalid("sheets.incomplete", Words.say("sheets.incomplete"), Words.say("sheets.incomplete.next"));
        // read once and written once
        intakes.send(intake, intake.version(), State.DRAFT, State.CHECKING, 2 * lines.count(intake.tenant(), intake.id()), viewer);
        worker.wake();
    }

    /** The first time, or once more after it stopped: what was done is not done again. */
    void run(SheetIntake intake, int seenVersion, Viewer viewer) {
        var left = lines.left(intake.tenant(), intake.id());
        var tally = lines.tally(intake.tenant(), intake.id());
        if (left == 0 && tally.getOrDefault(Outcome.HELD, 0) + tally.getOrDefault(Outcome.UNCHANGED, 0) == 0)
            throw Refused.invalid("sheets.nothing-to-do", Words.say("sheets.none-fit"), Words.say("sheets.none-fit.next"));
        var undecided = duplicates.undecided(intake.tenant(), intake.id());
        if (undecided > 0) throw Refused.conflict("sheets.duplicates", Words.say("sheets.duplicates", undecided), Words.say("sheets.duplicates.next"));
        intakes.send(intake, seenVersion, State.CHECKED, State.RUNNING, left, viewer);
        worker.wake();
    }

    void halt(SheetIntake intake, Viewer viewer) {
        intakes.halt(intake, Said.of(viewer.unitName() + viewer.personName() + "停下了它。已经导入的不受影响，可以接着导入。", viewer.personName() + " stopped it. What was imported stays; it can go on."));
    }
}
