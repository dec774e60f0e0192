package cn.duban.hotline.citizen;

import cn.duban.hotline.Level;
import cn.duban.hotline.Ratings;
import cn.duban.hotline.Ticket;
import cn.duban.web.Complaints;
import cn.duban.web.Dates;
import cn.duban.web.Words;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What became of a ticket, for its caller.
 *
 * @param own what was reported
 * @param now the ticket that goes on for it: itself, or the one it was merged into
 * @param unit who handles it; empty while nobody does
 * @param typed what was written into a form that was refused
 */
public record FollowedPage(Ticket own, Ticket now, String unit, String typed, Complaints complaints, @Nullable String refused, @Nullable String said) {

    /** What a caller is told of; what happens between offices is not among it. */
    private static final Set<String> TOLD = Set.of("open", "dispatch", "designate", "redirect", "dispatch-again", "receive", "supplement", "reply", "answer-now", "decline-to-take", "satisfied", "dissatisfied", "close-unrated", "rate", "redo", "refer");

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
        return now.done().stream().filter(done -> TOLD.contains(done.act())).map(done -> new Step(Dates.minute(done.at()), Words.say("hotline.step." + done.act(), done.unit()), words(done))).toList();
    }

    /** Of a ticket that others were merged into, only what its own caller said. */
    private @Nullable String words(Ticket.Done done) {
        return switch (done.act()) {
            case "answer-now", "decline-to-take" -> done.note();
            case "supplement", "satisfied", "rate" -> merged() ? null : done.note();
            case "dissatisfied", "redo" -> merged() ? null : done.reason();
            default -> null;
        };
    }

    public boolean adds() {
        return !merged() && own.open();
    }

    public boolean rates() {
        return !merged() && Ratings.open(own);
    }

    public boolean raises() {
        return !merged() && (own.state().equals("closed") || own.state().equals("declined")) && !own.open();
    }

    public int reply() {
        return own.reply().map(Ticket.Reply::no).orElse(0);
    }

    public List<Level> levels() {
        return List.of(Level.values());
    }
}
