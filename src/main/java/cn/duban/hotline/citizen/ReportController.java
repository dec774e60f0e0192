package cn.duban.hotline.citizen;

import cn.duban.hotline.Citizen;
import cn.duban.hotline.Desks.Line;
import cn.duban.hotline.Desks;
import cn.duban.hotline.Intake;
import cn.duban.hotline.Links;
import cn.duban.hotline.channel.Arrivals;
import cn.duban.ledger.Act;
import cn.duban.ledger.Refusal;
import cn.duban.web.Complaints;
import cn.duban.web.NotFound;
import cn.duban.web.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The front page of the line, and the form by which anybody reports. */
@Controller
@RequestMapping("/public/hotline")
class ReportController {

    private final Desks desks;
    private final Intake intake;
    private final Citizen citizen;
    private final Filings filings;
    private final Enclosing enclosing;
    private final Arrivals arrivals;
    private final Links links;

    ReportController(Desks desks, Intake intake, Citizen citizen, Filings filings, Enclosing enclosing, Arrivals arrivals, Links links) {
        this.desks = desks;
        this.intake = intake;
        this.citizen = citizen;
        this.filings = filings;
        this.enclosing = enclosing;
        this.arrivals = arrivals;
        this.links = links;
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
    String take(@RequestParam(defaultValue = "0") int line, @RequestParam UUID id, @RequestParam Map<String, String> typed, @RequestParam(required = false) @Nullable List<MultipartFile> files, HttpServletRequest request, HttpServletResponse response, Model model) throws IOException {
        var chosen = chosen(line);
        if (chosen == null) throw new NotFound();
        var sent = new HashMap<>(typed);
        sent.put("channel", "web");
        for (var apart : List.of("urgent", "mail", "account", "other")) sent.remove(apart);
        var report = intake.report(chosen.tenant(), sent);
        var complaints = report.complaints();
        if (filings.tooMany(chosen.tenant(), request.getRemoteAddr())) {
            response.setStatus(429);
            model.addAttribute("page", page(chosen, id, sent, complaints, Words.say("hotline.report.crowded")));
            return "hotline/report";
        }
        String refused = null;
        var by = citizen.of(chosen.tenant());
        // counted before anything is kept: what comes to nothing in the end fills a disk as well
        if (complaints.isEmpty()) filings.filed(chosen.tenant(), request.getRemoteAddr());
        var enclosed = complaints.isEmpty() ? enclosing.receive(Enclosing.chosen(files), by, complaints) : List.<Act.Attachment>of();
        if (complaints.isEmpty()) try {
            // in one direction alone: whoever knows a ticket, as those at work on it do, knows no form that would be answered with its caller's code
            var taken = intake.take(arrivals.id(Arrivals.Message.of(chosen.tenant(), "web", id.toString(), null)), report, by);
            enclosing.enclose(taken.id(), enclosed, by);
            model.addAttribute("page", taken);
            model.addAttribute("follow", links.following(chosen.tenant(), taken.number()));
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
