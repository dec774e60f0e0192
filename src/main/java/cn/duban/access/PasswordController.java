package cn.duban.access;

import cn.duban.web.Complaints;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Everybody changes their own password, and has to after a one-time one. */
@Controller
class PasswordController {

    private final Accounts accounts;
    private final SignIns signIns;
    private final Sessions sessions;

    PasswordController(Accounts accounts, SignIns signIns, Sessions sessions) {
        this.accounts = accounts;
        this.signIns = signIns;
        this.sessions = sessions;
    }

    @GetMapping("/access/password")
    String ask(Viewer viewer, HttpServletRequest request, Model model) {
        return show(request, new Complaints(), model);
    }

    @PostMapping("/access/password")
    String change(
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var complaints = new Complaints()
                .addIf(!signIns.confirm(viewer.tenant(), viewer.person(), present, request.getRemoteAddr()), "present", "access.password.present.wrong");
        var login = accounts.of(viewer.tenant(), viewer.person()).map(Account::login).orElse("");
        Passwords.check(complaints, "password", password, login);
        complaints.addIf(password.equals(present), "password", "access.password.same")
                .addIf(!again.equals(password), "again", "access.password.again.wrong");
        if (!complaints.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(request, complaints, model);
        }
        var epoch = accounts.setPassword(viewer.tenant(), viewer.person(), password, false).orElseThrow(NotFound::new);
        // after a one-time password people have come to work, not to look at their account
        var first = Sessions.mustChange(request);
        sessions.begin(request, viewer, epoch, false);
        return first ? "redirect:/" : "redirect:/access/me?changed";
    }

    private static String show(HttpServletRequest request, Complaints complaints, Model model) {
        model.addAttribute("page", new PasswordPage(Sessions.mustChange(request), complaints));
        return "access/password";
    }
}
