package cn.duban.hotline.channel;

import cn.duban.hotline.Ticket;
import cn.duban.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * What a caller reads. Pure.
 *
 * @param own what the caller reported
 * @param now the ticket that answers for it
 * @param home the address of the installation; empty where none is set, so that no link is written
 * @param rating the path at which the reply is rated; empty where there is none for this caller
 * @param ask how it is rated by writing back; empty where it cannot be
 */
record AnswerText(Ticket own, Ticket now, int entry, @Nullable String code, String home, String rating, String ask) {

    private static final int SHORT = 60;

    String subject() {
        return Words.in(Words.CHINESE, "hotline.answer.subject", own.title().replaceAll("\\s+", " "), own.number());
    }

    String whole() {
        return Words.in(Words.CHINESE, "hotline.answer." + act(), own.number(), code, told(), now.last(act()).map(Ticket.Done::unit).orElse("")) + "\n\n" + (ask.isEmpty() ? "" : ask + "\n") + links("\n");
    }

    /** As a text message: what it is, and where the rest is. */
    String brief() {
        var told = told().replaceAll("\\s+", " ");
        return (Words.in(Words.CHINESE, "hotline.answer.brief." + act(), own.number(), code, told.length() <= SHORT ? told : told.substring(0, SHORT) + "…") + (ask.isEmpty() ? "" : " " + ask) + " " + links(" ")).strip();
    }

    String act() {
        return act(now, entry);
    }

    static String act(Ticket now, int entry) {
        return entry == 0 ? "taken" : now.done().stream().filter(done -> done.no() == entry).map(Ticket.Done::act).findFirst().orElse("reply");
    }

    /** @param others whether the same caller owes a rating of another ticket */
    static String ask(Ticket own, boolean others) {
        return Words.in(Words.CHINESE, others ? "hotline.answer.ask.which" : "hotline.answer.ask", own.number());
    }

    /** What the entry says; how often somebody was called in vain is said among the desk. */
    String told() {
        return now.told(entry).map(told -> told.reply().text()).orElse("");
    }

    private String links(String between) {
        if (home.isEmpty()) return "";
        var follow = Words.in(Words.CHINESE, "hotline.answer.follow", home + "/public/hotline/follow");
        return rating.isEmpty() || entry == 0 ? follow : Words.in(Words.CHINESE, "hotline.answer.rate", home + rating) + between + follow;
    }
}
