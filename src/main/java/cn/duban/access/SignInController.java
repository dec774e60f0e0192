package cn.duban.access;

import cn.duban.web.Paths;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SignInController {

    private final SignIns signIns;
    private final Sessions sessions;
    private final Roster roster;

    SignInController(SignIns signIns, Sessions sessions, Roster roster) {
        this.signIns = signIns;
        this.sessions = sessions;
        this.roster = roster;
    }

    @GetMapping("/access/sign-in")
    String ask(
            @Nullable Viewer viewer,
            @RequestParam(defaultValue = "/") String next,
            @RequestParam(required = false) @Nullable String out,
            Model model) {
        if (viewer != null) return "redirect:" + Paths.safe(next);
        return show(0, "", next, out != null, null, model);
    }

    @PostMapping("/access/sign-in")
    String signIn(
            @RequestParam(defaultValue = "0") int tenant,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var governments = roster.governments();
        var known = governments.stream().anyMatch(government -> government.tenant() == tenant);
        var chosen = governments.size() == 1 ? governments.getFirst().tenant() : known ? tenant : 0;
        var status = HttpStatus.UNPROCESSABLE_CONTENT;
        var trouble = switch (signIns.attempt(chosen, login, password, request.getRemoteAddr())) {
            case SignIns.Outcome.Welcome(var viewer, var epoch, var mustChange) -> {
                sessions.begin(request, viewer, epoch, mustChange);
                yield null;
            }
            case SignIns.Outcome.Wrong() -> Words.say("access.sign-in.wrong");
            case SignIns.Outcome.Crowded() -> {
                status = HttpStatus.TOO_MANY_REQUESTS;
                yield Words.say("access.sign-in.crowded", SignIns.WINDOW.toMinutes());
            }
            case SignIns.Outcome.NoPost() -> Words.say("access.sign-in.no-post");
        };
        if (trouble == null) return "redirect:" + Paths.safe(next);
        response.setStatus(status.value());
        return show(tenant, login, next, false, trouble, model);
    }

    private String show(int tenant, String login, String next, boolean out, @Nullable String trouble, Model model) {
        model.addAttribute("page", new SignInPage(roster.governments(), tenant, login, Paths.safe(next), out, trouble));
        return "access/sign-in";
    }
}
