package cn.duban.rectification.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/** Joins paragraphs that a fixed line width or a stray line break has cut. */
final class Wraps {
    private static final String STOPS = "。!?;:…";
    private static final Pattern UNFINISHED = Pattern.compile(".*(?:[,、(《“]|[^\\p{P}](?:的|和|与|及|在|对|将|把|为))$");
    private static final Pattern CONTINUES = Pattern.compile("^[,。、;:)》”!?%].*");
    /** No paragraph is longer; what goes on and on is not joined further. */
    private static final int LONGEST = 4000;
    private static final int NARROW = 24;
    private static final int NARROWEST = 56;
    private static final int WIDEST = 130;
    /** Columns a line may stay short of the width: a full character, and marks that may not begin a line. */
    private static final int SLACK = 8;

    private Wraps() {}

    static List<Passage> join(List<Passage> lines) {
        var columns = fixedWidth(lines, Wraps::width);
        // some editors cut after so many characters, however wide they are
        ToIntFunction<String> measure = columns > 0 ? Wraps::width : text -> 2 * text.length();
        var width = columns > 0 ? columns : fixedWidth(lines, measure);
        var joined = new ArrayList<Passage>();
        Passage open = null;
        var lastWidth = 0;
        var gap = false;
        for (var line : lines) {
            if (line.isEmpty()) {
                gap = open != null;
                continue;
            }
            if (open != null && continues(open, line, gap, width, lastWidth)) {
                open = Passage.join(List.of(open, line), "");
            } else {
                if (open != null) {
                    joined.add(open);
                }
                open = line;
            }
            lastWidth = measure.applyAsInt(line.text);
            gap = false;
        }
        if (open != null) {
            joined.add(open);
        }
        return joined;
    }

    private static boolean continues(Passage open, Passage line, boolean gap, int width, int lastWidth) {
        if (open.text.length() > LONGEST || open.text.indexOf('\t') >= 0 || line.text.indexOf('\t') >= 0) {
            return false;
        }
        if (CONTINUES.matcher(line.text).matches()) {
            return true;
        }
        if (Enumerator.at(line.text) != null || Label.opens(line.text) || Dates.isAlone(line.text)) {
            return false;
        }
        var unfinished = UNFINISHED.matcher(open.text.substring(Math.max(0, open.text.length() - 3))).matches() || openBracket(open.text);
        if (unfinished && (!gap || open.text.length() > NARROW)) {
            return open.text.length() >= 8;
        }
        return !gap && width > 0 && lastWidth >= width - SLACK && lastWidth <= width + SLACK
                && STOPS.indexOf(open.text.charAt(open.text.length() - 1)) < 0;
    }

    private static boolean openBracket(String text) {
        return count(text, '“') > count(text, '”') || count(text, '《') > count(text, '》') || count(text, '(') > count(text, ')');
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    /** The width at which the source was cut, or 0 when lines are whole paragraphs. */
    private static int fixedWidth(List<Passage> lines, ToIntFunction<String> measure) {
        var widths = lines.stream().filter(line -> !line.isEmpty()).mapToInt(line -> measure.applyAsInt(line.text)).sorted().toArray();
        if (widths.length < 8) {
            return 0;
        }
        var widest = widths[(int) (widths.length * 0.97)];
        if (widest > WIDEST || widest < NARROWEST || widths[widths.length - 1] > widest + 12) {
            return 0;
        }
        var full = 0;
        var cut = 0;
        for (var line : lines) {
            if (!line.isEmpty() && Math.abs(measure.applyAsInt(line.text) - widest) <= SLACK) {
                full++;
                if (STOPS.indexOf(line.text.charAt(line.text.length() - 1)) < 0) {
                    cut++;
                }
            }
        }
        return full >= 3 && full >= widths.length * 0.2 && cut >= full * 0.5 ? widest : 0;
    }

    private static int width(String text) {
        return text.chars().map(c -> c > 0x2E7F || c == '“' || c == '”' ? 2 : c < 0x80 && ",:;()!?".indexOf(c) >= 0 ? 2 : 1).sum();
    }
}
