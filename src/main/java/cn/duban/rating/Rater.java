package cn.duban.rating;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;

/**
 * By which way a rating came, as far as that tells one rater from many; only a keyed digest of it is kept.
 *
 * @param source device and address, or who wrote; empty where nothing is known
 * @param staff whether somebody of the staff was signed in where it was given
 */
public record Rater(Channel channel, String source, boolean staff) {

    public enum Channel {
        DEVICE, LINK, FOLLOW, CALLBACK, TEXT;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public static Rater by(Channel channel, HttpServletRequest request) {
        return new Rater(channel, request.getRemoteAddr() + "\n" + Objects.requireNonNullElse(request.getHeader("User-Agent"), ""), request.getUserPrincipal() != null);
    }

    /** Written back in a text. @param from the telephone or account that it came from */
    public static Rater wrote(String from) {
        return new Rater(Channel.TEXT, from, false);
    }

    /** Told to an agent who called back. */
    public static Rater called() {
        return new Rater(Channel.CALLBACK, "", false);
    }
}
