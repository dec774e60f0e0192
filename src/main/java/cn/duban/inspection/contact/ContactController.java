package cn.duban.inspection.contact;

import cn.duban.inspection.PlanPages.Option;
import cn.duban.inspection.contact.ContactPages.Form;
import cn.duban.inspection.contact.ContactPages.LeadForm;
import cn.duban.inspection.contact.ContactPages.LeadRow;
import cn.duban.inspection.contact.ContactPages.ListPage;
import cn.duban.inspection.contact.ContactPages.OnePage;
import cn.duban.inspection.contact.ContactPages.Row;
import cn.duban.inspection.contact.ContactPoint.Kind;
import cn.duban.inspection.contact.ContactPoint.Lead;
import cn.duban.ledger.Door;
import cn.duban.ledger.Matters;
import cn.duban.ledger.Refusal;
import cn.duban.units.Directories;
import cn.duban.units.Unit;
import cn.duban.web.Complaints;
import cn.duban.web.Days;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Contact points, what they brought, and which of them are idle. */
@Controller
@RequestMapping("/inspections/contacts")
class ContactController {

    private static final String ID = "{id:[0-9a-f]{8}-[0-9a-f-]{27}}";

    /** Whoever was silent for so long is listed as idle: ours. */
    private static final int IDLE_DAYS = 90;

    private final Contacts contacts;
    private final Matters matters;
    private final Directories directories;

    ContactController(Contacts contacts, Matters matters, Directories directories) {
        this.contacts = contacts;
        this.matters = matters;
        this.directories = directories;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "false") String idle, Viewer viewer, Model model) {
        return list(idle.equals("true"), new Form("enterprise", "", ""), new Complaints(), viewer, model);
    }

    private String list(boolean idleOnly, Form form, Complaints complaints, Viewer viewer, Model model) {
        var today = directories.of(viewer.tenant()).today();
        var all = contacts.list(viewer);
        var year = today.minusYears(1);
        var rows = all.stream().map(point -> new Row(point, (int) point.since(year), point.leads().isEmpty() ? null : point.heard(), point.idle(today, IDLE_DAYS))).filter(row -> !idleOnly || row.idle()).toList();
        var leads = all.stream().flatMap(point -> point.leads().stream()).filter(lead -> !lead.receivedOn().isBefore(year)).toList();
        model.addAttribute("page", new ListPage(rows, idleOnly, (int) all.stream().filter(point -> point.idle(today, IDLE_DAYS)).count(), leads.size(), (int) leads.stream().filter(lead -> lead.matter() != null).count(), IDLE_DAYS, form, complaints, (String) model.getAttribute("said")));
        return "inspection/contacts";
    }

    @PostMapping
    String add(@RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String post, Viewer viewer, HttpServletResponse response, RedirectAttributes told, Model model) {
        var complaints = new Complaints();
        var what = Arrays.stream(Kind.values()).filter(one -> one.name().toLowerCase(Locale.ROOT).equals(kind)).findFirst();
        complaints.addIf(what.isEmpty(), "kind", "inspection.contact.kind.missing").addIf(name.isBlank() || name.length() > 100, "name", "inspection.contact.name.missing").addIf(post.length() > 100, "post", "inspection.contact.post.long");
        kept("name", name, complaints);
        kept("post", post, complaints);
        var id = complaints.isEmpty() ? contacts.add(what.orElseThrow(), name.strip(), post.strip(), directories.of(viewer.tenant()).today(), viewer) : Optional.<UUID>empty();
        complaints.addIf(complaints.isEmpty() && id.isEmpty(), "name", "inspection.contact.name.twice");
        if (id.isPresent()) {
            told.addFlashAttribute("said", Words.say("inspection.contact.added"));
            return "redirect:/inspections/contacts/" + id.get();
        }
        response.setStatus(422);
        return list(false, new Form(kind, name, post), complaints, viewer, model);
    }

    @GetMapping("/" + ID)
    String show(@PathVariable UUID id, Viewer viewer, Model model) {
        return show(id, new LeadForm(directories.of(viewer.tenant()).today().toString(), "", ""), new Complaints(), null, viewer, model);
    }

    private String show(UUID id, LeadForm form, Complaints complaints, @Nullable Refused refused, Viewer viewer, Model model) {
        var point = contacts.find(id, viewer).orElseThrow(NotFound::new);
        var directory = directories.of(viewer.tenant());
        var rows = matters.rows(point.leads().stream().map(Lead::matter).filter(Objects::nonNull).toList(), viewer);
        var leads = point.leads().stream().map(lead -> {
            var row = lead.matter() == null ? null : rows.get(lead.matter());
            return new LeadRow(lead, lead.unit() == null ? "" : directory.unitName(lead.unit()), row == null ? null : "/matters/" + row.id(), row == null ? null : row.number());
        }).toList();
        var units = directory.units().stream().filter(unit -> unit.kind() != Unit.Kind.GOVERNMENT && unit.kind() != Unit.Kind.SECTION).map(unit -> new Option(String.valueOf(unit.id()), unit.name())).toList();
        model.addAttribute("page", new OnePage(point, leads, units, form, complaints, (String) model.getAttribute("said"), refused == null ? null : refused.getMessage() + refused.next()));
        return "inspection/contact";
    }

    @PostMapping("/" + ID + "/leads")
    String bring(@PathVariable UUID id, @RequestParam(defaultValue = "") String receivedOn, @RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "") String unit, Viewer viewer, HttpServletResponse response, RedirectAttributes told, Model model) {
        var directory = directories.of(viewer.tenant());
        var complaints = new Complaints();
        var day = day(receivedOn);
        complaints.addIf(day == null, "receivedOn", "inspection.declare.day.wrong").addIf(day != null && day.isAfter(directory.today()), "receivedOn", "inspection.lead.day.ahead").addIf(text.isBlank(), "text", "inspection.lead.text.missing");
        kept("text", text, complaints);
        if (!complaints.isEmpty()) {
            response.setStatus(422);
            return show(id, new LeadForm(receivedOn, text, unit), complaints, null, viewer, model);
        }
        contacts.bring(id, Objects.requireNonNull(day), text.strip(), directory.units().stream().filter(one -> String.valueOf(one.id()).equals(unit)).map(Unit::id).findFirst().orElse(null), viewer);
        told.addFlashAttribute("said", Words.say("inspection.lead.kept"));
        return "redirect:/inspections/contacts/" + id;
    }

    @PostMapping("/" + ID + "/{step:opening|leaving|ending}")
    String step(@PathVariable UUID id, @PathVariable String step, @RequestParam(defaultValue = "0") int no, @RequestParam(defaultValue = "") String reason, Viewer viewer, HttpServletResponse response, RedirectAttributes told, Model model) {
        try {
            switch (step) {
                case "opening" -> contacts.open(id, no, viewer);
                case "leaving" -> contacts.leave(id, no, reason, viewer);
                default -> contacts.end(id, viewer);
            }
        } catch (Refused refused) {
            if (refused.status().value() == 404) throw refused;
            response.setStatus(refused.status().value());
            return show(id, new LeadForm(directories.of(viewer.tenant()).today().toString(), "", ""), new Complaints(), refused, viewer, model);
        }
        told.addFlashAttribute("said", Words.say("inspection.lead.done." + step));
        return "redirect:/inspections/contacts/" + id;
    }

    /** Where a browser comes back to after a reload. */
    @GetMapping("/" + ID + "/{step:leads|opening|leaving|ending}")
    ResponseEntity<Void> back(@PathVariable UUID id) {
        return ResponseEntity.status(HttpStatus.FOUND).location(URI.create("/inspections/contacts/" + id)).build();
    }

    private static @Nullable LocalDate day(String said) {
        try {
            var day = LocalDate.parse(said);
            return Days.holds(day) ? day : null;
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    private static void kept(String field, String text, Complaints complaints) {
        try {
            Door.check(text);
        } catch (Refusal.Refused refused) {
            complaints.add(field, "inspection.refused", refused.getMessage());
        }
    }
}
