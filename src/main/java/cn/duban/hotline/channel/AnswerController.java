package cn.duban.hotline.channel;

import cn.duban.hotline.channel.AnswerPage.Line;
import cn.duban.ledger.MatterId;
import cn.duban.web.Dates;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Answers that did not leave, with what the other side said, and a button to try again. */
@Controller
@RequestMapping("/hotline/settings/outgoing")
class AnswerController {

    private final Answers answers;

    AnswerController(Answers answers) {
        this.answers = answers;
    }

    @GetMapping
    String show(Viewer viewer, Model model) {
        viewer.require(Duty.ADMINISTER);
        var lines = answers.stuck(viewer.tenant()).stream().map(row -> new Line(row.id(), "/hotline/tickets/" + new MatterId(viewer.tenant(), row.matter()), Words.say("hotline.channel." + row.channel()), row.state().equals("failed"), row.attempts(), Words.say(row.said()), Dates.minute(row.madeAt()))).toList();
        model.addAttribute("page", new AnswerPage(lines, (String) model.getAttribute("said")));
        return "hotline/outgoing";
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/again")
    String again(@PathVariable UUID id, Viewer viewer, RedirectAttributes told) {
        viewer.require(Duty.ADMINISTER);
        if (!answers.anew(viewer.tenant(), id)) throw new NotFound();
        told.addFlashAttribute("said", Words.say("hotline.outgoing.anew"));
        return "redirect:/hotline/settings/outgoing";
    }
}
