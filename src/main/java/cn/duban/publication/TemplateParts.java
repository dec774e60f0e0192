package cn.duban.publication;

import cn.duban.documents.HeadingNumber;
import cn.duban.publication.Composition.Kind;
import cn.duban.publication.Composition.Part;
import cn.duban.publication.PeriodFigures.Gathered;
import cn.duban.publication.Template.Cell;
import cn.duban.publication.Template.Line;
import cn.duban.publication.TemplateWords.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A template laid over the figures of a period: the parts of a bulletin, its figures still named and not yet told. Pure. */
final class TemplateParts {

    private static final Pattern NAME = Pattern.compile("\\{([^{}]*)}");
    private static final String BETWEEN = "；";
    private static final String MORE = "其余见台账";

    private final PeriodFigures figures;
    private final Map<String, String> plain;

    private TemplateParts(PeriodFigures figures, Map<String, String> plain) {
        this.figures = figures;
        this.plain = plain;
    }

    /** @param plain what 期间, 台账 and 通报 are here */
    static List<Part> of(Template template, PeriodFigures figures, Map<String, String> plain) {
        var laying = new TemplateParts(figures, plain);
        var laid = template.lines().stream().map(line -> List.copyOf(laying.parts(line))).toList();
        return laying.numbered(template.lines(), laid);
    }

    static Optional<String> title(Template template, PeriodFigures figures, Map<String, String> plain) {
        return template.lines().stream().flatMap(line -> line.says() instanceof Template.Title title ? Stream.of(title.text()) : Stream.empty())
                .findFirst().map(text -> new TemplateParts(figures, plain).bound(text));
    }

    /** Headings count themselves, and go where nothing is left under them. */
    private List<Part> numbered(List<Line> lines, List<List<Part>> laid) {
        var parts = new ArrayList<Part>();
        var counts = new int[3];
        for (int i = 0; i < lines.size(); i++) {
            if (!(lines.get(i).says() instanceof Template.Heading heading)) parts.addAll(laid.get(i));
            else if (filled(lines, laid, i, heading.level())) {
                var count = ++counts[heading.level()];
                if (heading.level() == 1) counts[2] = 0;
                parts.add(new Part(lines.get(i).name(), heading.level() == 1 ? Kind.HEADING : Kind.SUBHEADING, HeadingNumber.of(heading.level(), count) + bound(heading.text()), true));
            }
        }
        return parts;
    }

    private static boolean filled(List<Line> lines, List<List<Part>> laid, int at, int level) {
        for (int i = at + 1; i < lines.size(); i++) {
            if (lines.get(i).says() instanceof Template.Heading next && next.level() <= level) return false;
            if (!laid.get(i).isEmpty()) return true;
        }
        return false;
    }

    private List<Part> parts(Line line) {
        return switch (line.says()) {
            case Template.Title title -> List.of();
            case Template.Heading heading -> List.of();
            case Template.Words words -> paragraph(line.name(), bound(words.text()));
            case Template.When when -> figures.figures().get(when.figure()).rows().isEmpty() == when.some() ? List.of() : paragraph(line.name(), bound(when.text()));
            case Template.Tiles tiles -> List.of(new Part(line.name(), Kind.FIGURES, cells(tiles.cells(), name -> name), false));
            case Template.Table table -> table(line.name(), table);
            case Template.EachGroup each -> groups(line.name(), each);
            case Template.EachMatter each -> matters(line.name(), each);
        };
    }

    /** What asks for a figure that is not there, as of a bulletin before the first, is left out. */
    private List<Part> paragraph(String name, String text) {
        return Wording.names(text).stream().anyMatch(one -> one.startsWith(TemplateWords.FORMER) && !figures.figures().containsKey(one)) ? List.of()
                : List.of(new Part(name, Kind.PARAGRAPH, text, true));
    }

    private static String cells(List<Cell> cells, UnaryOperator<String> figure) {
        return cells.stream().map(cell -> cell.label() + "|{" + figure.apply(cell.figure()) + "}").collect(Collectors.joining("|"));
    }

    private List<Part> table(String name, Template.Table table) {
        var rows = figures.groups(table.group());
        if (rows.isEmpty()) return List.of();
        var head = Stream.concat(Stream.of(table.group().word()), table.cells().stream().map(Cell::label)).collect(Collectors.joining("|"));
        var body = rows.stream().map(row -> Stream.concat(Stream.of(called(row)), table.cells().stream().map(cell -> "{" + row.prefix() + cell.figure() + "}")).collect(Collectors.joining("|")));
        return List.of(new Part(name, Kind.TABLE, Stream.concat(Stream.of(head), body).collect(Collectors.joining("\n")), false));
    }

    private static String called(Gathered row) {
        return row.label() == null ? "{" + row.prefix() + "}" : row.label();
    }

    private List<Part> groups(String name, Template.EachGroup each) {
        var all = figures.groups(each.group());
        if (all.isEmpty()) return List.of();
        if (each.repeated() == null) return all.stream().flatMap(one -> paragraph(name + "-" + one.key(), bound(each.before(), each.group(), one)).stream()).toList();
        return paragraph(name, bound(each.before()) + all.stream().map(one -> bound(each.repeated(), each.group(), one)).collect(Collectors.joining(BETWEEN)) + bound(each.after()));
    }

    private List<Part> matters(String name, Template.EachMatter each) {
        var told = figures.told(each.told());
        if (told.figures().isEmpty()) return List.of();
        if (each.repeated() == null) {
            var parts = new ArrayList<Part>();
            for (int i = 0; i < told.figures().size(); i++) parts.addAll(paragraph(name + "-" + (i + 1), bound(each.before(), told.figures().get(i))));
            if (told.more()) parts.add(new Part(name + "-more", Kind.PARAGRAPH, MORE + "。", true));
            return parts;
        }
        return paragraph(name, bound(each.before()) + told.figures().stream().map(fact -> bound(each.repeated(), fact)).collect(Collectors.joining(BETWEEN)) + (told.more() ? BETWEEN + MORE : "") + bound(each.after()));
    }

    private String bound(String text) {
        return replaced(text, word -> plain.getOrDefault(word, "{" + word + "}"));
    }

    private String bound(String text, Group by, Gathered one) {
        return replaced(text, word -> {
            if (word.equals(by.word())) return called(one);
            if (!TemplateWords.OF_GROUP.contains(TemplateWords.former(word))) return plain.getOrDefault(word, "{" + word + "}");
            return "{" + (word.startsWith(TemplateWords.FORMER) ? TemplateWords.FORMER : "") + one.prefix() + TemplateWords.former(word) + "}";
        });
    }

    private String bound(String text, String fact) {
        return replaced(text, word -> switch (word) {
            case "事项" -> "{" + fact + "}";
            case "责任单位" -> "{" + fact + "单位}";
            case "期限", "编号" -> "{" + fact + word + "}";
            default -> plain.getOrDefault(word, "{" + word + "}");
        });
    }

    private static String replaced(String text, UnaryOperator<String> meant) {
        return NAME.matcher(text).replaceAll(match -> Matcher.quoteReplacement(meant.apply(match.group(1))));
    }
}
