package cn.duban.hotline.hook;

import cn.duban.crypto.Hmac;
import cn.duban.hotline.channel.Hooks;
import cn.duban.hotline.channel.Hooks.Hook;
import cn.duban.web.Refused;
import cn.duban.web.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether whoever knocks is who they say: {@code X-Duban-Signature} = hex(HMAC-SHA256(secret, timestamp ‖ LF ‖ body)), of a question the path and
 * query in place of the body; {@code X-Duban-Timestamp} in milliseconds, at most five minutes off.
 */
@Component
class Knocking {

    private static final Duration OFF = Duration.ofMinutes(5);
    private static final int MOST = 64 * 1024;
    private static final JsonMapper JSON = new JsonMapper();

    private final Hooks hooks;
    private final Clock clock;

    Knocking(Hooks hooks, Clock clock) {
        this.hooks = hooks;
        this.clock = clock;
    }

    record Knock(Hook hook, JsonNode said) {

        String text(String name) {
            var node = said.path(name);
            return node.isValueNode() && !node.isNull() ? kept(node.asString()).strip() : "";
        }

        /** Without what JSON can say and no ledger can hold: control characters, halves of characters, marks that turn the line. */
        private static String kept(String said) {
            var kept = new StringBuilder(said.length());
            said.codePoints().filter(c -> c == '\n' || c == '\t' || Character.getType(c) != Character.CONTROL && Character.getType(c) != Character.SURROGATE && !(c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069)).forEach(kept::appendCodePoint);
            return kept.toString();
        }

        /** What it may not do without. */
        String needed(String name) {
            var text = text(name);
            if (text.isEmpty() || text.length() > 200) throw Refused.invalid("hotline.hook.field", Words.say("hotline.hook.field", name), Words.say("hotline.hook.next"));
            return text;
        }
    }

    /** A posting. @param key {@code government-number} as it stands in the address */
    Knock posted(String key, String kind, HttpServletRequest request) throws IOException {
        var body = request.getInputStream().readNBytes(MOST + 1);
        if (body.length > MOST) throw new Refused(HttpStatus.CONTENT_TOO_LARGE, "hotline.hook.large", Words.say("hotline.hook.large", MOST / 1024), Words.say("hotline.hook.next"));
        var hook = known(key, kind, request, body);
        try {
            var said = JSON.readTree(body);
            if (said != null && said.isObject()) return new Knock(hook, said);
        } catch (JacksonException noJson) {
            // answered like everything else that is no object
        }
        throw Refused.invalid("hotline.hook.json", Words.say("hotline.hook.json"), Words.say("hotline.hook.next"));
    }

    /** A question. */
    Hook asked(String key, String kind, HttpServletRequest request) {
        var query = request.getQueryString();
        return known(key, kind, request, (request.getRequestURI() + (query == null ? "" : "?" + query)).getBytes(StandardCharsets.UTF_8));
    }

    /** The same answer whether there is none, it is shut, or the signature is wrong. */
    private Hook known(String key, String kind, HttpServletRequest request, byte[] signed) {
        var parts = key.split("-");
        var hook = hooks.find(Integer.parseInt(parts[0]), Integer.parseInt(parts[1])).filter(one -> one.active() && one.kind().equals(kind)).orElseThrow(Knocking::unknown);
        var timestamp = String.valueOf(request.getHeader("X-Duban-Timestamp"));
        if (!timestamp.matches("\\d{10,16}") || Math.abs(clock.millis() - Long.parseLong(timestamp)) > OFF.toMillis()) throw unknown();
        if (!MessageDigest.isEqual(signature(hook.secret(), timestamp, signed), signature(request.getHeader("X-Duban-Signature")))) throw unknown();
        hooks.used(hook);
        return hook;
    }

    private static byte[] signature(String hex) {
        try {
            return HexFormat.of().parseHex(String.valueOf(hex).strip());
        } catch (IllegalArgumentException noHex) {
            throw unknown();
        }
    }

    static byte[] signature(String secret, String timestamp, byte[] signed) {
        return Hmac.sha256(secret, (timestamp + "\n").getBytes(StandardCharsets.UTF_8), signed);
    }

    private static Refused unknown() {
        return new Refused(HttpStatus.UNAUTHORIZED, "hotline.hook.signature", Words.say("hotline.hook.signature"), Words.say("hotline.hook.signature.next"));
    }
}
