package cn.duban.similarity.wording;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Names of roads, villages, housing estates … that two texts both speak of. Chinese writes no blanks, so where a name begins
 * shows only in what both have in common before the word that it ends with.
 */
public final class PlaceNames {

    /** One of them counts only where it does not begin another word. */
    private static final String WORDS = "大道|大街|胡同|街道|社区|小区|新村|片区|家属院|宿舍|家园|花园|名苑|公寓|广场|公园|景区|农贸市场|市场|商场|车站|学校|幼儿园|小学|中学|大学|医院|保健院|卫生院|水库|产业园|工业园|开发区|处理厂|采石场|林区|公墓|大桥|新馆"
            + "|路(?![面灯况基过线人由边段])|街(?![头面巷])|巷(?!道)|弄|村(?![民委])|镇(?![村乡])|乡(?![村镇下亲])|苑|河(?![道水床面流岸堤里])|湖(?![水面])|桥(?![梁面])|渠(?![道系])|沟(?![渠通])";
    private static final String BEGINNINGS = Stream.of(WORDS.split("\\|")).map(word -> word.substring(0, 1)).collect(Collectors.joining());
    private static final Finder ENDS = Finder.of(WORDS, BEGINNINGS);
    private static final Finder KINDS = Finder.of("(" + WORDS + ")(?!工作|干部|服务|矫正|教育)", BEGINNINGS);
    private static final Pattern NUMBER = Pattern.compile("\\G[0-9０-９]{1,5}(号楼|号院|号|弄)");

    /** Words that only end like a name. */
    private static final Pattern COMMON = Pattern.compile(".*(道路|公路|马路|铁路|线路|思路|出路|套路|电路|网路|半路|一路|沿街|过街|临街|上街|街巷|农村|乡村|本村|全村|各村|城中村|行政村|城镇|乡镇|集镇|村镇|城乡|下乡|老乡|家乡"
            + "|各社区|本社区|各农贸市场|住宅小区|老旧小区|本小区|各小区|该小区|条路|段路|级医院|公立医院|中小学|公办幼儿园|基层卫生院|口袋公园|体育公园|公共停车场|出行路|居民小区|内河|排水沟|水渠|泥土路|泥巴路|土路|水泥路|边沟|水沟|沿河|黑臭河|开放式小区)$");
    private static final String BEFORE = "在位于到至从对向和与及的地处了我本该某各由将把被是有经沿市区县";

    /** Where these stand, a name begins after them at the latest. */
    private static final String BETWEEN = "请映称言报到访在于的了与及向对个座条所说";

    private static final int SHORTEST = 2;
    private static final int LONGEST = 6;

    /**
     * Where a name may end: found once, since one text is held against many.
     *
     * @param first where the name begins at the earliest: after the one before it, unless it goes on from that one, as 幸福路小学 from 幸福路
     * @param suffix where the word begins that it ends with
     * @param number the house after it; empty where there is none
     */
    private record End(int first, int suffix, int end, String number) {}

    private final String text;
    private final List<End> ends;
    private @Nullable Set<String> kinds;

    private PlaceNames(String text) {
        this.text = text;
        this.ends = ends(text);
    }

    public static PlaceNames in(String text) {
        return new PlaceNames(text);
    }

    private static List<End> ends(String text) {
        var ends = new ArrayList<End>();
        var number = NUMBER.matcher(text);
        ENDS.each(text, end -> {
            var suffix = end.start();
            var before = ends.stream().mapToInt(End::end).filter(one -> one <= suffix - SHORTEST).max().orElse(0);
            ends.add(new End(Math.max(before, suffix - LONGEST), suffix, end.end(), number.find(end.end()) ? number.group() : ""));
        });
        return List.copyOf(ends);
    }

    /** As this text writes them, each once. */
    public List<String> common(PlaceNames other) {
        var names = new LinkedHashSet<String>();
        for (var end : ends) {
            var name = longest(end.first(), end.suffix(), end.end(), other.text);
            if (name != null) names.add(!end.number().isEmpty() && other.text.contains(name + end.number()) ? name + end.number() : name);
        }
        return names.stream().filter(name -> names.stream().noneMatch(longer -> !longer.equals(name) && longer.contains(name))).toList();
    }

    /** How far two texts that share no place speak of others. */
    public enum Elsewhere {
        /** One of them names none. */
        UNKNOWN,
        /** Both name places, of no kind in common: the one may lie in the other. */
        PERHAPS,
        /** Both name places of one kind, such as two roads. */
        SURELY,
        /** Both do so in their titles: it is what they are about. */
        HEADED
    }

    public Elsewhere elsewhere(PlaceNames other) {
        if (kinds().isEmpty() || other.kinds().isEmpty()) return Elsewhere.UNKNOWN;
        return Collections.disjoint(kinds(), other.kinds()) ? Elsewhere.PERHAPS : Elsewhere.SURELY;
    }

    /** Sought only where it is asked for; two threads that ask at once find the same. */
    private Set<String> kinds() {
        var known = kinds;
        if (known == null) kinds = known = Set.copyOf(kinds(text));
        return known;
    }

    /** Of names whose two characters before the word could be a name's. */
    private static Set<String> kinds(String text) {
        var kinds = new LinkedHashSet<String>();
        KINDS.every(text, found -> {
            if (text.codePointCount(0, found.start()) < SHORTEST) return;
            var from = text.offsetByCodePoints(found.start(), -SHORTEST);
            if (!text.substring(from, found.start()).codePoints().allMatch(PlaceNames::named)) return;
            if (!COMMON.matcher(text.substring(from, found.end())).matches()) kinds.add(found.group());
        });
        return kinds;
    }

    private static boolean named(int character) {
        return Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN && BETWEEN.indexOf(character) < 0 && BEFORE.indexOf(character) < 0;
    }

    private @Nullable String longest(int first, int suffix, int end, String other) {
        var from = suffix;
        while (from > first && Character.isIdeographic(text.charAt(from - 1)) && other.contains(text.substring(from - 1, end))) from--;
        for (int i = suffix - SHORTEST - 1; i >= from; i--) if (BETWEEN.indexOf(text.charAt(i)) >= 0) from = i + 1;
        while (from < suffix && BEFORE.indexOf(text.charAt(from)) >= 0) from++;
        var name = text.substring(from, end);
        return suffix - from < SHORTEST || COMMON.matcher(name).matches() ? null : name;
    }
}
