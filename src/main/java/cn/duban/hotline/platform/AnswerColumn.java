package cn.duban.hotline.platform;

import java.util.List;
import java.util.Locale;

/** A column of a platform's sheet of answers, under the platform's own name. */
public record AnswerColumn(String head, Holds holds) {

    /** What stands in it. */
    public enum Holds {
        NUMBER, ANSWER, UNIT, PERSON, FINISHED, SATISFACTION, TICKET, EMPTY;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** As most platforms have it, until somebody says otherwise. */
    static final List<AnswerColumn> USUAL = List.of(new AnswerColumn("工单编号", Holds.NUMBER), new AnswerColumn("办理结果", Holds.ANSWER), new AnswerColumn("承办单位", Holds.UNIT),
            new AnswerColumn("承办人", Holds.PERSON), new AnswerColumn("办结时间", Holds.FINISHED), new AnswerColumn("满意度", Holds.SATISFACTION));
}
