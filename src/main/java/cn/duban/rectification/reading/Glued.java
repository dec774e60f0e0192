package cn.duban.rectification.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Where headings begin in a text that lost every sign of them: not by what stands before them, which may be anything, but because their
 * numbers go on, 一、 … 二、 … with 1. … 2. … between.
 */
final class Glued {
    private static final String N = "[一二三四五六七八九十]{1,3}";
    private static final Pattern CHINESE = Pattern.compile("(?<![第十百千两零" + "一二三四五六七八九、])(" + N + ")、(?!" + N + "[、级是])(?=[\\u4e00-\\u9fff“《])");
    private static final Pattern BRACKETED = Pattern.compile("\\((" + N + ")\\)(?![项款条])(?=[、\\u4e00-\\u9fff“《])");
    private static final Pattern ARABIC = Pattern.compile("(?<![\\d.〔第年月-])(\\d{1,2})[.、](?!\\d)(?=[\\u4e00-\\u9fff“《])");
    private static final Pattern LABELLED = Pattern.compile("(?<=[\\u4e00-\\u9fff。;”)])(?=(?:整改(?:情况|措施|进度|进展|成效|时限|状态|结果|目标|落实情况|完成情况|进展情况)|(?:牵头|责任|配合)(?:单位|部门|处室|科室|领导)|完成时限):)");
    private static final Pattern LIST = Pattern.compile("(?<=[\\u4e00-\\u9fff”])(?<![统唯之第十同])(?=一是[\\u4e00-\\u9fff“《][^一]{2,200}二是)");
    private static final Pattern TAIL = Pattern.compile("(?<=[\\u4e00-\\u9fff。;”)\\d])(?=(?:联系|监督|举报)(?:电话|方式|人):?)|(?<=[\\u4e00-\\u9fff。;”)\\d])(?=中共[^。,:;\\d]{2,30}(?:党组|党委|委员会)(?:19|20)\\d{2}年\\d{1,2}月\\d{1,2}日$)|(?<=\\d)(?=[\\u4e00-\\u9fff]{3,28}(?:党组|党委|委员会|局|厅|办公室|人民政府)(?:19|20)\\d{2}年\\d{1,2}月\\d{1,2}日$)|(?<=(?:党组|党委|委员会|局|厅|办公室|人民政府))(?=(?:19|20)\\d{2}年\\d{1,2}月\\d{1,2}日$)");

    private Glued() {}

    /** The places to cut; empty where fewer than two headings of one kind were hidden. */
    static List<Integer> cuts(String text) {
        var chinese = running(text, CHINESE, new TreeSet<>());
        var bracketed = running(text, BRACKETED, chinese);
        var above = new TreeSet<>(chinese);
        above.addAll(bracketed);
        var arabic = running(text, ARABIC, above);
        var cuts = new TreeSet<Integer>();
        for (var list : List.of(chinese, bracketed, arabic)) {
            if (list.size() > 1) {
                cuts.addAll(list);
            }
        }
        if (cuts.size() < 3) {
            return List.of();
        }
        LIST.matcher(text).results().forEach(found -> cuts.add(found.start()));
        LABELLED.matcher(text).results().forEach(found -> cuts.add(found.start()));
        TAIL.matcher(text).results().forEach(found -> cuts.add(found.start()));
        cuts.remove(0);
        return new ArrayList<>(cuts);
    }

    /** Numbers that go on by one, or start anew behind a heading of a higher kind. */
    private static TreeSet<Integer> running(String text, Pattern pattern, TreeSet<Integer> above) {
        var found = new TreeSet<Integer>();
        var matcher = pattern.matcher(text);
        var next = 1;
        var last = -1;
        while (matcher.find()) {
            var number = Numerals.of(matcher.group(1));
            var anew = number == 1 && (last < 0 || !above.subSet(last, matcher.start() + 1).isEmpty());
            if (number == next || anew) {
                found.add(matcher.start());
                next = number + 1;
                last = matcher.start();
            }
        }
        return found;
    }

    static List<Passage> cut(Passage line, List<Integer> cuts) {
        var pieces = new ArrayList<Passage>();
        var start = 0;
        for (var cut : cuts) {
            pieces.add(line.slice(start, cut).strip());
            start = cut;
        }
        pieces.add(line.from(start).strip());
        pieces.removeIf(Passage::isEmpty);
        return pieces;
    }
}
