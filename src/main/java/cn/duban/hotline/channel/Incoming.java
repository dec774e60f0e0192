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
import cn.duban.ledger.Act;
import cn.duban.ledger.Door;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Refusal;
import cn.duban.rating.Rater;
import cn.duban.units.Directories;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashSet;
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

    private static final int TITLE = 100;

    /** How much a ticket says, and an addition to one; what is longer is cut there. */
    public static final int BODY = 5000;

    public static final int ADDITION = 2000;

    private final Intake intake;
    private final Citizen citizen;
    private final Arrivals arrivals;
    private final Answers answers;
    private final Held held;
    private final Additions additions;
    private final Ratings ratings;
    private final Limits limits;
    private final Hooks hooks;
    private final Directories directories;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Incoming(Intake intake, Citizen citizen, Arrivals arrivals, Answers answers, Held held, Additions additions, Ratings ratings, Limits limits, Hooks hooks, Directories directories, Clock clock, PlatformTransactionManager transactions) {
        this.intake = intake;
        this.citizen = citizen;
        this.arrivals = arrivals;
        this.answers = answers;
        this.held = held;
        this.additions = additions;
        this.ratings = ratings;
        this.limits = limits;
        this.hooks = hooks;
        this.directories = directories;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * @param typed what it says, by the names of a report
     * @param earlier the ticket that it goes on with, at its end or not; null where it begins something
     */
    public Arrived take(Message message, Map<String, String> typed, @Nullable MatterId earlier) {
        var there = arrivals.find(message);
        if (there.isPresent()) return there.get();
        try {
            if (Door.marked(typed.getOrDefault(Report.TITLE, "") + "\n" + typed.getOrDefault(Report.BODY, ""))) return hold(message, "refused", Map.of("name", typed.getOrDefault("name", ""), Report.BODY, Words.in(Words.CHINESE, "hotline.held.marked")));
            if (crowded(message)) return hold(message, "many", typed);
            return earlier != null ? add(message, typed, earlier) : open(message, typed);
        } catch (DuplicateKeyException brought) {
            return arrivals.find(message).orElseThrow(() -> brought);
        } catch (Refusal.Refused refused) {
            return hold(message, "refused", typed);
        }
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
        if (message.sender() == null) return false;
        var limit = limits.of(AnswerListener.channel(message.source()), directories.of(message.tenant()).today());
        return arrivals.since(message.tenant(), message.source(), message.sender(), clock.instant().minus(limit.within())) >= limit.most();
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
        var report = intake.report(tenant, fitted(typed));
        if (!report.complaints().all().containsKey("kind")) return report;
        var unsaid = new HashMap<>(typed);
        unsaid.remove("kind");
        return intake.report(tenant, fitted(unsaid));
    }

    /** Where the ticket moved on meanwhile, it is added to what became of it. */
    private Arrived add(Message message, Map<String, String> typed, MatterId ticket) {
        var text = cut(Door.masked(typed.getOrDefault(Report.BODY, "").strip()), ADDITION);
        var words = text.isEmpty() ? Words.in(Words.CHINESE, "hotline.channel.empty") : text;
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
            held.hold(message, message.sender() == null ? message.number() : message.sender(), why, fitted(typed));
        });
        return new Arrived(Became.HELD, null);
    }

    /** Held messages of one sender become one ticket, which says how many they were and what else they said, as far as it has room. */
    UUID takeHeld(int tenant, String source, String key, Viewer by) {
        var id = Ledger.newId();
        var all = held.of(tenant, source, key);
        if (all.isEmpty()) throw new NotFound();
        var typed = new HashMap<>(all.getFirst().typed());
        if (all.size() > 1) typed.put(Report.BODY, cut(said(all), BODY - 100) + "\n" + Words.in(Words.CHINESE, "hotline.held.more", all.size()));
        var report = intake.report(tenant, typed);
        if (!report.complaints().isEmpty()) throw Refused.invalid("hotline.held", String.join(" ", report.complaints().all().values()), Words.say("hotline.held.refused.next"));
        intake.take(id, report, by, taken -> {
            var still = held.of(tenant, source, key);
            // somebody else of the desk was faster
            if (still.isEmpty()) throw new NotFound();
            arrivals.became(tenant, source, still.stream().map(Held.One::number).toList(), id);
            answers.taken(taken, source);
            held.done(tenant, still, id, by);
        });
        return id;
    }

    /** Each text once, the earliest first; no more of them than a ticket has room for. */
    private static String said(List<Held.One> all) {
        var said = new LinkedHashSet<String>();
        int room = BODY;
        for (var one : all) {
            var title = one.typed().getOrDefault(Report.TITLE, "");
            var body = one.typed().getOrDefault(Report.BODY, "");
            var text = title.isEmpty() || said.isEmpty() || body.startsWith(title) ? body : title + "\n" + body;
            if (room > 0 && said.add(text)) room -= text.length() + 2;
        }
        return String.join("\n\n", said);
    }

    void layAside(int tenant, String source, String key, Viewer by) {
        transaction.executeWithoutResult(status -> held.done(tenant, held.of(tenant, source, key), null, by));
    }

    /** Within what a report may say; numbers masked, the kind by its words where nobody said it. */
    private Map<String, String> fitted(Map<String, String> typed) {
        var fitted = new HashMap<>(typed);
        var title = Door.masked(typed.getOrDefault(Report.TITLE, "").strip());
        var body = Door.masked(typed.getOrDefault(Report.BODY, "").strip());
        if (body.length() < 4) body = (title + "\n" + body).strip();
        if (body.length() < 4) body = (body + " " + Words.in(Words.CHINESE, "hotline.channel.empty")).strip();
        fitted.put(Report.TITLE, cut(title, TITLE));
        fitted.put(Report.BODY, cut(body, BODY));
        if (typed.getOrDefault("kind", "").isEmpty()) fitted.put("kind", limits.kind(title + body));
        fitted.put(Report.MASK, "true");
        return fitted;
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    /** Files that came with a message, hung on its ticket once; what is not taken in is said there. */
    public void attach(Message message, MatterId ticket, List<Act.Attachment> files, String note) {
        var key = "files " + arrivals.id(message);
        try {
            additions.add(ticket, note, files, citizen.on(ticket), key);
        } catch (Refusal.Refused moved) {
            // what was hung on it before, where it stood otherwise, is there; what came too late for where it stood goes where it stands
            if (!moved.refusal().rule().equals("idempotency")) additions.add(ticket, note, files, citizen.on(ticket), key);
        }
    }
}
