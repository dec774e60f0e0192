package cn.duban.hotline.citizen;

import cn.duban.hotline.Citizen;
import cn.duban.hotline.Desks;
import cn.duban.hotline.Desks.Line;
import cn.duban.hotline.Intake;
import cn.duban.ledger.Refusal;
import cn.duban.web.Complaints;
import cn.duban.web.NotFound;
import cn.duban.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The front page of the line, and the form by which anybody reports. */
@Controller
@RequestMapping("/public/hotline")
class ReportController {

    private final Desks desks;
    private final Intake intake;
    private final Citizen citizen;

    ReportController(Desks desks, Intake intake, Citizen citizen) {
        this.desks = desks;
        this.intake = intake;
        this.citizen = citizen;
    }

    @GetMapping
    String front(Model model) {
        model.addAttribute("page", new FrontPage(desks.lines()));
        return "hotline/front";
    }

    @GetMapping("/report")
    String ask(@RequestParam(defaultValue = "0") int line, Model model) {
        var lines = desks.lines();
        var chosen = chosen(line);
        model.addAttribute("page", chosen == null ? new ReportPage(lines, null, UUID.randomUUID(), null, new Complaints(), null) : page(chosen, UUID.randomUUID(), Map.of(), new Complaints(), null));
        return "hotline/report";
    }

    @PostMapping("/report")
    String take(@RequestParam(defaultValue = "0") int line, @RequestParam UUID id, @RequestParam Map<String, String> typed, HttpServletResponse response, Model model) {
        var chosen = chosen(line);
        if (chosen == null) throw new NotFound();
        var sent = new HashMap<>(typed);
        sent.put("channel", "web");
        sent.remove("urgent");
        var report = intake.report(chosen.tenant(), sent);
        var complaints = report.complaints();
        String refused = null;
        if (complaints.isEmpty()) try {
            model.addAttribute("page", intake.take(id, report, citizen.of(chosen.tenant())));
            return "hotline/reported";
        } catch (Refusal.Refused no) {
            refused = no.getMessage() + Words.say("hotline.refused.next");
        }
        response.setStatus(422);
        model.addAttribute("page", page(chosen, id, sent, complaints, refused));
        return "hotline/report";
    }

    /** The only line there is, or the one that was chosen. */
    private @Nullable Line chosen(int line) {
        var lines = desks.lines();
        return lines.size() == 1 ? lines.getFirst() : lines.stream().filter(one -> one.tenant() == line).findFirst().orElse(null);
    }

    private ReportPage page(Line line, UUID id, Map<String, String> typed, Complaints complaints, @Nullable String refused) {
        return new ReportPage(desks.lines(), line, id, intake.report(line.tenant(), typed), complaints, refused);
    }
}
