package cn.duban.escalation;

import cn.duban.escalation.DocumentPage.Typed;
import cn.duban.escalation.Powers.Deed;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.evidence.EvidenceKind;
import cn.duban.evidence.EvidenceRefused;
import cn.duban.evidence.FileId;
import cn.duban.evidence.FileRow;
import cn.duban.ledger.Act;
import cn.duban.ledger.Matters;
import cn.duban.units.Directories;
import cn.duban.web.Complaints;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** One document: read, on paper, and everything that is done with it. */
@Controller
@RequestMapping("/escalation/{id:[0-9a-f]{8}-[0-9a-f-]{27}}")
class DocumentController {

    private final Documents documents;
    private final Handling handling;
    private final Ladders ladders;
    private final Matters matters;
    private final Directories directories;
    private final EvidenceFiles files;

    DocumentController(Documents documents, Handling handling, Ladders ladders, Matters matters, Directories directories, EvidenceFiles files) {
        this.documents = documents;
        this.handling = handling;
        this.ladders = ladders;
        this.matters = matters;
        this.directories = directories;
        this.files = files;
    }

    @GetMapping
    String show(@PathVariable UUID id, Viewer viewer, Model model) {
        model.addAttribute("page", page(id, Typed.NOTHING, viewer));
        return "escalation/document";
    }

    @GetMapping("/paper")
    ResponseEntity<byte[]> paper(@PathVariable UUID id, Viewer viewer) throws IOException {
        var document = documents.find(id, viewer).filter(found -> found.issued() != null).orElseThrow(NotFound::new);
        return DocumentDocx.answer(document, handling.issuing(viewer.tenant()), directories.of(viewer.tenant()));
    }

    @PostMapping("/{deed:issue|decline|reply|accept|return|appeal|uphold|reject|revoke}")
    String take(@PathVariable UUID id, @PathVariable String deed, @RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "") String behalfName, @RequestParam(defaultValue = "") List<String> evidence,
            @RequestParam(name = "evidenceFiles", required = false) @Nullable List<MultipartFile> uploads, @RequestParam(defaultValue = "DOCUMENT") EvidenceKind evidenceKind, Viewer viewer, HttpServletResponse response, Model model) throws IOException {
        var doing = Deed.of(deed).orElseThrow(NotFound::new);
        documents.find(id, viewer).orElseThrow(NotFound::new);
        var complaints = new Complaints();
        var kept = kept(evidence, uploads == null ? List.of() : uploads, evidenceKind, viewer, complaints);
        var page = page(id, new Typed(doing.word(), text.strip(), behalfName.strip(), kept, complaints, null), viewer);
        complaints.addIf(doing.needsWords() && text.isBlank(), doing.word() + "-text", "escalation.missing." + doing.word());
        complaints.addIf(doing == Deed.REPLY && page.may("reply") && !page.own() && behalfName.isBlank(), "behalfName", "escalation.missing.behalf");
        String refused = null;
        if (complaints.isEmpty()) {
            try {
                var attachments = kept.stream().map(file -> new Act.Attachment(file.id().hex(), file.name(), "", "", 0)).toList();
                handling.take(id, new Handling.Given(doing, text.strip(), doing == Deed.REPLY && !page.own() ? behalfName.strip() : "", attachments), viewer);
                return "redirect:/escalation/" + id;
            } catch (Refused no) {
                refused = no.getMessage() + no.next();
                response.setStatus(no.status().value());
            }
        } else response.setStatus(422);
        model.addAttribute("page", page(id, new Typed(doing.word(), text.strip(), behalfName.strip(), kept, complaints, refused), viewer));
        return "escalation/document";
    }

    private DocumentPage page(UUID id, Typed typed, Viewer viewer) {
        var found = documents.find(id, viewer).orElseThrow(NotFound::new);
        var document = found.state() == Document.State.READY ? handling.draft(found, viewer) : found;
        var row = Objects.requireNonNullElseGet(matters.rows(List.of(document.matter().id()), viewer).get(document.matter().id()), () -> { throw new NotFound(); });
        var directory = directories.of(viewer.tenant());
        var today = handling.today(viewer.tenant());
        var powers = handling.powers(document, viewer);
        var ladder = ladders.find(viewer.tenant(), document.ladder(), today).map(Ladder::called).orElse("");
        return new DocumentPage(document, row, directory.unitName(document.unit()), handling.issuing(viewer.tenant()).addressee(document), directory.fullName(document.supervisor()), ladder, "/escalation/ladders/" + Ladder.word(document.ladder()),
                documents.said(document), powers.words(), powers.own(), typed, today);
    }

    private List<FileRow> kept(List<String> named, List<MultipartFile> uploads, EvidenceKind kind, Viewer viewer, Complaints complaints) throws IOException {
        var kept = new ArrayList<FileRow>();
        var ids = named.stream().filter(one -> one.matches("\\d{1,9}-[0-9a-f]{64}")).map(FileId::of).toList();
        if (!ids.isEmpty()) files.attachable(viewer, ids).forEach(receipt -> kept.add(FileRow.of(receipt)));
        for (var upload : uploads) {
            if (upload.isEmpty() && Objects.requireNonNullElse(upload.getOriginalFilename(), "").isEmpty()) continue;
            try (var in = upload.getInputStream()) {
                kept.add(FileRow.of(files.receive(viewer, Objects.requireNonNullElse(upload.getOriginalFilename(), ""), in, kind)));
            } catch (EvidenceRefused refused) {
                complaints.add("evidence", "escalation.evidence.refused", refused.getMessage() + refused.next());
            }
        }
        return kept;
    }
}
