package cn.duban.hotline.citizen;

import cn.duban.hotline.Additions;
import cn.duban.hotline.Ticket;
import cn.duban.rating.Level;
import cn.duban.web.Complaints;
import cn.duban.web.Dates;
import cn.duban.web.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What became of a ticket, for its caller.
 *
 * @param own what was reported
 * @param now the ticket that goes on for it: itself, or the one it was merged into
 * @param unit who handles it; empty while nobody does
 * @param waiting the entry of the answer that can be rated
 * @param typed what was written into a form that was refused
 */
public record FollowedPage(Ticket own, Ticket now, String unit, Optional<Integer> waiting, String typed, Complaints complaints, @Nullable String refused, @Nullable String said) {

    /** What a caller is told of; what happens between offices is not among it. */
    private static final Set<String> TOLD = Set.of("open", "dispatch", "designate", "redirect", "dispatch-again", "receive", "supplement", "reply", "answer-now", "decline-to-take", "satisfied", "dissatisfied", "close-unrated", "rate", "redo", "send-back", "refer");

    /** What a caller did; of a ticket that others were joined to they read nothing of it. */
    private static final Set<String> OWN = Set.of("supplement", "satisfied", "dissatisfied", "close-unrated", "rate", "redo");

    /** @param words the caller's own, or what they were told */
    public record Step(String at, String what, @Nullable String words) {}

    public String number() {
        return own.number();
    }

    /** Where it stands, in plain words. */
    public String state() {
        return Words.say("hotline.state." + switch (now.phase()) {
            case VOID -> "void";
            case MERGED -> "merged";
            default -> now.state();
        });
    }

    public boolean merged() {
        return !own.id().equals(now.id());
    }

    public List<Step> steps() {
        return now.done().stream().filter(this::told).map(done -> new Step(Dates.minute(done.at()), Words.say("hotline.step." + (done.act().equals("comment") ? "supplement" : done.sentBack() ? "send-back" : done.act()), done.unit()), words(done))).toList();
    }

    private boolean told(Ticket.Done done) {
        return merged() ? TOLD.contains(done.act()) && !OWN.contains(done.act()) : TOLD.contains(done.act()) || Additions.afterwards(done).isPresent();
    }

    private static @Nullable String words(Ticket.Done done) {
        if (done.sentBack()) return null;
        return switch (done.act()) {
            case "answer-now", "decline-to-take", "supplement", "satisfied", "rate" -> done.note();
            case "dissatisfied", "redo" -> done.reason();
            case "comment" -> Additions.afterwards(done).orElse(null);
            default -> null;
        };
    }

    /** The reply that stands, also while it is done again; of a joined ticket whatever its master was answered. */
    public Optional<Ticket.Reply> answer() {
        return merged() ? now.answer() : now.reply();
    }

    /** What is added to a joined ticket reaches whoever works on its master. */
    public boolean adds() {
        return now.open();
    }

    public boolean rates() {
        return waiting.isPresent();
    }

    public boolean raises() {
        return (now.state().equals("closed") || now.state().equals("declined")) && !now.open();
    }

    public int reply() {
        return waiting.orElse(0);
    }

    public List<Level> levels() {
        return Level.all();
    }
}
