package cn.duban.rectification.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Title, day of publishing, signature: the head and the foot of the document and of the page around it. */
record Masthead(@Nullable Passage title, @Nullable LocalDate publishedOn, @Nullable Passage signature, @Nullable LocalDate signedOn, int signedLine, @Nullable Passage closing) {
    private static final Pattern TITLE = Pattern.compile(
            ".*(?:通报|公告|公示|报告|情况|要点|计划|方案|清单|分解表?|分工|安排|措施|台账|通知|任务|意见|公开表)(?:的通知|表)?[)(试行征求意见稿公开版)]*$");
    private static final Pattern LEADS_TITLE = Pattern.compile("^(?:中共|关于|\\d{4}年|.{2,40}(?:党组|党委|党工委|政府|办公[厅室]|委员会|局|厅|巡察办)关于).*");
    private static final List<Pattern> PUBLISHED = List.of(
            Pattern.compile("(?:发布|发表|公开|上传)(?:日期|时间)?\\s*[:\\s]\\s*(.{6,24})"),
            Pattern.compile("(?<!成文|生成|印发|发文)(?:日期|时间)\\s*[:\\s]\\s*(.{6,24})"),
            Pattern.compile("(?:日期|时间)\\s*[:\\s]\\s*(.{6,24})"));
    private static final Pattern BODY = Pattern.compile(
            "(?:党组|党委|党工委|党总支|党支部|委员会|人民政府|办公[厅室]|[局厅委院处站社会校]|中心|[部室办]|集团|公司|街道|工作委员会|领导小组)(?:办公室|机关)?$");
    private static final Pattern CLOSES = Pattern.compile("[\\u4e00-\\u9fff()“”]{2,28}(?:党组|党委|党工委|党总支|委员会|人民政府|办公[厅室]|局|厅|中心)");
    private static final Pattern DATED = Pattern.compile("\\(?(?:(?:19|20)\\d{2}|[〇○零一二三四五六七八九]{4})年[\\d一二三四五六七八九十]{1,3}月[\\d一二三四五六七八九十]{1,3}日\\)?$");
    private static final Pattern TITLE_FIELD = Pattern.compile("(?:标\\s*题|名\\s*称)\\s*[:\\t ]\\s*([^\\t]*[\\u4e00-\\u9fff]{6}[^\\t]*)");
    private static final int HEAD = 15;
    private static final int SHORTEST_TITLE = 6;
    private static final int LONGEST_TITLE = 90;

    static Masthead of(List<Passage> body, List<Passage> chrome) {
        var title = title(body);
        title = title == null ? field(TITLE_FIELD, chrome) : title;
        var foot = signature(title, body);
        var published = published(chrome);
        if (published == null) {
            published = published(body.subList(0, Math.min(HEAD, body.size())).stream().filter(line -> line.text.length() < 80).toList());
        }
        return new Masthead(title, published, foot == null ? null : foot.signature, foot == null ? null : foot.signedOn, foot == null ? 0 : foot.signedLine, closing(body));
    }

    /** What the page's own table of facts says, where the document itself is silent. */
    private static @Nullable Passage field(Pattern name, List<Passage> chrome) {
        for (var line : chrome) {
            var matcher = name.matcher(line.text);
            if (matcher.find()) {
                return line.group(matcher, 1).strip();
            }
        }
        return null;
    }

    private static @Nullable Passage title(List<Passage> body) {
        for (var i = 0; i < Math.min(HEAD, body.size()); i++) {
            var line = body.get(i);
            if (Enumerator.at(line.text) != null && Enumerator.at(line.text).style() != Enumerator.Style.UNNUMBERED && !line.text.matches("^\\d{4}年.*")) {
                return null;
            }
            var whole = line.trimEnd("。 ");
            if (line.text.length() >= SHORTEST_TITLE && line.text.length() <= LONGEST_TITLE && TITLE.matcher(whole.text).matches() && !line.text.contains("。") && !line.text.endsWith(":")) {
                return withBeginning(withRest(line, i + 1 < body.size() ? body.get(i + 1) : Passage.EMPTY), body.subList(0, i));
            }
        }
        return null;
    }

    /** 中共某某委员会 / 关于…反馈意见 / 整改情况的通报: the lines above that belong to the title. */
    private static Passage withBeginning(Passage line, List<Passage> above) {
        if (above.isEmpty()) {
            return line;
        }
        var begun = begun(line, above);
        if (begun < above.size()) {
            return Passage.join(Stream.concat(above.subList(begun, above.size()).stream(), Stream.of(line)).toList(), "");
        }
        var before = above.getLast();
        var open = before.text.length() <= 60 && !before.text.matches(".*[。:;!?]$") && Enumerator.at(before.text) == null && before.text.indexOf('\t') < 0;
        var begins = !LEADS_TITLE.matcher(line.text).matches() && LEADS_TITLE.matcher(before.text).matches()
                || before.text.matches(".*(?:关于)?(?:印发|公布|下达|转发|批转)$")
                || line.text.startsWith("关于") && BODY.matcher(before.text.replace(" ", "")).find() && Cleaning.hasHan(before.text);
        return open && begins ? withBeginning(Passage.join(List.of(before, line), ""), above.subList(0, above.size() - 1)) : line;
    }

    /** Where a title set on two or three lines begins: the line with its 关于, where none between is a sentence, a title or a number of its own. */
    private static int begun(Passage line, List<Passage> above) {
        if (line.text.contains("关于")) return above.size();
        for (var i = above.size() - 1; i >= Math.max(0, above.size() - 2); i--) {
            var text = above.get(i).text;
            var part = text.length() <= 40 && Cleaning.hasHan(text) && text.matches("[^。:;!?,，、\\t〔\\[]+") && !TITLE.matcher(text).matches() && Enumerator.at(text) == null;
            if (!part) return above.size();
            if (text.matches("\\S{3,}关于\\S+")) return i;
        }
        return above.size();
    }

    /** A long title stands on two lines: …关于巡察反馈意见 / 整改情况的通报. */
    private static Passage withRest(Passage line, Passage next) {
        var continues = next.line() <= line.line() + 3 && next.text.length() <= 40 && TITLE.matcher(next.text).matches()
                && !LEADS_TITLE.matcher(next.text).matches() && Enumerator.at(next.text) == null && !Dates.isAlone(next.text)
                && !line.text.matches(".*(?:通报|公告|公示|通知|要点|计划|方案|表)[)(试行公开版)]*$");
        return continues ? Passage.join(List.of(line, next), "") : line;
    }

    private static @Nullable LocalDate published(List<Passage> lines) {
        for (var pattern : PUBLISHED) {
            for (var line : lines) {
                var matcher = pattern.matcher(line.text);
                while (matcher.find()) {
                    var day = Dates.firstFullDay(matcher.group(1));
                    if (day != null) {
                        return day;
                    }
                }
            }
        }
        return null;
    }

    /** The last line that is nothing but a date, with the body that stands above it. */
    private static @Nullable Masthead signature(@Nullable Passage title, List<Passage> body) {
        var head = title == null ? 0 : title.lineAt(title.text.length() - 1);
        for (var i = body.size() - 1; i >= Math.max(0, body.size() - 40); i--) {
            var line = body.get(i);
            if (line.line() < head) {
                return null;
            }
            var compact = line.text.replace(" ", "");
            if (Dates.isAlone(line.text)) {
                var above = i > 0 ? body.get(i - 1) : null;
                var signed = above != null && above.text.length() <= 45 && BODY.matcher(above.text.replace(" ", "")).find() ? above : null;
                return new Masthead(null, null, signed, Dates.firstFullDay(compact), line.line(), null);
            }
            // the signature and its date on one line
            var date = DATED.matcher(compact);
            if (compact.length() <= 60 && date.find() && BODY.matcher(compact.substring(0, date.start())).find()) {
                var at = line.text.lastIndexOf("年") - 4;
                return new Masthead(null, null, line.slice(0, Math.max(0, at)).trimEnd("( "), Dates.firstFullDay(compact), line.line(), null);
            }
        }
        return null;
    }

    /** A body that signs the last line without a day; not what a label on the line above asks for. */
    private static @Nullable Passage closing(List<Passage> body) {
        var last = body.isEmpty() ? Passage.EMPTY : body.getLast();
        if (body.size() > 1 && body.get(body.size() - 2).text.endsWith(":")) return null;
        return last.text.length() <= 30 && CLOSES.matcher(last.text.replace(" ", "")).matches() ? last : null;
    }

    /** What stands before 关于 in the title, where the foot bears no signature; else who signs without a day. */
    @Nullable String issuer() {
        if (signature != null) {
            return signature.trimStart("—-–").printed.replace(" ", "");
        }
        if (title == null) {
            return null;
        }
        var about = title.text.indexOf("关于");
        if (about > 3) {
            return title.slice(0, about).printed;
        }
        return closing == null ? null : closing.printed.replace(" ", "");
    }

    @Nullable LocalDate date() {
        return publishedOn != null ? publishedOn : signedOn;
    }
}
