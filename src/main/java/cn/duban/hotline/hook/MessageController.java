package cn.duban.hotline.hook;

import cn.duban.hotline.Additions;
import cn.duban.hotline.Report;
import cn.duban.hotline.Tickets;
import cn.duban.hotline.channel.Arrivals;
import cn.duban.hotline.channel.Arrivals.Arrived;
import cn.duban.hotline.channel.Arrivals.Message;
import cn.duban.hotline.channel.Asking;
import cn.duban.hotline.channel.Asking.Ask;
import cn.duban.hotline.channel.Incoming;
import cn.duban.hotline.channel.WrittenRating;
import cn.duban.hotline.hook.Knocking.Knock;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Personal;
import cn.duban.ledger.Personal.Kind;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Texts and messages as a gateway or a messaging account brings them: {@code {"id", "from", "text"}}. Number and code, the answer and the question how it was go back by the same way. */
@RestController
@RequestMapping("/api/hotline/hooks/{key:\\d{1,9}-\\d{1,9}}")
class MessageController {

    /** Whoever begins with the number of a ticket adds to it. */
    private static final Pattern NUMBERED = Pattern.compile("(?s)\\s*(\\d{6}-\\d{1,9})(?!\\d)[\\s,，:：。]*(.*)");

    /** Whoever was asked about one thing and reports another says so. */
    private static final Pattern ANEW = Pattern.compile("(?s)\\s*新(?:诉求|问题)[\\s,，:：。]*(.*)");

    private static final int MOST = 200;

    private final Knocking knocking;
    private final Incoming incoming;
    private final Personal personal;
    private final Tickets tickets;
    private final Additions additions;
    private final Asking asking;
    private final Arrivals arrivals;

    MessageController(Knocking knocking, Incoming incoming, Personal personal, Tickets tickets, Additions additions, Asking asking, Arrivals arrivals) {
        this.knocking = knocking;
        this.incoming = incoming;
        this.personal = personal;
        this.tickets = tickets;
        this.additions = additions;
        this.asking = asking;
        this.arrivals = arrivals;
    }

    @PostMapping("/texts")
    Map<String, String> text(@PathVariable String key, HttpServletRequest request) throws IOException {
        return take(knocking.posted(key, "sms", request), "sms", Kind.PHONE, "phone");
    }

    @PostMapping("/messages")
    Map<String, String> message(@PathVariable String key, HttpServletRequest request) throws IOException {
        return take(knocking.posted(key, "message", request), "message", Kind.ACCOUNT, "account");
    }

    private Map<String, String> take(Knock knock, String channel, Kind kind, String field) {
        // however a gateway writes it, one telephone is one sender
        var from = kind == Kind.PHONE && Report.callable(knock.needed("from")) ? Personal.plain(knock.needed("from")) : knock.needed("from");
        var message = Message.of(knock.hook().tenant(), knock.hook().source(), knock.needed("id"), from);
        var typed = new HashMap<>(Map.of("channel", channel, field, from));
        // numbers of gateways and of other countries' telephones are no caller's that can be called
        if (kind == Kind.PHONE && !Report.callable(from)) typed.remove(field);
        typed.put(Report.BODY, knock.text("text"));
        var became = take(message, typed, kind, from).became();
        return Map.of("became", became.name().toLowerCase(Locale.ROOT));
    }

    /** It is about the ticket whose number stands before it, else about the answer that its sender was asked about last; a rating of that, or more to it. */
    private Arrived take(Message message, Map<String, String> typed, Kind kind, String from) {
        var text = typed.get(Report.BODY);
        var numbered = NUMBERED.matcher(text);
        var named = numbered.matches() ? earlier(message, kind, from, numbered.group(1)) : null;
        if (named != null) typed.put(Report.BODY, numbered.group(2));
        var anew = ANEW.matcher(text);
        if (named == null && anew.matches()) {
            if (!anew.group(1).isBlank()) typed.put(Report.BODY, anew.group(1));
            return incoming.take(message, typed, null);
        }
        var ask = named != null ? asking.of(named, message.source()) : asking.latest(message.tenant(), message.source(), kind, from);
        var rating = WrittenRating.read(typed.get(Report.BODY));
        if (ask.isPresent() && rating.isPresent() && asking.waits(ask.get())) return incoming.rate(message, typed, ask.get(), rating.get());
        return incoming.take(message, typed, named != null ? named : ask.filter(one -> rating.isPresent() || asking.goesOn(one)).map(Ask::ticket).filter(additions::take).orElse(null));
    }

    /** An account is somebody in the system that it is kept in alone; a telephone is one person's by whatever way. */
    private @Nullable MatterId earlier(Message message, Kind kind, String from, String number) {
        return tickets.numbered(message.tenant(), number).filter(id -> personal.found(message.tenant(), kind, from, MOST).contains(id.id()))
                .filter(id -> kind != Kind.ACCOUNT || arrivals.ways(id).stream().anyMatch(way -> way.source().equals(message.source()))).filter(additions::take).orElse(null);
    }
}
