package cn.duban.hotline.channel;

import cn.duban.hotline.JoinedAnswers;
import cn.duban.hotline.Links;
import cn.duban.hotline.Ticket;
import cn.duban.hotline.Tickets;
import cn.duban.hotline.channel.Answers.Answer;
import cn.duban.ledger.Personal;
import cn.duban.ledger.Personal.Kind;
import cn.duban.notices.Outcome;
import cn.duban.notices.Outward;
import cn.duban.units.Tenants;
import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Sends the answers that are owed, each by the channel that its report came by; whoever does not answer is left alone for a while, and nobody else with them. */
@Component
class AnswerPosting {

    private static final Logger log = LoggerFactory.getLogger(AnswerPosting.class);

    private final Answers answers;
    private final Arrivals arrivals;
    private final Tickets tickets;
    private final Personal personal;
    private final Links links;
    private final Asking asking;
    private final Outward outward;
    private final Hooks hooks;
    private final ReplyAddress replyAddress;
    private final Tenants tenants;
    private final JoinedAnswers joined;
    private final String home;

    AnswerPosting(Answers answers, Arrivals arrivals, Tickets tickets, Personal personal, Links links, Asking asking, Outward outward, Hooks hooks, ReplyAddress replyAddress, Tenants tenants, JoinedAnswers joined, @Value("${duban.address:}") String home) {
        this.answers = answers;
        this.arrivals = arrivals;
        this.tickets = tickets;
        this.personal = personal;
        this.links = links;
        this.asking = asking;
        this.outward = outward;
        this.hooks = hooks;
        this.replyAddress = replyAddress;
        this.tenants = tenants;
        this.joined = joined;
        this.home = home.strip().replaceAll("/+$", "");
    }

    /** What keeps the answers of one government from leaving keeps no other's. */
    void send() {
        for (int tenant : tenants.all()) try {
            send(tenant);
        } catch (RuntimeException unforeseen) {
            log.error("The answers of government {} could not be sent.", tenant, unforeseen);
        }
    }

    void send(int tenant) {
        var shut = new HashSet<String>();
        for (Optional<Answer> claimed; (claimed = answers.claim(tenant, shut)).isPresent(); ) if (!mark(claimed.get(), tried(claimed.get()))) shut.add(claimed.get().target());
    }

    /** @param asks the entry that it asked the caller to rate by writing back */
    private record Tried(Outcome outcome, @Nullable Integer asks) {}

    private boolean mark(Answer answer, Tried tried) {
        switch (tried.outcome()) {
            case Outcome.Sent sent -> answers.sent(answer, sent.answer(), tried.asks());
            case Outcome.Refused refused -> {
                log.warn("The answer {} by {} was refused: {}", answer.id(), answer.channel(), refused.answer());
                answers.failed(answer, refused.answer());
            }
            case Outcome.Delayed delayed -> answers.again(answer, delayed.answer());
            case Outcome.Unreachable unreachable -> answers.unreachable(answer, unreachable.answer());
        }
        return !(tried.outcome() instanceof Outcome.Unreachable);
    }

    /** One answer that cannot be put together holds up no other. */
    private Tried tried(Answer answer) {
        try {
            return outcome(answer);
        } catch (RuntimeException unforeseen) {
            log.error("The answer {} could not be put together.", answer.id(), unforeseen);
            return new Tried(new Outcome.Delayed(unforeseen.getClass().getSimpleName()), null);
        }
    }

    private Tried outcome(Answer answer) {
        int tenant = answer.ticket().tenant();
        var own = tickets.find(answer.ticket()).orElseThrow();
        var now = joined.answering(own);
        var caller = personal.of(own.id());
        var asks = asking.about(own, answer.entry(), AnswerText.act(now, answer.entry()));
        var text = new AnswerText(own, now, answer.entry(), answers.code(answer), home, asks.map(no -> links.rating(own.id(), no)).orElse(""), asks.isPresent() ? asked(answer, own, caller) : "");
        return new Tried(outcome(answer, text, caller), text.ask().isEmpty() ? null : asks.orElse(null));
    }

    /** How it is rated by writing back, for those who can. */
    private String asked(Answer answer, Ticket own, Map<Kind, String> caller) {
        if (!Asking.writtenBack(answer.channel())) return "";
        var kind = answer.channel().equals("sms") ? Kind.PHONE : Kind.ACCOUNT;
        return caller.containsKey(kind) ? AnswerText.ask(own, asking.others(own.id(), answer.target(), kind, caller.get(kind))) : "";
    }

    private Outcome outcome(Answer answer, AnswerText text, Map<Kind, String> caller) {
        int tenant = answer.ticket().tenant();
        var way = arrivals.ways(answer.ticket()).stream().filter(one -> one.source().equals(answer.target())).findFirst();
        return switch (answer.channel()) {
            case "mail" -> caller.containsKey(Kind.MAIL) ? outward.mail(tenant, new Outward.Mail(caller.get(Kind.MAIL), replyAddress.of(tenant).orElse(""), way.map(Arrivals.Way::number).orElse(""), text.subject(), text.whole()), answer.id()) : nobody();
            case "sms" -> caller.containsKey(Kind.PHONE) ? outward.text(tenant, Personal.plain(caller.get(Kind.PHONE)), text.brief(), answer.id()) : nobody();
            default -> way.flatMap(one -> hooks.find(tenant, one.source())).map(hook -> post(hook, way.get(), text, caller.getOrDefault(Kind.ACCOUNT, ""), answer)).orElseGet(AnswerPosting::nobody);
        };
    }

    private Outcome post(Hooks.Hook hook, Arrivals.Way way, AnswerText text, String account, Answer answer) {
        if (hook.url().isEmpty()) return new Outcome.Refused("hotline.answer.no-url");
        var said = new LinkedHashMap<String, String>();
        said.put("message", answer.id().toString());
        said.put(hook.kind().equals("message") ? "account" : "number", hook.kind().equals("message") ? account : way.number());
        said.put("ticket", text.own().number());
        said.put("event", text.act());
        said.put("state", text.now().state());
        said.put("text", hook.kind().equals("message") ? text.whole().strip() : text.told());
        return outward.post(URI.create(hook.url()), hook.secret(), said, answer.id());
    }

    private static Outcome nobody() {
        return new Outcome.Refused("hotline.answer.nobody");
    }
}
