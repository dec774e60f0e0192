package cn.duban.rectification.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A document printed on pages: their numbers and running heads go, and a paragraph cut by the end of a page is whole again. */
final class Pages {
    private static final Pattern NUMBER = Pattern.compile("[-—–－]{1,2}\\s?\\d{1,3}\\s?[-—–－]{1,2}|第\\s?\\d{1,3}\\s?页(?:[,/]?\\s?共\\s?\\d{1,3}\\s?页)?|\\d{1,3}\\s?/\\s?\\d{1,3}");
    private static final String STOPS = "。!?;:…";
    private static final Pattern FOOT = Pattern.compile("^(?:联系|监督|举报|咨询|通[讯信]|电话|邮|中共)");
    private static final double LONG = 0.6;
    private static final int LONGEST_HEAD = 60;

    private Pages() {}

    static List<Passage> drop(List<Passage> lines) {
        if (lines.stream().noneMatch(Pages::isNumber)) {
            return lines;
        }
        var heads = heads(lines);
        var longest = lines.stream().mapToInt(line -> line.text.length()).max().orElse(0);
        var kept = new ArrayList<Passage>();
        var turned = false;
        for (var line : lines) {
            if (isNumber(line) || heads.contains(line.text)) {
                turned = true;
            } else if (!turned || !line.isEmpty()) {
                if (turned) {
                    turn(kept, line, longest);
                } else {
                    kept.add(line);
                }
                turned = false;
            }
        }
        return kept;
    }

    private static boolean isNumber(Passage line) {
        return NUMBER.matcher(line.text).matches();
    }

    /** Lines that stand more than once right under or over the number of a page. */
    private static Set<String> heads(List<Passage> lines) {
        var filled = lines.stream().filter(line -> !line.isEmpty()).toList();
        var times = new HashMap<String, Integer>();
        for (var i = 0; i < filled.size(); i++) {
            var beside = i > 0 && isNumber(filled.get(i - 1)) || i + 1 < filled.size() && isNumber(filled.get(i + 1));
            var line = filled.get(i);
            if (beside && !isNumber(line) && line.text.length() <= LONGEST_HEAD && Enumerator.at(line.text) == null && !Label.opens(line.text)) {
                times.merge(line.text, 1, Integer::sum);
            }
        }
        var heads = new HashSet<String>();
        times.forEach((text, count) -> {
            if (count > 1) {
                heads.add(text);
            }
        });
        return heads;
    }

    private static void turn(List<Passage> kept, Passage line, int longest) {
        while (!kept.isEmpty() && kept.getLast().isEmpty()) {
            kept.removeLast();
        }
        var cut = !kept.isEmpty() && STOPS.indexOf(kept.getLast().text.charAt(kept.getLast().text.length() - 1)) < 0
                && Enumerator.at(line.text) == null && !Label.opens(line.text) && !Dates.isAlone(line.text) && line.text.indexOf('\t') < 0;
        if (cut && kept.getLast().text.length() >= longest * LONG && !FOOT.matcher(line.text).find() && kept.getLast().text.matches(".*[,;。:].*") && kept.getLast().text.indexOf('\t') < 0) {
            kept.add(Passage.join(List.of(kept.removeLast(), line), ""));
        } else {
            kept.add(line);
        }
    }
}
