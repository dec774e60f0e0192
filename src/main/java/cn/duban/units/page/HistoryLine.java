package cn.duban.units.page;

import cn.duban.units.ChangeLine;
import cn.duban.units.Directory;
import cn.duban.units.Person;
import cn.duban.web.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** One line of the log, with the person's name. */
public record HistoryLine(LocalDate on, String act, String before, String after, String basis, String by, Instant at) {

    static List<HistoryLine> of(List<ChangeLine> lines, Directory directory) {
        return lines.stream().map(line -> new HistoryLine(line.effectiveOn(), Words.say("units.act." + line.act()), line.before(), line.after(),
                line.basis(), line.by() == null ? Words.say("units.installation") : directory.person(line.by()).map(Person::name).orElse(""), line.at())).toList();
    }
}
