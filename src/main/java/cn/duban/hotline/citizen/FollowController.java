package cn.duban.hotline.citizen;

import cn.duban.hotline.Additions;
import cn.duban.hotline.CallerText;
import cn.duban.hotline.Citizen;
import cn.duban.hotline.Codes;
import cn.duban.hotline.Desks;
import cn.duban.hotline.Guesses;
import cn.duban.hotline.JoinedAnswers;
import cn.duban.hotline.Joining;
import cn.duban.hotline.Ratings;
import cn.duban.hotline.Tickets;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.rating.Level;
import cn.duban.rating.Rater;
import cn.duban.web.Complaints;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whoever has the code sees what became of the ticket, adds to it, rates the reply, raises it again. */
@Controller
@RequestMapping("/public/hotline")
class FollowController {

    private final Desks desks;
    private final Codes codes;
    private final Guesses guesses;
    private final Tickets tickets;
    private final Ratings ratings;
    private final Joining joining;
    private final Additions additions;
    private final Citizen citizen;
    private final Ledger ledger;
    private final Following following;
    private final JoinedAnswers joined;

    FollowController(Desks desks, Codes codes, Guesses guesses, Tickets tickets, Ratings ratings, Joining joining, Additions additions, Citizen citizen, Ledger ledger, Following following, JoinedAnswers joined) {
        this.desks = desks;
        this.codes = codes;
        this.guesses = guesses;
        this.tickets = tickets;
        this.ratings = ratings;
        this.joining = joining;
        this.additions = additions;
        this.citizen = citizen;
        this.ledger = ledger;
        this.following = following;
        this.joined = joined;
    }

    @GetMapping("/follow")
    String ask(@RequestParam(defaultValue = "0") int line, @RequestParam(defaultValue = "") String who, Model model) {
        model.addAttribute("page", new FollowPage(desks.lines(), line, who.length() > 40 ? "" : who, new Complaints(), null));
        return "hotline/follow";
    }

    @PostMapping("/follow")
    String open(@RequestParam(defaultValue = "0") int line, @RequestParam(defaultValue = "") String who, @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response, Model model) {
        var lines = desks.lines();
        var chosen = lines.size() == 1 ? Optional.of(lines.getFirst()) : lines.stream().filter(one -> one.tenant() == line).findFirst();
        var complaints = new Complaints().addIf(chosen.isEmpty(), "line", "hotline.line.missing").addIf(who.isBlank() || who.length() > 40, "who", "hotline.follow.who.missing").addIf(code.isBlank() || code.length() > 20, "code", "hotline.follow.code.missing");
        var status = HttpStatus.UNPROCESSABLE_CONTENT;
        String trouble = null;
        if (complaints.isEmpty()) {
            int tenant = chosen.orElseThrow().tenant();
            if (guesses.tooMany(tenant, request.getRemoteAddr(), who)) {
                status = HttpStatus.TOO_MANY_REQUESTS;
                trouble = Words.say("hotline.follow.crowded", Guesses.WINDOW.toMinutes());
            } else {
                var opened = codes.opened(tenant, who, code);
                if (opened.isPresent()) {
                    following.begin(request, opened.get());
                    return "redirect:/public/hotline/ticket";
                }
                guesses.wrong(tenant, request.getRemoteAddr(), who);
                trouble = Words.say("hotline.follow.wrong");
            }
        }
        response.setStatus(status.value());
        model.addAttribute("page", new FollowPage(lines, line, who, complaints, trouble));
        return "hotline/follow";
    }

    @GetMapping("/ticket")
    String show(HttpServletRequest request, Model model) {
        var id = following.ticket(request);
        if (id.isEmpty()) return "redirect:/public/hotline/follow";
        model.addAttribute("page", page(id.get(), "", new Complaints(), null, model));
        return "hotline/followed";
    }

    @PostMapping("/ticket/{what:addition|rating|redo}")
    String act(@PathVariable String what, @RequestParam(defaultValue = "") String words, @RequestParam(defaultValue = "") String level, @RequestParam(defaultValue = "0") int reply, @RequestParam(defaultValue = "") String mask,
            HttpServletRequest request, HttpServletResponse response, RedirectAttributes told, Model model) {
        var id = following.ticket(request);
        if (id.isEmpty()) return "redirect:/public/hotline/follow";
        var text = new CallerText(words, mask.equals("true"));
        var complaints = new Complaints();
        var rating = Level.named(level);
        complaints.addIf(what.equals("rating") && rating.isEmpty(), "level", "hotline.rating.level.missing");
        text.complain(what.equals("redo") ? "why" : what.equals("rating") ? "opinion" : "words", what.equals("rating") ? "" : what.equals("redo") ? "hotline.redo.missing" : "hotline.text.missing", complaints);
        String refused = null;
        if (complaints.isEmpty()) try {
            var viewer = citizen.on(id.get());
            switch (what) {
                case "rating" -> ratings.rate(id.get(), reply, rating.orElseThrow(), text.text(), Rater.by(Rater.Channel.FOLLOW, request), viewer);
                case "redo" -> raise(id.get(), text.text(), viewer);
                default -> additions.add(id.get(), text.text(), List.of(), viewer, null);
            }
            told.addFlashAttribute("said", Words.say("hotline.done." + what));
            return "redirect:/public/hotline/ticket";
        } catch (Refused no) {
            refused = no.getMessage() + no.next();
        }
        response.setStatus(422);
        model.addAttribute("page", page(id.get(), words, complaints, refused, model));
        return "hotline/followed";
    }

    private void raise(MatterId id, String why, Viewer viewer) {
        var own = tickets.find(id).orElseThrow(NotFound::new);
        if (own.joined()) joining.raise(own, why, viewer);
        else ledger.act(id, Act.of("redo").saying("reason", why).field("pleased", "").field("displeased", ""), viewer);
    }

    /** Where a browser comes back to after a reload. */
    @GetMapping("/ticket/{what:addition|rating|redo}")
    ResponseEntity<Void> back(@PathVariable String what) {
        return ResponseEntity.status(HttpStatus.FOUND).location(URI.create("/public/hotline/ticket")).build();
    }

    private FollowedPage page(MatterId id, String typed, Complaints complaints, @Nullable String refused, Model model) {
        var own = tickets.find(id).orElseThrow(NotFound::new);
        var goesOn = joined.answering(own);
        return new FollowedPage(own, goesOn, following.unit(goesOn), ratings.waiting(own), typed, complaints, refused, (String) model.getAttribute("said"));
    }
}
