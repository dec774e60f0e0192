package cn.duban.hotline.reply;

import cn.duban.hotline.Ticket;
import cn.duban.hotline.Tickets;
import cn.duban.ledger.MatterId;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** What stands against a drafted reply, for whoever approves it, with the reason that was given for it. */
@Controller
class ReplyController {

    private final Tickets tickets;
    private final Unfit unfit;

    ReplyController(Tickets tickets, Unfit unfit) {
        this.tickets = tickets;
        this.unfit = unfit;
    }

    @GetMapping("/hotline/tickets/{id:\\d+-[0-9a-f-]{36}}/reply-check")
    String show(@PathVariable MatterId id, @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx, Viewer viewer, Model model) {
        var ticket = tickets.find(id, viewer).orElseThrow(NotFound::new);
        var reason = ticket.last("draft").map(Ticket.Done::reason).orElse("");
        model.addAttribute("page", new ReplyPage(id, unfit.against(id), Objects.requireNonNullElse(reason, "")));
        return htmx == null ? "hotline/reply-check-page" : "hotline/reply-check";
    }
}
