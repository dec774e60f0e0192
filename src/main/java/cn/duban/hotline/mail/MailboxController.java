package cn.duban.hotline.mail;

import cn.duban.notices.Outward;
import cn.duban.web.Complaints;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The administrator says where the mailbox is, and sees when it was read last and what kept it from being read. */
@Controller
@RequestMapping("/hotline/settings/mailbox")
class MailboxController {

    private final Mailboxes mailboxes;
    private final MailRound round;
    private final Outward outward;

    MailboxController(Mailboxes mailboxes, MailRound round, Outward outward) {
        this.mailboxes = mailboxes;
        this.round = round;
        this.outward = outward;
    }

    @GetMapping
    String show(Viewer viewer, Model model) {
        viewer.require(Duty.ADMINISTER);
        var box = mailboxes.find(viewer.tenant()).orElse(null);
        return page(box == null ? MailboxForm.fresh() : MailboxForm.of(box), box, new Complaints(), viewer, model);
    }

    @PostMapping
    String save(@ModelAttribute MailboxForm form, Viewer viewer, HttpServletResponse response, RedirectAttributes told, Model model) {
        viewer.require(Duty.ADMINISTER);
        var was = mailboxes.find(viewer.tenant()).orElse(null);
        var complaints = form.wrong(was);
        if (!complaints.isEmpty()) {
            response.setStatus(422);
            return page(form, was, complaints, viewer, model);
        }
        mailboxes.save(form.box(viewer.tenant(), was), viewer);
        told.addFlashAttribute("said", Words.say("hotline.mailbox.saved"));
        return "redirect:/hotline/settings/mailbox";
    }

    /** At once, instead of within the minute. */
    @PostMapping("/reading")
    String read(Viewer viewer, RedirectAttributes told) {
        viewer.require(Duty.ADMINISTER);
        told.addFlashAttribute("said", Words.say(round.read(viewer.tenant()) ? "hotline.mailbox.read" : "hotline.mailbox.unreadable"));
        return "redirect:/hotline/settings/mailbox";
    }

    private String page(MailboxForm form, @Nullable Mailbox box, Complaints complaints, Viewer viewer, Model model) {
        model.addAttribute("page", new MailboxPage(form, box, outward.sender(viewer.tenant()).isPresent(), complaints, (String) model.getAttribute("said")));
        return "hotline/mailbox";
    }
}
