package cn.duban.hotline.answers;

import cn.duban.hotline.Callers;
import cn.duban.hotline.Desks;
import cn.duban.hotline.Ticket;
import cn.duban.hotline.Tickets;
import cn.duban.hotline.answers.Answer.State;
import cn.duban.ledger.MatterId;
import cn.duban.units.Directories;
import cn.duban.web.Complaints;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The desk's side: an answered ticket is proposed, checked by somebody else, withdrawn. */
@Controller
@RequestMapping("/hotline/answers")
class AnswerController {

    private static final String TICKET = "/of/{ticket:\\d+-[0-9a-f-]{36}}";
    private static final String ID = "/{id:[0-9a-f-]{36}}";

    private final Desks desks;
    private final Tickets tickets;
    private final Answers answers;
    private final Callers callers;
    private final Directories directories;

    AnswerController(Desks desks, Tickets tickets, Answers answers, Callers callers, Directories directories) {
        this.desks = desks;
        this.tickets = tickets;
        this.answers = answers;
        this.callers = callers;
        this.directories = directories;
    }

    @GetMapping
    String list(Viewer viewer, Model model) {
        desks.require(viewer);
        model.addAttribute("page", new AnswerPage.Lists(answers.all(viewer.tenant(), State.PROPOSED), answers.all(viewer.tenant(), State.PUBLISHED), (String) model.getAttribute("said")));
        return "hotline/answers";
    }

    /** The panel beside a ticket. */
    @GetMapping(TICKET + "/panel")
    String beside(@PathVariable MatterId ticket, Viewer viewer, Model model) {
        var found = tickets.find(ticket, viewer).orElseThrow(NotFound::new);
        var answer = answers.of(viewer.tenant(), ticket.id()).filter(one -> one.state() != State.RETURNED && one.state() != State.WITHDRAWN);
        model.addAttribute("page", new AnswerPage.Beside(ticket, answer.orElse(null), answer.isEmpty() && desks.answers(viewer) && words(found).isPresent()));
        return "hotline/answer-panel";
    }

    @GetMapping(TICKET)
    String ask(@PathVariable MatterId ticket, Viewer viewer, Model model) {
        desks.require(viewer);
        var found = answered(ticket, viewer);
        model.addAttribute("page", new AnswerPage(ticket, found.number(), null, found.body(), words(found).orElse(""), false, new Complaints(), null));
        return "hotline/answer";
    }

    @PostMapping(TICKET)
    String propose(@PathVariable MatterId ticket, @RequestParam(defaultValue = "") String question, @RequestParam(defaultValue = "") String answer, Viewer viewer, RedirectAttributes told, HttpServletResponse response, Model model) {
        desks.require(viewer);
        var found = answered(ticket, viewer);
        var form = new AnswerForm(question.strip(), answer.strip());
        var complaints = form.complaints(callers.screen(found));
        if (!complaints.isEmpty()) {
            response.setStatus(422);
            model.addAttribute("page", new AnswerPage(ticket, found.number(), null, question, answer, false, complaints, null));
            return "hotline/answer";
        }
        var unit = found.reply().map(Ticket.Reply::unit).orElse(found.lead() == null ? viewer.unitName() : directories.of(viewer.tenant()).unitName(found.lead()));
        answers.propose(ticket.id(), form, found.field("category"), unit, viewer);
        told.addFlashAttribute("said", Words.say("hotline.answer.proposed"));
        return "redirect:/hotline/answers";
    }

    @GetMapping(ID)
    String show(@PathVariable UUID id, Viewer viewer, Model model) {
        desks.require(viewer);
        model.addAttribute("page", page(id, new Complaints(), null, viewer));
        return "hotline/answer";
    }

    @PostMapping(ID)
    String check(@PathVariable UUID id, @RequestParam(name = "do", defaultValue = "") String what, @RequestParam(defaultValue = "") String reason, Viewer viewer, RedirectAttributes told, HttpServletResponse response, Model model) {
        desks.require(viewer);
        var complaints = new Complaints().addIf(!what.equals("publish") && reason.isBlank() || reason.length() > 200, "reason", "hotline.answer.reason.missing");
        if (complaints.isEmpty()) try {
            if (what.equals("withdraw")) answers.withdraw(id, reason.strip(), viewer);
            else if (what.equals("publish")) publish(id, viewer);
            else answers.check(id, false, reason.strip(), viewer);
            told.addFlashAttribute("said", Words.say("hotline.answer.done." + (what.equals("publish") || what.equals("withdraw") ? what : "return")));
            return "redirect:/hotline/answers";
        } catch (Refused no) {
            response.setStatus(409);
            model.addAttribute("page", page(id, complaints, no.getMessage() + no.next(), viewer));
            return "hotline/answer";
        }
        response.setStatus(422);
        model.addAttribute("page", page(id, complaints, null, viewer));
        return "hotline/answer";
    }

    /** What held when it was proposed may hold no longer: somebody was joined since, or the ticket may not be told of any more. */
    private void publish(UUID id, Viewer viewer) {
        var answer = answers.find(viewer.tenant(), id).orElseThrow(NotFound::new);
        var ticket = tickets.find(new MatterId(viewer.tenant(), answer.ticket())).filter(Ticket::tellable).orElseThrow(() -> Refused.conflict("hotline.answer.secret", Words.say("hotline.answer.secret"), Words.say("hotline.answer.secret.next")));
        if (!new AnswerForm(answer.question(), answer.answer()).complaints(callers.screen(ticket)).isEmpty()) throw Refused.conflict("hotline.answer.personal", Words.say("hotline.answer.personal"), Words.say("hotline.answer.secret.next"));
        answers.check(id, true, "", viewer);
    }

    private AnswerPage page(UUID id, Complaints complaints, @Nullable String refused, Viewer viewer) {
        var answer = answers.find(viewer.tenant(), id).orElseThrow(NotFound::new);
        var ticket = new MatterId(viewer.tenant(), answer.ticket());
        return new AnswerPage(ticket, tickets.find(ticket).map(Ticket::number).orElse(""), answer, answer.question(), answer.answer(), answer.state() == State.PROPOSED && answer.proposedBy() != viewer.person(), complaints, refused);
    }

    private Ticket answered(MatterId id, Viewer viewer) {
        return tickets.find(id, viewer).filter(ticket -> words(ticket).isPresent()).orElseThrow(NotFound::new);
    }

    /** What the caller was told; nothing of a ticket that may not be told of. */
    private static Optional<String> words(Ticket ticket) {
        if (!ticket.tellable() || ticket.open()) return Optional.empty();
        return ticket.reply().map(Ticket.Reply::text).or(() -> ticket.last("answer-now").map(Ticket.Done::note)).filter(text -> !text.isBlank());
    }
}
