package cn.duban.inspection.report;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The text of a report around its figures, which stand in it as {@code {name}}. Pure. */
final class ReportText {

    private static final Pattern PLACE = Pattern.compile("\\{([^{}\\n]{1,40})}");
    private static final Pattern SENTENCE = Pattern.compile("[^。；！？\\n]*[。；！？]?");

    /** Numbers of days, papers, articles and items, which nobody confirms. */
    private static final Pattern NO_FIGURE = Pattern.compile("[0-9]{1,4} ?[年月日号]|〔[0-9]{4}〕[0-9]+号|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}:[0-9]{2}|第[0-9]+|(?m)^[ 　]*[（(]?[0-9]{1,2}[)）.．、]");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:[.,][0-9]+)*[%％‰]?|[一二三四五六七八九十百千万亿两]{1,8}(?=[个家户件项条次人亩吨元公万亿])");

    private ReportText() {}

    static Set<String> names(String text) {
        return PLACE.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static String filled(String text, Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }

    /** Numbers that stand in the text by themselves, confirmed by nobody. */
    static List<String> loose(String text) {
        var plain = NO_FIGURE.matcher(PLACE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("※")).replaceAll("※");
        var found = new ArrayList<String>();
        NUMBER.matcher(plain).results().map(one -> plain.substring(Math.max(0, one.start() - 6), Math.min(plain.length(), one.end() + 4)).replace('※', ' ').strip().replace("\n", " ")).forEach(found::add);
        return found.stream().distinct().limit(20).toList();
    }

    /** The sentences in which a figure stands, with the values of all: what a source unit is shown, and nothing else of the report. */
    static String around(String text, String name, Map<String, String> values) {
        return SENTENCE.matcher(text).results().map(found -> found.group()).filter(sentence -> names(sentence).contains(name)).map(sentence -> filled(sentence, values).strip()).collect(Collectors.joining(" … "));
    }
}
