package cn.duban.rectification.reading;

import cn.duban.rectification.reading.Reading.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The enumerated measures inside an answer: 一是…二是…, (1)…(2)…, ①…②…, 1.…2.…, 第一,…第二,… */
final class Measures {
    private record Mark(int number, String printed, int start, int end) {}

    private static final String AFTER = "(?:(?<=^)|(?<=[。;:!?,”)\\n\\s]))";
    private static final Pattern SHI = Pattern.compile(AFTER + "([一二三四五六七八九十]{1,2})(?:要)?是(?!否)");
    private static final Pattern DAMAGED = Pattern.compile("(?<=[。;\\n])([二三四五六七八九])(?=[\\u4e00-\\u9fff])(?![个次级、十百千万年月日季届号类项条家名位者方来则楼线本市区县省等是轮批期人大中楼孩])");
    private static final Pattern[] OTHERS = {
        Pattern.compile("(?:(?<=^)|(?<=[。;:!?,”\\n\\s]))[((](\\d{1,2})[))]"),
        Pattern.compile("([①-⑳])"),
        // 2.2026年12月25日前…: the year is no decimal of the number before it
        Pattern.compile("(?:(?<=^)|(?<=[。;:\\n\\s]))(\\d{1,2})[、.](?:(?!\\d)|(?=(?:19|20)\\d{2}年))"),
        Pattern.compile("(?:(?<=^)|(?<=[。;:\\n\\s]))第([一二三四五六七八九十]{1,2})[,、:]"),
        Pattern.compile("(?:(?<=^)|(?<=[。;:\\n\\s]))[((]([一二三四五六七八九十]{1,2})[))]"),
    };

    private static final Pattern BULLET = Pattern.compile("(?m)^([✔✓√●•■◆▪★☆▲►▶➤→◎○◇□·])\\s?(?=[\\u4e00-\\u9fff“《\\d])");

    private Measures() {}

    static List<Measure> of(Passage answer, String whose, List<Remark> remarks) {
        var best = shi(answer.text, answer, whose, remarks);
        for (var pattern : OTHERS) {
            var marks = consecutive(answer.text, pattern);
            if (marks.size() >= 2 && (best.isEmpty() || marks.getFirst().start < best.getFirst().start)) {
                best = marks;
            }
        }
        best = best.isEmpty() ? bullets(answer.text) : best;
        var measures = new ArrayList<Measure>();
        for (var i = 0; i < best.size(); i++) {
            var mark = best.get(i);
            var end = i + 1 < best.size() ? best.get(i + 1).start : answer.text.length();
            var whole = answer.slice(mark.end, end).strip();
            var text = (i + 1 < best.size() ? whole : whole.slice(0, StatusWords.closingStart(whole))).trimEnd("。;;,").trimStart(",、:. ");
            measures.add(new Measure(String.valueOf(mark.number), text.printed, answer.lineAt(mark.start)));
        }
        return measures;
    }

    /** An inner run that starts anew at 一是 belongs to the measure it stands in. */
    private static List<Mark> shi(String text, Passage answer, String whose, List<Remark> remarks) {
        var candidates = new ArrayList<Mark>();
        var matcher = SHI.matcher(text);
        while (matcher.find()) {
            candidates.add(new Mark(Numerals.of(matcher.group(1)), matcher.group(), matcher.start(), matcher.end()));
        }
        var outer = new ArrayList<Mark>();
        var inner = 0;
        for (var mark : candidates) {
            if (outer.isEmpty()) {
                if (mark.number == 1) {
                    outer.add(mark);
                }
                continue;
            }
            damaged(text, outer, mark.start, mark.number, answer, whose, remarks);
            if (inner > 0 && mark.number == inner + 1) {
                inner++;
            } else if (mark.number == outer.getLast().number + 1) {
                outer.add(mark);
                inner = 0;
            } else if (mark.number == 1) {
                inner = 1;
            }
        }
        if (!outer.isEmpty()) {
            damaged(text, outer, text.length(), outer.getLast().number + 2, answer, whose, remarks);
        }
        return outer;
    }

    /** 「二严格执行…」: 是 was lost; accepted where its neighbours are enumerators. */
    private static void damaged(
            String text, List<Mark> outer, int until, int next, Passage answer, String whose, List<Remark> remarks) {
        var last = outer.getLast();
        if (next != last.number + 2) {
            return;
        }
        var matcher = DAMAGED.matcher(text).region(last.end, until).useTransparentBounds(true);
        while (matcher.find()) {
            if (Numerals.of(matcher.group(1)) == last.number + 1) {
                outer.add(new Mark(last.number + 1, matcher.group(), matcher.start(), matcher.end()));
                remarks.add(new Remark("ENUMERATOR_DAMAGED", whose + "的“" + text.substring(matcher.start(), Math.min(text.length(), matcher.end() + 6))
                        + "”前疑缺“是”字，按第" + matcher.group(1) + "条措施读。", answer.lineAt(matcher.start())));
                return;
            }
        }
    }

    /** Lines that one and the same sign opens; what bears no number is counted. */
    private static List<Mark> bullets(String text) {
        var marks = new ArrayList<Mark>();
        var matcher = BULLET.matcher(text);
        while (matcher.find()) {
            if (marks.isEmpty() || matcher.group(1).equals(marks.getFirst().printed)) {
                marks.add(new Mark(marks.size() + 1, matcher.group(1), matcher.start(), matcher.end()));
            }
        }
        return marks;
    }

    private static List<Mark> consecutive(String text, Pattern pattern) {
        var marks = new ArrayList<Mark>();
        var matcher = pattern.matcher(text);
        while (matcher.find()) {
            var printed = matcher.group(1);
            var number = printed.charAt(0) >= '①' && printed.charAt(0) <= '⑳' ? printed.charAt(0) - '①' + 1 : Numerals.of(printed);
            if (number == marks.size() + 1) {
                marks.add(new Mark(number, printed, matcher.start(), matcher.end()));
            }
        }
        return marks;
    }
}
