package cn.duban.notices;

import cn.duban.crypto.Hmac;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * A text as one signed JSON POST, as {@code docs/operate.md} describes it for whoever runs the other side:
 * {@code {"message", "phone", "text", "sign"}}, with {@code Idempotency-Key}, {@code X-Duban-Timestamp} and
 * {@code X-Duban-Signature} = hex(HMAC-SHA256(secret, timestamp ‖ LF ‖ body)).
 */
@Component
class HttpSmsGateway implements SmsGateway {

    private final JsonPost post;
    private final Clock clock;

    HttpSmsGateway(JsonPost post, Clock clock) {
        this.post = post;
        this.clock = clock;
    }

    @Override
    public Outcome send(Gateway gateway, String phone, String text, UUID message) {
        var said = new LinkedHashMap<String, String>();
        said.put("message", message.toString());
        said.put("phone", phone);
        said.put("text", text);
        said.put("sign", gateway.setting("sign"));
        return send(URI.create(gateway.setting("url")), gateway.secret("secret"), said, message);
    }

    /** Anything else that is told to a program outside goes in the same form, under the same signature. */
    Outcome send(URI address, String secret, Map<String, String> said, UUID message) {
        var body = JsonPost.JSON.writeValueAsString(said);
        var timestamp = String.valueOf(clock.millis());
        try {
            return outcome(post.post(address, Map.of("Idempotency-Key", message.toString(), "X-Duban-Timestamp", timestamp,
                    "X-Duban-Signature", HexFormat.of().formatHex(signature(secret, timestamp + "\n" + body))), body));
        } catch (Reach.Forbidden forbidden) {
            return new Outcome.Refused("notices.answer.inside");
        } catch (IOException e) {
            return new Outcome.Unreachable(Masks.answer(e.getClass().getSimpleName() + " " + e.getMessage()));
        }
    }

    private static Outcome outcome(JsonPost.Answer answer) {
        var accepted = answer.json().get("accepted");
        return switch (answer.status()) {
            case 200, 201, 202 -> accepted == null || accepted.asBoolean() ? new Outcome.Sent(answer.said()) : new Outcome.Refused(answer.said());
            // it has this message already: the first attempt arrived
            case 409 -> new Outcome.Sent(answer.said());
            case 408, 425, 429 -> new Outcome.Delayed(answer.said());
            case 400, 413, 415, 422 -> new Outcome.Refused(answer.said());
            default -> new Outcome.Unreachable(answer.said());
        };
    }

    static byte[] signature(String secret, String text) {
        return Hmac.sha256(secret, text.getBytes(StandardCharsets.UTF_8));
    }
}
