package cn.duban.rectification.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Title, day of publishing, signature: the head and the foot of the document and of the page around it. */
record Masthead(@Nullable Passage title, @Nullable LocalDate publishedOn, @Nullable Passage signature, @Nullable LocalDate signedOn, int signedLine) {
    private static final Pattern TITLE = Pattern.compile(
            ".*(?:通报|公告|公示|报告|情况|要点|计划|方案|清单|分解表?|分工|安排|措施|台账|通知|任务|意见)(?:的通知|表)?[)(试行征求意见稿公开版)]*$");
    private static final Pattern LEADS_TITLE = Pattern.compile("^(?:中共|关于|\\d{4}年|.{2,40}(?:党组|党委|党工委|政府|办公[厅室]|委员会|局|厅)关于).*");
    private static final List<Pattern> PUBLISHED = List.of(
            Pattern.compile("(?:发布|发表|公开|上传)(?:日期|时间)?\\s*[:\\s]\\s*(.{6,24})"),
            Pattern.compile("(?:日期|时间)\\s*[:\\s]\\s*(.{6,24})"));
    private static final Pattern BODY = Pattern.compile(
            "(?:党组|党委|党工委|党总支|党支部|委员会|人民政府|办公[厅室]|[局厅委院处站社会校]|中心|集团|公司|街道|工作委员会|领导小组)(?:办公室|机关)?$");
    private static final int HEAD = 15;
    private static final int LONGEST_TITLE = 90;

    static Masthead of(List<Passage> body, List<Passage> chrome) {
        var title = title(body);
        var foot = signature(body);
        var published = published(chrome);
        if (published == null) {
            published = published(body.subList(0, Math.min(HEAD, body.size())).stream().filter(line -> line.text.length() < 80).toList());
        }
        return new Masthead(title, published, foot == null ? null : foot.signature, foot == null ? null : foot.signedOn, foot == null ? 0 : foot.signedLine);
    }

    private static @Nullable Passage title(List<Passage> body) {
        for (var i = 0; i < Math.min(HEAD, body.size()); i++) {
            var line = body.get(i);
            if (Enumerator.at(line.text) != null && Enumerator.at(line.text).style() != Enumerator.Style.UNNUMBERED && !line.text.matches("^\\d{4}年.*")) {
                return null;
            }
            var whole = line.trimEnd("。 ");
            if (line.text.length() <= LONGEST_TITLE && TITLE.matcher(whole.text).matches() && !line.text.contains("。") && !line.text.endsWith(":")) {
                var before = i > 0 ? body.get(i - 1) : null;
                var starts = LEADS_TITLE.matcher(line.text).matches();
                if (before != null && !starts && before.text.length() <= 60 && !before.text.matches(".*[。:;!?]$") && LEADS_TITLE.matcher(before.text).matches()) {
                    return Passage.join(List.of(before, line), "");
                }
                return withRest(line, i + 1 < body.size() ? body.get(i + 1) : Passage.EMPTY);
            }
        }
        return null;
    }

    /** A long title stands on two lines: …关于巡察反馈意见 / 整改情况的通报. */
    private static Passage withRest(Passage line, Passage next) {
        var continues = next.line() == line.line() + 1 && next.text.length() <= 40 && TITLE.matcher(next.text).matches()
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
    private static @Nullable Masthead signature(List<Passage> body) {
        for (var i = body.size() - 1; i >= Math.max(0, body.size() - 40); i--) {
            var line = body.get(i);
            var compact = line.text.replace(" ", "");
            if (Dates.isAlone(line.text)) {
                var above = i > 0 ? body.get(i - 1) : null;
                var signed = above != null && above.text.length() <= 45 && BODY.matcher(above.text.replace(" ", "")).find() ? above : null;
                return new Masthead(null, null, signed, Dates.firstFullDay(compact), line.line());
            }
            // the signature and its date on one line
            var date = Pattern.compile("(?:19|20)\\d{2}年\\d{1,2}月\\d{1,2}日$").matcher(compact);
            if (compact.length() <= 60 && date.find() && BODY.matcher(compact.substring(0, date.start())).find()) {
                var at = line.text.lastIndexOf("年") - 4;
                return new Masthead(null, null, line.slice(0, Math.max(0, at)).strip(), Dates.firstFullDay(compact), line.line());
            }
        }
        return null;
    }

    /** What stands before 关于 in the title, where the foot bears no signature. */
    @Nullable String issuer() {
        if (signature != null) {
            return signature.printed.replace(" ", "");
        }
        if (title == null) {
            return null;
        }
        var about = title.text.indexOf("关于");
        if (about > 3) {
            return title.slice(0, about).printed;
        }
        return null;
    }

    @Nullable LocalDate date() {
        return publishedOn != null ? publishedOn : signedOn;
    }
}
