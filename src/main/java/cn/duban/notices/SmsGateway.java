package cn.duban.notices;

import java.util.UUID;

/** Texts to telephones. Behind it stands whatever the office has a contract with; the product ships one over HTTP. */
public interface SmsGateway {

    /** @param message the same at every attempt, so that a gateway that remembers it sends once */
    Outcome send(Gateway gateway, String phone, String text, UUID message);
}
