package cn.duban.progress;

import cn.duban.evidence.EvidenceFiles;
import cn.duban.evidence.EvidenceKind;
import cn.duban.evidence.EvidenceRefused;
import cn.duban.evidence.FileId;
import cn.duban.evidence.FileRow;
import cn.duban.ledger.Act;
import cn.duban.ledger.MatterId;
import cn.duban.web.Complaints;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The reports that a unit owes, and the page on which one is written, kept and handed in. */
@Controller
@RequestMapping("/progress")
class HandInController {

    private final HandIn handIn;
    private final Writing writing;
    private final EvidenceFiles files;

    HandInController(HandIn handIn, Writing writing, EvidenceFiles files) {
        this.handIn = handIn;
        this.writing = writing;
        this.files = files;
    }

    @GetMapping
    String mine(@RequestParam(required = false) @Nullable String done, Viewer viewer, Model model) {
        model.addAttribute("page", writing.mine(viewer, done != null));
        return "progress/mine";
    }

    @GetMapping("/{matter}")
    String write(@PathVariable MatterId matter, @RequestParam(required = false) @Nullable String saved, Viewer viewer, Model model) {
        model.addAttribute("page", writing.page(matter, Writing.Typed.NOTHING, saved != null, new Complaints(), null, viewer));
        return "progress/report";
    }

    @PostMapping("/{matter}")
    String take(@PathVariable MatterId matter, @RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "") String behalfName, @RequestParam(defaultValue = "false") boolean sure,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from, @RequestParam(defaultValue = "hand-in") String step, @RequestParam(defaultValue = "") List<String> evidence, @RequestParam(name = "evidenceFiles", required = false) @Nullable List<MultipartFile> uploads,
            @RequestParam(defaultValue = "DOCUMENT") EvidenceKind evidenceKind, Viewer viewer, HttpServletResponse response, Model model) throws IOException {
        if (step.equals("draft")) {
            writing.keep(matter, text, viewer);
            return "redirect:/progress/" + matter + "?saved";
        }
        if (from != null && writing.said(matter, from, text.strip(), viewer)) return "redirect:/progress?done";
        var complaints = new Complaints();
        var kept = kept(evidence, uploads == null ? List.of() : uploads, evidenceKind, viewer, complaints);
        var typed = new Writing.Typed(text.strip(), behalfName.strip(), sure, kept);
        var page = writing.page(matter, typed, false, complaints, null, viewer);
        complaints.addIf(typed.text().isEmpty(), "text", "progress.text.missing");
        complaints.addIf(!page.own() && typed.behalfName().isEmpty(), "behalfName", "progress.behalf.missing");
        complaints.addIf(complaints.isEmpty() && page.repeats() && !sure, "sure", "progress.sure.missing");
        String refused = null;
        if (complaints.isEmpty()) {
            try {
                var attachments = kept.stream().map(f -> new Act.Attachment(f.id().hex(), f.name(), "", "", 0)).toList();
                handIn.report(matter, new HandIn.Given(from, typed.text(), attachments, typed.behalfName().isEmpty() ? null : new Act.Behalf(writing.unit(matter, viewer), typed.behalfName())), viewer);
                return "redirect:/progress?done";
            } catch (Refused no) {
                if (from != null && writing.said(matter, from, typed.text(), viewer)) return "redirect:/progress?done";
                refused = no.getMessage() + no.next();
                response.setStatus(no.status().value());
            }
        } else response.setStatus(422);
        model.addAttribute("page", writing.page(matter, typed, false, complaints, refused, viewer));
        return "progress/report";
    }

    private List<FileRow> kept(List<String> named, List<MultipartFile> uploads, EvidenceKind kind, Viewer viewer, Complaints complaints) throws IOException {
        var kept = new ArrayList<FileRow>();
        var ids = named.stream().filter(id -> id.matches("\\d{1,9}-[0-9a-f]{64}")).map(FileId::of).toList();
        if (!ids.isEmpty()) files.attachable(viewer, ids).forEach(receipt -> kept.add(FileRow.of(receipt)));
        for (var upload : uploads) {
            if (upload.isEmpty() && Objects.requireNonNullElse(upload.getOriginalFilename(), "").isEmpty()) continue;
            try (var in = upload.getInputStream()) {
                kept.add(FileRow.of(files.receive(viewer, Objects.requireNonNullElse(upload.getOriginalFilename(), ""), in, kind)));
            } catch (EvidenceRefused refused) {
                complaints.add("evidence", "progress.evidence.refused", refused.getMessage() + refused.next());
            }
        }
        return kept;
    }
}
