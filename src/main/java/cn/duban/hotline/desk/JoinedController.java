package cn.duban.hotline.desk;

import cn.duban.hotline.CallerText;
import cn.duban.hotline.Desks;
import cn.duban.hotline.Joining;
import cn.duban.hotline.Ratings;
import cn.duban.hotline.Ticket;
import cn.duban.hotline.Tickets;
import cn.duban.hotline.trouble.Same;
import cn.duban.hotline.trouble.SamePage;
import cn.duban.hotline.trouble.Troubles;
import cn.duban.hotline.trouble.Troubles.Asking;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.rating.Level;
import cn.duban.units.Directories;
import cn.duban.web.Complaints;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Several calls about one problem: which open tickets may be the same trouble, joined to one of them, parted again, and each caller asked by themselves. */
@Controller
@RequestMapping("/hotline/tickets/{id:\\d+-[0-9a-f-]{36}}")
class JoinedController {

    private static final String UUID_TEXT = "[0-9a-f]{8}-[0-9a-f-]{27}";

    private final Desks desks;
    private final Tickets tickets;
    private final Troubles troubles;
    private final Joining joining;
    private final Ratings ratings;
    private final Ledger ledger;
    private final Directories directories;

    JoinedController(Desks desks, Tickets tickets, Troubles troubles, Joining joining, Ratings ratings, Ledger ledger, Directories directories) {
        this.desks = desks;
        this.tickets = tickets;
        this.troubles = troubles;
        this.joining = joining;
        this.ratings = ratings;
        this.ledger = ledger;
        this.directories = directories;
    }

    @GetMapping("/same")
    String same(@PathVariable MatterId id, @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx, Viewer viewer, Model model) {
        desks.require(viewer);
        var ticket = find(id, viewer);
        var asking = new Asking(id.id(), ticket.title(), ticket.body(), ticket.field("place"), ticket.field("area"), LocalDate.ofInstant(ticket.openedAt(), directories.of(viewer.tenant()).zone()));
        model.addAttribute("page", new SamePage("/hotline/tickets/" + id, ticket.open() ? troubles.like(asking, viewer) : List.<Same>of()));
        return htmx == null ? "hotline/same-page" : "hotline/same";
    }

    @PostMapping("/join")
    String join(@PathVariable MatterId id, @RequestParam(defaultValue = "") String master, @RequestParam(defaultValue = "") String reason, Viewer viewer, RedirectAttributes told) {
        desks.require(viewer);
        var ticket = find(id, viewer);
        if (!master.matches(UUID_TEXT)) return back(id, Words.say("hotline.same.missing"), "", told);
        try {
            ledger.act(id, Act.of("merge").other(UUID.fromString(master)).saying("reason", reason.isBlank() ? Words.in(Words.CHINESE, "hotline.same.reason") : reason), viewer);
        } catch (Refused no) {
            return back(id, no.getMessage() + no.next(), "", told);
        }
        told.addFlashAttribute("said", Words.say("hotline.same.joined", ticket.number()));
        return "redirect:/hotline/tickets/" + new MatterId(id.tenant(), UUID.fromString(master));
    }

    /** It was not the same after all: it goes on by itself from where it stood. */
    @PostMapping("/part")
    String part(@PathVariable MatterId id, @RequestParam(defaultValue = "") String words, Viewer viewer, RedirectAttributes told) {
        desks.require(viewer);
        var ticket = find(id, viewer);
        if (!ticket.joined()) throw new NotFound();
        if (words.isBlank()) return back(id, Words.say("hotline.dispatch.reason.missing"), words, told);
        try {
            ledger.act(id, Act.of("unmerge").other(joining.master(ticket).id().id()).saying("reason", words), viewer);
        } catch (Refused no) {
            return back(id, no.getMessage() + no.next(), words, told);
        }
        told.addFlashAttribute("said", Words.say("hotline.under.parted", ticket.number()));
        return "redirect:/hotline/tickets/" + id;
    }

    @PostMapping("/joined-call")
    String call(@PathVariable MatterId id, @RequestParam(defaultValue = "") String level, @RequestParam(defaultValue = "") String words, @RequestParam(defaultValue = "") String mask, Viewer viewer, RedirectAttributes told) {
        desks.require(viewer);
        var ticket = find(id, viewer);
        if (!ticket.joined()) throw new NotFound();
        var text = new CallerText(words, mask.equals("true"));
        var chosen = Level.named(level);
        var complaints = new Complaints().addIf(chosen.isEmpty() && !level.equals("unreached") && !level.equals("given-up"), "level", "hotline.callback.level.missing");
        text.complain("words", chosen.filter(Level::good).isEmpty() ? "hotline.callback.words.missing" : "", complaints);
        if (!complaints.isEmpty()) return back(id, String.join("", complaints.all().values()), words, told);
        try {
            if (chosen.isPresent()) ratings.rate(id, ratings.waiting(ticket).orElse(0), chosen.get(), text.text(), viewer);
            else joining.unreached(ticket, level.equals("given-up"), text.text(), viewer);
        } catch (Refused no) {
            return back(id, no.getMessage() + no.next(), words, told);
        }
        told.addFlashAttribute("said", Words.say("hotline.called", ticket.number()));
        return "redirect:/hotline/callbacks";
    }

    private Ticket find(MatterId id, Viewer viewer) {
        return tickets.find(id, viewer).orElseThrow(NotFound::new);
    }

    /** Back to the page that it came from, with what stood in the way and what was written. */
    private static String back(MatterId id, String refused, String words, RedirectAttributes told) {
        told.addFlashAttribute("refused", refused);
        told.addFlashAttribute("words", words);
        return "redirect:/hotline/tickets/" + id;
    }
}
