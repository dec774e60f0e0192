package cn.duban.access;

import cn.duban.web.Complaints;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** My own account: the latest sign-ins, and tokens for programs that act in my present post. */
@Controller
class MeController {

    private static final int LONGEST = 366;
    private static final int PAGE = 50;

    private final Accounts accounts;
    private final SignIns signIns;
    private final Tokens tokens;
    private final Roster roster;

    MeController(Accounts accounts, SignIns signIns, Tokens tokens, Roster roster) {
        this.accounts = accounts;
        this.signIns = signIns;
        this.tokens = tokens;
        this.roster = roster;
    }

    @GetMapping("/access/me")
    String me(Viewer viewer, @RequestParam(required = false) @Nullable String changed, Model model) {
        return show(viewer, changed != null, "", tokens.today().plusDays(90), null, new Complaints(), model);
    }

    @GetMapping("/access/tokens")
    String all(@RequestParam(required = false) @Nullable UUID after, @RequestParam(defaultValue = "false") boolean spent, Viewer viewer, Model model) {
        viewer.require(Viewer.Duty.ADMINISTER);
        var place = after == null ? null : new Tokens.Place(spent, after);
        model.addAttribute("page", TokensPage.of(tokens.all(viewer, place, PAGE + 1), PAGE));
        return "access/all-tokens";
    }

    @PostMapping("/access/tokens")
    String issue(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate expiresOn,
            Viewer viewer,
            HttpServletResponse response,
            Model model) {
        var today = tokens.today();
        var label = name.strip();
        var complaints = new Complaints()
                .addIf(label.isEmpty() || label.length() > 60, "name", "access.token.name.wrong")
                .addIf(expiresOn == null || expiresOn.isBefore(today) || expiresOn.isAfter(today.plusDays(LONGEST)),
                        "expiresOn", "access.token.expires.wrong", LONGEST);
        if (expiresOn == null || !complaints.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(viewer, false, label, expiresOn == null ? today.plusDays(90) : expiresOn, null, complaints, model);
        }
        return show(viewer, false, "", today.plusDays(90), tokens.issue(viewer, label, expiresOn), complaints, model);
    }

    @PostMapping("/access/tokens/{id}/revoke")
    String revoke(@PathVariable UUID id, Viewer viewer) {
        if (!tokens.revoke(viewer, id)) throw new NotFound();
        return viewer.has(Viewer.Duty.ADMINISTER) ? "redirect:/access/tokens" : "redirect:/access/me";
    }

    private String show(
            Viewer viewer, boolean changed, String name, LocalDate expiresOn, @Nullable String issued, Complaints complaints, Model model) {
        model.addAttribute("page", new MePage(
                viewer,
                accounts.of(viewer.tenant(), viewer.person()).map(Account::login).orElse(""),
                roster.posts(viewer),
                tokens.ofPerson(viewer),
                signIns.latest(viewer.tenant(), viewer.person(), 20),
                changed, name, expiresOn, issued, complaints));
        return "access/me";
    }
}
