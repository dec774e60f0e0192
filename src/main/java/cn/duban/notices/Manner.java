package cn.duban.notices;

import java.util.Locale;
import java.util.Map;

/**
 * How one person wants to be told.
 *
 * @param mail what pages may show of the address; empty where there is none
 * @param phone what pages may show of the telephone; empty where there is none
 * @param chosen what was chosen against the usual
 */
public record Manner(int person, String mail, String phone, boolean digest, QuietHours quiet, String language, Map<Choice, Boolean> chosen) {

    /** One kind by one channel. */
    public record Choice(Kind kind, Channel channel) {}

    static Manner usual(int person) {
        return new Manner(person, "", "", true, QuietHours.USUAL, "zh", Map.of());
    }

    /** Whether this kind is wanted by this channel, an address or not. */
    public boolean chose(Kind kind, Channel channel) {
        return chosen.getOrDefault(new Choice(kind, channel), channel.usual(kind));
    }

    /** The same, where it can be sent there at all. */
    boolean wants(Kind kind, Channel channel) {
        return chose(kind, channel) && switch (channel) {
            case MAIL -> !mail.isEmpty();
            case SMS -> !phone.isEmpty();
            case ROBOT -> true;
            case DIGEST -> digest && !mail.isEmpty();
        };
    }

    Locale locale() {
        return language.equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }
}
