package cn.duban.hotline.channel;

import cn.duban.hotline.Desks;
import cn.duban.hotline.Intake;
import cn.duban.hotline.Report;
import cn.duban.hotline.channel.Held.Group;
import cn.duban.hotline.channel.HeldPage.Line;
import cn.duban.hotline.contact.Masking;
import cn.duban.ledger.Door;
import cn.duban.ledger.Personal.Kind;
import cn.duban.web.Complaints;
import cn.duban.web.Dates;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What became no ticket by itself: the desk reads it whole, corrects it, takes all of one sender as one ticket, or lays them aside. */
@Controller
@RequestMapping("/hotline/held")
class HeldController {

    private static final int SHOWN = 300;

    /** How somebody is reached, by the names of a report. */
    private static final Map<String, Kind> CONTACTS = Map.of("name", Kind.NAME, "phone", Kind.PHONE, "address", Kind.ADDRESS, "mail", Kind.MAIL, "account", Kind.ACCOUNT, "other", Kind.OTHER);

    private final Desks desks;
    private final Held held;
    private final TakingHeld taking;
    private final Intake intake;

    HeldController(Desks desks, Held held, TakingHeld taking, Intake intake) {
        this.desks = desks;
        this.held = held;
        this.taking = taking;
        this.intake = intake;
    }

    @GetMapping
    String show(Viewer viewer, Model model) {
        desks.require(viewer);
        model.addAttribute("page", new HeldPage(held.waiting(viewer.tenant()).stream().map(HeldController::line).toList(), (String) model.getAttribute("said")));
        return "hotline/held";
    }

    private static Line line(Group group) {
        var first = group.first();
        var whom = first.containsKey("mail") ? Masking.of(Kind.MAIL, first.get("mail")) : first.containsKey("phone") ? Masking.of(Kind.PHONE, first.get("phone")) : first.containsKey("account") ? "***" : "";
        var text = Door.masked(first.getOrDefault(Report.BODY, ""));
        return new Line(group.source(), group.key(), Words.say("hotline.channel." + AnswerListener.channel(group.source())), whom, group.count(), Dates.minute(group.from()), Dates.minute(group.to()), group.to(), Door.masked(first.getOrDefault(Report.TITLE, "")), text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…");
    }

    @GetMapping("/one")
    String one(@RequestParam(defaultValue = "") String source, @RequestParam(defaultValue = "") String key, Viewer viewer, Model model) {
        desks.require(viewer);
        // where a browser comes back to after a reload of what it posted
        if (key.isEmpty()) return "redirect:/hotline/held";
        return page(source, known(key), null, Map.of(), false, "", new Complaints(), viewer, model);
    }

    /** Answered at once and kept nowhere: whoever comes back has to say again what for. */
    @PostMapping("/one/contact")
    String contact(@RequestParam String source, @RequestParam String key, @RequestParam(defaultValue = "") String purpose, Viewer viewer, HttpServletResponse response, Model model) {
        desks.require(viewer);
        response.setHeader("Cache-Control", "no-store");
        var complaints = new Complaints().addIf(!Door.purpose(purpose), "purpose", "hotline.contact.purpose.missing");
        if (complaints.isEmpty()) {
            if (held.of(viewer.tenant(), source, known(key), null).isEmpty()) throw new NotFound();
            held.looked(source, key, purpose.strip(), viewer);
        } else response.setStatus(422);
        return page(source, known(key), null, Map.of(), complaints.isEmpty(), purpose, complaints, viewer, model);
    }

    /** Where a browser comes back to after a reload. */
    @GetMapping("/one/contact")
    ResponseEntity<Void> back() {
        return ResponseEntity.status(HttpStatus.FOUND).location(URI.create("/hotline/held")).build();
    }

    /** Entered as it was corrected; how the sender is reached only where that was seen, else as it came. */
    @PostMapping("/one")
    String enter(@RequestParam String source, @RequestParam String key, @RequestParam(defaultValue = "") String until, @RequestParam Map<String, String> typed, Viewer viewer, HttpServletResponse response, Model model) {
        desks.require(viewer);
        var corrected = new HashMap<String, String>();
        for (var name : HeldOnePage.CORRECTED) if (typed.containsKey(name)) corrected.put(name, typed.get(name));
        for (var name : CONTACTS.keySet()) if (typed.containsKey(name)) corrected.put(name, typed.get(name));
        var seen = seen(until);
        var all = held.of(viewer.tenant(), source, known(key), seen);
        if (all.isEmpty()) throw new NotFound();
        var whole = taking.proposed(source, all);
        whole.putAll(corrected);
        var complaints = intake.report(viewer.tenant(), whole).complaints();
        if (complaints.isEmpty() || taking.about(all).isPresent()) return "redirect:/hotline/tickets/" + taking.take(source, key, seen, corrected, viewer);
        response.setStatus(422);
        response.setHeader("Cache-Control", "no-store");
        return page(source, key, seen, corrected, CONTACTS.keySet().stream().anyMatch(typed::containsKey), "", complaints, viewer, model);
    }

    private String page(String source, String key, @Nullable Instant until, Map<String, String> corrected, boolean full, String purpose, Complaints complaints, Viewer viewer, Model model) {
        var all = held.of(viewer.tenant(), source, key, until);
        if (all.isEmpty()) throw new NotFound();
        var typed = taking.proposed(source, all);
        typed.putAll(corrected);
        var contact = new LinkedHashMap<String, String>();
        for (var name : HeldOnePage.CONTACT) if (full || !typed.getOrDefault(name, "").isEmpty()) contact.put(name, full ? typed.getOrDefault(name, "") : Masking.of(CONTACTS.get(name), typed.get(name)));
        var lines = all.stream().map(one -> new HeldOnePage.Message(Dates.minute(one.at()), Words.say("hotline.held.why." + one.why()), Fit.whole(one.typed()))).toList();
        model.addAttribute("page", new HeldOnePage(source, key, Words.say("hotline.channel." + AnswerListener.channel(source)), lines, all.getLast().at(), held.count(viewer.tenant(), source, key) - all.size(), intake.report(viewer.tenant(), typed), taking.about(all).orElse(null), contact, full, purpose, held.looks(viewer.tenant(), source, key), complaints));
        return "hotline/held-one";
    }

    @PostMapping("/taking")
    String take(@RequestParam String source, @RequestParam String key, @RequestParam(defaultValue = "") String until, Viewer viewer) {
        desks.require(viewer);
        return "redirect:/hotline/tickets/" + taking.take(source, known(key), seen(until), Map.of(), viewer);
    }

    @PostMapping("/laying-aside")
    String layAside(@RequestParam String source, @RequestParam String key, @RequestParam(defaultValue = "") String until, Viewer viewer, RedirectAttributes told) {
        desks.require(viewer);
        var left = taking.layAside(source, known(key), seen(until), viewer);
        told.addFlashAttribute("said", left == 0 ? Words.say("hotline.held.aside") : Words.say("hotline.held.aside.more", left));
        return "redirect:/hotline/held";
    }

    /** When the last one came that the desk saw. */
    private static Instant seen(String until) {
        try {
            return Instant.parse(until);
        } catch (DateTimeParseException unsaid) {
            throw Refused.invalid("hotline.held", Words.say("hotline.held.unseen"), Words.say("hotline.held.unseen.next"));
        }
    }

    private static String known(@Nullable String key) {
        if (key == null || !key.matches("[0-9a-f]{64}")) throw Refused.invalid("hotline.held", Words.say("hotline.held.unknown"), "");
        return key;
    }
}
