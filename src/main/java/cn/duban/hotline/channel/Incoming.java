package cn.duban.hotline.channel;

import cn.duban.hotline.Additions;
import cn.duban.hotline.Citizen;
import cn.duban.hotline.Intake;
import cn.duban.hotline.Ratings;
import cn.duban.hotline.Report;
import cn.duban.hotline.channel.Arrivals.Arrived;
import cn.duban.hotline.channel.Arrivals.Became;
import cn.duban.hotline.channel.Arrivals.Message;
import cn.duban.hotline.channel.Asking.Ask;
import cn.duban.ledger.Door;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Refusal;
import cn.duban.rating.Rater;
import cn.duban.units.Directories;
import cn.duban.web.Refused;
import cn.duban.web.Words;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A message of any channel becomes a ticket, an addition to one, or is held apart; once, whoever brings it and how often. Numbers of people in its
 * text are masked, as in every document that a machine reads.
 */
@Component
public class Incoming {

    /** Beside what was typed: the ticket that a held message goes on with. */
    static final String ABOUT = "about";

    /** Beside what was typed: the names of the files that came with it, and stay where they came where it is held. */
    public static final String ENCLOSED = "enclosures";

    private final Intake intake;
    private final Citizen citizen;
    private final Arrivals arrivals;
    private final Answers answers;
    private final Held held;
    private final Additions additions;
    private final Ratings ratings;
    private final Wholes wholes;
    private final Limits limits;
    private final Hooks hooks;
    private final Directories directories;
    private final TransactionTemplate transaction;

    Incoming(Intake intake, Citizen citizen, Arrivals arrivals, Answers answers, Held held, Additions additions, Ratings ratings, Wholes wholes, Limits limits, Hooks hooks, Directories directories, PlatformTransactionManager transactions) {
        this.intake = intake;
        this.citizen = citizen;
        this.arrivals = arrivals;
        this.answers = answers;
        this.held = held;
        this.additions = additions;
        this.ratings = ratings;
        this.wholes = wholes;
        this.limits = limits;
        this.hooks = hooks;
        this.directories = directories;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * @param typed what it says, by the names of a report
     * @param earlier the ticket that it goes on with, at its end or not; null where it begins something
     */
    public Arrived take(Message message, Map<String, String> typed, @Nullable MatterId earlier) {
        var arrived = arrivals.find(message).orElseGet(() -> taken(message, typed, earlier));
        var ticket = arrived.matter();
        if (ticket == null) return arrived;
        // of what the desk made of it once it was held, the desk's own way took care
        var own = arrived.became() == Became.TICKET && ticket.id().equals(arrivals.id(message));
        if (own || arrived.became() == Became.ADDITION) if (Fit.cuts(typed, !own)) wholes.keep(ticket, Fit.whole(typed), "whole " + arrivals.id(message));
        return arrived;
    }

    private Arrived taken(Message message, Map<String, String> typed, @Nullable MatterId earlier) {
        try {
            if (Door.marked(typed.getOrDefault(Report.TITLE, "") + "\n" + typed.getOrDefault(Report.BODY, ""))) return hold(message, "refused", Map.of("name", typed.getOrDefault("name", ""), Report.BODY, Words.in(Words.CHINESE, "hotline.held.marked")));
            if (full(message) || crowded(message)) return hold(message, "many", about(typed, earlier));
            return earlier != null ? add(message, typed, earlier) : open(message, typed);
        } catch (DuplicateKeyException brought) {
            return arrivals.find(message).orElseThrow(() -> brought);
        } catch (Refusal.Refused refused) {
            return hold(message, "refused", about(typed, earlier));
        }
    }

    private static Map<String, String> about(Map<String, String> typed, @Nullable MatterId earlier) {
        if (earlier == null) return typed;
        var about = new HashMap<>(typed);
        about.put(ABOUT, earlier.toString());
        return about;
    }

    /** What was asked is answered: rated once, by the one way of rating, or kept as what was written where it was rated meanwhile by another. */
    public Arrived rate(Message message, Map<String, String> typed, Ask ask, WrittenRating rating) {
        var there = arrivals.find(message);
        if (there.isPresent()) return there.get();
        try {
            transaction.executeWithoutResult(status -> {
                arrivals.note(message, Became.RATING, ask.ticket().id());
                ratings.rate(ask.ticket(), ask.answer(), rating.level(), Door.masked(rating.words()), Rater.wrote(message.source() + "\n" + message.sender()), citizen.on(ask.ticket()));
            });
            return new Arrived(Became.RATING, ask.ticket());
        } catch (DuplicateKeyException brought) {
            return arrivals.find(message).orElseThrow(() -> brought);
        } catch (Refused rated) {
            return take(message, typed, ask.ticket());
        }
    }

    /** What is told of is known, and nothing is made of it. */
    public void ignore(Message message) {
        if (arrivals.find(message).isEmpty()) arrivals.note(message, Became.IGNORED, null);
    }

    /** What cannot be read as it is: somebody has to look at it where it lies. */
    public void holdUnread(Message message, String why) {
        if (arrivals.find(message).isEmpty()) hold(message, "refused", Map.of(Report.BODY, why));
    }

    private boolean crowded(Message message) {
        return message.sender() != null && arrivals.reached(message, message.sender(), limit(message).within(), limit(message).most());
    }

    /** Whether its system or mailbox brought so much within the hour, from whomever, that the rest waits for the desk: ever new senders are as much as one. */
    public boolean full(Message message) {
        return arrivals.reached(message, null, Duration.ofHours(1), limit(message).hourly());
    }

    private Limits.Limit limit(Message message) {
        return limits.of(AnswerListener.channel(message.source()), directories.of(message.tenant()).today());
    }

    /** What is too much is kept whole and waits for the desk. @return the number under which it waits */
    public UUID holdMany(Message message, Map<String, String> typed) {
        if (arrivals.find(message).isEmpty()) hold(message, "many", typed);
        return arrivals.id(message);
    }

    private Arrived open(Message message, Map<String, String> typed) {
        var report = report(message.tenant(), typed);
        if (!report.complaints().isEmpty()) return hold(message, "refused", typed);
        var ticket = new MatterId(message.tenant(), arrivals.id(message));
        intake.take(ticket.id(), report, citizen.of(message.tenant()), taken -> {
            arrivals.note(message, Became.TICKET, ticket.id());
            if (hooks.answered(message.tenant(), message.source())) answers.taken(taken, message.source());
        });
        return new Arrived(Became.TICKET, ticket);
    }

    /** As it would be taken. A kind that nobody here knows is no reason to hold anything apart: its words say one. */
    public Report report(int tenant, Map<String, String> typed) {
        var report = intake.report(tenant, Fit.report(typed, limits));
        if (!report.complaints().all().containsKey("kind")) return report;
        var unsaid = new HashMap<>(typed);
        unsaid.remove("kind");
        return intake.report(tenant, Fit.report(unsaid, limits));
    }

    /** Where the ticket moved on meanwhile, it is added to what became of it. */
    private Arrived add(Message message, Map<String, String> typed, MatterId ticket) {
        var words = Fit.addition(typed);
        try {
            added(message, ticket, words);
        } catch (Refusal.Refused moved) {
            added(message, ticket, words);
        } catch (DuplicateKeyException brought) {
            // the line bears the message's number, so that it is there once even where its arrival was forgotten in the meantime
            if (arrivals.find(message).isEmpty()) arrivals.note(message, Became.ADDITION, ticket.id());
        }
        return new Arrived(Became.ADDITION, ticket);
    }

    /** Line and arrival together: neither is there without the other. */
    private void added(Message message, MatterId ticket, String words) {
        transaction.executeWithoutResult(status -> {
            arrivals.note(message, Became.ADDITION, ticket.id());
            additions.add(ticket, words, List.of(), citizen.on(ticket), "arrival " + arrivals.id(message));
        });
    }

    private Arrived hold(Message message, String why, Map<String, String> typed) {
        transaction.executeWithoutResult(status -> {
            arrivals.note(message, Became.HELD, null);
            // where nobody is counted, each message is a sender of its own: two citizens are not one because one platform brought both
            held.hold(message, message.sender() == null ? message.number() : message.sender(), why, enclosing(typed));
        });
        return new Arrived(Became.HELD, null);
    }

    /** Files are not taken in for what nobody has read: their names stand in its text, so that whoever reads or takes it knows what to look for. */
    private static Map<String, String> enclosing(Map<String, String> typed) {
        if (typed.getOrDefault(ENCLOSED, "").isEmpty()) return typed;
        var enclosing = new HashMap<>(typed);
        enclosing.put(Report.BODY, (typed.getOrDefault(Report.BODY, "") + "\n" + Words.in(Words.CHINESE, "hotline.held.enclosed", enclosing.remove(ENCLOSED))).strip());
        return enclosing;
    }
}
