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
import java.util.regex.Pattern;

/** What somebody should see before a bulletin goes on: typed numbers that say otherwise, people's numbers, marks of secrets. */
final class Checks {

    private static final Pattern CONTACT = Pattern.compile("\\d{3,5}-\\d{4,8}|[\\w.]+@[\\w.]+|(?:电话|热线|邮箱|地址)[:：]?\\s*[^\\s，。；]{4,}");
    private static final Pattern ALL = Pattern.compile("(?:全部|均已|全面|悉数)(?:整改|完成|办结|销号|落实)(?:完毕|到位|完成)?");

    private final Composition composition;
    private final Map<String, Figure> figures;
    private final List<Check> found = new ArrayList<>();

    private Checks(Composition composition) {
        this.composition = composition;
        this.figures = composition.figures();
    }

    /** @param texts part → the words as they were typed, figures as names */
    static List<Check> of(Map<String, String> texts, Content plain, Content open, List<Redaction> redactions, Composition composition) {
        var checks = new Checks(composition);
        texts.forEach(checks::typed);
        open.lines().forEach(checks::published);
        redactions.forEach(redaction -> checks.laid(redaction, plain));
        checks.contact(open);
        composition.remarks().forEach(remark -> checks.found.add(new Check(Level.NOTE, "", remark)));
        return checks.found.stream().distinct().sorted(Comparator.comparing(Check::level)).toList();
    }

    private void typed(String part, String text) {
        Wording.names(text).stream().filter(name -> !figures.containsKey(name))
                .forEach(name -> add(Level.STOP, part, "publication.check.unknown", name));
        Wording.names(text).stream().filter(name -> composition.needed().contains(name) && figures.containsKey(name) && figures.get(name).text().isBlank())
                .forEach(name -> add(Level.STOP, part, "publication.check.empty", name));
        var words = Wording.without(text);
        TypedNumber.in(words, composition).forEach(number -> compared(part, number));
        ALL.matcher(words).results().filter(m -> somethingOpen()).forEach(m -> add(Level.WARN, part, "publication.check.all", m.group()));
    }

    /** The public must read where to speak up: as it was set for the government, or as somebody wrote it. */
    private void contact(Content open) {
        var set = figures.get(Sheets.CONTACT).text();
        if (open.lines().noneMatch(line -> !set.isBlank() && line.contains(set) || CONTACT.matcher(line).find())) add(Level.STOP, "", "publication.check.contact");
    }

    private void compared(String part, TypedNumber number) {
        if (number.agrees()) add(Level.NOTE, part, "publication.check.typed", number.words());
        else if (number.bold()) add(Level.STOP, part, "publication.check.bold", number.words(), number.ledger());
        else add(Level.WARN, part, number.rate() ? "publication.check.rate" : "publication.check.contradicts", number.words(), number.ledger());
    }

    private boolean somethingOpen() {
        return figures.values().stream().anyMatch(f -> f.unit() == Unit.RATE && !f.text().startsWith("100%"));
    }

    private void published(String line) {
        if (!Door.masked(line).equals(line)) add(Level.STOP, "", "publication.check.person", Door.masked(line));
        if (Door.marked(line)) add(Level.STOP, "", "publication.check.secret");
    }

    /** What was to be covered and is no longer there may stand somewhere else now: somebody must look. */
    private void laid(Redaction redaction, Content plain) {
        var part = redaction.part();
        if (part != null && composition.parts().stream().noneMatch(p -> p.name().equals(part))) add(Level.STOP, "", "publication.check.part-gone", part, redaction.reason());
        var words = redaction.words();
        if (words != null && plain.lines().noneMatch(line -> line.contains(words))) add(Level.WARN, "", "publication.check.nothing", words);
    }

    private void add(Level level, String part, String key, Object... arguments) {
        found.add(new Check(level, part, say(key, arguments)));
    }
}
