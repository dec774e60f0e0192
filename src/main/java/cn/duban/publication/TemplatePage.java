package cn.duban.publication;

import cn.duban.publication.NewPeriodPage.Choice;
import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A template beside a bulletin that it would make.
 *
 * @param no null for one that is not saved yet
 * @param may whether this unit writes it; it may use and copy those of the units above it
 * @param refused why it could not be saved
 * @param shown the version shown, where it is not the one in force
 */
public record TemplatePage(
        @Nullable Integer no, boolean may, Typed typed, List<Fault> faults, @Nullable String refused, Preview preview, List<Choice> about, List<Choice> rhythms, List<Version> versions,
        @Nullable Integer shown) implements Titled {

    /** @param version that the writer read @param day within the period of the preview */
    public record Typed(String name, String what, String rhythm, String day, @Nullable Integer version, String text) {}

    public record Fault(int line, String said, String next) {}

    /**
     * @param content null where there is none, and {@code why}
     * @param absent lines of which nothing is left in this period
     */
    public record Preview(String period, @Nullable Content content, @Nullable String why, List<Check> checks, List<Integer> absent) {}

    public record Version(int version, String by, String at) {}

    public int lines() {
        return typed.text().split("\\R", -1).length;
    }

    public boolean faulty(int line) {
        return faults.stream().anyMatch(fault -> fault.line() == line);
    }

    public String absent() {
        return preview.absent().stream().map(String::valueOf).collect(Collectors.joining("、"));
    }

    public String path() {
        return "/bulletins/templates/" + (no == null ? "new" : no);
    }

    /** What may stand in any line, as it is typed. */
    public static List<String> everywhere() {
        return braced(List.of(TemplateWords.PLAIN, TemplateWords.FACTS, TemplateWords.COUNTS, TemplateWords.RATES, TemplateWords.CHANGES));
    }

    public static List<String> ofGroup() {
        return braced(List.of(TemplateWords.OF_GROUP));
    }

    public static List<String> ofMatter() {
        return braced(List.of(TemplateWords.OF_MATTER));
    }

    public static String told() {
        return Arrays.stream(TemplateWords.Told.values()).map(told -> "【" + told.mark() + "】").collect(Collectors.joining(" "));
    }

    private static List<String> braced(List<List<String>> words) {
        return words.stream().flatMap(List::stream).map(word -> "{" + word + "}").toList();
    }

    @Override
    public String title() {
        return no == null ? Words.say("publication.template.new") : typed.name();
    }
}
