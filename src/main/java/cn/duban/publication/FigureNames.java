package cn.duban.publication;

import cn.duban.web.Words;
import java.util.List;

/** What figures are called in the reader's language; a bulletin itself is written in Chinese, and so are their names in it. */
public final class FigureNames {

    private static final String KEY = "publication.name.";

    /** What figures of one matter or unit end with, the longest first. */
    private static final List<String> PARTS = List.of("按期办结率", "核查结论", "办结率", "未完成", "标题", "状态", "期限", "来文", "单位", "内容", "进展", "原因", "在办", "新增", "办结", "逾期", "退回", "未报");

    private FigureNames() {}

    public static String say(String name) {
        if (!Words.english()) return name;
        if (Words.has(KEY + name)) return Words.say(KEY + name);
        return PARTS.stream().filter(name::endsWith).findFirst().map(part -> name.substring(0, name.length() - part.length()) + " · " + Words.say(KEY + part)).orElse(name);
    }
}
