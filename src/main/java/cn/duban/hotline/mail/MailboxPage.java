package cn.duban.hotline.mail;

import cn.duban.web.Complaints;
import cn.duban.web.Dates;
import org.jspecify.annotations.Nullable;

/** @param box as it is saved; null where there is none @param leaves whether a way for mail is set up, so that answers leave @param said what came of what was just done */
public record MailboxPage(MailboxForm form, @Nullable Mailbox box, boolean leaves, Complaints complaints, @Nullable String said) {

    public String readAt() {
        return box == null || box.readAt() == null ? "" : Dates.minute(box.readAt());
    }

    public String faultySince() {
        return box == null || box.faultySince() == null ? "" : Dates.minute(box.faultySince());
    }
}
