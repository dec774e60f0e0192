package cn.duban.hotline.column;

import cn.duban.hotline.answers.Answer;
import cn.duban.hotline.figures.Figure;
import cn.duban.hotline.figures.MonthFigures.Tally;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The column of one month, written out of a template: {@code {name}} stands for a figure or a list. Pure. */
record ColumnText(YearMonth month, List<Tally> tallies, @Nullable List<Tally> before, List<Answer> answers) {

    private static final Pattern NAME = Pattern.compile("\\{([^{}]*)}");
    private static final int TOPICS = 5;
    static final String NONE = "（本月没有）";

    static final String MONTH = "月份";
    static final String TOPIC = "热点";
    static final String ANSWER = "问答";

    private static final Map<String, Function<ColumnText, String>> NAMES = Map.of(
            MONTH, ColumnText::called,
            "收到", column -> column.number(Figure.RECEIVED),
            "办结", column -> column.number(Figure.CLOSED),
            "在办", column -> column.number(Figure.OPEN),
            "未评价", column -> column.number(Figure.UNRATED),
            "按期办结率", column -> column.whole().onTime(),
            "满意率", column -> column.whole().satisfied(),
            TOPIC, ColumnText::topics,
            ANSWER, ColumnText::questions);

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

    String called() {
        return month.getYear() + "年" + month.getMonthValue() + "月";
    }

    /** Each figure that is one, by its name. */
    Map<String, String> figures() {
        var figures = new TreeMap<String, String>();
        NAMES.forEach((name, said) -> {
            if (!List.of(MONTH, TOPIC, ANSWER).contains(name)) figures.put(name, said.apply(this));
        });
        return figures;
    }

    private Tally whole() {
        return Tally.sum("", "", tallies);
    }

    private String number(Figure figure) {
        return String.valueOf(whole().of(figure));
    }

    /** One of the categories that came most often. @param moved against the month before; empty where that one is not to be told of */
    record Topic(String category, int received, String moved, int closed, String satisfied) {}

    List<Topic> hottest() {
        return categories(tallies).stream().filter(tally -> !tally.category().isEmpty() && tally.of(Figure.RECEIVED) > 0).sorted(Comparator.comparing((Tally tally) -> -tally.of(Figure.RECEIVED)).thenComparing(Tally::category)).limit(TOPICS)
                .map(tally -> new Topic(tally.category(), tally.of(Figure.RECEIVED), moved(tally), tally.of(Figure.CLOSED), tally.satisfied())).toList();
    }

    private String topics() {
        var topics = hottest();
        if (topics.isEmpty()) return NONE;
        return IntStream.range(0, topics.size()).mapToObj(at -> (at + 1) + ". " + topic(topics.get(at))).collect(Collectors.joining("\n"));
    }

    private static String topic(Topic topic) {
        return topic.category() + "：" + topic.received() + "件" + (topic.moved().isEmpty() ? "" : "（" + topic.moved() + "）") + "，已办结" + topic.closed() + "件，满意率" + topic.satisfied();
    }

    private String moved(Tally tally) {
        if (before == null) return "";
        int former = categories(before).stream().filter(one -> one.category().equals(tally.category())).mapToInt(one -> one.of(Figure.RECEIVED)).sum();
        int difference = tally.of(Figure.RECEIVED) - former;
        return difference == 0 ? "与上月持平" : difference > 0 ? "比上月多" + difference + "件" : "比上月少" + -difference + "件";
    }

    private static List<Tally> categories(List<Tally> tallies) {
        return tallies.stream().map(Tally::category).distinct().map(name -> Tally.sum(name, "", tallies.stream().filter(tally -> tally.category().equals(name)).toList())).toList();
    }

    private String questions() {
        return answers.isEmpty() ? "（请选择公开问答）" : answers.stream().map(ColumnText::answered).collect(Collectors.joining("\n"));
    }

    static String answered(Answer answer) {
        return "问：" + answer.question() + "\n" + answer.unit() + "：" + answer.answer();
    }
}
