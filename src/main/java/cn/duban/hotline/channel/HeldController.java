package cn.duban.hotline.channel;

import cn.duban.hotline.Desks;
import cn.duban.hotline.Report;
import cn.duban.hotline.channel.Held.Group;
import cn.duban.hotline.channel.HeldPage.Line;
import cn.duban.hotline.contact.Masking;
import cn.duban.ledger.Door;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Personal.Kind;
import cn.duban.web.Dates;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What became no ticket by itself: the desk takes all of one sender as one ticket, or lays them aside. */
@Controller
@RequestMapping("/hotline/held")
class HeldController {

    private static final int SHOWN = 300;

    private final Desks desks;
    private final Held held;
    private final Incoming incoming;

    HeldController(Desks desks, Held held, Incoming incoming) {
        this.desks = desks;
        this.held = held;
        this.incoming = incoming;
    }

    @GetMapping
    String show(Viewer viewer, Model model) {
        desks.require(viewer);
        model.addAttribute("page", new HeldPage(held.waiting(viewer.tenant()).stream().map(HeldController::line).toList(), (String) model.getAttribute("said")));
        return "hotline/held";
    }

    private static Line line(Group group) {
        var first = group.first();
        var text = Door.masked(first.getOrDefault(Report.BODY, ""));
        var whom = first.containsKey("mail") ? Masking.of(Kind.MAIL, first.get("mail")) : first.containsKey("phone") ? Masking.of(Kind.PHONE, first.get("phone")) : first.containsKey("account") ? "***" : "";
        return new Line(group.source(), group.key(), Words.say("hotline.channel." + AnswerListener.channel(group.source())), whom, group.count(), Dates.minute(group.from()), Dates.minute(group.to()), Door.masked(first.getOrDefault(Report.TITLE, "")), text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…");
    }

    @PostMapping("/taking")
    String take(@RequestParam String source, @RequestParam String key, Viewer viewer) {
        desks.require(viewer);
        return "redirect:/hotline/tickets/" + new MatterId(viewer.tenant(), incoming.takeHeld(viewer.tenant(), source, known(key), viewer));
    }

    @PostMapping("/laying-aside")
    String layAside(@RequestParam String source, @RequestParam String key, Viewer viewer, RedirectAttributes told) {
        desks.require(viewer);
        incoming.layAside(viewer.tenant(), source, known(key), viewer);
        told.addFlashAttribute("said", Words.say("hotline.held.aside"));
        return "redirect:/hotline/held";
    }

    private static String known(String key) {
        if (!key.matches("[0-9a-f]{64}")) throw Refused.invalid("hotline.held", Words.say("hotline.held.unknown"), "");
        return key;
    }
}
