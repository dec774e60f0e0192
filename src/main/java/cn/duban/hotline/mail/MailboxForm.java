package cn.duban.hotline.mail;

import cn.duban.web.Complaints;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The mailbox as an administrator types it. A password left empty stays what it was; it is never shown again. */
public record MailboxForm(@Nullable String host, @Nullable String port, @Nullable String security, @Nullable String user, @Nullable String password, @Nullable String address, @Nullable String folder, boolean active) {

    private static final Set<String> SECURITIES = Set.of("none", "starttls", "tls");

    static MailboxForm fresh() {
        return new MailboxForm("", "993", "tls", "", "", "", "INBOX", true);
    }

    static MailboxForm of(Mailbox box) {
        return new MailboxForm(box.host(), "" + box.port(), box.security(), box.user(), "", box.address(), box.folder(), box.active());
    }

    public static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    Complaints wrong(@Nullable Mailbox was) {
        return new Complaints().addIf(!text(host).matches("[A-Za-z0-9.:-]{1,200}"), "host", "hotline.mailbox.host.wrong")
                .addIf(!text(port).matches("[1-9][0-9]{0,4}") || Integer.parseInt(text(port)) > 65535, "port", "hotline.mailbox.port.wrong")
                .addIf(!SECURITIES.contains(text(security)), "security", "hotline.mailbox.security.wrong")
                .addIf(text(user).isEmpty() || text(user).length() > 200, "user", "hotline.mailbox.user.wrong")
                .addIf(text(password).isEmpty() && was == null, "password", "hotline.mailbox.password.wrong")
                .addIf(!text(address).matches("[^@\\s]{1,64}@[^@\\s]{1,190}"), "address", "hotline.mailbox.address.wrong")
                .addIf(text(folder).isEmpty() || text(folder).length() > 100, "folder", "hotline.mailbox.folder.wrong");
    }

    Mailbox box(int tenant, @Nullable Mailbox was) {
        return new Mailbox(tenant, text(host), Integer.parseInt(text(port)), text(security), text(user), text(password).isEmpty() && was != null ? was.password() : text(password), text(address), text(folder), active, Instant.EPOCH, 0, 0, null, "", null);
    }

    /** Records print themselves; the password does not belong there. */
    @Override
    public String toString() {
        return "mailbox form";
    }
}
