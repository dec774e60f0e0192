package cn.duban.rectification.reading;

import cn.duban.rectification.reading.Reading.Target;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/** Numbers that a plan promises: 30次以上, 不少于10期, 达到90%以上, 每季度, 10件32项. Destroyed digits stay unknown. */
final class Targets {
    private static final String UNITS = "(?:个工作日|工作日|个月|小时|人次|条次|万元|亿元|平方公里|公里|平方米|万户|万人|[%‰次期篇条件项个家场户人名所套台处批部类本份课时天亩吨座辆张只支册门株盏笔宗起届版款种例路趟米])";
    private static final String NUMBER = "(\\d[\\d,]*(?:\\.\\d+)?)\\s?([万亿]?)(?<over>余|多)?\\s?(?<unit>" + UNITS + ")(?<over2>余|多)?";
    private static final Pattern AT_LEAST = Pattern.compile(NUMBER + "\\s?(?:及)?以上");
    private static final Pattern AT_MOST = Pattern.compile(NUMBER + "\\s?(?:及)?(?:以内|以下|之内)");
    private static final Pattern NOT_LESS = Pattern.compile("(?:不少于|不低于|至少|不小于|突破|超过|高于)\\s?" + NUMBER);
    private static final Pattern NOT_MORE = Pattern.compile("(?:不超过|不高于|控制在|不多于|低于)\\s?" + NUMBER + "(?:以内)?");
    private static final Pattern ABOUT = Pattern.compile(NUMBER + "\\s?左右");
    private static final Pattern EXACT = Pattern.compile("(?:增长|下降|降低|提高到|提升到|达到|达|实现|新增|新建|改造|建成|完成|培育|引进|压减|压缩|办好|做好|惠及|服务|覆盖|提升至|提高至|降至|减至|降到)(?:[^,。;、\\d近]{0,8})?" + NUMBER);
    private static final Pattern NEARLY = Pattern.compile("(?<!附)近\\s?" + NUMBER);
    private static final Pattern PLEDGE = Pattern.compile("(\\d+)(件)(\\d+)(项)");
    private static final Pattern LOST = Pattern.compile("(?:[?\\uFFFD□]{2,})(\\d*)\\s?(" + UNITS + ")?\\s?(以上|以内|以下)?");
    private static final Pattern RHYTHM = Pattern.compile("(每(?:季度|半年|半月|年|月|周|日|天)|(?<![第一二三四])季度)(?!底|末|度)");
    private static final Pattern START = Pattern.compile("[。;,,:]");
    private static final Pattern OPENING = Pattern.compile(
            "^(?:(?:(?:\\d{4}年)?(?:年底|年末|\\d{1,2}月底?)(?:之?前)?|全年|每年|年内|力争|确保|争取|计划|预计|组织|开展|编发|编辑|呈报|报送|完成|实现|保持|推动|推进|落实|办理|做好|新增|共|达到?|在|至|等)\\s?)+");
    private static final Pattern CLOSING = Pattern.compile("(?:不超过|不高于|压缩至|缩短至|突破|超过|保持在|稳定在|控制在|提高到|提升到|达到|达|不少于|不低于|至少|增长|下降|在|为|到|至)+$");

    private Targets() {}

    static void in(Passage text, int task, List<Target> targets, List<Remark> remarks) {
        var taken = new boolean[text.text.length() + 1];
        var before = targets.size();
        collect(LOST, "?", text, task, targets, taken, remarks);
        collect(PLEDGE, "=", text, task, targets, taken, remarks);
        collect(NOT_LESS, ">=", text, task, targets, taken, remarks);
        collect(NOT_MORE, "<=", text, task, targets, taken, remarks);
        collect(AT_LEAST, ">=", text, task, targets, taken, remarks);
        collect(AT_MOST, "<=", text, task, targets, taken, remarks);
        collect(ABOUT, "~", text, task, targets, taken, remarks);
        collect(NEARLY, "<=", text, task, targets, taken, remarks);
        collect(EXACT, "=", text, task, targets, taken, remarks);
        rhythms(text, task, targets);
        targets.subList(before, targets.size()).sort(java.util.Comparator.comparingInt(target -> text.printed.indexOf(target.words())));
    }

    private static void collect(Pattern pattern, String op, Passage text, int task, List<Target> targets, boolean[] taken, List<Remark> remarks) {
        var matcher = pattern.matcher(text.text);
        while (matcher.find()) {
            if (taken[matcher.start()] || taken[matcher.end() - 1]) {
                continue;
            }
            java.util.Arrays.fill(taken, matcher.start(), matcher.end(), true);
            var clause = clauseStart(text.text, matcher.start());
            var words = text.slice(clause, matcher.end()).strip().printed;
            var number = pattern == LOST ? matcher.start() : matcher.start(1);
            var what = what(text, clause, number, matcher.end());
            var line = text.lineAt(matcher.start());
            if (pattern == LOST) {
                var unit = matcher.group(2) == null ? "" : matcher.group(2);
                targets.add(new Target(task, what, "以上".equals(matcher.group(3)) ? ">=" : matcher.group(3) == null ? "=" : "<=", null, unit, words, "UNREADABLE", line));
                remarks.add(new Remark("LOST_DIGITS", "第" + task + "项“" + words + "”的数字已损坏，读不出，请对照原件补录。", line));
            } else if (pattern == PLEDGE) {
                targets.add(new Target(task, what, op, new BigDecimal(matcher.group(1)), matcher.group(2), words, null, line));
                targets.add(new Target(task, what, op, new BigDecimal(matcher.group(3)), matcher.group(4), words, null, line));
            } else {
                var value = new BigDecimal(matcher.group(1).replace(",", "")).multiply(scale(matcher.group(2)));
                var over = matcher.group("over") != null || matcher.group("over2") != null;
                targets.add(new Target(task, what, over && op.equals("=") ? ">=" : op, value, matcher.group("unit"), words,
                        over || pattern == NEARLY ? "APPROXIMATE" : null, line));
            }
        }
    }

    private static BigDecimal scale(String word) {
        return switch (word) {
            case "万" -> BigDecimal.valueOf(10_000);
            case "亿" -> BigDecimal.valueOf(100_000_000);
            default -> BigDecimal.ONE;
        };
    }

    private static int clauseStart(String text, int end) {
        var start = 0;
        var matcher = START.matcher(text).region(0, end);
        while (matcher.find()) {
            start = matcher.end();
        }
        return start;
    }

    /** The noun before the number, else (实现10项…) the noun behind it, else the clause before. */
    private static String what(Passage text, int clause, int start, int end) {
        var before = trimmed(text.slice(clause, start));
        if (before.text.length() >= 2) {
            return before.printed;
        }
        var after = text.slice(end, text.text.length()).split(START);
        if (!after.isEmpty() && text.text.length() > end && !START.matcher(text.text.substring(end, end + 1)).matches()) {
            return after.getFirst().printed;
        }
        var previous = clause < 2 ? 0 : clauseStart(text.text, clause - 1);
        return trimmed(text.slice(previous, Math.max(previous, clause - 1))).printed;
    }

    private static Passage trimmed(Passage clause) {
        var what = clause.strip();
        var opening = OPENING.matcher(what.text);
        if (opening.find()) {
            what = what.from(opening.end());
        }
        var closing = CLOSING.matcher(what.text);
        return closing.find() && closing.start() > 1 ? what.slice(0, closing.start()).strip() : what;
    }

    private static void rhythms(Passage text, int task, List<Target> targets) {
        for (var clause : text.split(START)) {
            var matcher = RHYTHM.matcher(clause.text);
            if (matcher.find() && !clause.text.matches(".*\\d+\\s?(?:次|期|场).*") && clause.text.length() <= 40) {
                targets.add(new Target(task, clause.printed, "every", BigDecimal.ONE, matcher.group(1).replace("每", ""), clause.printed, null, clause.line()));
            }
        }
    }
}
