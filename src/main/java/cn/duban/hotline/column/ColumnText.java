package cn.duban.hotline.column;

import cn.duban.hotline.answers.Answer;
import cn.duban.hotline.figures.Figure;
import cn.duban.hotline.figures.MonthFigures.Tally;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The column of one month, written out of a template: {@code {name}} stands for a figure or a list. Pure. */
record ColumnText(YearMonth month, List<Tally> tallies, List<Tally> before, List<Answer> answers) {

    private static final Pattern NAME = Pattern.compile("\\{([^{}]*)}");
    private static final int TOPICS = 5;

    private static final Map<String, Function<ColumnText, String>> NAMES = Map.of(
            "月份", column -> column.month.getYear() + "年" + column.month.getMonthValue() + "月",
            "收到", column -> column.number(Figure.RECEIVED),
            "办结", column -> column.number(Figure.CLOSED),
            "在办", column -> column.number(Figure.OPEN),
            "未评价", column -> column.number(Figure.UNRATED),
            "按期办结率", column -> column.whole().onTime(),
            "满意率", column -> column.whole().satisfied(),
            "热点", ColumnText::topics,
            "问答", ColumnText::questions);

    /** What a template can ask for. */
    static List<String> names() {
        return NAMES.keySet().stream().sorted().toList();
    }

    /** What it asks for and nobody knows. */
    static List<String> unknown(String template) {
        return NAME.matcher(template).results().map(found -> found.group(1)).filter(name -> !NAMES.containsKey(name)).distinct().toList();
    }

    String written(String template) {
        return NAME.matcher(template).replaceAll((MatchResult found) -> Matcher.quoteReplacement(NAMES.containsKey(found.group(1)) ? NAMES.get(found.group(1)).apply(this) : found.group()));
    }

    private Tally whole() {
        return Tally.sum("", "", tallies);
    }

    private String number(Figure figure) {
        return String.valueOf(whole().of(figure));
    }

    /** The categories that came most often, with the month before. */
    private String topics() {
        var topics = categories(tallies).stream().filter(tally -> !tally.category().isEmpty() && tally.of(Figure.RECEIVED) > 0).sorted(Comparator.comparing((Tally tally) -> -tally.of(Figure.RECEIVED)).thenComparing(Tally::category)).limit(TOPICS).toList();
        if (topics.isEmpty()) return "（本月没有）";
        return IntStream.range(0, topics.size()).mapToObj(at -> (at + 1) + ". " + topic(topics.get(at))).collect(Collectors.joining("\n"));
    }

    private String topic(Tally tally) {
        int former = categories(before).stream().filter(one -> one.category().equals(tally.category())).mapToInt(one -> one.of(Figure.RECEIVED)).sum();
        int difference = tally.of(Figure.RECEIVED) - former;
        var moved = difference == 0 ? "与上月持平" : difference > 0 ? "比上月多" + difference + "件" : "比上月少" + -difference + "件";
        return tally.category() + "：" + tally.of(Figure.RECEIVED) + "件（" + moved + "），已办结" + tally.of(Figure.CLOSED) + "件，满意率" + tally.satisfied();
    }

    private static List<Tally> categories(List<Tally> tallies) {
        return tallies.stream().map(Tally::category).distinct().map(name -> Tally.sum(name, "", tallies.stream().filter(tally -> tally.category().equals(name)).toList())).toList();
    }

    private String questions() {
        return answers.isEmpty() ? "（请选择公开问答）" : answers.stream().map(answer -> "问：" + answer.question() + "\n" + answer.unit() + "：" + answer.answer()).collect(Collectors.joining("\n"));
    }
}
