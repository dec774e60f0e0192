package cn.duban.hotline.call;

import cn.duban.hotline.Desks;
import cn.duban.hotline.Intake;
import cn.duban.hotline.Links;
import cn.duban.hotline.Report;
import cn.duban.hotline.Tickets;
import cn.duban.hotline.call.CallPage.Earlier;
import cn.duban.hotline.dispatch.Advisor;
import cn.duban.hotline.suggest.Certainty;
import cn.duban.hotline.trouble.SamePage;
import cn.duban.hotline.trouble.Troubles;
import cn.duban.ledger.DuplicateQuestion;
import cn.duban.ledger.Duplicates.Hit;
import cn.duban.ledger.Duplicates.Level;
import cn.duban.ledger.Matters;
import cn.duban.ledger.Personal;
import cn.duban.ledger.Refusal;
import cn.duban.units.Directories;
import cn.duban.web.Complaints;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The agent's screen: what the caller says becomes a ticket, with the caller's earlier ones and look-alikes beside it while it is typed. */
@Controller
@RequestMapping("/hotline/calls")
class CallController {

    private static final String ID = "/{id:[0-9a-f]{8}-[0-9a-f-]{27}}";
    private static final int EARLIER = 20;
    private static final int SHORTEST = 4;

    /** What a form sends besides what was typed. */
    private static final Set<String> APART = Set.of("_csrf", "do");

    private final Desks desks;
    private final Intake intake;
    private final CallDrafts drafts;
    private final Personal personal;
    private final Matters matters;
    private final Advisor advisor;
    private final Directories directories;
    private final Troubles troubles;
    private final Links links;

    CallController(Desks desks, Intake intake, CallDrafts drafts, Personal personal, Matters matters, Advisor advisor, Directories directories, Troubles troubles, Links links) {
        this.desks = desks;
        this.intake = intake;
        this.drafts = drafts;
        this.personal = personal;
        this.matters = matters;
        this.advisor = advisor;
        this.directories = directories;
        this.troubles = troubles;
        this.links = links;
    }

    @GetMapping(ID)
    String show(@PathVariable UUID id, Viewer viewer, Model model) {
        desks.require(viewer);
        var kept = drafts.find(id, viewer);
        model.addAttribute("page", new CallPage(id, intake.report(viewer.tenant(), kept.orElse(Map.of("channel", "phone"))), kept.isPresent(), new Complaints(), null, null));
        return "hotline/call";
    }

    /** Kept at every pause; answered with the line that says so. */
    @PostMapping(ID + "/draft")
    String keep(@PathVariable UUID id, @RequestParam Map<String, String> typed, @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx, Viewer viewer, Model model) {
        desks.require(viewer);
        drafts.keep(id, typed(typed), viewer);
        model.addAttribute("page", id);
        return htmx == null ? "redirect:/hotline/calls/" + id : "hotline/kept";
    }

    @PostMapping(ID + "/leaving")
    String leave(@PathVariable UUID id, Viewer viewer) {
        desks.require(viewer);
        drafts.drop(id, viewer);
        return "redirect:/hotline";
    }

    /** A telephone is no part of an address, which is logged. */
    @PostMapping("/earlier")
    String earlier(@RequestParam(defaultValue = "") String phone, Viewer viewer, Model model) {
        desks.require(viewer);
        var asked = Report.callable(phone);
        var found = asked ? personal.found(viewer.tenant(), Personal.Kind.PHONE, phone, EARLIER) : List.<UUID>of();
        var rows = matters.rows(found, viewer);
        model.addAttribute("page", new Earlier(asked, found.stream().filter(rows::containsKey).map(rows::get).toList()));
        return "hotline/earlier";
    }

    /** What it may be about, while it is typed; nothing of it is kept. */
    @PostMapping("/advice")
    String advice(@RequestParam Map<String, String> typed, Viewer viewer, Model model) {
        desks.require(viewer);
        var body = typed.getOrDefault("body", "").strip();
        var title = typed.getOrDefault("title", "").strip();
        model.addAttribute("page", new AdvicePage(title.length() + body.length() >= SHORTEST, advisor.on(viewer.tenant(), title, body, typed.getOrDefault("area", "").strip(), directories.of(viewer.tenant()).today())));
        return "hotline/advised";
    }

    /** Open tickets on the same trouble, while it is typed. */
    @PostMapping("/same")
    String same(@RequestParam Map<String, String> typed, Viewer viewer, Model model) {
        desks.require(viewer);
        var report = intake.report(viewer.tenant(), typed(typed));
        model.addAttribute("page", new SamePage("", report.value("body").length() < SHORTEST ? List.of() : troubles.like(asking(new UUID(0, 0), report, viewer), viewer)));
        return "hotline/same";
    }

    private Troubles.Asking asking(UUID id, Report report, Viewer viewer) {
        return new Troubles.Asking(id, report.value("title"), report.value("body"), report.value("place"), report.value("area"), directories.of(viewer.tenant()).today());
    }

    /** What may be on the ledger already: open tickets on the same trouble first, then whatever else is alike. */
    private List<Hit> alike(UUID id, Report report, Viewer viewer) {
        var alike = intake.alike(id, report, viewer);
        if (intake.taken(id, viewer)) return alike;
        var same = troubles.like(asking(id, report, viewer), viewer).stream()
                .map(one -> new Hit(one.row(), one.certainty() == Certainty.VERY_LIKELY ? Level.VERY_LIKELY : Level.LIKELY, one.score(), Stream.concat(Stream.of(Words.say("hotline.people", one.people())), one.reasons().stream()).toList())).toList();
        var known = same.stream().map(hit -> hit.row().id()).toList();
        return Stream.concat(same.stream(), alike.stream().filter(hit -> !known.contains(hit.row().id()))).toList();
    }

    @PostMapping(ID)
    String take(@PathVariable UUID id, @RequestParam Map<String, String> typed, Viewer viewer, HttpServletResponse response, Model model) {
        desks.require(viewer);
        drafts.keep(id, typed(typed), viewer);
        var report = intake.report(viewer.tenant(), typed(typed));
        var complaints = report.complaints();
        DuplicateQuestion question = null;
        String refused = null;
        if (complaints.isEmpty()) try {
            var hits = alike(id, report, viewer);
            var asked = new Complaints();
            var decision = DuplicateQuestion.decided(DuplicateQuestion.NAME, hits, typed, asked);
            if (decision != null) {
                var taken = intake.take(id, report, hits, decision, viewer);
                drafts.drop(id, viewer);
                model.addAttribute("page", new TakenPage(taken.number(), taken.code(), links.following(viewer.tenant(), taken.number()), "/hotline/tickets/" + taken.id()));
                return "hotline/taken";
            }
            question = DuplicateQuestion.of(DuplicateQuestion.NAME, hits, Tickets.TYPE, typed, false, asked);
            complaints = asked;
        } catch (Refusal.Refused no) {
            refused = no.getMessage() + Words.say("hotline.refused.next");
        }
        response.setStatus(422);
        model.addAttribute("page", new CallPage(id, report, true, complaints, question, refused));
        return "hotline/call";
    }

    private static Map<String, String> typed(Map<String, String> sent) {
        return sent.entrySet().stream().filter(one -> !APART.contains(one.getKey()) && !one.getValue().isBlank()).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
