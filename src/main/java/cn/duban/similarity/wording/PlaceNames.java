package cn.duban.similarity.wording;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names of roads, villages, housing estates … that two texts both speak of. Chinese writes no blanks, so where a name begins
 * shows only in what both have in common before the word that it ends with.
 */
public record PlaceNames(String text) {

    private static final Pattern ENDS = Pattern.compile("大道|大街|胡同|街道|社区|小区|家园|花园|公寓|广场|公园|市场|商场|车站|学校|小学|中学|大学|医院|水库|工业园|开发区|路|街|巷|弄|村|镇|乡|河|湖|桥|渠|沟");
    private static final Pattern NUMBER = Pattern.compile("\\G[0-9０-９]{1,5}(号楼|号院|号|弄)");

    /** Words that only end like a name. */
    private static final Pattern COMMON = Pattern.compile(".*(道路|公路|马路|铁路|线路|思路|出路|套路|电路|网路|半路|一路|沿街|临街|上街|街巷|农村|乡村|本村|全村|各村|城中村|行政村|城镇|乡镇|集镇|村镇|城乡|下乡|老乡|家乡"
            + "|各社区|本社区|农贸市场|住宅小区|老旧小区|本小区|各小区|该小区|内河|排水沟|边沟|水沟|沿河|黑臭河|开放式小区)$");
    private static final String BEFORE = "在位于到至从对向和与及的地处了我本该某各由将把被是有经沿市区县";

    private static final int SHORTEST = 2;
    private static final int LONGEST = 6;

    public static PlaceNames in(String text) {
        return new PlaceNames(text);
    }

    /** As this text writes them, each once. */
    public List<String> common(PlaceNames other) {
        var names = new LinkedHashSet<String>();
        var ends = new ArrayList<Integer>();
        var end = ENDS.matcher(text);
        while (end.find()) {
            // a name begins after the one before it, unless it goes on from that one: 幸福路 and 幸福路小学
            var suffix = end.start();
            var first = ends.stream().filter(before -> before <= suffix - SHORTEST).reduce(0, Math::max);
            var name = longest(Math.max(first, suffix - LONGEST), suffix, end.end(), other.text);
            ends.add(end.end());
            if (name == null) continue;
            var number = NUMBER.matcher(text);
            names.add(number.find(end.end()) && other.text.contains(name + number.group()) ? name + number.group() : name);
        }
        return names.stream().filter(name -> names.stream().noneMatch(longer -> !longer.equals(name) && longer.contains(name))).toList();
    }

    private @Nullable String longest(int first, int suffix, int end, String other) {
        var from = suffix;
        while (from > first && Character.isIdeographic(text.charAt(from - 1)) && other.contains(text.substring(from - 1, end))) from--;
        while (from < suffix && BEFORE.indexOf(text.charAt(from)) >= 0) from++;
        var name = text.substring(from, end);
        return suffix - from < SHORTEST || COMMON.matcher(name).matches() && name.length() <= 4 ? null : name;
    }
}
