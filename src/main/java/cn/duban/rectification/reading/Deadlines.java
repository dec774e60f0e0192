package cn.duban.rectification.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The day by which something is promised, with the words that promise it. */
record Deadlines(@Nullable LocalDate due, String words, boolean yearInferred, boolean vague, int start) {
    private static final String PROMISE = "确保|力争|争取|预计|计划|将|拟|承诺|到|于|在";
    private static final Pattern BEFORE_DATE = Pattern.compile("(?:" + PROMISE + ").{0,6}$");
    private static final Pattern AFTER_DATE = Pattern.compile(
            "^(?:前|之前|以前)?[^。;]{0,60}?(?:整改到位|到位|完成|完毕|落实|将|确保|解决|建成|销号|办结)");

    private static final Pattern WHOLE_YEAR = Pattern.compile("(?:贯穿)?(?:全年|整年|本年度|年度内)(?:完成|推进|持续推进)?[。;]?");

    /** The value of a label such as 整改时限. */
    static @Nullable Deadlines labelled(Passage value, @Nullable LocalDate published, @Nullable Integer year) {
        var found = Dates.find(value.text);
        if (found.isEmpty() && year != null && WHOLE_YEAR.matcher(value.text).matches()) {
            return new Deadlines(LocalDate.of(year, 12, 31), value.printed, false, false, 0);
        }
        if (found.isEmpty()) {
            return value.isEmpty() ? null : new Deadlines(null, value.printed, false, false, 0);
        }
        return resolve(value, found.getLast(), published, year);
    }

    /** A promise inside the answer: 确保2021年底整改到位. Past events before the publication are no promises. */
    static @Nullable Deadlines promised(Passage answer, @Nullable LocalDate published) {
        for (var found : Dates.find(answer.text)) {
            var left = answer.text.substring(Math.max(0, found.start() - 10), found.start());
            var right = answer.text.substring(found.end());
            var promises = BEFORE_DATE.matcher(left).find() || found.before() || right.startsWith("前");
            var by = found.before() || right.startsWith("前");
            if (!promises || !by && !AFTER_DATE.matcher(right).find()) {
                continue;
            }
            var deadline = resolve(answer, found, published, null);
            if (deadline != null && deadline.due != null && (published == null || !deadline.due.isBefore(published))) {
                return deadline;
            }
        }
        return null;
    }

    private static @Nullable Deadlines resolve(Passage text, Dates.Found found, @Nullable LocalDate published, @Nullable Integer year) {
        var words = text.slice(found.start(), found.end()).printed;
        var vague = found.before() && found.rest().matches("\\d{1,2}月(?:份)?");
        if (found.year() != null) {
            return at(found.in(found.year()), words, false, vague, found.start());
        }
        var context = year != null ? year : published == null ? null : published.getYear();
        if (context == null) {
            return new Deadlines(null, words, false, vague, found.start());
        }
        var range = found.in(context);
        if (range != null && found.wantsYear() && published != null && year == null && range[1].isBefore(published)) {
            range = found.in(context + 1);
        }
        return at(range, words, found.wantsYear(), vague, found.start());
    }

    private static @Nullable Deadlines at(LocalDate @Nullable [] range, String words, boolean inferred, boolean vague, int start) {
        return range == null ? new Deadlines(null, words, false, vague, start) : new Deadlines(range[1], words, inferred, vague, start);
    }

    static void remark(@Nullable Deadlines deadline, String whose, int line, List<Remark> remarks) {
        if (deadline == null) {
            return;
        }
        if (deadline.yearInferred) {
            remarks.add(new Remark("YEAR_INFERRED", whose + "的期限“" + deadline.words + "”没有写年份，按 " + deadline.due + " 读，请核对。", line));
        }
        if (deadline.vague) {
            remarks.add(new Remark("VAGUE_DATE", whose + "的期限“" + deadline.words + "”可作两种理解，按 " + deadline.due + " 读，请核对。", line));
        }
    }
}
