package cn.duban.access;

import cn.duban.web.Paths;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One person, several posts, one at a time; the choice is remembered for the next sign-in. */
@Controller
class PostController {

    private final Roster roster;
    private final Sessions sessions;
    private final Accounts accounts;

    PostController(Roster roster, Sessions sessions, Accounts accounts) {
        this.roster = roster;
        this.sessions = sessions;
        this.accounts = accounts;
    }

    @PostMapping("/access/post")
    String switchTo(
            @RequestParam int post, @RequestParam(defaultValue = "/") String back, Viewer viewer, HttpServletRequest request) {
        var chosen = roster.viewer(viewer.tenant(), viewer.person(), post)
                .orElseThrow(() -> Refused.forbidden("access.not-my-post",
                        Words.say("access.post.not-mine"), Words.say("access.post.not-mine.next")));
        sessions.switchTo(request, chosen);
        accounts.remember(viewer.tenant(), viewer.person(), post);
        return "redirect:" + Paths.safe(back);
    }
}
