package cn.duban.notices;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.springframework.stereotype.Component;

/**
 * Robots of groups: 企业微信群机器人 and 钉钉自定义机器人, which signs with HMAC-SHA256. Neither knows a message again, so a
 * message of which nobody knows whether it arrived is not sent a second time by itself.
 */
@Component
class Robots {

    /** Too many at once: WeCom 45009, DingTalk 130101 and 410100. */
    private static final Set<Integer> TOO_MANY = Set.of(45009, 130101, 410100);

    private final JsonPost post;
    private final Clock clock;

    Robots(JsonPost post, Clock clock) {
        this.post = post;
        this.clock = clock;
    }

    Outcome send(Gateway robot, String text) {
        try {
            var answer = post.post(address(robot), Map.of(), JsonPost.JSON.writeValueAsString(Map.of("msgtype", "text", "text", Map.of("content", text))));
            var code = answer.json().path("errcode").asInt(-1);
            if (answer.status() == 200 && code == 0) return new Outcome.Sent(answer.said());
            if (answer.status() == 429 || TOO_MANY.contains(code)) return new Outcome.Unreachable(answer.said());
            return answer.status() >= 500 ? new Outcome.Unreachable(answer.said()) : new Outcome.Refused(answer.said());
        } catch (Reach.Forbidden forbidden) {
            return new Outcome.Refused("notices.answer.inside");
        } catch (ConnectException | ConnectTimeoutException | UnknownHostException e) {
            return new Outcome.Unreachable(e.getClass().getSimpleName());
        } catch (IOException e) {
            return new Outcome.Refused("notices.answer.unknown");
        }
    }

    private URI address(Gateway robot) {
        var url = robot.secret("url");
        if (robot.kind() != Gateway.Kind.DINGTALK || robot.secret("secret").isEmpty()) return URI.create(url);
        var timestamp = clock.millis();
        var sign = Base64.getEncoder().encodeToString(HttpSmsGateway.signature(robot.secret("secret"), timestamp + "\n" + robot.secret("secret")));
        return URI.create(url + (url.contains("?") ? "&" : "?") + "timestamp=" + timestamp + "&sign=" + URLEncoder.encode(sign, StandardCharsets.UTF_8));
    }
}
