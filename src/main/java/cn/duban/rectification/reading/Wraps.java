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
    private static final Pattern CUT_DAY = Pattern.compile("(?:19|20)\\d{2}年$|\\d{1,2}月$");
    private static final Pattern REST_OF_DAY = Pattern.compile("^\\d{1,2}[月日]");
    /** A title that fills its line ends there all the same. */
    private static final Pattern TITLE = Pattern.compile("[^。;:]{6,90}(?:通报|公告|公示|报告|要点|方案|计划)");
    private static final Pattern BEGINS = Pattern.compile("^(?:根据|按照?|为[了深认全贯]|现将|(?:19|20)\\d{2}年)");
    private static final int LONGEST_DAY = 8;
    private static final int LONGEST_TITLE = 100;
    /** No paragraph is longer; what goes on and on is not joined further. */
    private static final int LONGEST = 4000;
    /** No quotation is looked for further back. */
    private static final int REACH = 600;
    private static final int NARROW = 24;
    private static final int NARROW_PRINT = 56;
    private static final int NARROWEST = 26;
    private static final int WIDEST = 130;
    /** Columns a line may stay short of the width: a full character, and marks that may not begin a line. */
    private static final int SLACK = 8;

    private Wraps() {}

    /** @param source the lines as they came, whose width counts where damage was put in before they were cut */
    static List<Passage> join(List<Passage> lines, List<String> source) {
        // some editors cut after so many characters, however wide they are
        List<ToIntFunction<Passage>> measures = List.of(line -> width(line.text), line -> 2 * line.text.length(),
                line -> 2 * source.get(Math.clamp(line.lineAt(line.text.length() - 1), 1, source.size()) - 1).length());
        var best = measures.stream().map(measure -> fixedWidth(lines, measure)).reduce((one, other) -> other.cut > one.cut ? other : one).orElseThrow();
        var width = best.columns;
        var measure = best.measure;
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
            lastWidth = measure.applyAsInt(line);
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
        if (CONTINUES.matcher(line.text).matches() || CUT_DAY.matcher(open.text.substring(Math.max(0, open.text.length() - LONGEST_DAY))).find() && REST_OF_DAY.matcher(line.text).find()) {
            return true;
        }
        if (open.text.length() <= LONGEST_TITLE && TITLE.matcher(open.text).matches() && BEGINS.matcher(line.text).find()) {
            return false;
        }
        var full = !gap && width > 0 && lastWidth >= width - SLACK && lastWidth <= width + SLACK;
        if (full && goesOn(open.text, line.text)) {
            return true;
        }
        if (Enumerator.at(line.text) != null || Label.opens(line.text) || Dates.isAlone(line.text)) {
            return false;
        }
        var unfinished = UNFINISHED.matcher(open.text.substring(Math.max(0, open.text.length() - 3))).matches() || openBracket(open.text);
        if (unfinished && (!gap || open.text.length() > NARROW)) {
            return open.text.length() >= 8;
        }
        return full && STOPS.indexOf(open.text.charAt(open.text.length() - 1)) < 0;
    }

    /** ①…;②…: a list inside a paragraph whose next number happens to begin a line. */
    private static boolean goesOn(String open, String line) {
        var next = Enumerator.at(line);
        var inside = next != null && next.number() > 1 && (next.style() == Enumerator.Style.CIRCLED || next.style() == Enumerator.Style.BRACKETED_ARABIC);
        return inside && open.indexOf(next.style() == Enumerator.Style.CIRCLED ? String.valueOf((char) ('①' + next.number() - 2)) : "(" + (next.number() - 1) + ")") > 0;
    }

    private static boolean openBracket(String whole) {
        var text = whole.substring(Math.max(0, whole.length() - REACH));
        return count(text, '“') > count(text, '”') || count(text, '《') > count(text, '》') || count(text, '(') > count(text, ')');
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    /** @param columns where lines end, 0 when they are whole paragraphs; {@code cut}: how many lines end there in the middle of a sentence */
    private record Width(int columns, int cut, ToIntFunction<Passage> measure) {}

    /** The width at which the source was cut, or 0 when lines are whole paragraphs. */
    private static Width fixedWidth(List<Passage> lines, ToIntFunction<Passage> measure) {
        var widths = lines.stream().filter(line -> !line.isEmpty()).mapToInt(line -> measure.applyAsInt(line)).sorted().toArray();
        if (widths.length < 8) {
            return new Width(0, 0, measure);
        }
        var widest = widths[(int) (widths.length * 0.97)];
        var narrow = widest < NARROW_PRINT;
        if (widest > WIDEST || widest < NARROWEST || widths[widths.length - 1] > widest + 12) {
            return new Width(0, 0, measure);
        }
        var full = 0;
        var cut = 0;
        for (var line : lines) {
            if (!line.isEmpty() && Math.abs(measure.applyAsInt(line) - widest) <= SLACK) {
                full++;
                if (STOPS.indexOf(line.text.charAt(line.text.length() - 1)) < 0) {
                    cut++;
                }
            }
        }
        // short lines are mostly headings and cells; many of them must be full and cut before they tell a width
        return full >= 3 && full >= widths.length * (narrow ? 0.3 : 0.2) && cut >= full * (narrow ? 0.6 : 0.5) ? new Width(widest, cut, measure) : new Width(0, 0, measure);
    }

    private static int width(String text) {
        return text.chars().map(c -> c > 0x2E7F || c == '“' || c == '”' ? 2 : c < 0x80 && ",:;()!?".indexOf(c) >= 0 ? 2 : 1).sum();
    }
}
