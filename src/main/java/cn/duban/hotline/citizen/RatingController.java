package cn.duban.hotline.citizen;

import cn.duban.hotline.CallerText;
import cn.duban.hotline.Citizen;
import cn.duban.hotline.Links;
import cn.duban.hotline.Ratings;
import cn.duban.hotline.Tickets;
import cn.duban.rating.Level;
import cn.duban.rating.Rater;
import cn.duban.web.Complaints;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page behind a signed link: one reply, five levels, once. */
@Controller
@RequestMapping("/public/hotline/ratings/{token:[\\w-]{40,80}}")
class RatingController {

    private final Links links;
    private final Tickets tickets;
    private final Ratings ratings;
    private final Citizen citizen;

    RatingController(Links links, Tickets tickets, Ratings ratings, Citizen citizen) {
        this.links = links;
        this.tickets = tickets;
        this.ratings = ratings;
        this.citizen = citizen;
    }

    @GetMapping
    String ask(@PathVariable String token, Model model) {
        model.addAttribute("page", page(token, "", new Complaints(), null, false));
        return "hotline/rating";
    }

    @PostMapping
    String rate(@PathVariable String token, @RequestParam(defaultValue = "") String level, @RequestParam(defaultValue = "") String words, @RequestParam(defaultValue = "") String mask, HttpServletRequest request, HttpServletResponse response, Model model) {
        var rated = links.read(token).orElseThrow(NotFound::new);
        var text = new CallerText(words, mask.equals("true"));
        var chosen = Level.named(level);
        var complaints = new Complaints().addIf(chosen.isEmpty(), "level", "hotline.rating.level.missing");
        text.complain("opinion", "", complaints);
        String refused = null;
        var done = false;
        if (complaints.isEmpty()) try {
            ratings.rate(rated.ticket(), rated.reply(), chosen.orElseThrow(), text.text(), Rater.by(Rater.Channel.LINK, request), citizen.on(rated.ticket()));
            done = true;
        } catch (Refused no) {
            refused = no.getMessage() + no.next();
        }
        if (!done) response.setStatus(422);
        model.addAttribute("page", page(token, words, complaints, refused, done));
        return "hotline/rating";
    }

    private RatingPage page(String token, String typed, Complaints complaints, @Nullable String refused, boolean done) {
        var rated = links.read(token).orElseThrow(NotFound::new);
        var ticket = tickets.find(rated.ticket()).orElseThrow(NotFound::new);
        var waits = !done && ratings.waiting(ticket).filter(answer -> answer == rated.reply()).isPresent();
        return new RatingPage("/public/hotline/ratings/" + token, ticket, waits, typed, complaints, refused, done);
    }
}
