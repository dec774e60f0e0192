package cn.duban.hotline.reply;

import cn.duban.web.Words;
import java.util.Locale;

/** What stands against a reply. @param what the number of the reply that it copies, or the words that say so */
public record Flag(Kind kind, String what) {

    public enum Kind { COPIED, PROMISES, UNDONE }

    public String say() {
        return Words.say(key(), what);
    }

    String in(Locale language) {
        return Words.in(language, key(), what);
    }

    private String key() {
        return "hotline.reply." + kind.name().toLowerCase(Locale.ROOT);
    }
}
