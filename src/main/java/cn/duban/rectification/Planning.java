package cn.duban.rectification;

import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Refusal;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Saves a plan and hands it out, each measure by an act of its own: what is refused stays beside the others that went through. */
@Component
class Planning {

    private final Ledger ledger;
    private final Directories directories;

    Planning(Ledger ledger, Directories directories) {
        this.ledger = ledger;
        this.directories = directories;
    }

    /** @param refused the rows that were not saved, as they were typed, each with the reason */
    record Saved(List<MatterId> done, Map<MatterId, PlanRow> refused) {

        /** What was saved as text, which a session can carry to the next page. */
        List<String> numbers() {
            return done.stream().map(MatterId::toString).toList();
        }
    }

    Saved save(Round round, PlanForm form, Viewer viewer) {
        var directory = directories.of(viewer.tenant());
        var done = new ArrayList<MatterId>();
        var refused = new LinkedHashMap<MatterId, PlanRow>();
        round.measures().filter(line -> form.rows().containsKey(line.id())).forEach(line -> {
            var row = fitting(form.rows().get(line.id()), line, directory);
            if (!row.differs(line)) return;
            var why = save(row, line, viewer);
            if (why == null) done.add(line.id());
            else refused.put(line.id(), row.refused(why).over(PlanRow.of(line)));
        });
        return new Saved(done, refused);
    }

    /** The sentence of the refusal; null when it was saved. */
    private @Nullable String save(PlanRow row, Round.Line line, Viewer viewer) {
        if (line.dueOn() != null && row.due().isEmpty()) return Words.say("rectification.due.kept");
        try {
            ledger.act(line.id(), row.act(line), viewer, once("plan", line));
            return null;
        } catch (DateTimeParseException noDay) {
            return Words.say("rectification.due.wrong");
        } catch (Refusal.Refused refused) {
            return refused.refusal().rule().equals("conflict") ? Words.say("rectification.plan.changed") : refused.getMessage();
        }
    }

    /** The same click sent twice is one deed: both saw the measure in the same version. */
    private static String once(String what, Round.Line line) {
        return what + " " + line.id() + " " + line.version();
    }

    /** Whoever handled it for the unit that led does not handle it for another one. */
    private static PlanRow fitting(PlanRow row, Round.Line line, Directory directory) {
        if (row.handler().isEmpty() || row.lead().isEmpty() || row.lead().equals(PlanRow.of(line).lead())) return row;
        var fits = directory.post(Integer.parseInt(row.handler())).filter(post -> directory.within(post.unit(), Integer.parseInt(row.lead()))).isPresent();
        return fits ? row : row.withoutHandler();
    }

    /** Hands out what was chosen; each is its own act, and each refusal is told. */
    List<PlanPage.Result> assign(Round round, Predicate<Round.Line> chosen, Viewer viewer) {
        return round.measures().filter(line -> line.draft() && chosen.test(line)).map(line -> {
            try {
                ledger.act(line.id(), Act.of("assign").seen(line.version()).due(line.dueOn()), viewer, once("assign", line));
                return new PlanPage.Result(line, null);
            } catch (Refusal.Refused refused) {
                return new PlanPage.Result(line, refused.getMessage());
            }
        }).toList();
    }
}
