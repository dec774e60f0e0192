package cn.duban.notices;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why somebody is told. Of several reasons that one act gives the same person, the first of these counts. */
public enum Kind {
    /** 退回: it came back, and is yours again. */
    RETURNED("arrow-back-up", "yellow"),
    /** 待办: the next step became yours. */
    OWED("checklist", "blue"),
    /** 催办: the supervisor presses for what you owe. */
    REMINDED("bell-ringing", "yellow"),
    /** 待审: a paper waits for your review. */
    REVIEW("writing-sign", "blue"),
    /** 责任变动: you answer for it from now on, or no longer. */
    HANDED_OVER("transfer", "blue"),
    /** 并案: it was merged into another, or parted from it. */
    MERGED("git-merge", "grey"),
    /** 办结: it is kept, closed, or void. */
    CLOSED("circle-check", "green"),
    /** 期限变动: it has more time, or its time stands still. */
    EXTENDED("calendar-plus", "blue"),
    /** 留言、批示. */
    COMMENTED("message", "grey"),
    /** 即将到期. */
    ENDING("clock-exclamation", "yellow"),
    /** 已逾期. */
    BREACHED("alert-triangle", "red");

    private final String icon;
    private final String colour;

    Kind(String icon, String colour) {
        this.icon = icon;
        this.colour = colour;
    }

    public String icon() {
        return icon;
    }

    /** A colour of the page's lamps. */
    public String colour() {
        return colour;
    }

    /** As it stands in tables and addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Kind> named(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
