package cn.duban.ledger.desk;

import cn.duban.ledger.MatterTypes.Version;
import cn.duban.ledger.TypeDesk;
import cn.duban.web.Complaints;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a version changes, and how a draft comes into force or a version goes out of it. */
@Controller
@RequestMapping("/types/{name:[a-z][a-z0-9-]*}")
class PublicationController {

    private final Publishing publishing;
    private final TypeDesk desk;

    PublicationController(Publishing publishing, TypeDesk desk) {
        this.publishing = publishing;
        this.desk = desk;
    }

    @GetMapping("/{version:\\d{1,6}|shipped-\\d{1,6}}/difference")
    String difference(@PathVariable String name, @PathVariable String version, @RequestParam(required = false) @Nullable String with, Viewer viewer, Model model) {
        model.addAttribute("page", publishing.difference(viewer, Version.of(viewer.tenant(), name, version).orElseThrow(NotFound::new), with));
        return "ledger/type-difference";
    }

    @GetMapping("/draft/publication")
    String form(@PathVariable String name, Viewer viewer, Model model) {
        model.addAttribute("page", publishing.form(viewer, name, null, new Complaints()));
        return "ledger/type-publication";
    }

    @PostMapping("/draft/publication")
    String publish(@PathVariable String name, @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String to, @RequestParam(defaultValue = "") String reason, @RequestParam int revision,
            Viewer viewer, HttpServletResponse response, Model model) {
        var refused = publishing.publish(viewer, name, new Publishing.Typed(from, to, reason, revision));
        if (refused == null) return "redirect:/types/" + name;
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("page", refused);
        return "ledger/type-publication";
    }

    /** No new matter under it from now on. */
    @PostMapping("/{version:\\d{1,6}}/withdrawal")
    String withdraw(@PathVariable String name, @PathVariable int version, @RequestParam(defaultValue = "") String reason, Viewer viewer) {
        if (reason.isBlank()) throw Refused.invalid("ledger.missing", Words.say("ledger.types.publication.reason.wrong"), Words.say("ledger.types.withdraw.next"));
        desk.withdraw(viewer, name, version, reason.strip());
        return "redirect:/types/" + name + "/" + version;
    }
}
