package cn.duban.inspection.visit;

import cn.duban.evidence.EvidenceFiles;
import cn.duban.evidence.EvidenceKind;
import cn.duban.evidence.EvidenceRefused;
import cn.duban.evidence.FileId;
import cn.duban.evidence.FileRow;
import cn.duban.inspection.Plans;
import cn.duban.inspection.visit.VisitPages.Choice;
import cn.duban.inspection.visit.VisitPages.FormPage;
import cn.duban.inspection.visit.VisitPages.Group;
import cn.duban.inspection.visit.VisitPages.ListPage;
import cn.duban.inspection.visit.VisitPages.Row;
import cn.duban.units.Directories;
import cn.duban.web.Complaints;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Visits recorded on the spot: through a plain form, or by a telephone that kept the record until the network was back. */
@Controller
@RequestMapping("/inspections/visits")
class VisitController {

    private final Visits visits;
    private final Plans plans;
    private final Findings findings;
    private final OneVisit one;
    private final EvidenceFiles files;
    private final Directories directories;
    private final Clock clock;
    private final ResourceUrlProvider assets;
    private final MultipartConfigElement uploads;

    VisitController(Visits visits, Plans plans, Findings findings, OneVisit one, EvidenceFiles files, Directories directories, Clock clock, ResourceUrlProvider assets, MultipartConfigElement uploads) {
        this.visits = visits;
        this.plans = plans;
        this.findings = findings;
        this.one = one;
        this.files = files;
        this.directories = directories;
        this.clock = clock;
        this.assets = assets;
        this.uploads = uploads;
    }

    @GetMapping
    String list(Viewer viewer, Model model) {
        var directory = directories.of(viewer.tenant());
        var latest = visits.latest(viewer);
        var titles = plans.titles(latest.stream().map(Visit::declaration).collect(Collectors.toSet()), viewer);
        var rows = latest.stream().map(visit -> new Row(visit, titles.getOrDefault(visit.declaration(), ""), directory.unitName(visit.unit()), (int) visit.findings().stream().filter(finding -> finding.matter() != null).count())).toList();
        model.addAttribute("page", new ListPage(rows, !plans.approved(viewer).isEmpty(), person(viewer), scripts("visit-box")));
        return "inspection/visits";
    }

    @GetMapping("/new")
    String form(Viewer viewer, Model model) {
        return form(VisitForm.empty(LocalDateTime.ofInstant(clock.instant(), directories.of(viewer.tenant()).zone())), List.of(), new Complaints(), viewer, model);
    }

    private String form(VisitForm form, List<FileRow> kept, Complaints complaints, Viewer viewer, Model model) {
        var directory = directories.of(viewer.tenant());
        var targets = plans.approved(viewer).stream().map(inspection -> new Group(inspection.title(), VisitForm.units(inspection, directory).stream().map(unit -> new Choice(inspection.id() + "." + unit, directory.fullName(unit))).toList())).toList();
        model.addAttribute("page", new FormPage(form, targets, kept, person(viewer), scripts("visit-box", "visit"), uploads.getMaxFileSize(), uploads.getMaxRequestSize(), complaints));
        return "inspection/visit-form";
    }

    @PostMapping
    String record(@RequestParam MultiValueMap<String, String> typed, @RequestParam(defaultValue = "") List<String> evidence, @RequestParam(required = false) @Nullable List<MultipartFile> photos, Viewer viewer, HttpServletResponse response, RedirectAttributes told, Model model) throws IOException {
        var form = VisitForm.of(typed);
        if (visits.arrived(form.id(), viewer)) return "redirect:/inspections/visits/" + form.id();
        var complaints = new Complaints();
        var kept = received(evidence, photos, viewer, complaints);
        var visit = form.read(plans.approved(viewer), viewer, directories.of(viewer.tenant()), clock.instant(), complaints);
        if (visit == null) {
            response.setStatus(422);
            return form(form, kept, complaints, viewer, model);
        }
        visits.keep(visit, kept.stream().map(FileRow::id).toList());
        if (!visits.arrived(visit.id(), viewer)) throw new NotFound();
        told.addFlashAttribute("said", Words.say("inspection.visit.kept"));
        return "redirect:/inspections/visits/" + visit.id();
    }

    /** What a telephone is told that sends what it kept. */
    public record Sent(String state, @Nullable String href, List<String> faults) {}

    @PostMapping("/sent")
    ResponseEntity<Sent> sent(@RequestParam MultiValueMap<String, String> typed, @RequestParam(defaultValue = "") List<String> evidence, @RequestParam(required = false) @Nullable List<MultipartFile> photos, Viewer viewer) throws IOException {
        var form = VisitForm.of(typed);
        var href = "/inspections/visits/" + form.id();
        if (visits.arrived(form.id(), viewer)) return ResponseEntity.ok(new Sent("kept", href, List.of()));
        var complaints = new Complaints();
        var visit = form.read(plans.approved(viewer), viewer, directories.of(viewer.tenant()), clock.instant(), complaints);
        if (visit == null) return ResponseEntity.unprocessableContent().body(new Sent("refused", null, List.copyOf(complaints.all().values())));
        var kept = received(evidence, photos, viewer, complaints);
        if (!complaints.isEmpty()) return ResponseEntity.unprocessableContent().body(new Sent("refused", null, List.copyOf(complaints.all().values())));
        visits.keep(visit, kept.stream().map(FileRow::id).toList());
        if (!visits.arrived(visit.id(), viewer)) throw new NotFound();
        return ResponseEntity.ok(new Sent("kept", href, List.of()));
    }

    /** Whom the device would send for, and what a request must carry: a page kept for days knows neither. */
    public record Outbox(String person, String header, String token) {}

    @GetMapping("/outbox")
    ResponseEntity<Outbox> outbox(Viewer viewer, CsrfToken token) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Outbox(person(viewer), token.getHeaderName(), token.getToken()));
    }

    @GetMapping("/{id:[0-9a-f]{8}-[0-9a-f-]{27}}")
    String show(@PathVariable UUID id, Viewer viewer, Model model) {
        var visit = visits.find(id, viewer).orElseThrow(NotFound::new);
        model.addAttribute("page", one.page(visit, viewer, (String) model.getAttribute("said"), null));
        return "inspection/visit";
    }

    @PostMapping("/{id:[0-9a-f]{8}-[0-9a-f-]{27}}/matters")
    String open(@PathVariable UUID id, Viewer viewer, HttpServletResponse response, RedirectAttributes told, Model model) {
        var visit = visits.find(id, viewer).orElseThrow(NotFound::new);
        try {
            told.addFlashAttribute("said", Words.say("inspection.visit.opened", findings.open(visit, viewer)));
        } catch (Refused refused) {
            response.setStatus(refused.status().value());
            model.addAttribute("page", one.page(visit, viewer, null, refused.getMessage() + refused.next()));
            return "inspection/visit";
        }
        return "redirect:/inspections/visits/" + id;
    }

    @GetMapping("/{id:[0-9a-f]{8}-[0-9a-f-]{27}}/matters")
    ResponseEntity<Void> opened(@PathVariable UUID id) {
        return ResponseEntity.status(HttpStatus.FOUND).location(URI.create("/inspections/visits/" + id)).build();
    }

    private List<FileRow> received(List<String> named, @Nullable List<MultipartFile> photos, Viewer viewer, Complaints complaints) throws IOException {
        var kept = new ArrayList<FileRow>();
        var ids = named.stream().filter(id -> id.matches("\\d{1,9}-[0-9a-f]{64}")).map(FileId::of).toList();
        if (!ids.isEmpty()) files.attachable(viewer, ids).forEach(receipt -> kept.add(FileRow.of(receipt)));
        for (var photo : photos == null ? List.<MultipartFile>of() : photos) {
            var name = Objects.requireNonNullElse(photo.getOriginalFilename(), "");
            if (photo.isEmpty() && name.isEmpty()) continue;
            try (var in = photo.getInputStream()) {
                kept.add(FileRow.of(files.receive(viewer, name, in, EvidenceKind.PHOTO)));
            } catch (EvidenceRefused refused) {
                complaints.add("photos", "inspection.refused", refused.getMessage() + refused.next());
            }
        }
        return kept;
    }

    private static String person(Viewer viewer) {
        return viewer.tenant() + "-" + viewer.person();
    }

    private List<String> scripts(String... names) {
        return Arrays.stream(names).map(name -> "/assets/" + name + ".js").map(path -> Objects.requireNonNullElse(assets.getForLookupPath(path), path)).toList();
    }
}
