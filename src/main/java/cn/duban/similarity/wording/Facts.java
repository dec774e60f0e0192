package cn.duban.similarity.wording;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Figures and days in a text: what changes from one report to the next where something was done. */
public final class Facts {

    private static final String MEASURE = "(?:平方米|立方米|公里|千米|万元|亿元|百分点|余|多|[%％‰年月日号时万亿元吨处件户人次个家名米亩台条项期轮批场座辆套份天周起宗枚栋层棵株盏])";
    private static final String ARABIC = "[0-9０-９]+(?:[.．,，:：][0-9０-９]+)*" + MEASURE + "*";
    private static final String CHINESE = "(?:[一二三四五六七八九十百千万两零〇]{2,}|[二三四五六七八九十百千两])" + MEASURE + "+";
    private static final Pattern FACT = Pattern.compile("(?:" + ARABIC + "|" + CHINESE + ")+");

    private Facts() {}

    public static Set<String> in(String text) {
        var facts = new LinkedHashSet<String>();
        FACT.matcher(text).results().forEach(found -> facts.add(found.group()));
        return facts;
    }

    public static List<String> added(String text, String earlier) {
        var known = new LinkedHashSet<String>();
        in(earlier).forEach(fact -> known.add(plain(fact)));
        return in(text).stream().filter(fact -> !known.contains(plain(fact))).toList();
    }

    /** The frame: every figure and day stands as the same one mark. */
    public static String masked(String text) {
        return FACT.matcher(text).replaceAll("0");
    }

    private static String plain(String fact) {
        return Wording.of(fact).plain();
    }
}
