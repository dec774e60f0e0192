package cn.duban.publication;

import cn.duban.publication.Composition.Claim;
import cn.duban.publication.Composition.Figure;
import cn.duban.publication.Composition.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A number that somebody wrote into the words of a bulletin, and the figures of the ledger that it can mean: 已销号12个,
 * 12个问题已全部销号, 没有逾期, 完成率百分之九十.
 *
 * @param meant where the words name no state, every figure of the kind counted
 * @param bold whether it says more than any of them, of what is and not of what is to come
 */
record TypedNumber(String words, BigDecimal value, List<Figure> meant, boolean bold) {

    private static final String COUNT = "(?<count>\\d+|[〇零一二三四五六七八九十百千两]+)";
    private static final String PERCENT = "(?:百分之(?<cents>[〇零一二三四五六七八九十百点]+)|(?<percent>\\d+(?:\\.\\d+)?)\\s*[%％])";
    private static final String NOUN = "(?:具体|整改|巡察|突出)*(?:问题|措施|任务|事项)?";
    private static final String COUNTED = "(?:了|的|已|总|数|共|计|有|为|达|到|约|是|[:：\\s])*";
    private static final String WHOLLY = "(?:的|已经|已|均|都|全部|按期|完|也)*";
    private static final String END = "(?=$|[^\\p{IsHan}\\d]|的|具体|整改|巡察|突出|问题|措施|任务|事项)";
    private static final Pattern PROMISED = Pattern.compile("确保|力争|争取|目标|计划|预计|拟于|将于|要在|底前|年内");
    private static final Pattern BEFORE = Pattern.compile(COUNT + "\\s*[个项条件类]?\\s*(?:具体|整改|巡察|突出)?(?<noun>问题|措施)");
    private static final Pattern AFTER = Pattern.compile("(?<noun>问题|措施)(?:共|计|总数|有|为|共计|合计)*\\s*" + COUNT + "\\s*[个项条件]");
    private static final Pattern RATE = Pattern.compile(PERCENT);

    /** @param text words with each figure as one gap, as {@link Wording#without} leaves it */
    static List<TypedNumber> in(String text, Composition composition) {
        var found = new ArrayList<TypedNumber>();
        var left = new StringBuilder(text);
        for (var claim : composition.claims()) {
            var meant = claim.figures().stream().map(composition.figures()::get).filter(Objects::nonNull).toList();
            for (var pattern : patterns(claim, meant))
                for (var match : pattern.matcher(left.toString()).results().toList()) {
                    found.add(of(match, fitting(noun(text, match), meant), text));
                    blank(left, match);
                }
        }
        for (var pattern : List.of(BEFORE, AFTER))
            pattern.matcher(left.toString()).results().forEach(m -> found.add(of(m, counted(composition, m.group("noun").equals("问题") ? Unit.FINDING : Unit.MEASURE), "")));
        RATE.matcher(left).results().forEach(m -> found.add(of(m, counted(composition, Unit.RATE), "")));
        return found;
    }

    private static List<Pattern> patterns(Claim claim, List<Figure> meant) {
        var said = "(?:已经|已)?(?:" + claim.words() + ")";
        if (meant.stream().anyMatch(figure -> figure.unit() == Unit.RATE)) return List.of(Pattern.compile(said + "(?:已经|已|高|超过|约|为|是|达|到|[:：\\s])*" + PERCENT));
        return List.of(Pattern.compile("(?:没有|无|未出现|不存在)(?:一[个项])?" + said + "(?!率)"),
                Pattern.compile(said + NOUN + COUNTED + COUNT + "\\s*[个项条件]" + END),
                Pattern.compile(COUNT + "\\s*[个项条件]" + WHOLLY + NOUN + WHOLLY + said + "(?!率)"));
    }

    private static TypedNumber of(MatchResult match, List<Figure> meant, String text) {
        var value = value(match);
        var most = meant.stream().map(TypedNumber::amount).filter(Objects::nonNull).max(BigDecimal::compareTo);
        var bold = !text.isEmpty() && most.isPresent() && value.compareTo(most.get()) > 0 && !PROMISED.matcher(sentence(text, match.start(), match.end())).find();
        return new TypedNumber(match.group(), value, meant, bold);
    }

    private static BigDecimal value(MatchResult match) {
        var groups = match.namedGroups();
        if (groups.containsKey("count")) return BigDecimal.valueOf(Numeral.value(match.group("count")));
        if (!groups.containsKey("percent")) return BigDecimal.ZERO;
        return match.group("percent") != null ? new BigDecimal(match.group("percent")) : Numeral.decimal(match.group("cents"));
    }

    /** What is counted in the sentence up to here: 共有问题12个，其中已销号3个. */
    private static String noun(String text, MatchResult match) {
        var said = sentence(text, match.start(), match.start()) + match.group();
        return said.lastIndexOf("措施") > said.lastIndexOf("问题") ? "措施" : said.contains("问题") ? "问题" : "";
    }

    private static List<Figure> fitting(String noun, List<Figure> meant) {
        var fitting = meant.stream().filter(f -> f.unit() == (noun.equals("措施") ? Unit.MEASURE : Unit.FINDING)).toList();
        return noun.isEmpty() || fitting.isEmpty() ? meant : fitting;
    }

    private static String sentence(String text, int from, int to) {
        var start = Math.max(text.lastIndexOf('。', from - 1), text.lastIndexOf('\n', from - 1)) + 1;
        return text.substring(start, to);
    }

    private static void blank(StringBuilder left, MatchResult match) {
        for (int i = match.start(); i < match.end(); i++) left.setCharAt(i, '\u0001');
    }

    private static List<Figure> counted(Composition composition, Unit unit) {
        return composition.figures().values().stream().filter(f -> f.unit() == unit && amount(f) != null).toList();
    }

    /** Whether one of the figures says the same. */
    boolean agrees() {
        return meant.stream().map(TypedNumber::amount).anyMatch(amount -> amount != null && amount.compareTo(value) == 0);
    }

    boolean rate() {
        return meant.stream().anyMatch(figure -> figure.unit() == Unit.RATE);
    }

    String ledger() {
        return meant.stream().map(figure -> figure.name() + " " + figure.text()).collect(Collectors.joining("、"));
    }

    private static BigDecimal amount(Figure figure) {
        if (figure.value() != null) return BigDecimal.valueOf(figure.value());
        var percent = figure.text().indexOf('%');
        return figure.unit() == Unit.RATE && percent > 0 ? new BigDecimal(figure.text().substring(0, percent)) : null;
    }
}
