package cn.duban.sheets;

import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a sheet mean, beside its first rows as they will become matters.
 *
 * @param source what whoever hands it down is called; null for a ledger of the house's own
 * @param sheets all sheets of the file
 * @param same the same file, imported before
 * @param hangs whether matters of the type stand under others
 * @param head the first rows as they were read, by their number
 * @param samples rows below the head, for the cells beside each column
 */
public record MappingPage(SheetIntake intake, @Nullable String source, List<SheetIntake> sheets, List<SheetIntake> same, List<Choice> types, List<Target> targets, boolean hangs, String parent, List<Choice> books,
        Map<Integer, List<String>> head, List<Line> samples, List<Example> examples) implements Titled {

    public record Choice(String value, String label) {}

    /** A row as it will become a matter. */
    public record Example(int no, Content content, List<Fact> facts, List<Remark> remarks) {
        public record Fact(String label, String value) {}
    }

    @Override
    public String title() {
        return Words.say("sheets.mapping.title") + " · " + intake.name();
    }

    /** What stands in a column, from the first rows. */
    public String sample(Mapping.Column column) {
        return samples.stream().map(line -> column.at() < line.cells().size() ? line.cells().get(column.at()).replaceAll("\\s+", " ") : "").filter(text -> !text.isEmpty())
                .map(text -> text.length() > 24 ? text.substring(0, 24) + "…" : text).distinct().limit(2).collect(Collectors.joining(" / "));
    }

    /** The rows around the head, so that it can be seen where it stands. */
    public List<Map.Entry<Integer, List<String>>> around() {
        return head.entrySet().stream().filter(row -> row.getKey() <= Math.max(intake.mapping().bottom() + 2, 5)).toList();
    }
}
