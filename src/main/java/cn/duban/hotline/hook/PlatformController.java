package cn.duban.hotline.hook;

import cn.duban.hotline.Joined;
import cn.duban.hotline.JoinedAnswers;
import cn.duban.hotline.Report;
import cn.duban.hotline.Ticket;
import cn.duban.hotline.Tickets;
import cn.duban.hotline.channel.Arrivals;
import cn.duban.hotline.channel.Arrivals.Became;
import cn.duban.hotline.channel.Arrivals.Message;
import cn.duban.hotline.channel.Hooks.Hook;
import cn.duban.hotline.channel.Incoming;
import cn.duban.hotline.channel.Orders;
import cn.duban.hotline.hook.Knocking.Knock;
import cn.duban.rating.Level;
import cn.duban.units.Directories;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a platform above hands down, once for each of its numbers, and the answer that it fetches, or that is posted to it. */
@RestController
@RequestMapping("/api/hotline/hooks/{key:\\d{1,9}-\\d{1,9}}/tickets")
class PlatformController {

    private final Knocking knocking;
    private final Incoming incoming;
    private final Orders orders;
    private final Arrivals arrivals;
    private final Tickets tickets;
    private final Directories directories;
    private final JoinedAnswers joined;
    private final Joined rated;

    PlatformController(Knocking knocking, Incoming incoming, Orders orders, Arrivals arrivals, Tickets tickets, Directories directories, JoinedAnswers joined, Joined rated) {
        this.rated = rated;
        this.knocking = knocking;
        this.incoming = incoming;
        this.orders = orders;
        this.arrivals = arrivals;
        this.tickets = tickets;
        this.directories = directories;
        this.joined = joined;
    }

    @PostMapping
    Map<String, String> take(@PathVariable String key, HttpServletRequest request) throws IOException {
        var knock = knocking.posted(key, "platform", request);
        var arrived = incoming.take(Message.of(knock.hook().tenant(), knock.hook().source(), knock.needed("number"), null), orders.typed(knock.hook().tenant(), name -> said(knock, name)), null);
        var said = new LinkedHashMap<>(Map.of("became", arrived.became().name().toLowerCase(Locale.ROOT)));
        if (arrived.matter() != null) said.put("ticket", tickets.find(arrived.matter()).orElseThrow().number());
        return said;
    }

    private static String said(Knock knock, String name) {
        if (!name.equals(Report.DUE_ABOVE) && !name.equals(Report.RECEIVED)) return knock.text(name);
        var day = knock.text(name.equals(Report.DUE_ABOVE) ? "due" : name);
        try {
            return day.isEmpty() ? "" : LocalDate.parse(day).toString();
        } catch (DateTimeParseException noDay) {
            throw Refused.invalid("hotline.hook.field", Words.say("hotline.hook.day", name.equals(Report.DUE_ABOVE) ? "due" : name), Words.say("hotline.hook.next"));
        }
    }

    /** Where one of its numbers stands, with the answer once there is one. */
    @GetMapping
    Map<String, Object> told(@PathVariable String key, @RequestParam String number, HttpServletRequest request) {
        var hook = knocking.asked(key, "platform", request);
        var arrived = arrivals.find(Message.of(hook.tenant(), hook.source(), number, null)).orElseThrow(NotFound::new);
        // what was held apart is there, and waits for the desk
        if (arrived.matter() == null) return Map.of("number", number, "state", arrived.became().name().toLowerCase(Locale.ROOT), "open", arrived.became() == Became.HELD);
        var ticket = tickets.find(arrived.matter()).orElseThrow(NotFound::new);
        return told(hook, number, joined.answering(ticket), ticket);
    }

    private Map<String, Object> told(Hook hook, String number, Ticket ticket, Ticket own) {
        var said = new LinkedHashMap<String, Object>();
        said.put("number", number);
        said.put("ticket", own.number());
        said.put("state", ticket.state());
        said.put("open", ticket.open());
        said.put("unit", ticket.lead() == null ? null : directories.of(hook.tenant()).unitName(ticket.lead()));
        said.put("due", ticket.dueAt() == null ? null : ticket.dueAt().toString());
        said.put("answer", ticket.reply().map(Ticket.Reply::text).or(() -> ticket.last("answer-now").or(() -> ticket.last("decline-to-take")).map(Ticket.Done::note)).orElse(null));
        said.put("rating", rating(ticket, own).map(level -> level.word()).orElse(null));
        return said;
    }

    /** What its own caller said, also of an answer that was given to the ticket it was joined to. */
    private Optional<Level> rating(Ticket ticket, Ticket own) {
        if (ticket.id().equals(own.id())) return own.rating();
        return ticket.answer().flatMap(answer -> Joined.settled(rated.calls(own.id()), ticket.id().id(), answer.no())).flatMap(call -> Optional.ofNullable(call.level())).flatMap(Level::of);
    }
}
