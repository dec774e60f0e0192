package cn.duban.escalation;

import cn.duban.web.Words;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What kind of document a step is; each is numbered in a series of its own. */
public enum Kind {
    /** 催办单. */
    CHASER("bell-ringing"),
    /** 督办单, in blue, yellow or red. */
    ORDER("file-alert"),
    /** 挂牌督办. */
    LISTED("clipboard-list"),
    /** 约谈. */
    INTERVIEW("messages"),
    /** 通报点名. */
    NAMED("speakerphone"),
    /** 会商, under whatever name a place gives it. */
    CONFERENCE("users-group");

    private final String icon;

    Kind(String icon) {
        this.icon = icon;
    }

    public String icon() {
        return icon;
    }

    /** As it stands in tables and addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return Words.say("escalation.kind." + word());
    }

    static Optional<Kind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
