package cn.duban.rectification.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words before a colon that say what follows: 整改情况:… 责任单位:… 完成时限:… */
enum Label {
    GOAL("整改目标|目标要求"),
    NEXT("下一?步(?:工作|整改)?(?:打算|措施|计划|安排|工作)?|后续(?:工作|措施|整改|安排)"),
    LEAD("(?:市级?|区级?|县级?|省级?)?牵头(?:责任)?(?:单位|部门|处室|科室|股室)|(?:整改)?责任(?:单位|部门|处室|科室|股室|主体)"
            + "|(?:主办|承办|主责|落实|实施|主管|负责|承担|执行)(?:单位|部门|处室|科室|股室)|牵头"),
    ASSIST("(?:配合|协办|协助|参与|协同|会办|参加)(?:责任)?(?:单位|部门|处室|科室|股室)?"),
    LEADER("(?:牵头|责任|分管|包案|主管|包保|整改|整改责任|挂点|市)(?:领导|负责人)|(?:整改|具体|直接|第一)?责任人员?|牵头人"),
    DUE("(?:整改|完成|办理|办结|落实)?(?:时限|期限)(?:要求)?|(?:完成|整改|办结|落实)(?:时间|日期)|时间(?:节点|安排|要求)"),
    STATUS("整改(?:落实|完成|工作)?情况|整改(?:工作)?(?:落实)?进展(?:情况)?|整改(?:进度|状态|结果|落实|成效)|(?:目前)?(?:完成|落实|进展|办理)(?:情况|进度|状态)|是否完成(?:整改)?|销号情况|状态"),
    RESPONSE("(?:主要|具体|整改|采取的?|已采取的?|工作)(?:整改|工作)?(?:措施|举措|做法)(?:[及和](?:完成情况|落实情况|整改成效|成效|进展情况|进展|整改情况))?|整改内容|(?:措施|举措|做法)[及和](?:完成情况|落实情况|整改成效|成效|进展情况|进展|整改情况)"),
    PROBLEM("(?:具体|主要|存在的?|反馈的?|巡[察视]反馈的?|突出|整改)?问题(?:表现|描述|表述|内容|清单)?|(?:主要|具体)表现");

    /** A stretch of text under one label; {@code label} is null where no label stands before it. */
    record Segment(@Nullable Label label, String words, Passage value) {}

    private static final String ALL = all();
    private static final Pattern MARK = Pattern.compile(
            "(?:(?<=^|[。;!?)】\\]”\\n\\t —])|(?<=[(〔\\[【,、])(?=" + LEAD.names + "|" + ASSIST.names + "|" + LEADER.names + "|" + DUE.names + "))"
                    + "(?:[【\\[<]\\s?(" + ALL + ")\\s?[】\\]>]\\s?:?|(" + ALL + ")\\s?:)\\s?");
    private static final Pattern ALONE = Pattern.compile("^(?:[((]?(" + ALL + ")[))]?)$");

    final String names;

    Label(String names) {
        this.names = names;
    }

    private static String all() {
        var all = new StringBuilder();
        for (var label : values()) {
            all.append(all.isEmpty() ? "" : "|").append(label.names);
        }
        return all.toString();
    }

    boolean isAnnotation() {
        return this == LEAD || this == ASSIST || this == LEADER || this == DUE;
    }

    boolean isAnswer() {
        return this == STATUS || this == RESPONSE || this == NEXT;
    }

    static boolean opens(String text) {
        var mark = MARK.matcher(text);
        return mark.lookingAt() || ALONE.matcher(text).matches();
    }

    /** A label with nothing before or behind it. */
    static boolean isAlone(String text) {
        return ALONE.matcher(text).matches();
    }

    static @Nullable Label of(String words) {
        for (var label : values()) {
            if (words.matches(label.names)) {
                return label;
            }
        }
        return null;
    }

    static List<Segment> segments(Passage passage) {
        var alone = ALONE.matcher(passage.text);
        if (alone.matches()) {
            return List.of(new Segment(of(alone.group(1)), alone.group(1), Passage.EMPTY));
        }
        var segments = new ArrayList<Segment>();
        var mark = MARK.matcher(passage.text);
        Label open = null;
        var words = "";
        var start = 0;
        while (mark.find()) {
            start = add(segments, open, words, passage, start, mark.start());
            words = mark.group(1) != null ? mark.group(1) : mark.group(2);
            open = of(words);
            start = mark.end();
        }
        add(segments, open, words, passage, start, passage.text.length());
        return segments;
    }

    private static int add(List<Segment> segments, @Nullable Label label, String words, Passage passage, int start, int end) {
        var stop = label != null && label.isAnnotation() ? annotationEnd(passage.text, start, end) : end;
        var value = passage.slice(start, stop).strip();
        if (label != null || !value.isEmpty()) {
            segments.add(new Segment(label, words, value));
        }
        var rest = passage.slice(stop, end).trimStart("。;;)】〕]").strip();
        if (stop < end && rest.text.length() > 1) {
            segments.add(new Segment(null, "", rest));
        }
        return end;
    }

    /** An annotation ends with its bracket, its sentence or its clause. */
    private static int annotationEnd(String text, int start, int end) {
        var depth = 0;
        for (var i = start; i < end; i++) {
            switch (text.charAt(i)) {
                case '(', '〔', '《', '〈' -> depth++;
                case ')', '〕', '》', '〉', '】' -> {
                    if (--depth < 0) {
                        return i;
                    }
                }
                case '。', ';', '\n' -> {
                    if (depth == 0) {
                        return i;
                    }
                }
                default -> { }
            }
        }
        return end;
    }
}
