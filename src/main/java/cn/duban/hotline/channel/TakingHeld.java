package cn.duban.hotline.channel;

import cn.duban.hotline.Additions;
import cn.duban.hotline.Citizen;
import cn.duban.hotline.Intake;
import cn.duban.hotline.Report;
import cn.duban.hotline.channel.Arrivals.Became;
import cn.duban.hotline.channel.Held.One;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the desk makes of held messages: one ticket of all that one sender wrote, corrected where it could not be entered as it was, an addition to the ticket that it is about, or nothing. */
@Component
class TakingHeld {

    /** As a report calls the ways that say nothing of it themselves. */
    private static final Map<String, String> CHANNELS = Map.of("mail", "mailbox", "sms", "sms", "message", "message", "platform", "platform", "open311", "app");

    private final Intake intake;
    private final Arrivals arrivals;
    private final Answers answers;
    private final Held held;
    private final Limits limits;
    private final Hooks hooks;
    private final Wholes wholes;
    private final Additions additions;
    private final Citizen citizen;
    private final TransactionTemplate transaction;

    TakingHeld(Intake intake, Arrivals arrivals, Answers answers, Held held, Limits limits, Hooks hooks, Wholes wholes, Additions additions, Citizen citizen, PlatformTransactionManager transactions) {
        this.intake = intake;
        this.arrivals = arrivals;
        this.answers = answers;
        this.held = held;
        this.limits = limits;
        this.hooks = hooks;
        this.wholes = wholes;
        this.additions = additions;
        this.citizen = citizen;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What would be entered as it came: who wrote by the first of them, what by all of them, as far as a ticket has room, and how many they were. */
    Map<String, String> proposed(String source, List<One> all) {
        var typed = new HashMap<>(Fit.report(all.getFirst().typed(), limits));
        typed.putIfAbsent("channel", CHANNELS.getOrDefault(AnswerListener.channel(source), "web"));
        if (all.size() > 1) typed.put(Report.BODY, Fit.cut(said(all), Fit.BODY - 100) + "\n" + Words.in(Words.CHINESE, "hotline.held.more", all.size()));
        return typed;
    }

    /** Each text once, the earliest first. */
    private static String said(List<One> all) {
        var said = new LinkedHashSet<String>();
        for (var one : all) {
            var body = one.typed().getOrDefault(Report.BODY, "");
            // the first one's title is that of the ticket
            said.add(said.isEmpty() && !body.isBlank() ? Fit.whole(Map.of(Report.BODY, body)) : Fit.whole(one.typed()));
        }
        return String.join("\n\n", said);
    }

    /** The ticket that all of it goes on with, where it was held on the way there. */
    Optional<MatterId> about(List<One> all) {
        var tickets = all.stream().map(one -> one.typed().getOrDefault(Incoming.ABOUT, "")).distinct().toList();
        return tickets.size() == 1 && !tickets.getFirst().isEmpty() ? Optional.of(MatterId.valueOf(tickets.getFirst())).filter(additions::take) : Optional.empty();
    }

    /** Whoever was faster leaves nothing to take. @param until as {@link Held#of} says @throws Refused where something is to be corrected first @return the ticket that it became or went to */
    MatterId take(String source, String key, Instant until, Map<String, String> corrected, Viewer by) {
        var all = held.of(by.tenant(), source, key, until);
        if (all.isEmpty()) throw new NotFound();
        var about = about(all);
        return about.isPresent() ? add(about.get(), source, key, until, all, corrected, by) : open(source, key, until, all, corrected, by);
    }

    private MatterId add(MatterId ticket, String source, String key, Instant until, List<One> all, Map<String, String> corrected, Viewer by) {
        var said = said(all);
        var words = corrected.containsKey(Report.BODY) ? Fit.whole(Map.of(Report.BODY, corrected.get(Report.BODY))) : said;
        // what the page had no room for stands in what came alone
        var whole = words.equals(said) || said.length() <= Fit.BODY - 100 ? words : words + "\n\n" + said;
        // whole text and line together: nobody comes back to hang it on once nothing is held any more
        transaction.executeWithoutResult(status -> {
            lock(source, key, until, all, by);
            arrivals.became(by.tenant(), source, all.stream().map(One::number).toList(), Became.ADDITION, ticket.id());
            additions.add(ticket, Fit.addition(Map.of(Report.BODY, words)), List.of(), citizen.on(ticket), "held " + all.getFirst().id());
            if (whole.length() > Fit.ADDITION) wholes.keep(ticket, whole, "whole " + all.getFirst().id());
            held.done(by.tenant(), all, ticket.id(), by);
        });
        return ticket;
    }

    private MatterId open(String source, String key, Instant until, List<One> all, Map<String, String> corrected, Viewer by) {
        var typed = proposed(source, all);
        typed.putAll(corrected);
        var report = intake.report(by.tenant(), typed);
        if (!report.complaints().isEmpty()) throw Refused.invalid("hotline.held", String.join(" ", report.complaints().all().values()), Words.say("hotline.held.refused.next"));
        var id = new MatterId(by.tenant(), Ledger.newId());
        var whole = all.size() > 1 ? said(all) : Fit.whole(all.getFirst().typed());
        intake.take(id.id(), report, by, taken -> {
            lock(source, key, until, all, by);
            arrivals.became(by.tenant(), source, all.stream().map(One::number).toList(), Became.TICKET, id.id());
            if (hooks.answered(by.tenant(), source)) answers.taken(taken, source);
            if (all.size() > 1 ? whole.length() > Fit.BODY - 100 : Fit.cuts(all.getFirst().typed(), false)) wholes.keep(id, whole, "whole " + id.id());
            held.done(by.tenant(), all, id.id(), by);
        });
        return id;
    }

    /** What was read is what is settled: where somebody else took some of it meanwhile, nothing is. */
    private void lock(String source, String key, Instant until, List<One> all, Viewer by) {
        if (!held.of(by.tenant(), source, key, until).stream().map(One::id).toList().equals(all.stream().map(One::id).toList())) throw new NotFound();
    }

    /** The record stays; what was laid aside waits for nobody any more. @return how many of the sender are left */
    int layAside(String source, String key, Instant until, Viewer by) {
        transaction.executeWithoutResult(status -> {
            var all = held.of(by.tenant(), source, key, until);
            arrivals.became(by.tenant(), source, all.stream().map(One::number).toList(), Became.IGNORED, null);
            held.done(by.tenant(), all, null, by);
        });
        return held.count(by.tenant(), source, key);
    }
}
