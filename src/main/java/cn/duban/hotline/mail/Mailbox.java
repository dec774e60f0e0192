package cn.duban.hotline.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the mailbox is, and how far it was read.
 *
 * @param security {@code none}, {@code starttls} or {@code tls}
 * @param address what callers write to
 * @param since mails that arrived earlier are left alone
 * @param validity what the server numbers its mails under; another one means that all numbers are new
 * @param last the number of the last mail that was read
 * @param fault what went wrong at the last reading; empty where nothing did
 */
public record Mailbox(int tenant, String host, int port, String security, String user, String password, String address, String folder, boolean active, Instant since, long validity, long last, @Nullable Instant readAt, String fault, @Nullable Instant faultySince) {

    /** Records print themselves; the password does not belong there. */
    @Override
    public String toString() {
        return "mailbox " + tenant;
    }
}
