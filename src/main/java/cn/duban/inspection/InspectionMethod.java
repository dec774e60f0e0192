package cn.duban.inspection;

import cn.duban.web.Words;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The eight ways of 《政府督查工作条例》第十二条. */
public enum InspectionMethod {
    SELF_CHECK, HEARING_REPORT, ON_SITE, FORUM, CONSULTING, LEADS, TALK, INTERNET;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String label() {
        return Words.say("inspection.method." + word());
    }

    public static Optional<InspectionMethod> of(String word) {
        return Arrays.stream(values()).filter(method -> method.word().equals(word)).findFirst();
    }
}
