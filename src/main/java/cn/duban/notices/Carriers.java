package cn.duban.notices;

import cn.duban.notices.Deliveries.Claimed;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Hands a message to the gateway of its channel. The address is opened here, for as long as it takes. */
@Component
class Carriers {

    private final Manners manners;
    private final Letters letters;
    private final Mailer mailer;
    private final SmsGateway sms;
    private final Robots robots;

    Carriers(Manners manners, Letters letters, Mailer mailer, SmsGateway sms, Robots robots) {
        this.manners = manners;
        this.letters = letters;
        this.mailer = mailer;
        this.sms = sms;
        this.robots = robots;
    }

    Outcome carry(Claimed claimed, Letter letter, Gateway gateway) {
        var address = switch (claimed.channel()) {
            case MAIL, DIGEST -> manners.mail(claimed.tenant(), claimed.person());
            case SMS -> manners.phone(claimed.tenant(), claimed.person());
            case ROBOT -> Optional.of("");
        };
        return address.map(to -> carry(gateway, to, letter, claimed.message())).orElseGet(() -> new Outcome.Refused("notices.answer.no-address"));
    }

    Outcome carry(Gateway gateway, String to, Letter letter, UUID message) {
        return switch (gateway.kind()) {
            case MAIL -> mailer.send(gateway, to, letter.subject(), letters.plain(letter), letters.html(letter), message);
            case SMS -> sms.send(gateway, to, letters.text(letter), message);
            case WECOM, DINGTALK -> robots.send(gateway, letters.group(letter));
        };
    }
}
