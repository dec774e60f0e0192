package cn.duban.publication;

import static cn.duban.web.Words.say;

import cn.duban.ledger.Door;
import cn.duban.publication.Check.Level;
import cn.duban.publication.Composition.Figure;
import cn.duban.publication.Composition.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What somebody should see before a bulletin goes on: typed numbers that say otherwise, people's numbers, marks of secrets. */
final class Checks {

    private static final String COUNT = "(\\d+|[零一二三四五六七八九十百两]+)";
    private static final Pattern BEFORE = Pattern.compile(COUNT + "\\s*[个项条件类]?\\s*(?:具体|整改|巡察|突出)?(问题|措施)");
    private static final Pattern AFTER = Pattern.compile("(问题|措施)(?:共|计|总数|有|为|共计|合计)*\\s*" + COUNT + "\\s*[个项条件]");
    private static final Pattern RATE = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*[%％]");
    private static final Pattern CONTACT = Pattern.compile("\\d{3,5}-\\d{4,8}|[\\w.]+@[\\w.]+|(?:电话|热线|邮箱|地址)[:：]?\\s*[^\\s，。；]{4,}");
    private static final Pattern ALL = Pattern.compile("(?:全部|均已|全面|悉数)(?:整改|完成|办结|销号|落实)(?:完毕|到位|完成)?");

    private final Map<String, Figure> figures;
    private final Set<String> needed;
    private final List<Check> found = new ArrayList<>();

    private Checks(Map<String, Figure> figures, Set<String> needed) {
        this.figures = figures;
        this.needed = needed;
    }

    /** @param texts part → the words as they were typed, figures as names */
    static List<Check> of(Map<String, String> texts, Content plain, Content open, List<Redaction> redactions, Composition composition) {
        var checks = new Checks(composition.figures(), composition.needed());
        texts.forEach(checks::typed);
        open.lines().forEach(checks::published);
        redactions.forEach(redaction -> checks.laid(redaction, plain, composition));
        checks.contact(open);
        composition.remarks().forEach(remark -> checks.found.add(new Check(Level.NOTE, "", remark)));
        return checks.found.stream().distinct().sorted(Comparator.comparing(Check::level)).toList();
    }

    private void typed(String part, String text) {
        Wording.names(text).stream().filter(name -> !figures.containsKey(name))
                .forEach(name -> add(Level.STOP, part, "publication.check.unknown", name));
        Wording.names(text).stream().filter(name -> needed.contains(name) && figures.containsKey(name) && figures.get(name).text().isBlank())
                .forEach(name -> add(Level.STOP, part, "publication.check.empty", name));
        var words = Wording.without(text);
        BEFORE.matcher(words).results().forEach(m -> counted(part, m, m.group(1), m.group(2)));
        AFTER.matcher(words).results().forEach(m -> counted(part, m, m.group(2), m.group(1)));
        RATE.matcher(words).results().forEach(m -> rated(part, m));
        ALL.matcher(words).results().filter(m -> somethingOpen()).forEach(m -> add(Level.WARN, part, "publication.check.all", m.group()));
    }

    /** The public must read where to speak up: as it was set for the government, or as somebody wrote it. */
    private void contact(Content open) {
        var set = figures.get(Sheets.CONTACT).text();
        if (open.lines().noneMatch(line -> !set.isBlank() && line.contains(set) || CONTACT.matcher(line).find())) add(Level.STOP, "", "publication.check.contact");
    }

    private void counted(String part, MatchResult match, String number, String noun) {
        var unit = noun.equals("问题") ? Unit.FINDING : Unit.MEASURE;
        var said = Integer.toString(Numeral.value(number));
        var known = figures.values().stream().filter(f -> f.unit() == unit && f.value() != null).toList();
        if (known.stream().anyMatch(f -> f.text().equals(said))) add(Level.NOTE, part, "publication.check.typed", match.group());
        else add(Level.WARN, part, "publication.check.contradicts", match.group(), known.stream().map(f -> f.name() + " " + f.text()).collect(Collectors.joining("、")));
    }

    private void rated(String part, MatchResult match) {
        var rates = figures.values().stream().filter(f -> f.unit() == Unit.RATE).toList();
        if (rates.stream().noneMatch(f -> f.text().startsWith(match.group(1) + "%")))
            add(Level.WARN, part, "publication.check.rate", match.group(), rates.stream().map(f -> f.name() + " " + f.text()).collect(Collectors.joining("、")));
    }

    private boolean somethingOpen() {
        return figures.values().stream().anyMatch(f -> f.unit() == Unit.RATE && !f.text().startsWith("100%"));
    }

    private void published(String line) {
        if (!Door.masked(line).equals(line)) add(Level.STOP, "", "publication.check.person", Door.masked(line));
        if (Door.marked(line)) add(Level.STOP, "", "publication.check.secret");
    }

    /** What was to be covered and is no longer there may stand somewhere else now: somebody must look. */
    private void laid(Redaction redaction, Content plain, Composition composition) {
        var part = redaction.part();
        if (part != null && composition.parts().stream().noneMatch(p -> p.name().equals(part))) add(Level.STOP, "", "publication.check.part-gone", part, redaction.reason());
        var words = redaction.words();
        if (words != null && plain.lines().noneMatch(line -> line.contains(words))) add(Level.WARN, "", "publication.check.nothing", words);
    }

    private void add(Level level, String part, String key, Object... arguments) {
        found.add(new Check(level, part, say(key, arguments)));
    }
}
