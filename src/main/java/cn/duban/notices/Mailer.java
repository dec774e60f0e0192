package cn.duban.notices;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * Mail by SMTP. A message that is sent again, because nobody knows whether it arrived, bears the same {@code Message-ID}:
 * servers that look drop the second, and whoever gets both sees that they are one.
 */
@Component
class Mailer {

    private static final String PATIENCE = "15000";

    Outcome send(Gateway gateway, String to, String subject, String plain, String html, UUID message) {
        try {
            var sender = sender(gateway);
            var mail = sender.createMimeMessage();
            var helper = new MimeMessageHelper(mail, true, StandardCharsets.UTF_8.name());
            helper.setFrom(new InternetAddress(gateway.setting("sender"), gateway.name(), StandardCharsets.UTF_8.name()));
            helper.setTo(to);
            helper.setSubject(subject);
            helper.setText(plain, html);
            mail.setHeader("Message-ID", id(gateway, message));
            mail.setHeader("Auto-Submitted", "auto-generated");
            sender.send(mail);
            return new Outcome.Sent(id(gateway, message));
        } catch (MailAuthenticationException e) {
            return new Outcome.Unreachable(said(e));
        } catch (MailSendException e) {
            return refused(e);
        } catch (MailException | MessagingException | UnsupportedEncodingException e) {
            return new Outcome.Refused(said(e));
        }
    }

    /** To somebody outside: in the thread of what they wrote, and answered where they wrote to. */
    Outcome send(Gateway gateway, Outward.Mail letter, UUID message) {
        try {
            var sender = sender(gateway);
            var mail = sender.createMimeMessage();
            var helper = new MimeMessageHelper(mail, false, StandardCharsets.UTF_8.name());
            helper.setFrom(new InternetAddress(gateway.setting("sender"), gateway.name(), StandardCharsets.UTF_8.name()));
            helper.setTo(letter.to());
            if (!letter.replyTo().isEmpty()) helper.setReplyTo(letter.replyTo());
            helper.setSubject(letter.subject());
            helper.setText(letter.text());
            mail.setHeader("Message-ID", id(gateway, message));
            mail.setHeader("Auto-Submitted", "auto-replied");
            if (letter.inReplyTo().matches("<[^<>\\s]{1,900}>")) {
                mail.setHeader("In-Reply-To", letter.inReplyTo());
                mail.setHeader("References", letter.inReplyTo());
            }
            sender.send(mail);
            return new Outcome.Sent(id(gateway, message));
        } catch (MailAuthenticationException e) {
            return new Outcome.Unreachable(said(e));
        } catch (MailSendException e) {
            return refused(e);
        } catch (MailException | MessagingException | UnsupportedEncodingException e) {
            return new Outcome.Refused(said(e));
        }
    }

    static String id(Gateway gateway, UUID message) {
        var sender = gateway.setting("sender");
        return "<" + message + "@" + sender.substring(sender.indexOf('@') + 1) + ">";
    }

    private static JavaMailSenderImpl sender(Gateway gateway) {
        var sender = new JavaMailSenderImpl();
        sender.setHost(gateway.setting("host"));
        sender.setPort(Integer.parseInt(gateway.setting("port")));
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        var properties = sender.getJavaMailProperties();
        for (var wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) properties.setProperty("mail.smtp." + wait, PATIENCE);
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        switch (gateway.setting("security")) {
            case "tls" -> properties.setProperty("mail.smtp.ssl.enable", "true");
            case "starttls" -> {
                properties.setProperty("mail.smtp.starttls.enable", "true");
                properties.setProperty("mail.smtp.starttls.required", "true");
            }
            default -> { /* in the clear, inside the office's own net */ }
        }
        if (!gateway.setting("user").isEmpty()) {
            sender.setUsername(gateway.setting("user"));
            sender.setPassword(gateway.secret("password"));
            properties.setProperty("mail.smtp.auth", "true");
        }
        return sender;
    }

    private static Outcome refused(MailSendException e) {
        var code = e.getMessageExceptions().length == 0 ? code(e) : code(e.getMessageExceptions()[0]);
        if (code >= 500) return new Outcome.Refused(said(e));
        return code >= 400 ? new Outcome.Delayed(said(e)) : new Outcome.Unreachable(said(e));
    }

    /** What the server answered, 0 where it did not come to that. */
    private static int code(@Nullable Throwable thrown) {
        for (var cause = thrown; cause != null; cause = next(cause)) {
            if (cause instanceof SMTPAddressFailedException address) return address.getReturnCode();
            if (cause instanceof SMTPSendFailedException send && send.getReturnCode() > 0 && send.getNextException() == null) return send.getReturnCode();
        }
        return 0;
    }

    private static @Nullable Throwable next(Throwable thrown) {
        return thrown instanceof MessagingException m && m.getNextException() != null ? m.getNextException() : thrown.getCause();
    }

    private static String said(Throwable thrown) {
        Throwable last = thrown instanceof MailSendException send && send.getMessageExceptions().length > 0 ? send.getMessageExceptions()[0] : thrown;
        for (var deeper = next(last); deeper != null && deeper != last; deeper = next(last)) last = deeper;
        return Masks.answer(String.valueOf(last.getMessage()));
    }
}
