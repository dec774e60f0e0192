package cn.duban.hotline.answers;

import cn.duban.hotline.Desks.Line;
import cn.duban.hotline.knowledge.Entry;
import java.util.List;

/** What everybody finds. @param tooShort whether nothing of what was typed has two characters */
public record AskedPage(List<Line> lines, int line, String q, boolean tooShort, List<Answer> answers, List<Entry> entries) {}
