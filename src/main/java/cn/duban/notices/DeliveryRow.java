package cn.duban.notices;

import cn.duban.web.Words;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way, as an administrator sees it: to whom, by what, how far, what was answered; never what it says.
 *
 * @param kind why somebody is told; empty for a digest
 * @param notBefore when it is tried next
 */
public record DeliveryRow(UUID id, String person, String channel, String kind, String state, int attempts, Instant madeAt, Instant notBefore, @Nullable Instant doneAt, String answer) {

    /** A sentence of ours, else what the other side said. */
    public String said() {
        return Words.say(answer);
    }

    public String colour() {
        return switch (state) {
            case "sent" -> "green";
            case "failed" -> "red";
            case "dropped" -> "grey";
            case "sending" -> "yellow";
            default -> "blue";
        };
    }

    public String icon() {
        return switch (state) {
            case "sent" -> "check";
            case "failed" -> "alert-triangle";
            case "dropped" -> "minus";
            case "sending" -> "send";
            default -> "clock";
        };
    }
}
