package cn.duban.hotline.hook;

import cn.duban.hotline.channel.Hooks;
import cn.duban.hotline.channel.Hooks.Hook;
import cn.duban.notices.Reach;
import cn.duban.web.Complaints;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.SecureRandom;
import java.util.Base64;
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

/** The administrator lets a machine in, gives it a secret, shuts it out again. */
@Controller
@RequestMapping("/hotline/settings/hooks")
class HookController {

    private final Hooks hooks;
    private final Reach reach;
    private final SecureRandom random = new SecureRandom();

    HookController(Hooks hooks, Reach reach) {
        this.hooks = hooks;
        this.reach = reach;
    }

    @GetMapping
    String show(Viewer viewer, Model model) {
        viewer.require(Duty.ADMINISTER);
        return page("sms", "", "", null, new Complaints(), viewer, model);
    }

    /** The secret is shown with the answer, and never again. */
    @PostMapping
    String add(@RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String url, Viewer viewer, HttpServletResponse response, Model model) {
        viewer.require(Duty.ADMINISTER);
        response.setHeader("Cache-Control", "no-store");
        var complaints = new Complaints().addIf(!Hooks.KINDS.contains(kind), "kind", "hotline.hooks.kind.wrong").addIf(name.isBlank() || name.strip().length() > 60, "name", "hotline.hooks.name.wrong")
                .addIf(!url.isBlank() && !address(url), "url", "hotline.hooks.url.wrong").addIf(reach.forbids(url), "url", "hotline.hooks.url.inside");
        if (!complaints.isEmpty()) {
            response.setStatus(422);
            return page(kind, name, url, null, complaints, viewer, model);
        }
        var hook = new Hook(viewer.tenant(), 0, kind, name.strip(), url.strip(), secret(), true, null);
        hooks.save(hook, viewer);
        return page("sms", "", "", hook.secret(), complaints, viewer, model);
    }

    @PostMapping("/{no:\\d{1,9}}/{what:shut|open|secret}")
    String change(@PathVariable int no, @PathVariable String what, Viewer viewer, HttpServletResponse response, Model model) {
        viewer.require(Duty.ADMINISTER);
        var was = hooks.find(viewer.tenant(), no).orElseThrow(NotFound::new);
        var anew = what.equals("secret");
        var hook = new Hook(was.tenant(), no, was.kind(), was.name(), was.url(), anew ? secret() : was.secret(), anew ? was.active() : what.equals("open"), was.usedAt());
        hooks.save(hook, viewer);
        if (!anew) return "redirect:/hotline/settings/hooks";
        response.setHeader("Cache-Control", "no-store");
        return page("sms", "", "", hook.secret(), new Complaints(), viewer, model);
    }

    /** Where a browser comes back to after a reload. */
    @GetMapping("/{no:\\d{1,9}}/{what:shut|open|secret}")
    ResponseEntity<Void> back(@PathVariable int no, @PathVariable String what) {
        return ResponseEntity.status(HttpStatus.FOUND).location(URI.create("/hotline/settings/hooks")).build();
    }

    private String secret() {
        var secret = new byte[32];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    private static boolean address(String typed) {
        try {
            var uri = new URI(typed.strip());
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null && typed.length() <= 500;
        } catch (URISyntaxException noAddress) {
            return false;
        }
    }

    private String page(String kind, String name, String url, @Nullable String secret, Complaints complaints, Viewer viewer, Model model) {
        model.addAttribute("page", new HookPage(hooks.all(viewer.tenant()), kind, name, url, secret, complaints));
        return "hotline/hooks";
    }
}
