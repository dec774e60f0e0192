package cn.duban.inspection.report;

import cn.duban.documents.BodyText;
import cn.duban.documents.DocumentKind;
import cn.duban.documents.OfficialDocument;
import cn.duban.documents.OfficialDocx;
import cn.duban.documents.Signature;
import cn.duban.crypto.CanonicalJson;
import cn.duban.inspection.Declaration;
import cn.duban.inspection.Plans;
import cn.duban.inspection.PlanPages.Option;
import cn.duban.inspection.report.Report.Answer;
import cn.duban.inspection.report.Report.Figure;
import cn.duban.inspection.report.ReportPages.FigureForm;
import cn.duban.inspection.report.ReportPages.FigureRow;
import cn.duban.inspection.report.ReportPages.ListPage;
import cn.duban.inspection.report.ReportPages.NewPage;
import cn.duban.inspection.report.ReportPages.OnePage;
import cn.duban.ledger.Door;
import cn.duban.ledger.Refusal;
import cn.duban.units.Directories;
import cn.duban.units.Unit;
import cn.duban.web.Complaints;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Special reports as their writers see them. */
@Controller
@RequestMapping("/inspections/reports")
class ReportController {

    private static final String ID = "{id:[0-9a-f]{8}-[0-9a-f-]{27}}";
    private static final MediaType WORD = MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    private static final FigureForm NOTHING = new FigureForm("", "", "", "", "");

    private final Reports reports;
    private final Reporting reporting;
    private final Plans plans;
    private final Directories directories;

    ReportController(Reports reports, Reporting reporting, Plans plans, Directories directories) {
        this.reports = reports;
        this.reporting = reporting;
        this.plans = plans;
        this.directories = directories;
    }

    @GetMapping
    String list(Viewer viewer, Model model) {
        if (!viewer.has(Duty.LEAD)) viewer.require(Duty.SUPERVISE);
        model.addAttribute("page", new ListPage(reports.list(viewer), viewer.has(Duty.SUPERVISE)));
        return "inspection/reports";
    }

    @GetMapping("/new")
    String form(@RequestParam(defaultValue = "") String inspection, Viewer viewer, Model model) {
        return form("", "", inspection, new Complaints(), viewer, model);
    }

    private String form(String title, String addressee, String inspection, Complaints complaints, Viewer viewer, Model model) {
        viewer.require(Duty.SUPERVISE);
        model.addAttribute("page", new NewPage(title, addressee, inspection, plans.approved(viewer).stream().map(one -> new Option(one.id().toString(), one.title())).toList(), complaints));
        return "inspection/report-new";
    }

    @PostMapping
    String begin(@RequestParam(defaultValue = "") String title, @RequestParam(defaultValue = "") String addressee, @RequestParam(defaultValue = "") String inspection, Viewer viewer, HttpServletResponse response, Model model) {
        var complaints = new Complaints();
        complaints.addIf(title.isBlank(), "title", "inspection.report.title.missing").addIf(addressee.isBlank(), "addressee", "inspection.report.addressee.missing");
        kept("title", title, complaints);
        if (!complaints.isEmpty()) {
            response.setStatus(422);
            return form(title, addressee, inspection, complaints, viewer, model);
        }
        var of = plans.approved(viewer).stream().filter(one -> one.id().toString().equals(inspection)).map(Declaration::id).findFirst().orElse(null);
        return "redirect:/inspections/reports/" + reporting.begin(of, addressee.strip(), title.strip(), "", viewer);
    }

    @GetMapping("/" + ID)
    String show(@PathVariable UUID id, Viewer viewer, Model model) {
        return show(reports.find(id, viewer).orElseThrow(NotFound::new), NOTHING, new Complaints(), null, viewer, model);
    }

    private String show(Report found, FigureForm form, Complaints complaints, @Nullable Refused refused, Viewer viewer, Model model) {
        var report = reporting.counted(found);
        var directory = directories.of(viewer.tenant());
        var values = Reporting.values(report);
        var inspection = report.declaration() == null ? null : plans.find(report.declaration(), viewer).orElse(null);
        var rows = report.figures().stream().map(figure -> new FigureRow(figure, figure.unit() == null ? "" : directory.unitName(figure.unit()), ReportText.around(report.text(), figure.name(), values))).toList();
        var units = directory.units().stream().filter(unit -> unit.kind() != Unit.Kind.GOVERNMENT && unit.kind() != Unit.Kind.SECTION).map(unit -> new Option(String.valueOf(unit.id()), unit.name())).toList();
        var filled = report.open() ? ReportText.filled(report.text(), values) : CanonicalJson.tree(report.frozen().getBytes(StandardCharsets.UTF_8)).get("text").stringValue();
        var writes = report.open() && viewer.has(Duty.SUPERVISE);
        model.addAttribute("page", new OnePage(report, inspection == null ? "" : inspection.title(), inspection == null ? null : inspection.href(), filled, rows, units, form, report.open() ? ReportText.loose(report.title() + "\n" + report.text()) : List.of(), report.open() ? Reporting.missing(report) : List.of(),
                writes, writes && !report.writers().contains(viewer.person()), complaints, (String) model.getAttribute("said"), refused == null ? null : refused.getMessage() + refused.next()));
        return "inspection/report";
    }

    @PostMapping("/" + ID)
    String write(@PathVariable UUID id, @RequestParam(defaultValue = "0") int revision, @RequestParam(defaultValue = "") String title, @RequestParam(defaultValue = "") String addressee, @RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "false") boolean vouched, Viewer viewer, RedirectAttributes told, HttpServletResponse response, Model model) {
        var was = reports.find(id, viewer).orElseThrow(NotFound::new);
        var complaints = new Complaints();
        complaints.addIf(title.isBlank(), "title", "inspection.report.title.missing").addIf(addressee.isBlank(), "addressee", "inspection.report.addressee.missing");
        kept("title", title, complaints);
        kept("text", text, complaints);
        try {
            if (complaints.isEmpty()) {
                reporting.write(id, revision, addressee.strip(), title.strip(), text.strip().replace("\r\n", "\n"), vouched, viewer);
                told.addFlashAttribute("said", Words.say("inspection.report.saved"));
                return "redirect:/inspections/reports/" + id;
            }
            response.setStatus(422);
            return show(typed(was, title, addressee, text, vouched), NOTHING, complaints, null, viewer, model);
        } catch (Refused refused) {
            if (refused.status().value() == 404) throw refused;
            response.setStatus(refused.status().value());
            return show(typed(was, title, addressee, text, vouched), NOTHING, complaints, refused, viewer, model);
        }
    }

    /** As it was typed, over what stands there. */
    private static Report typed(Report was, String title, String addressee, String text, boolean vouched) {
        if (!was.open()) return was;
        return new Report(was.tenant(), was.id(), was.declaration(), addressee, title, text, was.unit(), was.writers(), was.revision(), vouched, was.state(), was.begunName(), was.begunAt(), was.submittedName(), was.submittedAt(), was.frozen(), was.digest(), was.figures(), was.checks(), was.steps());
    }

    @PostMapping("/" + ID + "/figures")
    String figure(@PathVariable UUID id, @RequestParam(defaultValue = "0") int revision, @RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String value, @RequestParam(defaultValue = "") String unit, @RequestParam(defaultValue = "") String source, @RequestParam(defaultValue = "") String bound, Viewer viewer, HttpServletResponse response,
            RedirectAttributes told, Model model) {
        var report = reports.find(id, viewer).orElseThrow(NotFound::new);
        var complaints = new Complaints();
        var counted = Counted.of(bound).orElse(null);
        var from = directories.of(viewer.tenant()).units().stream().filter(one -> String.valueOf(one.id()).equals(unit)).map(Unit::id).findFirst().orElse(null);
        complaints.addIf(!name.strip().matches("[^{}\\n]{1,40}"), "name", "inspection.figure.name.missing");
        complaints.addIf(counted != null && report.declaration() == null, "bound", "inspection.figure.bound.none");
        complaints.addIf(counted == null && value.isBlank(), "value", "inspection.figure.value.missing").addIf(counted == null && from == null, "unit", "inspection.figure.unit.missing").addIf(counted == null && source.isBlank(), "source", "inspection.figure.source.missing");
        List.of(name, value, source).forEach(text -> kept("value", text, complaints));
        if (!complaints.isEmpty()) {
            response.setStatus(422);
            return show(report, new FigureForm(name, value, unit, source, bound), complaints, null, viewer, model);
        }
        var figure = counted == null ? new Figure(name.strip(), value.strip(), from, source.strip(), null, 1, Answer.ASKED, null, null, null, null) : new Figure(name.strip(), "", null, Words.in(Words.CHINESE, "inspection.counted." + counted.word()), counted.word(), 1, Answer.ASKED, null, null, null, null);
        return done(id, "inspection.figure.kept", () -> reporting.figure(id, revision, figure, viewer), viewer, told, response, model);
    }

    @PostMapping("/" + ID + "/{step:dropping|adoption|check|submission}")
    String step(@PathVariable UUID id, @PathVariable String step, @RequestParam(defaultValue = "0") int revision, @RequestParam(defaultValue = "") String name, Viewer viewer, RedirectAttributes told, HttpServletResponse response, Model model) {
        return done(id, "inspection.report.done." + step, () -> {
            switch (step) {
                case "dropping" -> reporting.drop(id, revision, name, viewer);
                case "adoption" -> reporting.adopt(id, revision, name, viewer);
                case "check" -> reporting.check(id, revision, viewer);
                default -> reporting.submit(id, revision, viewer);
            }
        }, viewer, told, response, model);
    }

    private String done(UUID id, String said, Runnable work, Viewer viewer, RedirectAttributes told, HttpServletResponse response, Model model) {
        try {
            work.run();
        } catch (Refused refused) {
            if (refused.status().value() == 404) throw refused;
            response.setStatus(refused.status().value());
            return show(reports.find(id, viewer).orElseThrow(NotFound::new), NOTHING, new Complaints(), refused, viewer, model);
        }
        told.addFlashAttribute("said", Words.say(said));
        return "redirect:/inspections/reports/" + id;
    }

    /** Where a browser comes back to after a reload. */
    @GetMapping("/" + ID + "/{step:figures|dropping|adoption|check|submission}")
    ResponseEntity<Void> back(@PathVariable UUID id) {
        return ResponseEntity.status(HttpStatus.FOUND).location(URI.create("/inspections/reports/" + id)).build();
    }

    /** On paper as it was submitted; before that there is none. */
    @GetMapping("/" + ID + "/docx")
    ResponseEntity<byte[]> paper(@PathVariable UUID id, Viewer viewer) throws IOException {
        var report = reports.find(id, viewer).filter(one -> !one.open()).orElseThrow(NotFound::new);
        var frozen = CanonicalJson.tree(report.frozen().getBytes(StandardCharsets.UTF_8));
        var body = new BodyText();
        frozen.get("text").stringValue().lines().filter(line -> !line.isBlank()).forEach(line -> body.paragraph(line.strip()));
        var document = OfficialDocument.of(DocumentKind.REPORT, frozen.get("title").stringValue()).addressee(frozen.get("addressee").stringValue()).body(body).signature(new Signature(frozen.get("unit").stringValue(), LocalDate.parse(frozen.get("on").stringValue()), false)).build();
        var out = new ByteArrayOutputStream();
        new OfficialDocx().write(document, out);
        return ResponseEntity.ok().contentType(WORD).header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(report.title() + ".docx", StandardCharsets.UTF_8).build().toString()).body(out.toByteArray());
    }

    private static void kept(String field, String text, Complaints complaints) {
        try {
            Door.check(text);
        } catch (Refusal.Refused refused) {
            complaints.add(field, "inspection.refused", refused.getMessage());
        }
    }
}
