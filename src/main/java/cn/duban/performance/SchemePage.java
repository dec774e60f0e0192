package cn.duban.performance;

import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scheme's text beside what it says, and what may be done with it now.
 *
 * @param id null for one that is not saved yet
 * @param version shown; zero for one that is not saved yet
 * @param writes whether this viewer may write it, as it stands
 * @param refused why something could not be done
 * @param lines the tree as it is understood; empty where it could not be read
 * @param opines the unit for which this viewer may say what it thinks; null for none
 */
public record SchemePage(@Nullable String id, String name, int version, String state, String text, int revision, boolean writes, List<Fault> faults, @Nullable String refused, List<Line> lines, List<Group> groups, List<Opinion> opinions,
        List<String> silent, @Nullable String until, @Nullable String opines, boolean consults, boolean approves, @Nullable String since, boolean drafts, List<Version> versions, List<Choice> periods) implements Titled {

    public record Fault(int line, String said) {}

    /** @param from where the score comes from @param how it is scored */
    public record Line(String no, int depth, String name, String points, String from, String how, String only, String ground) {}

    public record Group(String name, String units, int count) {}

    public record Opinion(int unit, String name, boolean agrees, String text, String by, @Nullable String answer) {}

    public record Version(int version, String state, String by, String at, @Nullable String since) {}

    public record Choice(String value, String label) {}

    public String path() {
        return "/performance/schemes/" + (id == null ? "new" : id);
    }

    public int rows() {
        return text.split("\\R", -1).length;
    }

    public boolean faulty(int line) {
        return faults.stream().anyMatch(fault -> fault.line() == line);
    }

    @Override
    public String title() {
        return id == null ? Words.say("performance.scheme.new") : name;
    }
}
