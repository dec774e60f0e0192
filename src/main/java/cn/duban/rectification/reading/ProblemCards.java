package cn.duban.rectification.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A bulletin of small tables, one for each problem, whose cells stand in pairs of a name and its value: 反馈问题 | … , 责任单位 | … | 整改时限 | …. */
final class ProblemCards {
    /** What stands over one of the tables and says nothing more than its number. */
    private static final Pattern CAPTION = Pattern.compile("(?:反馈|整改|巡[察视])*(?:问题|任务)?(?:清单|卡片?|台账|表)?\\s?[((]?(?:\\d{1,3}|[一二三四五六七八九十]{1,3})[))]?[.、:]?");
    private static final int FEWEST = 2;

    private record Pair(Label label, String name, Passage value) {}

    private ProblemCards() {}

    static List<Passage> unfold(List<Passage> body) {
        var cards = body.stream().map(ProblemCards::pairs).toList();
        var problems = cards.stream().flatMap(List::stream).filter(pair -> pair.label == Label.PROBLEM).count();
        var answers = cards.stream().flatMap(List::stream).filter(pair -> pair.label.isAnswer()).count();
        if (problems < FEWEST || answers < FEWEST) {
            return body;
        }
        var read = new ArrayList<Passage>();
        var number = 0;
        for (var i = 0; i < body.size(); i++) {
            if (cards.get(i).isEmpty()) {
                read.add(body.get(i));
            }
            for (var pair : cards.get(i)) {
                if (pair.label == Label.PROBLEM) {
                    if (!read.isEmpty() && CAPTION.matcher(read.getLast().text).matches()) {
                        read.removeLast();
                    }
                    var own = Enumerator.at(pair.value.text);
                    number = own == null ? number + 1 : own.number();
                    read.add(Passage.join(List.of(Passage.of(number + ".", pair.value.line()), own == null ? pair.value : pair.value.from(own.end())), ""));
                } else if (!pair.value.isEmpty()) {
                    read.add(Passage.join(List.of(Passage.of(pair.name + ":", pair.value.line()), pair.value), ""));
                }
            }
        }
        return read;
    }

    /** The pairs of one row, or nothing where a cell stands alone or names follow names, as in the header of a list. */
    private static List<Pair> pairs(Passage line) {
        if (line.text.indexOf('\t') < 0) {
            return List.of();
        }
        var cells = new ArrayList<>(Tables.cells(line));
        while (cells.size() > 2 && cells.getLast().isEmpty()) {
            cells.removeLast();
        }
        var pairs = new ArrayList<Pair>();
        for (var i = 0; i < cells.size(); i += 2) {
            var label = label(cells.get(i));
            if (label == null || i + 1 >= cells.size() || label(cells.get(i + 1)) != null) {
                return List.of();
            }
            pairs.add(new Pair(label, cells.get(i).text.replace(" ", ""), cells.get(i + 1)));
        }
        return pairs;
    }

    private static @Nullable Label label(Passage cell) {
        return Label.of(cell.text.replace(" ", "").replaceAll("[::]$", ""));
    }
}
