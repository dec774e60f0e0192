package cn.duban.hotline.channel;

import cn.duban.hotline.Report;
import cn.duban.hotline.channel.Held.Look;
import cn.duban.ledger.MatterId;
import cn.duban.web.Complaints;
import cn.duban.web.Words;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one sender wrote and that waits for the desk.
 *
 * @param until when the last one came that stands on the page; what came since is not taken with them
 * @param more how many others of the sender wait
 * @param report what would be entered, as far as it was corrected
 * @param about the ticket that it goes on with, and is added to
 * @param contact how the sender is reached, by the names of a report: masked, or in full where somebody said what for
 * @param purpose what was typed there
 */
public record HeldOnePage(String source, String key, String channel, List<Message> messages, Instant until, int more, Report report, @Nullable MatterId about, Map<String, String> contact, boolean full, String purpose, List<Look> looks, Complaints complaints) {

    static final List<String> CORRECTED = List.of("kind", Report.TITLE, Report.BODY, Report.PLACE);
    static final List<String> CONTACT = List.of("name", "phone", "address", "mail", "account", "other");

    /** @param text all of it, numbers of people masked */
    public record Message(String at, String why, String text) {}

    public String label(String name) {
        return Words.say("hotline.contact." + name);
    }
}
