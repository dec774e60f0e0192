package cn.duban.hotline;

import cn.duban.units.Directory;
import cn.duban.units.Unit;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which unit answers the line from which day on. Pure. @param lines the latest day first, of one day the latest entered */
public record DeskRegister(List<Line> lines) {

    /** @param enteredBy unit and name of that day */
    public record Line(LocalDate since, int unit, String enteredBy) {}

    private Optional<Line> on(LocalDate day) {
        return lines.stream().filter(line -> !line.since().isAfter(day)).findFirst();
    }

    /** Who answers today; of a unit that was closed whoever took over from it. Empty where nobody does. */
    Optional<Integer> desk(Directory directory) {
        return on(directory.today()).flatMap(line -> directory.living(line.unit())).map(Unit::id);
    }

    /** Whether this is what it says of that day already. */
    boolean says(int unit, LocalDate day) {
        return on(day).filter(line -> line.unit() == unit).isPresent();
    }

    LocalDate since(LocalDate today) {
        return on(today).map(Line::since).orElse(today);
    }

    /** Units that answered once, with those below them, as far as they are no part of the desk of today. */
    public Set<Integer> before(int desk, Directory directory) {
        var before = new LinkedHashSet<Integer>();
        if (desk == 0) return before;
        lines.stream().filter(line -> !line.since().isAfter(directory.today())).forEach(line -> before.addAll(directory.below(line.unit())));
        before.removeAll(directory.below(desk));
        return before;
    }
}
