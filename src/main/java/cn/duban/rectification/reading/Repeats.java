package cn.duban.rectification.reading;

import java.util.ArrayList;
import java.util.List;

/** A body that a page prints twice is read once; the two copies may differ by a word here and there. */
final class Repeats {
    private static final int SHORTEST_COPY = 4;
    /** The first copy begins near the top; lists of like lines are not compared for ever. */
    private static final int HEAD = 60;
    private static final int MOST_TRIES = 300;
    private static final int LETTERS = 120;
    private static final double SHARE = 0.7;

    private Repeats() {}

    static List<Passage> drop(List<Passage> body, List<Remark> remarks) {
        var keys = body.stream().map(passage -> key(passage.text)).toList();
        var tried = 0;
        for (var second = SHORTEST_COPY; second < body.size(); second++) {
            for (var first = 0; first < Math.min(second, HEAD) && tried < MOST_TRIES; first++) {
                if (keys.get(first).length() < 8 || !same(keys.get(first), keys.get(second)) || second - first < SHORTEST_COPY) {
                    continue;
                }
                tried++;
                var matches = matches(keys, first, second);
                if (matches.size() >= (second - first) * SHARE && letters(keys, matches) >= LETTERS) {
                    return without(body, keys, first, second, matches, remarks);
                }
            }
        }
        return body;
    }

    /** For each passage of the first copy its place in the second, in order. */
    private static List<int[]> matches(List<String> keys, int first, int second) {
        var found = new ArrayList<int[]>();
        var at = second;
        for (var i = first; i < second; i++) {
            for (var j = at; j < Math.min(keys.size(), at + 6); j++) {
                if (same(keys.get(i), keys.get(j))) {
                    found.add(new int[] {i, j});
                    at = j + 1;
                    break;
                }
            }
        }
        return found;
    }

    private static int letters(List<String> keys, List<int[]> matches) {
        return matches.stream().mapToInt(match -> keys.get(match[0]).length()).sum();
    }

    private static List<Passage> without(
            List<Passage> body, List<String> keys, int first, int second, List<int[]> matches, List<Remark> remarks) {
        var last = matches.getLast()[1];
        var differing = matches.stream().filter(match -> !keys.get(match[0]).equals(keys.get(match[1]))).toList();
        remarks.add(new Remark("BODY_REPEATED", "正文印了两遍（第 " + body.get(first).line() + " 行和第 " + body.get(second).line()
                + " 行起），只读第一遍" + (differing.isEmpty() ? "。" : "；两遍有 " + differing.size() + " 段个别字词不同，请核对。"),
                body.get(second).line()));
        for (var match : differing) {
            remarks.add(new Remark("COPIES_DIFFER", "这一段在第 " + body.get(match[0]).line() + " 行和第 "
                    + body.get(match[1]).line() + " 行的两遍正文中字词不同。", body.get(match[1]).line()));
        }
        var kept = new ArrayList<>(body.subList(0, second));
        kept.addAll(body.subList(last + 1, body.size()));
        return kept;
    }

    private static String key(String text) {
        return text.replaceAll("[^\\p{IsHan}\\p{Alnum}]", "");
    }

    /** Equal but for one run of up to four characters. */
    static boolean same(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        var shorter = Math.min(one.length(), other.length());
        if (shorter < 12 || Math.abs(one.length() - other.length()) > 4) {
            return false;
        }
        var head = 0;
        while (head < shorter && one.charAt(head) == other.charAt(head)) {
            head++;
        }
        var tail = 0;
        while (tail < shorter - head && one.charAt(one.length() - 1 - tail) == other.charAt(other.length() - 1 - tail)) {
            tail++;
        }
        return Math.max(one.length(), other.length()) - head - tail <= 4;
    }
}
