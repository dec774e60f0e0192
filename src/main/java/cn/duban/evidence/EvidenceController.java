package cn.duban.evidence;

import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Upload, page, download and preview of files. What a viewer may not read answers like what is not there. */
@Controller
@RequestMapping("/evidence")
class EvidenceController {

    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");

    private final EvidenceFiles files;
    private final Previews previews;

    EvidenceController(EvidenceFiles files, Previews previews) {
        this.files = files;
        this.previews = previews;
    }

    @PostMapping
    String receive(@RequestParam("evidenceFiles") List<MultipartFile> uploads, @RequestParam("evidenceKind") EvidenceKind kind,
            Viewer viewer, Model page) throws IOException {
        var received = new ArrayList<FileRow>();
        var refused = new ArrayList<Refused>();
        for (var upload : uploads) {
            var name = Objects.requireNonNullElse(upload.getOriginalFilename(), "");
            if (name.isEmpty() && upload.isEmpty()) continue;
            try (var in = upload.getInputStream()) {
                received.add(FileRow.of(files.receive(viewer, name, in, kind)));
            } catch (EvidenceRefused e) {
                refused.add(e);
            }
        }
        page.addAttribute("page", new ReceivedPage(received, refused));
        return "evidence/received";
    }

    @GetMapping("/{id}")
    String show(@PathVariable FileId id, Viewer viewer, Model page) throws IOException {
        var receipt = receipt(viewer, id);
        page.addAttribute("page", FilePage.of(receipt, files.uses(viewer, id), previews.pages(id, FileFormat.of(receipt.mediaType())), files.text(receipt), files.taken(id.tenant(), List.of(id)).get(id)));
        return "evidence/show";
    }

    /** Always as a download and never as a document of this site, whatever the file holds. */
    @GetMapping("/{id}/content")
    ResponseEntity<Resource> content(@PathVariable FileId id, Viewer viewer) {
        var receipt = receipt(viewer, id);
        var name = FileFormat.of(receipt.mediaType()).named(receipt.name());
        return guarded(id.hex(), MediaType.parseMediaType(receipt.mediaType()))
                .header("Content-Disposition", ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString())
                .body(new StoredFile(files, receipt));
    }

    @GetMapping("/{id}/preview/{page}")
    ResponseEntity<Resource> preview(@PathVariable FileId id, @PathVariable int page, Viewer viewer) {
        var receipt = receipt(viewer, id);
        var format = FileFormat.of(receipt.mediaType());
        var picture = previews.page(id, format, page);
        if (picture.isPresent()) return guarded(id.hex() + "-" + page, MediaType.IMAGE_PNG).body(new FileSystemResource(picture.get()));
        if (page != 1) throw new NotFound();
        return guarded(id.hex() + "-icon", SVG).body(new ByteArrayResource(FileIcon.svg(format, receipt.size())));
    }

    private Receipt receipt(Viewer viewer, FileId id) {
        return files.readable(viewer, id).orElseThrow(NotFound::new);
    }

    /** The browser may keep the bytes, which never change, but asks each time whether this viewer still may see them. */
    private static ResponseEntity.BodyBuilder guarded(String tag, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(tag)
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("X-Content-Type-Options", "nosniff");
    }
}
