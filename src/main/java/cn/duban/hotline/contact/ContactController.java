package cn.duban.hotline.contact;

import cn.duban.ledger.Door;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Personal.Kind;
import cn.duban.web.Complaints;
import cn.duban.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How the caller is reached: a panel beside the matter, a page of its own without script, and in full after saying what for. */
@Controller
@RequestMapping("/hotline/tickets/{id:\\d+-[0-9a-f-]{36}}/contact")
class ContactController {

    private final Contacts contacts;

    ContactController(Contacts contacts) {
        this.contacts = contacts;
    }

    @GetMapping
    String show(@PathVariable MatterId id, @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx, Viewer viewer, Model model) {
        model.addAttribute("page", page(id, null, "", new Complaints(), viewer));
        return htmx == null ? "hotline/contact-page" : "hotline/contact";
    }

    /** Answered at once and kept nowhere: whoever comes back has to say again what for. */
    @PostMapping
    String open(@PathVariable MatterId id, @RequestParam(defaultValue = "") String purpose, Viewer viewer, HttpServletResponse response, Model model) {
        var complaints = new Complaints().addIf(!Door.purpose(purpose), "purpose", "hotline.contact.purpose.missing");
        response.setHeader("Cache-Control", "no-store");
        if (!complaints.isEmpty()) response.setStatus(422);
        model.addAttribute("page", page(id, complaints.isEmpty() ? contacts.full(id, purpose, viewer) : null, purpose, complaints, viewer));
        return "hotline/contact-page";
    }

    private ContactPage page(MatterId id, @Nullable Map<Kind, String> full, String purpose, Complaints complaints, Viewer viewer) {
        var seen = contacts.masked(id, viewer);
        return new ContactPage(id, seen.owed(), seen.confidential(), full != null, full == null ? seen.texts() : full, purpose, complaints);
    }
}
