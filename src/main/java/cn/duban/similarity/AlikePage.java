package cn.duban.similarity;

import cn.duban.web.Titled;
import cn.duban.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * What is like a matter, or like what somebody is about to enter.
 *
 * @param about the matter's number and title, null for a new text
 * @param href the page itself
 * @param asked the new text as it was typed
 * @param alikes null before anything was asked
 */
public record AlikePage(@Nullable String about, String href, Asked asked, @Nullable Alikes alikes) implements Titled {

    public record Asked(String title, String body) {

        static final Asked NOTHING = new Asked("", "");

        boolean blank() {
            return title.isBlank() && body.isBlank();
        }
    }

    @Override
    public String title() {
        return about == null ? Words.say("similarity.alike.check") : Words.say("similarity.alike.titled", about);
    }

    public boolean byWordingOnly() {
        return alikes != null && alikes.basis() == Alikes.Basis.WORDING;
    }
}
