package cn.duban.rating.citizen;

import cn.duban.ledger.Door;
import cn.duban.ledger.Refusal;
import cn.duban.rating.Level;
import cn.duban.rating.Links;
import cn.duban.rating.Rater;
import cn.duban.rating.Services;
import cn.duban.units.Directories;
import cn.duban.web.Complaints;
import cn.duban.web.Dates;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One service is rated by whoever holds its link. */
@Controller
@RequestMapping("/public/ratings/of/{token:[\\w-]{40,60}}")
class RatingController {

    private static final int LONGEST = 500;

    private final Links links;
    private final Services services;
    private final Directories directories;

    RatingController(Links links, Services services, Directories directories) {
        this.links = links;
        this.services = services;
        this.directories = directories;
    }

    @GetMapping
    String ask(@PathVariable String token, Model model) {
        model.addAttribute("page", page(token, "", "", "", new Complaints(), null, false));
        return "rating/rating";
    }

    @PostMapping
    String rate(@PathVariable String token, @RequestParam(defaultValue = "") String level, @RequestParam(defaultValue = "") String words, @RequestParam(defaultValue = "") String phone, HttpServletRequest request, HttpServletResponse response, Model model) {
        var rated = links.read(token).orElseThrow(NotFound::new);
        var chosen = Level.named(level);
        var complaints = new Complaints().addIf(chosen.isEmpty(), "level", "rating.level.missing").addIf(words.length() > LONGEST, "words", "rating.words.long", LONGEST)
                .addIf(!phone.isBlank() && !phone.replaceAll("[\\s+-]", "").matches("\\d{7,14}"), "phone", "rating.phone.wrong");
        try {
            Door.check(Door.masked(words));
        } catch (Refusal.Refused refused) {
            complaints.add("words", "rating.words.refused", refused.getMessage());
        }
        String refused = null;
        var done = false;
        if (complaints.isEmpty()) try {
            services.rateOnce(rated.tenant(), rated.service(), new Services.Said(chosen.orElseThrow(), words, Rater.by(Rater.Channel.LINK, request), phone.strip(), false));
            done = true;
        } catch (Refused no) {
            refused = no.getMessage() + no.next();
        }
        if (!done) response.setStatus(422);
        model.addAttribute("page", page(token, level, words, phone, complaints, refused, done));
        return "rating/rating";
    }

    private RatingPage page(String token, String level, String words, String phone, Complaints complaints, @Nullable String refused, boolean done) {
        var rated = links.read(token).orElseThrow(NotFound::new);
        var service = services.find(rated.tenant(), rated.service()).orElseThrow(NotFound::new);
        var directory = directories.of(rated.tenant());
        var waits = !done && services.level(rated.tenant(), rated.service()).isEmpty();
        return new RatingPage(links.path(rated.tenant(), rated.service()), service.item(), directory.unitName(service.unit()), Dates.day(LocalDate.ofInstant(service.servedAt(), directory.zone())), waits, level, words, phone, complaints, refused, done);
    }
}
