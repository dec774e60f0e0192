package cn.duban.access;

import cn.duban.web.Refused;
import cn.duban.web.Complaints;
import cn.duban.web.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Names the government and the first administrator; there is no such page once a government exists. */
@Controller
class FirstRunController {

    private final FirstRun firstRun;
    private final Roster roster;
    private final Sessions sessions;

    FirstRunController(FirstRun firstRun, Roster roster, Sessions sessions) {
        this.firstRun = firstRun;
        this.roster = roster;
        this.sessions = sessions;
    }

    @GetMapping("/first-run")
    String ask(HttpServletResponse response, Model model) {
        if (firstRun.isPreparing()) return wait(response);
        if (!firstRun.isDue()) throw new NotFound();
        return show(new FirstRunForm("", "", "", "", "", ""), new Complaints(), model);
    }

    @PostMapping("/first-run")
    String found(FirstRunForm form, HttpServletRequest request, HttpServletResponse response, Model model) {
        if (firstRun.isPreparing()) return wait(response);
        if (!firstRun.isDue()) throw new NotFound();
        var complaints = form.check();
        if (complaints.isEmpty()) {
            try {
                var founded = firstRun.found(form);
                sessions.begin(request, roster.viewer(founded.tenant(), founded.person(), founded.post()).orElseThrow(), 0, false);
                return "redirect:/";
            } catch (Refused refused) {
                if (!firstRun.isDue()) throw new NotFound();
                complaints.add("region", refused.getMessage() + refused.next());
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(form, complaints, model);
    }

    /** The browser asks again by itself, until there is a page to come in by. */
    private static String wait(HttpServletResponse response) {
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader("Retry-After", "3");
        response.setHeader("Refresh", "3; url=/");
        return "access/preparing";
    }

    private static String show(FirstRunForm form, Complaints complaints, Model model) {
        model.addAttribute("page", new FirstRunPage(form, complaints));
        return "access/first-run";
    }
}
