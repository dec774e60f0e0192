package cn.duban.inspection;

import cn.duban.web.Words;
import java.util.Arrays;
import java.util.Optional;

/** The five kinds of 《政府督查工作条例》第十四条. */
public enum InspectionKind {
    COMPREHENSIVE("comprehensive"),
    SPECIAL("special"),
    INCIDENT("incident"),
    DAILY("daily"),
    LEAD_CHECK("lead-check");

    private final String word;

    InspectionKind(String word) {
        this.word = word;
    }

    /** As it stands in the type of the matter and in the table. */
    public String word() {
        return word;
    }

    public String label() {
        return Words.say("inspection.kind." + word);
    }

    public static Optional<InspectionKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
