package cn.duban.publication;

import static cn.duban.web.Words.say;

import cn.duban.publication.Template.Cell;
import cn.duban.publication.Template.Says;
import cn.duban.publication.TemplateWords.Group;
import cn.duban.publication.TemplateWords.Told;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a template as people write it, and says line by line what is wrong with it and what to do. */
final class TemplateReader {

    static final int LONGEST = 20_000;

    private static final Pattern MARKED = Pattern.compile("【([^】]*)】(.*)");
    private static final Pattern HEADING = Pattern.compile("(#{1,2})(?!#)\\s*(.*)");
    private static final Pattern NAME = Pattern.compile("\\{([^{}]*)}");
    private static final String TITLE = "标题";
    private static final String TILES = "数字";

    /** @param line from 1; 0 for the whole */
    record Fault(int line, String said, String next) {}

    /** @param template what could be read; complete only where there is no fault */
    record Outcome(Template template, List<Fault> faults) {
        boolean sound() {
            return faults.isEmpty();
        }
    }

    private final List<Fault> faults = new ArrayList<>();
    private final List<Says> says = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private int at;

    private TemplateReader() {}

    static Outcome read(String text) {
        var reader = new TemplateReader();
        if (text.length() > LONGEST) reader.fault("long", LONGEST);
        else for (var line : text.split("\\R", -1)) {
            reader.at++;
            if (!line.isBlank()) reader.line(line.strip());
        }
        reader.at = 0;
        if (text.isBlank()) reader.fault("empty");
        reader.headings();
        return new Outcome(Template.of(reader.says, reader.numbers, reader.texts), List.copyOf(reader.faults));
    }

    private void line(String line) {
        var before = faults.size();
        var heading = HEADING.matcher(line);
        var marked = MARKED.matcher(line);
        Says said;
        if (heading.matches()) said = heading(heading.group(1).length(), heading.group(2));
        else if (marked.matches()) said = marked(marked.group(1).strip(), marked.group(2).strip());
        else said = new Template.Words(words(line, TemplateWords::everywhere));
        if (faults.size() > before) return;
        says.add(said);
        numbers.add(at);
        texts.add(line);
    }

    private Says heading(int level, String text) {
        if (text.isBlank()) fault("heading-empty");
        return new Template.Heading(level, words(text, TemplateWords::everywhere));
    }

    private Says marked(String mark, String rest) {
        if (rest.isBlank()) fault("mark-empty", mark);
        if (mark.equals(TITLE)) return title(rest);
        if (mark.equals(TILES)) return new Template.Tiles(cells(rest, TemplateWords::figure));
        if (mark.startsWith("有") || mark.startsWith("无")) return when(mark, rest);
        var table = TemplateWords.table(mark);
        if (table.isPresent()) return new Template.Table(table.get(), cells(rest, word -> TemplateWords.OF_GROUP.contains(word)));
        var group = TemplateWords.group(mark);
        if (group.isPresent()) {
            var cut = repeated(words(rest, word -> TemplateWords.ofGroup(word, group.get()) || TemplateWords.everywhere(word)));
            return new Template.EachGroup(group.get(), cut.get(0), cut.size() == 1 ? null : cut.get(1), cut.size() == 1 ? "" : cut.get(2));
        }
        var told = TemplateWords.told(mark);
        if (told.isPresent()) {
            var cut = repeated(words(rest, word -> TemplateWords.OF_MATTER.contains(word) || TemplateWords.everywhere(word)));
            return new Template.EachMatter(told.get(), cut.get(0), cut.size() == 1 ? null : cut.get(1), cut.size() == 1 ? "" : cut.get(2));
        }
        fault("mark", mark, marks());
        return new Template.Words(rest);
    }

    private Says title(String text) {
        if (says.stream().anyMatch(Template.Title.class::isInstance)) fault("title-twice");
        return new Template.Title(words(text, TemplateWords::everywhere));
    }

    private Says when(String mark, String rest) {
        var figure = mark.substring(1);
        if (!TemplateWords.COUNTS.contains(figure)) fault("when", mark, String.join("、", TemplateWords.COUNTS));
        return new Template.When(figure, mark.startsWith("有"), words(rest, TemplateWords::everywhere));
    }

    /** {@code 逾期、退回=本期退回}: what stands beside a figure is its own name, or the one before the sign. */
    private List<Cell> cells(String text, Predicate<String> known) {
        return Arrays.stream(text.split("[、，,]")).map(String::strip).filter(one -> !one.isEmpty()).map(one -> {
            var cut = Math.max(one.indexOf('='), one.indexOf('＝'));
            var figure = one.substring(cut + 1).strip();
            if (!known.test(figure)) unknown(figure);
            return new Cell(cut < 0 ? figure : one.substring(0, cut).strip().replace('|', '｜'), figure);
        }).toList();
    }

    private String words(String text, Predicate<String> known) {
        var left = NAME.matcher(text).replaceAll("");
        if (left.contains("{") || left.contains("}")) fault("brace");
        NAME.matcher(text).results().map(match -> match.group(1).strip()).distinct().filter(word -> !known.test(word)).forEach(this::unknown);
        return NAME.matcher(text).replaceAll(match -> "{" + Matcher.quoteReplacement(match.group(1).strip()) + "}");
    }

    private void unknown(String word) {
        var plain = TemplateWords.former(word);
        var group = Arrays.stream(Group.values()).filter(one -> one.word().equals(word)).findFirst();
        if (group.isPresent()) fault("elsewhere", word, bracketed(group.get().mark()));
        else if (TemplateWords.OF_GROUP.contains(plain)) fault("elsewhere", word, Arrays.stream(Group.values()).map(one -> bracketed(one.mark())).collect(Collectors.joining()));
        else if (TemplateWords.OF_MATTER.contains(word)) fault("elsewhere", word, Arrays.stream(Told.values()).map(one -> bracketed(one.mark())).collect(Collectors.joining()));
        else near(plain).ifPresentOrElse(meant -> fault("unknown.near", word, word.equals(plain) ? meant : TemplateWords.FORMER + meant), () -> fault("unknown", word));
    }

    /** The word that shares most of its characters with what was written. */
    private static Optional<String> near(String word) {
        return TemplateWords.all().stream().filter(one -> shared(one, word) * 2 >= Math.max(one.length(), word.length()))
                .max(Comparator.comparingInt((String one) -> shared(one, word)).thenComparing(one -> word.startsWith(one.substring(0, 1))).thenComparing(one -> -Math.abs(one.length() - word.length())));
    }

    private static int shared(String one, String other) {
        Set<Integer> characters = other.chars().boxed().collect(Collectors.toSet());
        return (int) one.chars().distinct().filter(characters::contains).count();
    }

    /** The whole line; or what stands before, in and after its square brackets. */
    private List<String> repeated(String text) {
        var open = text.indexOf('[');
        var close = text.indexOf(']');
        if (open < 0 && close < 0) return List.of(text);
        if (open < 0 || close < open || text.indexOf('[', open + 1) >= 0 || text.indexOf(']', close + 1) >= 0 || text.substring(open + 1, close).isBlank()) {
            fault("brackets");
            return List.of(text);
        }
        return List.of(text.substring(0, open), text.substring(open + 1, close), text.substring(close + 1));
    }

    private void headings() {
        for (int i = 0; i < says.size(); i++) {
            var next = i + 1 < says.size() ? says.get(i + 1) : null;
            if (says.get(i) instanceof Template.Heading heading && (next == null || next instanceof Template.Heading under && under.level() <= heading.level())) {
                at = numbers.get(i);
                // a line under it that could not be read is told of itself
                if (faults.stream().noneMatch(fault -> fault.line() > at)) fault("heading-alone", heading.text());
            }
        }
    }

    static String marks() {
        var groups = Arrays.stream(Group.values()).flatMap(group -> Stream.of(group.mark(), group.table()));
        var told = Arrays.stream(Told.values()).map(Told::mark);
        return Stream.of(Stream.of(TITLE, TILES, "有逾期", "无逾期"), groups, told).flatMap(marks -> marks).map(TemplateReader::bracketed).collect(Collectors.joining());
    }

    private static String bracketed(String mark) {
        return "【" + mark + "】";
    }

    private void fault(String key, Object... said) {
        faults.add(new Fault(at, say("publication.template.fault." + key, said), say("publication.template.fault." + key + ".next", said)));
    }
}
