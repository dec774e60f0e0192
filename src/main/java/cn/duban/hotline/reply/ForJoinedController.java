package cn.duban.hotline.reply;

import cn.duban.hotline.Callers;
import cn.duban.hotline.Desks;
import cn.duban.hotline.Joined;
import cn.duban.hotline.JoinedAnswers;
import cn.duban.hotline.Ticket;
import cn.duban.hotline.Tickets;
import cn.duban.ledger.MatterId;
import cn.duban.units.Directories;
import cn.duban.web.Complaints;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Set;
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

/** What the callers of joined tickets read, written by the unit while the reply waits for its leader, and by the desk at any time. */
@Controller
@RequestMapping("/hotline/tickets/{id:\\d+-[0-9a-f-]{36}}/for-joined")
class ForJoinedController {

    private static final Set<Duty> DUTIES = Set.of(Duty.REGISTRY, Duty.HANDLE, Duty.REVIEW, Duty.SIGN);

    private static final int LONGEST = 10_000;

    private final Tickets tickets;
    private final Joined joined;
    private final JoinedAnswers answers;
    private final Callers callers;
    private final Desks desks;
    private final Directories directories;

    ForJoinedController(Tickets tickets, Joined joined, JoinedAnswers answers, Callers callers, Desks desks, Directories directories) {
        this.tickets = tickets;
        this.joined = joined;
        this.answers = answers;
        this.callers = callers;
        this.desks = desks;
        this.directories = directories;
    }

    @GetMapping
    String show(@PathVariable MatterId id, @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx, Viewer viewer, Model model) {
        model.addAttribute("page", page(master(id, viewer), null, new Complaints(), (String) model.getAttribute("said"), viewer));
        return htmx == null ? "hotline/for-joined-page" : "hotline/for-joined";
    }

    @PostMapping
    String write(@PathVariable MatterId id, @RequestParam(defaultValue = "") String text, Viewer viewer, RedirectAttributes told, HttpServletResponse response, Model model) {
        var ticket = master(id, viewer);
        var wording = ticket.wording().orElseThrow(NotFound::new);
        if (!may(ticket, kept(ticket, viewer), viewer)) throw Refused.forbidden("hotline.for-joined.not-yours", Words.say("hotline.for-joined.not-yours"), Words.say("hotline.for-joined.not-yours.next"));
        var complaints = new Complaints().addIf(text.isBlank(), "text", "hotline.text.missing").addIf(text.length() > LONGEST, "text", "hotline.report.long", LONGEST);
        var found = callers.screen(ticket).told(text);
        if (complaints.isEmpty() && !found.isEmpty()) complaints.add("text", "hotline.screen.found", found);
        if (!complaints.isEmpty()) {
            response.setStatus(422);
            model.addAttribute("page", page(ticket, text, complaints, null, viewer));
            return "hotline/for-joined-page";
        }
        answers.write(ticket, wording.no(), text.strip(), viewer);
        told.addFlashAttribute("said", Words.say("hotline.for-joined.saved"));
        return "redirect:/hotline/tickets/" + id + "/for-joined";
    }

    /** Where nobody is joined a unit has nothing to write, and nothing to try names at; the desk knows the callers anyway. */
    private Ticket master(MatterId id, Viewer viewer) {
        var ticket = tickets.find(id, viewer).orElseThrow(NotFound::new);
        if (joined.under(id).isEmpty() && !desks.answers(viewer)) throw new NotFound();
        return ticket;
    }

    private ForJoinedPage page(Ticket ticket, @Nullable String typed, Complaints complaints, @Nullable String said, Viewer viewer) {
        var wording = ticket.wording().orElseThrow(NotFound::new);
        var whole = Objects.requireNonNullElse(wording.note(), "");
        var version = answers.version(ticket.id(), wording.no());
        var screen = callers.screen(ticket);
        var kept = kept(ticket, viewer);
        var read = kept ? version.orElse(whole) : screen.redacted(version.orElse(whole));
        return new ForJoinedPage(ticket.id(), joined.under(ticket.id()).size(), kept ? "" : screen.told(whole), read, version.isPresent(), may(ticket, kept, viewer), typed == null ? read : typed, complaints, said);
    }

    private boolean may(Ticket ticket, boolean kept, Viewer viewer) {
        if (desks.answers(viewer)) return true;
        if (kept) return false;
        var lead = ticket.lead();
        return ticket.state().equals("drafted") && lead != null && DUTIES.stream().anyMatch(viewer::has) && directories.of(viewer.tenant()).within(viewer.unit(), lead);
    }

    /** Whoever asked to be kept from the unit is not found out by what the screen says of names that are tried: the unit is told nothing that it does not write itself. */
    private boolean kept(Ticket ticket, Viewer viewer) {
        return !desks.answers(viewer) && (!ticket.tellable() || tickets.all(viewer.tenant(), joined.under(ticket.id()).stream().map(MatterId::id).toList()).values().stream().anyMatch(one -> !one.tellable()));
    }
}
