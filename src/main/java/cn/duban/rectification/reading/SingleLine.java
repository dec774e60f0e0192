package cn.duban.rectification.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A document that lost its line breaks: the whole text stands in one line, its paragraphs divided by blanks or by nothing. */
final class SingleLine {
    private static final int SHORTEST = 150;
    private static final double SHARE = 0.6;
    private static final int HEAD = 300;
    private static final int LONGEST_HEADING = 40;
    private static final String STOPS = "。;!?)”】》:…";
    private static final String LABELS = "整改(?:情况|措施|进度|进展|成效|时限|状态|落实情况|完成情况)|(?:牵头|责任|配合)(?:单位|部门|处室|科室|领导|人)|完成时限|责任人";
    private static final Pattern HEADING = Pattern.compile("[一二三四五六七八九十]{1,3}、|\\([一二三四五六七八九十]{1,3}\\)");
    /** Where a paragraph begins although no blank says so. */
    private static final Pattern BEGINS = Pattern.compile("(?<=[。;!?)】”])(?=[一二三四五六七八九十]{1,3}、|\\([一二三四五六七八九十]{1,3}\\)(?!项)|(?:" + LABELS + "):"
            + "|(?<![;:])\\d{1,2}[.、](?!\\d)(?:关于|针对|“|[^。;:]{4,60}(?:问题|不[够足到严]|缺|薄弱|滞后|[。:])))");
    private static final Pattern TITLE = Pattern.compile(
            "^.{6,90}?(?:通报|公告|公示|报告|要点|方案|计划|分解表|安排)(?=根据|按照|按|为|(?:19|20)\\d{2}年|发布|来源|时间|日期|\\(|20\\d{2}-)");
    private static final Pattern PARAGRAPH = Pattern.compile("(?:" + LABELS + ")\\s?:.*|(?:发布|时间|日期|来源|作者|字体|联系|电话|邮|根据|按照|中共).*");

    private SingleLine() {}

    /** The lines as they are, or the one long line cut into its paragraphs. */
    static List<Passage> unfold(List<Passage> lines) {
        var letters = lines.stream().mapToInt(line -> line.text.length()).sum();
        var unfolded = new ArrayList<Passage>();
        for (var line : lines) {
            var whole = line.text.length() >= SHORTEST && line.text.length() >= letters * SHARE && line.text.indexOf('\t') < 0
                    && HEADING.matcher(line.text).results().limit(3).count() >= 3;
            if (whole) {
                unfolded.addAll(paragraphs(line));
            } else {
                unfolded.add(line);
            }
        }
        return unfolded;
    }

    private static List<Passage> paragraphs(Passage line) {
        var paragraphs = new ArrayList<Passage>();
        var title = TITLE.matcher(line.text);
        var rest = line;
        if (title.find()) {
            paragraphs.add(line.slice(0, title.end()));
            rest = line.from(title.end()).strip();
        }
        for (var piece : pieces(rest)) {
            atBlanks(piece, paragraphs);
        }
        return paragraphs;
    }

    /** At the headings that a full stop shows; where their numbers show more of them, at all. */
    private static List<Passage> pieces(Passage rest) {
        var shown = rest.split(BEGINS);
        var cuts = Glued.cuts(rest.text);
        var hidden = Glued.cut(rest, cuts);
        return cuts.isEmpty() || headings(hidden) <= headings(shown) ? shown : hidden;
    }

    private static long headings(List<Passage> pieces) {
        return pieces.stream().filter(piece -> Enumerator.at(piece.text) != null).count();
    }

    private static void atBlanks(Passage piece, List<Passage> paragraphs) {
        var start = 0;
        var tail = piece.text.lastIndexOf('。');
        for (var at = piece.text.indexOf(' '); at >= 0; at = piece.text.indexOf(' ', at + 1)) {
            var before = piece.slice(start, at);
            var after = piece.text.substring(at + 1);
            if (!before.isEmpty() && divides(before.text, after, piece.line() == piece.lineAt(at) && at < HEAD && paragraphs.size() < 6, at > tail)) {
                paragraphs.add(before.strip());
                start = at + 1;
            }
        }
        paragraphs.add(piece.from(start).strip());
        paragraphs.removeIf(Passage::isEmpty);
    }

    private static boolean divides(String before, String after, boolean inHead, boolean inTail) {
        var last = before.charAt(before.length() - 1);
        var number = Enumerator.at(before);
        if (number != null && number.end() >= before.length() || last < 0x80 && !after.isEmpty() && Character.isLetterOrDigit(last) && after.charAt(0) < 0x80 && Character.isDigit(after.charAt(0))) {
            return false;
        }
        return STOPS.indexOf(last) >= 0 || inHead || inTail || Enumerator.at(after) != null || PARAGRAPH.matcher(after).matches()
                || number != null && before.length() <= LONGEST_HEADING;
    }
}
