package cn.duban.units.paste;

import cn.duban.web.Complaints;
import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.time.LocalDate;
import java.util.List;

/**
 * A pasted table and what would become of it.
 *
 * @param what {@code units} or {@code people}
 * @param given the one-time passwords of accounts that were just created
 */
public record PastePage(String what, String action, String text, LocalDate from, List<PasteLine> lines, List<Given> given, Complaints complaints)
        implements Titled {

    public record Given(String name, String login, String password) {}

    static PastePage of(String what, String text, LocalDate from, List<PasteLine> lines) {
        return new PastePage(what, what.equals("units") ? "/units/paste" : "/people/paste", text, from, lines, List.of(), new Complaints());
    }

    PastePage giving(List<Given> passwords) {
        return new PastePage(what, action, text, from, lines, passwords, complaints);
    }

    @Override
    public String title() {
        return Words.say("units.paste." + what + ".title");
    }

    public List<String> columns() {
        return List.of(Words.say("units.paste." + what + ".columns").split("[、,] ?"));
    }

    public long good() {
        return lines.stream().filter(line -> line.good() && !line.will().isEmpty()).count();
    }

    public long there() {
        return lines.stream().filter(line -> line.good() && line.will().isEmpty()).count();
    }

    public long bad() {
        return lines.stream().filter(line -> !line.good()).count();
    }
}
