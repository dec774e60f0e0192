package cn.duban.sheets;

import cn.duban.sheets.Line.Outcome;
import cn.duban.units.Directories;
import cn.duban.units.Person;
import cn.duban.web.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The latest sheets of a source outside, for the room whose source it is. */
@Component
public class Imports {

    private static final int LISTED = 20;

    private final SheetIntakes intakes;
    private final Lines lines;
    private final Directories directories;

    Imports(SheetIntakes intakes, Lines lines, Directories directories) {
        this.intakes = intakes;
        this.lines = lines;
        this.directories = directories;
    }

    /** @param rows by the word of what became of them, such as {@code new}; empty while nothing was checked */
    public record Import(SheetIntake intake, String by, Map<Outcome, Integer> rows) {

        public UUID id() {
            return intake.id();
        }

        public Instant at() {
            return intake.enteredAt();
        }

        public int count(Outcome outcome) {
            return rows.getOrDefault(outcome, 0);
        }
    }

    /** The latest one first; none where the source is not open to the viewer. */
    public List<Import> of(String source, Viewer viewer) {
        var directory = directories.of(viewer.tenant());
        return intakes.of(source, LISTED, viewer).stream().map(intake -> new Import(intake, directory.person(intake.enteredBy()).map(Person::name).orElse(""), lines.tally(intake.tenant(), intake.id()))).toList();
    }
}
