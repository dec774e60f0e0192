package cn.duban.notices;

import cn.duban.notices.Gateway.Kind;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Messages to people and programs outside, who have no account here: through the same gateways as notices, one attempt at a time. Whoever calls keeps
 * what is to be sent, and tries again under the same message number.
 */
@Component
public class Outward {

    private final Gateways gateways;
    private final Mailer mailer;
    private final SmsGateway sms;
    private final HttpSmsGateway posts;

    Outward(Gateways gateways, Mailer mailer, SmsGateway sms, HttpSmsGateway posts) {
        this.gateways = gateways;
        this.mailer = mailer;
        this.sms = sms;
        this.posts = posts;
    }

    /** @param replyTo where an answer to it goes; empty for the sender's own address @param inReplyTo the Message-ID of what it answers; empty for none */
    public record Mail(String to, String replyTo, String inReplyTo, String subject, String text) {}

    /** From which address mail leaves; empty where no way for mail is set up. */
    public Optional<String> sender(int tenant) {
        return gateways.of(tenant, Kind.MAIL).map(gateway -> gateway.setting("sender"));
    }

    public boolean texts(int tenant) {
        return gateways.of(tenant, Kind.SMS).isPresent();
    }

    public Outcome mail(int tenant, Mail mail, UUID message) {
        return gateways.of(tenant, Kind.MAIL).map(gateway -> mailer.send(gateway, mail, message)).orElseGet(Outward::none);
    }

    public Outcome text(int tenant, String phone, String text, UUID message) {
        return gateways.of(tenant, Kind.SMS).map(gateway -> sms.send(gateway, phone, text, message)).orElseGet(Outward::none);
    }

    /** As {@code docs/operate.md} describes it for texts: signed JSON. */
    public Outcome post(URI address, String secret, Map<String, String> said, UUID message) {
        return posts.send(address, secret, said, message);
    }

    /** There may be one before the message is too old. */
    private static Outcome none() {
        return new Outcome.Unreachable("notices.answer.no-gateway");
    }
}
